//! Whole catalogues: listed, loaded, put into the bin and taken out of it.

use std::collections::HashMap;

use jiff::Timestamp;
use mulu_model::{
    Catalogue, Group, Id, Item,
    library::{LoadedCatalogue, Summary},
    signoff::Stage,
};
use rusqlite::{Connection, OptionalExtension, ToSql, params};

use crate::{
    error::Fault,
    row::{stored_time, text},
};

pub(crate) fn list(connection: &Connection) -> Result<Vec<Summary>, Fault> {
    let sql = "SELECT id, heading ->> 'title', heading ->> 'responsible_unit',
                      coalesce(heading ->> 'prepared_at', ''),
                      (SELECT count(*) FROM groups WHERE catalogue = catalogues.id),
                      (SELECT count(*) FROM items WHERE catalogue = catalogues.id),
                      changed_at, deleted_at, copied_from, stage, version
               FROM catalogues ORDER BY deleted_at DESC NULLS FIRST, changed_at DESC, id";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut summaries = Vec::new();
    while let Some(row) = rows.next()? {
        summaries.push(Summary {
            id: Id::try_from(row.get::<_, String>(0)?)?,
            title: row.get(1)?,
            responsible_unit: row.get(2)?,
            prepared_at: row.get(3)?,
            groups: row.get(4)?,
            items: row.get(5)?,
            changed_at: text(row, 6)?.parse()?,
            deleted_at: row.get::<_, Option<String>>(7)?.map(|at| at.parse()).transpose()?,
            copied_from: row.get::<_, Option<String>>(8)?.map(Id::try_from).transpose()?,
            stage: stage_of(text(row, 9)?)?,
            version: row.get(10)?,
        });
    }
    Ok(summaries)
}

pub(crate) fn load(connection: &Connection, id: &Id) -> Result<LoadedCatalogue, Fault> {
    // One read transaction, or another process could write between the tables.
    let transaction = connection.unchecked_transaction()?;
    let sql = "SELECT heading, template, group_order, changed_at, stage, revision, version FROM catalogues
               WHERE id = ?1 AND deleted_at IS NULL";
    let found = transaction.query_row(sql, [id.as_str()], |row| {
        let texts: [String; 5] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
        Ok((texts, row.get(5)?, row.get(6)?))
    });
    let ([heading, template, group_order, changed_at, stage], revision, version) =
        found.optional()?.ok_or_else(|| Fault::NoCatalogue(id.clone()))?;
    let group_order: Vec<Id> = serde_json::from_str(&group_order)?;
    let catalogue = Catalogue {
        heading: serde_json::from_str(&heading)?,
        template: serde_json::from_str(&template)?,
        groups: assemble(group_order, group_rows(&transaction, id)?, item_rows(&transaction, id)?)?,
    };
    Ok(LoadedCatalogue {
        catalogue,
        revision,
        changed_at: changed_at.parse()?,
        stage: stage_of(&stage)?,
        version,
    })
}

pub(crate) fn revision(connection: &Connection, id: &Id) -> Result<u32, Fault> {
    let sql = "SELECT revision FROM catalogues WHERE id = ?1 AND deleted_at IS NULL";
    let found = connection.prepare_cached(sql)?.query_row([id.as_str()], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Fault::NoCatalogue(id.clone()))
}

/// Where a catalogue stands: stage and version.
pub(crate) fn standing(connection: &Connection, id: &Id) -> Result<(Stage, u32), Fault> {
    let sql = "SELECT stage, version FROM catalogues WHERE id = ?1 AND deleted_at IS NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([id.as_str()])?;
    let row = rows.next()?.ok_or_else(|| Fault::NoCatalogue(id.clone()))?;
    Ok((stage_of(text(row, 0)?)?, row.get(1)?))
}

fn stage_of(word: &str) -> Result<Stage, Fault> {
    Stage::from_word(word).ok_or_else(|| Fault::Damaged(format!("stage {word:?}")))
}

/// A group's name, and the identities of its items in order.
type GroupRow = (String, Vec<Id>);

/// Puts groups and items into their order. Each must be named once and be there.
fn assemble(
    order: Vec<Id>,
    mut groups: HashMap<Id, GroupRow>,
    mut items: HashMap<Id, Item>,
) -> Result<Vec<Group>, Fault> {
    let missing = |id: &Id| Fault::Damaged(format!("{id} is in an order but not there"));
    let mut assembled = Vec::with_capacity(order.len());
    for id in order {
        let (name, item_order) = groups.remove(&id).ok_or_else(|| missing(&id))?;
        let items = item_order.iter().map(|id| items.remove(id).ok_or_else(|| missing(id)));
        assembled.push(Group { items: items.collect::<Result<_, _>>()?, id, name });
    }
    match groups.keys().chain(items.keys()).next() {
        Some(id) => Err(Fault::Damaged(format!("{id} is there but in no order"))),
        None => Ok(assembled),
    }
}

fn group_rows(connection: &Connection, catalogue: &Id) -> Result<HashMap<Id, GroupRow>, Fault> {
    let mut statement = connection.prepare("SELECT id, name, item_order FROM groups WHERE catalogue = ?1")?;
    let mut rows = statement.query([catalogue.as_str()])?;
    let mut groups = HashMap::new();
    while let Some(row) = rows.next()? {
        let item_order = serde_json::from_str(text(row, 2)?)?;
        groups.insert(Id::new(text(row, 0)?)?, (row.get(1)?, item_order));
    }
    Ok(groups)
}

fn item_rows(connection: &Connection, catalogue: &Id) -> Result<HashMap<Id, Item>, Fault> {
    let mut statement = connection.prepare("SELECT body FROM items WHERE catalogue = ?1")?;
    let mut rows = statement.query([catalogue.as_str()])?;
    let mut items = HashMap::new();
    while let Some(row) = rows.next()? {
        let item: Item = serde_json::from_str(text(row, 0)?)?;
        items.insert(item.id.clone(), item);
    }
    Ok(items)
}

pub(crate) fn delete(connection: &Connection, id: &Id, at: Timestamp) -> Result<(), Fault> {
    let sql = "UPDATE catalogues SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL";
    change_one(connection, id, sql, params![id.as_str(), stored_time(at)])
}

pub(crate) fn restore(connection: &Connection, id: &Id) -> Result<(), Fault> {
    let sql = "UPDATE catalogues SET deleted_at = NULL WHERE id = ?1 AND deleted_at IS NOT NULL";
    change_one(connection, id, sql, params![id.as_str()])
}

fn change_one(connection: &Connection, id: &Id, sql: &str, params: &[&dyn ToSql]) -> Result<(), Fault> {
    match connection.execute(sql, params)? {
        0 => Err(Fault::NoCatalogue(id.clone())),
        _ => Ok(()),
    }
}
