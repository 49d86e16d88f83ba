//! What is written past the program is found.

use mulu_model::library::SealedPart;
use rusqlite::Connection;

use super::*;

/// Somebody writes to the file who knows how to take triggers out and put them back.
fn tamper(desk: &Desk, sql: &str) {
    let other = Connection::open(desk.place.path()).unwrap();
    other.pragma_update(None, "foreign_keys", false).unwrap();
    let mut statement = other.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let triggers: Vec<(String, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    triggers.iter().for_each(|(name, _)| other.execute_batch(&format!("DROP TRIGGER {name}")).unwrap());
    assert_ne!(other.execute(sql, []).unwrap(), 0, "{sql}");
    triggers.iter().for_each(|(_, sql)| other.execute_batch(sql).unwrap());
}

fn found(desk: &Desk) -> (Vec<SealedPart>, Vec<SealedPart>) {
    (desk.library.unsealed().unwrap(), desk.library.unsealed_of(&desk.id).unwrap())
}

#[test]
fn another_program_cannot_change_a_row() {
    let desk = desk();
    let other = Connection::open(desk.place.path()).unwrap();
    for sql in
        ["UPDATE groups SET name = '改'", "DELETE FROM items", "INSERT INTO settings VALUES ('x', '1')"]
    {
        let refused = other.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("no such function: seal_of"), "{refused}");
    }
    assert_eq!(desk.stored(), desk.catalogue);
}

#[test]
fn what_is_written_past_the_program_is_found_where_it_is() {
    use SealedPart::*;
    let cases = [
        (
            "UPDATE catalogues SET changed_at = '2026-01-01T00:00:00.000Z' WHERE id = 'c1'",
            &[][..],
            &[Catalogue][..],
        ),
        ("UPDATE groups SET name = '改' WHERE catalogue = 'c1'", &[], &[Groups]),
        ("UPDATE items SET body = json_set(body, '$.item', '改') WHERE catalogue = 'c1'", &[], &[Items]),
        ("UPDATE edit_log SET actor = '别人'", &[], &[EditLog]),
        ("DELETE FROM edit_log", &[], &[EditLog]),
        ("UPDATE seals SET sum = zeroblob(32) WHERE name = 'items' AND catalogue = 'c1'", &[], &[Items]),
        ("UPDATE seals SET sum = x'00' WHERE name = 'groups'", &[], &[Groups]),
        ("UPDATE catalogues SET deleted_at = NULL WHERE id = 'c2'", &[], &[]),
        ("UPDATE catalogues SET deleted_at = changed_at WHERE id = 'c1'", &[Bin], &[Catalogue]),
        ("DELETE FROM catalogues WHERE id = 'c2'", &[Bin], &[]),
        ("DELETE FROM catalogues WHERE id = 'c1'", &[Bin], &[Catalogue]),
        ("UPDATE templates SET name = '改'", &[Templates], &[]),
        ("INSERT INTO settings VALUES ('policy', '{}')", &[Settings], &[]),
    ];
    for (sql, in_library, in_catalogue) in cases {
        let mut desk = desk();
        desk.edit(&set_title("甲"));
        desk.library.keep_template(&id("t1"), "模板", &desk.catalogue.template, at(1)).unwrap();
        desk.library.create(&id("c2"), &desk.catalogue, None, at(1)).unwrap();
        desk.library.delete(&id("c2"), at(2)).unwrap();
        tamper(&desk, sql);
        assert_eq!(found(&desk), (in_library.to_vec(), in_catalogue.to_vec()), "{sql}");
        if sql.contains("c2") && sql.contains("NULL") {
            assert_eq!(desk.library.unsealed_of(&id("c2")).unwrap(), [Catalogue], "{sql}");
        }
        // What goes on being written does not cover it up.
        if in_catalogue == [Items] {
            desk.edit(&set_title("乙"));
            assert_eq!(found(&desk).1, [Items], "{sql}");
        }
    }
}

#[test]
fn a_trigger_that_was_taken_out_is_found() {
    let desk = desk();
    let other = Connection::open(desk.place.path()).unwrap();
    other.execute_batch("DROP TRIGGER items_are_sealed_when_changed").unwrap();
    assert_eq!(found(&desk), (vec![SealedPart::Schema], vec![]));
}
