//! Copies of an SQLite file, each with one thing in it altered.

use rusqlite::{Connection, MAIN_DB, config::DbConfig, params_from_iter, types::Value};
use serde_json::Value as Json;

/// Where the file says whether it is written by way of a log; a database in memory is not.
const LOGGED: std::ops::Range<usize> = 18..20;

/// Places in a file, and which of their bits are turned; the same ones each time.
pub(super) fn scattered(len: usize, count: usize) -> impl Iterator<Item = (usize, u8)> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    (0..count).map(move |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 16) as usize % len, (state >> 56) as u8 | 1)
    })
}

/// Something to be altered.
#[derive(Debug)]
pub(super) struct Change {
    table: String,
    columns: Vec<String>,
    row: Vec<Value>,
    act: Act,
}

#[derive(Debug)]
enum Act {
    /// A column gets another value.
    Set { column: usize, to: Value },
    /// As `Set`, where something in the value is left out or there twice.
    Repeat { column: usize, to: Value },
    /// The row is taken out.
    Delete,
    /// The row is there once more, with another value in the column.
    Add { column: usize, to: Value },
}

impl Change {
    pub(super) fn is_added(&self) -> bool {
        matches!(self.act, Act::Add { .. })
    }

    pub(super) fn may_mean_nothing(&self) -> bool {
        matches!(self.act, Act::Repeat { .. })
    }
}

/// A file of which altered copies are made.
pub(super) struct Altered {
    bytes: Vec<u8>,
    logged: Vec<u8>,
    connection: Connection,
}

impl Altered {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let (mut bytes, logged) = (bytes.to_vec(), bytes[LOGGED].to_vec());
        bytes[LOGGED].fill(1);
        let connection = Connection::open_in_memory().unwrap();
        // Triggers stay in the file and do nothing; what a table does not allow goes in too.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false).unwrap();
        connection.pragma_update(None, "ignore_check_constraints", true).unwrap();
        let mut altered = Self { bytes, logged, connection };
        altered.begin_anew();
        altered
    }

    fn begin_anew(&mut self) {
        self.connection.deserialize_read_exact(MAIN_DB, &*self.bytes, self.bytes.len(), false).unwrap();
    }

    /// Everything that can be altered: each part of each column of each row of each table, and each row. SQLite's own
    /// count of numbers that were given out (`sqlite_sequence`) is read by nobody.
    pub(super) fn changes(&self) -> Vec<Change> {
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        self.texts(tables, "").iter().flat_map(|table| self.changes_of(table)).collect()
    }

    fn texts(&self, sql: &str, of: &str) -> Vec<String> {
        let mut statement = self.connection.prepare(sql).unwrap();
        let of = (statement.parameter_count() > 0).then_some(of);
        let texts = statement.query_map(params_from_iter(of), |row| row.get(0)).unwrap();
        texts.map(Result::unwrap).collect()
    }

    fn changes_of(&self, table: &str) -> Vec<Change> {
        let columns = self.texts("SELECT name FROM pragma_table_info(?1)", table);
        let sql = format!("SELECT {} FROM {table}", columns.join(", "));
        let mut statement = self.connection.prepare(&sql).unwrap();
        let rows = statement
            .query_map([], |row| (0..columns.len()).map(|at| row.get(at)).collect::<Result<Vec<Value>, _>>())
            .unwrap();
        let mut changes = Vec::new();
        for row in rows.map(Result::unwrap) {
            let mut push = |act| {
                changes.push(Change {
                    table: table.to_owned(),
                    columns: columns.clone(),
                    row: row.clone(),
                    act,
                });
            };
            for (column, value) in row.iter().enumerate() {
                let Others { set, repeated } = others(value);
                // The first other value of a column is of the whole, which a key can take.
                set.first().into_iter().for_each(|to| push(Act::Add { column, to: to.clone() }));
                set.into_iter().for_each(|to| push(Act::Set { column, to }));
                repeated.into_iter().for_each(|to| push(Act::Repeat { column, to }));
            }
            push(Act::Delete);
        }
        changes
    }

    /// The bytes with one thing altered; none where the file cannot be so, such as two rows with one key.
    pub(super) fn make(&mut self, change: &Change) -> Option<Vec<u8>> {
        self.begin_anew();
        let Change { table, columns, row, act } = change;
        let is_row: Vec<String> =
            columns.iter().enumerate().map(|(at, name)| format!("{name} IS ?{}", at + 1)).collect();
        let (is_row, last) = (is_row.join(" AND "), columns.len() + 1);
        let (sql, to) = match act {
            Act::Set { column, to } | Act::Repeat { column, to } => {
                (format!("UPDATE {table} SET {} = ?{last} WHERE {is_row}", columns[*column]), Some(to))
            }
            Act::Delete => (format!("DELETE FROM {table} WHERE {is_row}"), None),
            Act::Add { column, to } => {
                let values: Vec<String> = (0..columns.len())
                    .map(|at| format!("?{}", if at == *column { last } else { at + 1 }))
                    .collect();
                let (names, values) = (columns.join(", "), values.join(", "));
                let sql = format!(
                    "INSERT INTO {table} ({names}) SELECT {values} WHERE ?{} IS NULL OR 1",
                    column + 1
                );
                (sql, Some(to))
            }
        };
        let parameters = params_from_iter(row.iter().chain(to));
        if self.connection.execute(&sql, parameters).ok()? != 1 {
            return None;
        }
        let mut bytes = self.connection.serialize(MAIN_DB).unwrap().to_vec();
        bytes[LOGGED].copy_from_slice(&self.logged);
        Some(bytes)
    }
}

/// Other values in the place of one.
struct Others {
    set: Vec<Value>,
    repeated: Vec<Value>,
}

fn others(value: &Value) -> Others {
    let mut repeated = Vec::new();
    let set = match value {
        Value::Null => vec![Value::Text("改".to_owned()), Value::Integer(1)],
        Value::Integer(number) => vec![Value::Integer(number + 1), Value::Integer(number + 1000)],
        Value::Real(number) => vec![Value::Real(number + 1.0)],
        Value::Blob(bytes) => of_bytes(bytes).into_iter().map(Value::Blob).collect(),
        Value::Text(text) => {
            let parsed =
                serde_json::from_str(text).ok().filter(|json: &Json| json.is_object() || json.is_array());
            let mut parts = vec![of_text(text)];
            if let Some(json) = parsed {
                let mut others = (Vec::new(), Vec::new());
                of_json(&json, &mut |set, is_repeated| {
                    let list = if is_repeated { &mut others.1 } else { &mut others.0 };
                    list.push(set.to_string());
                });
                repeated = others.1.into_iter().map(Value::Text).collect();
                parts.extend(others.0);
            }
            parts.into_iter().map(Value::Text).collect()
        }
    };
    Others { set, repeated }
}

/// Another text: where it has a digit, one of the same form, such as another date or another identity.
fn of_text(text: &str) -> String {
    match text.find(|c: char| c.is_ascii_digit()) {
        Some(at) => {
            let digit = if text.as_bytes()[at] == b'1' { "2" } else { "1" };
            format!("{}{digit}{}", &text[..at], &text[at + 1..])
        }
        None => format!("{text}x"),
    }
}

/// The last byte and, as these are texts of JSON, the last letter of each word in quotation marks.
pub(super) fn of_bytes(bytes: &[u8]) -> Vec<Vec<u8>> {
    let marks: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] == b'"').collect();
    let ends = marks.chunks(2).filter_map(|pair| pair.get(1)).filter(|end| bytes[**end - 1] != b'"');
    ends.map(|end| end - 1)
        .chain(bytes.len().checked_sub(1))
        .map(|at| {
            let mut other = bytes.to_vec();
            other[at] ^= 1;
            other
        })
        .collect()
}

/// The value with one thing in it altered, again and again; the flag says that something was only left out or repeated.
pub(super) fn of_json(json: &Json, each: &mut dyn FnMut(Json, bool)) {
    match json {
        Json::Null => each(Json::from("改"), false),
        Json::Bool(is) => each(Json::from(!is), false),
        Json::Number(number) => each(Json::from(number.as_i64().unwrap_or_default() + 1), false),
        Json::String(text) => each(Json::from(of_text(text)), false),
        Json::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                of_json(value, &mut |other, is_repeated| {
                    let mut values = values.clone();
                    values[at] = other;
                    each(Json::from(values), is_repeated);
                });
            }
            if let [.., last] = &values[..] {
                each(Json::from(values[1..].to_vec()), false);
                each(Json::from([values.clone(), vec![last.clone()]].concat()), true);
            }
        }
        Json::Object(members) => {
            for (name, value) in members {
                of_json(value, &mut |other, is_repeated| {
                    let mut members = members.clone();
                    members.insert(name.clone(), other);
                    each(Json::from(members), is_repeated);
                });
                let mut members = members.clone();
                members.remove(name);
                each(Json::from(members), true);
            }
        }
    }
}
