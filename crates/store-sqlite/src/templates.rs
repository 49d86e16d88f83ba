//! Templates that users have kept for other catalogues.

use jiff::Timestamp;
use mulu_model::{
    Id, Template,
    library::{KeptTemplate, LibraryError, Templates},
};
use rusqlite::{Connection, params};

use crate::{
    error::Fault,
    row::{stored_time, text},
    store::Store,
};

impl Templates for Store {
    fn list_templates(&self) -> Result<Vec<KeptTemplate>, LibraryError> {
        list(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    fn keep_template(
        &mut self,
        id: &Id,
        name: &str,
        template: &Template,
        at: Timestamp,
    ) -> Result<(), LibraryError> {
        keep(&self.connection, id, name, template, at).map_err(|fault| fault.at(&self.path))
    }

    fn remove_template(&mut self, id: &Id) -> Result<(), LibraryError> {
        remove(&self.connection, id).map_err(|fault| fault.at(&self.path))
    }
}

fn list(connection: &Connection) -> Result<Vec<KeptTemplate>, Fault> {
    let mut statement =
        connection.prepare("SELECT id, name, body, kept_at FROM templates ORDER BY name, id")?;
    let mut rows = statement.query([])?;
    let mut templates = Vec::new();
    while let Some(row) = rows.next()? {
        templates.push(KeptTemplate {
            id: Id::new(text(row, 0)?)?,
            name: row.get(1)?,
            template: serde_json::from_str(text(row, 2)?)?,
            kept_at: text(row, 3)?.parse()?,
        });
    }
    Ok(templates)
}

fn keep(
    connection: &Connection,
    id: &Id,
    name: &str,
    template: &Template,
    at: Timestamp,
) -> Result<(), Fault> {
    let sql = "INSERT INTO templates (id, name, body, kept_at) VALUES (?1, ?2, ?3, ?4)";
    let body = serde_json::to_string(template)?;
    connection.execute(sql, params![id.as_str(), name, body, stored_time(at)])?;
    Ok(())
}

fn remove(connection: &Connection, id: &Id) -> Result<(), Fault> {
    match connection.execute("DELETE FROM templates WHERE id = ?1", [id.as_str()])? {
        0 => Err(Fault::NoTemplate(id.clone())),
        _ => Ok(()),
    }
}
