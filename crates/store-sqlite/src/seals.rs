//! Seals: whether somebody has written to the library past this program.
//!
//! For each table, and in it for each catalogue, the library keeps the sum of the digests of the rows. Triggers keep it
//! up in the transaction of the change, by functions that only this program has: another program's change fails, and
//! one that takes the triggers out first does not fit the sum. There is no secret in it. It finds accidents and whoever
//! does not know how it is made; what is signed is proved by the signatures.

use std::collections::BTreeMap;

use mulu_model::{Digest, Id, library::SealedPart};
use rusqlite::{
    Connection,
    functions::{Context, FunctionFlags},
    types::ValueRef,
};

use crate::{error::Fault, row::text};

/// A table of the library; `owner` is the column with the catalogue to which a row belongs.
struct Table {
    name: &'static str,
    owner: Option<&'static str>,
    sealed: SealedPart,
}

/// All tables but that of the seals.
const TABLES: [Table; 13] = [
    Table { name: "people", owner: None, sealed: SealedPart::People },
    Table { name: "people_log", owner: None, sealed: SealedPart::PeopleLog },
    Table { name: "keys", owner: None, sealed: SealedPart::Keys },
    Table { name: "settings", owner: None, sealed: SealedPart::Settings },
    Table { name: "templates", owner: None, sealed: SealedPart::Templates },
    Table { name: "catalogues", owner: Some("id"), sealed: SealedPart::Catalogue },
    Table { name: "groups", owner: Some("catalogue"), sealed: SealedPart::Groups },
    Table { name: "items", owner: Some("catalogue"), sealed: SealedPart::Items },
    Table { name: "edit_log", owner: Some("catalogue"), sealed: SealedPart::EditLog },
    Table { name: "records", owner: Some("catalogue"), sealed: SealedPart::Records },
    Table { name: "versions", owner: Some("catalogue"), sealed: SealedPart::Versions },
    Table { name: "remarks", owner: Some("catalogue"), sealed: SealedPart::Remarks },
    Table { name: "excuses", owner: Some("catalogue"), sealed: SealedPart::Excuses },
];

pub(crate) fn unsealed(connection: &Connection, expected: &Shape) -> Result<Vec<SealedPart>, Fault> {
    // One read transaction, or another process could write between a table and its seal.
    let transaction = connection.unchecked_transaction()?;
    let mut found = Vec::new();
    if shape(&transaction)? != *expected {
        found.push(SealedPart::Schema);
    }
    for table in TABLES.iter().filter(|table| table.owner.is_none()) {
        if table.sums(&transaction, None)? != table.seals(&transaction, None)? {
            found.push(table.sealed);
        }
    }
    if !is_bin_sealed(&transaction)? {
        found.push(SealedPart::Bin);
    }
    Ok(found)
}

pub(crate) fn unsealed_of(connection: &Connection, catalogue: &Id) -> Result<Vec<SealedPart>, Fault> {
    let transaction = connection.unchecked_transaction()?;
    let mut found = Vec::new();
    for table in TABLES.iter().filter(|table| table.owner.is_some()) {
        if table.sums(&transaction, Some(catalogue))? != table.seals(&transaction, Some(catalogue))? {
            found.push(table.sealed);
        }
    }
    Ok(found)
}

/// Whether all catalogues that are not in use are as they were sealed; those in use are looked at one by one.
fn is_bin_sealed(connection: &Connection) -> Result<bool, Fault> {
    let mut statement = connection.prepare("SELECT id FROM catalogues WHERE deleted_at IS NULL")?;
    let in_use = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let rest = |mut sums: Sums| {
        in_use.iter().for_each(|id| drop(sums.remove(id)));
        sums
    };
    let Some(table) = TABLES.iter().find(|table| table.sealed == SealedPart::Catalogue) else {
        return Ok(true);
    };
    Ok(rest(table.sums(connection, None)?) == rest(table.seals(connection, None)?))
}

/// The sum of each owner's rows, without those that have none; tables without owners have the empty one.
type Sums = BTreeMap<String, Vec<u8>>;

impl Table {
    /// Worked out of the rows.
    fn sums(&self, connection: &Connection, of: Option<&Id>) -> Result<Sums, Fault> {
        let columns = self.columns(connection)?;
        let owner = self.owner.unwrap_or("''");
        let condition = if of.is_some() { format!("WHERE {owner} = ?1") } else { String::new() };
        let sql = format!("SELECT {owner}, {} FROM {} {condition}", columns.join(", "), self.name);
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(of.map(Id::as_str)))?;
        let mut sums = BTreeMap::<String, Sum>::new();
        while let Some(row) = rows.next()? {
            let digest = digest((1..=columns.len()).map(|at| row.get_ref(at)))?;
            match sums.get_mut(text(row, 0)?) {
                Some(sum) => *sum = plus(*sum, digest),
                None => drop(sums.insert(text(row, 0)?.to_owned(), digest)),
            }
        }
        Ok(sums.into_iter().map(|(owner, sum)| (owner, sum.to_vec())).collect())
    }

    /// As they are kept.
    fn seals(&self, connection: &Connection, of: Option<&Id>) -> Result<Sums, Fault> {
        let sql = "SELECT catalogue, sum FROM seals
                   WHERE name = ?1 AND (?2 IS NULL OR catalogue = ?2) AND sum <> zeroblob(32)";
        let mut statement = connection.prepare_cached(sql)?;
        let rows =
            statement.query_map((self.name, of.map(Id::as_str)), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The columns, without those that are computed.
    fn columns(&self, connection: &Connection) -> Result<Vec<String>, Fault> {
        let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
        let names = statement.query_map([self.name], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// The triggers that keep the seals up.
    fn triggers(&self, columns: &[String]) -> String {
        let name = self.name;
        let of = |row: &str| {
            let values: Vec<String> = columns.iter().map(|column| format!("{row}.{column}")).collect();
            (self.owner.map_or("''".to_owned(), |owner| format!("{row}.{owner}")), values.join(", "))
        };
        let ((old_owner, old), (new_owner, new)) = (of("OLD"), of("NEW"));
        let add = format!(
            "    INSERT INTO seals (name, catalogue, sum) VALUES ('{name}', {new_owner}, seal_of({new}))\n        \
             ON CONFLICT DO UPDATE SET sum = seal_plus(sum, excluded.sum);\n"
        );
        let set = |sum: &str| {
            format!(
                "    UPDATE seals SET sum = {sum}\n        WHERE name = '{name}' AND catalogue = {old_owner};\n"
            )
        };
        let take = set(&format!("seal_minus(sum, seal_of({old}))"));
        // Rows stay with their owners.
        let change = set(&format!("seal_plus(seal_minus(sum, seal_of({old})), seal_of({new}))"));
        let trigger = |when: &str, event: &str, body: &str| {
            format!(
                "CREATE TRIGGER {name}_are_sealed_when_{when} AFTER {event} ON {name}\nBEGIN\n{body}END;\n"
            )
        };
        [
            trigger("added", "INSERT", &add),
            trigger("changed", "UPDATE", &change),
            trigger("taken_out", "DELETE", &take),
        ]
        .concat()
    }
}

/// Seals what is there, and makes the triggers that go on with it.
pub(crate) fn begin(connection: &Connection) -> Result<(), Fault> {
    for table in &TABLES {
        let sql = "INSERT INTO seals (name, catalogue, sum) VALUES (?1, ?2, ?3)";
        let mut statement = connection.prepare_cached(sql)?;
        for (owner, sum) in table.sums(connection, None)? {
            statement.execute((table.name, owner, sum))?;
        }
        connection.execute_batch(&table.triggers(&table.columns(connection)?))?;
    }
    Ok(())
}

/// Gives the connection the functions that the triggers call.
pub(crate) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let sum = |context: &Context<'_>, at| Ok::<_, rusqlite::Error>(sum_of(context.get_raw(at)));
    connection.create_scalar_function("seal_of", -1, flags, |context| {
        Ok(digest((0..context.len()).map(|at| Ok(context.get_raw(at))))?.to_vec())
    })?;
    connection.create_scalar_function("seal_plus", 2, flags, move |context| {
        Ok(plus(sum(context, 0)?, sum(context, 1)?).to_vec())
    })?;
    connection.create_scalar_function("seal_minus", 2, flags, move |context| {
        Ok(minus(sum(context, 0)?, sum(context, 1)?).to_vec())
    })
}

/// A number modulo 2^256, least byte first.
type Sum = [u8; 32];

/// The digest of a row: of its values, each with its type and its length, so that nothing can move from one to another.
fn digest<'a>(values: impl Iterator<Item = rusqlite::Result<ValueRef<'a>>>) -> rusqlite::Result<Sum> {
    let mut bytes = Vec::new();
    let mut put = |kind: u8, value: &[u8]| {
        bytes.push(kind);
        bytes.extend((value.len() as u64).to_be_bytes());
        bytes.extend(value);
    };
    for value in values {
        match value? {
            ValueRef::Null => put(0, &[]),
            ValueRef::Integer(number) => put(1, &number.to_be_bytes()),
            ValueRef::Real(number) => put(2, &number.to_be_bytes()),
            ValueRef::Text(text) => put(3, text),
            ValueRef::Blob(blob) => put(4, blob),
        }
    }
    Ok(*Digest::of(&bytes).as_bytes())
}

/// What is kept as a sum. What is none counts as nothing, so that changes go on to be written and what is wrong to be
/// found.
fn sum_of(value: ValueRef<'_>) -> Sum {
    value.as_blob().ok().and_then(|sum| sum.try_into().ok()).unwrap_or_default()
}

fn plus(a: Sum, b: Sum) -> Sum {
    let mut carry = 0;
    std::array::from_fn(|at| {
        let sum = u16::from(a[at]) + u16::from(b[at]) + carry;
        carry = sum >> 8;
        sum.to_le_bytes()[0]
    })
}

fn minus(a: Sum, b: Sum) -> Sum {
    let one = std::array::from_fn(|at| u8::from(at == 0));
    plus(plus(a, b.map(|byte| !byte)), one)
}

/// Everything that the file has of tables, triggers and indexes, but not where it stands.
pub(crate) type Shape = Vec<(String, String, Option<String>)>;

pub(crate) fn shape(connection: &Connection) -> Result<Shape, Fault> {
    let sql = "SELECT type, name || ' ' || tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
