//! What is signed stays as it is, whoever writes to the file.

use std::slice;

use mulu_contract::{people::key, signing::try_steps_that_do_not_follow};
use mulu_model::library::{NewRecords, PeopleAct, PeopleEntry};

use super::*;

/// Everything in the file, table by table.
fn dump(desk: &Desk) -> Vec<String> {
    let tables =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut rows = Vec::new();
    let connection = &desk.library.connection;
    let names: Vec<String> = connection
        .prepare(tables)
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for table in names {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values = (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap()));
            rows.push(format!("{table} {}", values.collect::<Vec<_>>().join(" ")));
        }
    }
    rows
}

#[test]
fn steps_that_are_refused_leave_every_table_as_it_was() {
    let mut desk = desk();
    let before = dump(&desk);
    try_steps_that_do_not_follow(&mut desk);
    assert_eq!(dump(&desk), before);
}

#[test]
fn nothing_that_is_signed_can_be_changed_by_sql() {
    let mut desk = Desk::approved(Folder::new());
    let draft = id("c2");
    desk.library.create(&draft, &desk.catalogue, None, at(0)).unwrap();
    let (key, remark) = (key(1), desk.remark("问"));
    let entry = PeopleEntry { at: at(1), by: id("p1"), person: id("p1"), act: PeopleAct::Trusted };
    desk.library.trust(&key, &entry).unwrap();
    let new = NewRecords {
        records: &[],
        versions: &[],
        remarks: slice::from_ref(&remark),
        edits: &[],
        after: &desk.catalogue,
        at: at(1),
    };
    desk.library.sign(&desk.id, 1, &new).unwrap();
    let before = dump(&desk);
    let connection = &desk.library.connection;
    // As somebody would who has another program.
    connection.pragma_update(None, "foreign_keys", false).unwrap();
    for sql in [
        "UPDATE records SET body = json_set(body, '$.statement.version', 2)",
        "UPDATE records SET seq = seq + 10",
        "DELETE FROM records",
        "DELETE FROM records WHERE seq = 3",
        "INSERT OR REPLACE INTO records (catalogue, seq, body) SELECT catalogue, seq, json_set(body, '$.statement.version', 2) FROM records",
        "INSERT INTO records (catalogue, seq, body) SELECT catalogue, 9, body FROM records LIMIT 1",
        "UPDATE versions SET content = x'7b7d'",
        "UPDATE OR REPLACE versions SET digest = 'other'",
        "DELETE FROM versions",
        "INSERT OR REPLACE INTO versions SELECT catalogue, number, digest, x'7b7d' FROM versions",
        "INSERT INTO versions VALUES ('c1', 1, 'another', x'7b7d')",
        "UPDATE remarks SET body = '{}'",
        "DELETE FROM remarks",
        "INSERT OR REPLACE INTO remarks SELECT catalogue, seq, '{}' FROM remarks",
        "UPDATE keys SET body = '{}'",
        "DELETE FROM keys",
        "INSERT OR REPLACE INTO keys SELECT public_key, '{}' FROM keys",
        "UPDATE people_log SET body = '{}'",
        "DELETE FROM people_log",
        "INSERT OR REPLACE INTO people_log VALUES (1, '{}')",
        "UPDATE edit_log SET actor = 'somebody else' WHERE catalogue = 'c1'",
        "DELETE FROM edit_log",
        "INSERT OR REPLACE INTO edit_log SELECT * FROM edit_log",
        "INSERT INTO edit_log SELECT NULL, catalogue, 99, at, actor, kind, edit, inverse, joined FROM edit_log",
        "UPDATE items SET body = json_set(body, '$.basis', '偷改') WHERE catalogue = 'c1'",
        "UPDATE items SET catalogue = 'c2', id = 'x' WHERE catalogue = 'c1'",
        "UPDATE OR REPLACE items SET catalogue = 'c1' WHERE catalogue = 'c2'",
        "UPDATE OR REPLACE items SET rowid = (SELECT min(rowid) FROM items WHERE catalogue = 'c1') WHERE rowid = (SELECT max(rowid) FROM items WHERE catalogue = 'c2')",
        "DELETE FROM items WHERE catalogue = 'c1'",
        "INSERT INTO items VALUES ('c1', 'new', '{}')",
        "INSERT OR REPLACE INTO items SELECT catalogue, id, '{}' FROM items WHERE catalogue = 'c1'",
        "INSERT OR REPLACE INTO items (rowid, catalogue, id, body) SELECT rowid, 'c2', id || 'x', '{}' FROM items WHERE catalogue = 'c1'",
        "UPDATE groups SET name = '偷改' WHERE catalogue = 'c1'",
        "UPDATE groups SET catalogue = 'c2', id = 'x' WHERE catalogue = 'c1'",
        "DELETE FROM groups WHERE catalogue = 'c1'",
        "INSERT INTO groups VALUES ('c1', 'new', '', '[]')",
        "INSERT OR REPLACE INTO groups SELECT catalogue, id, '', '[]' FROM groups WHERE catalogue = 'c1'",
        "INSERT OR REPLACE INTO groups (rowid, catalogue, id, name, item_order) SELECT rowid, 'c2', id || 'x', '', '[]' FROM groups WHERE catalogue = 'c1'",
        "UPDATE catalogues SET heading = json_set(heading, '$.title', '偷改') WHERE id = 'c1'",
        "UPDATE catalogues SET template = '{}' WHERE id = 'c1'",
        "UPDATE catalogues SET group_order = '[]' WHERE id = 'c1'",
        "UPDATE catalogues SET revision = 5 WHERE id = 'c1'",
        "UPDATE catalogues SET id = 'c3' WHERE id = 'c1'",
        "UPDATE catalogues SET stage = 'preparing' WHERE id = 'c1'",
        "UPDATE catalogues SET stage = 'preparing', heading = '{}' WHERE id = 'c1'",
        "UPDATE catalogues SET stage = 'approved' WHERE id = 'c2'",
        "UPDATE catalogues SET version = 2",
        "DELETE FROM catalogues WHERE id = 'c1'",
        "INSERT OR REPLACE INTO catalogues SELECT * FROM catalogues",
        "INSERT OR REPLACE INTO catalogues (rowid, id, heading, template, group_order, revision, created_at, changed_at) SELECT rowid, 'c9', heading, template, group_order, 0, created_at, changed_at FROM catalogues WHERE id = 'c1'",
    ] {
        let done = connection.execute(sql, []);
        assert!(done.is_err(), "{sql}: {done:?}");
    }
    assert_eq!(dump(&desk), before);
    // The draft beside it is as free as ever.
    connection.execute("UPDATE groups SET name = '改' WHERE catalogue = 'c2'", []).unwrap();
}
