//! Writing catalogues: a new one whole, a changed one by the rows that a step has touched.

use std::collections::HashSet;

use jiff::Timestamp;
use mulu_model::{Catalogue, Footprint, Group, Id, Item, library::NewStep, signoff::Stage};
use rusqlite::{Connection, TransactionBehavior, params};

use crate::{catalogues, error::Fault, log, row::stored_time};

pub(crate) fn create(
    connection: &mut Connection,
    id: &Id,
    catalogue: &Catalogue,
    copied_from: Option<&Id>,
    at: Timestamp,
) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    create_within(&transaction, id, catalogue, copied_from, 0, at)?;
    Ok(transaction.commit()?)
}

/// As [`create`], in a transaction of the caller's and at a revision that it has elsewhere.
pub(crate) fn create_within(
    connection: &Connection,
    id: &Id,
    catalogue: &Catalogue,
    copied_from: Option<&Id>,
    revision: u32,
    at: Timestamp,
) -> Result<(), Fault> {
    let sql = "INSERT INTO catalogues (id, heading, template, group_order, revision, created_at, changed_at,
                                       copied_from)
               VALUES (?1, ?2, ?3, ?4, ?7, ?5, ?5, ?6)";
    connection.execute(
        sql,
        params![
            id.as_str(),
            serde_json::to_string(&catalogue.heading)?,
            serde_json::to_string(&catalogue.template)?,
            order(catalogue.groups.iter().map(|group| &group.id))?,
            stored_time(at),
            copied_from.map(Id::as_str),
            revision,
        ],
    )?;
    for group in &catalogue.groups {
        put_group(connection, id, group)?;
        group.items.iter().try_for_each(|item| put_item(connection, id, item))?;
    }
    Ok(())
}

pub(crate) fn apply(
    connection: &mut Connection,
    id: &Id,
    expected: u32,
    steps: &[NewStep<'_>],
    after: &Catalogue,
) -> Result<u32, Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if catalogues::revision(&transaction, id)? != expected {
        return Err(Fault::Stale { id: id.clone(), expected });
    }
    let revision = apply_within(&transaction, id, expected, steps, after)?;
    transaction.commit()?;
    Ok(revision)
}

/// As [`apply`], in a transaction of the caller's.
pub(crate) fn apply_within(
    connection: &Connection,
    id: &Id,
    expected: u32,
    steps: &[NewStep<'_>],
    after: &Catalogue,
) -> Result<u32, Fault> {
    let (stage, _) = catalogues::standing(connection, id)?;
    if !steps.is_empty() && stage != Stage::Preparing {
        return Err(Fault::Submitted { id: id.clone(), stage });
    }
    let mut revision = expected;
    let mut footprint = Footprint::default();
    for step in steps {
        revision += 1;
        log::append(connection, id, revision, step)?;
        footprint.add(step.edit, step.inverse);
        connection
            .prepare_cached("UPDATE catalogues SET revision = ?2, changed_at = ?3 WHERE id = ?1")?
            .execute(params![id.as_str(), revision, stored_time(step.at)])?;
    }
    put_touched(connection, id, &footprint, after)?;
    Ok(revision)
}

/// Writes what of `after` the footprint names; what it names and `after` lacks is taken out.
fn put_touched(
    connection: &Connection,
    catalogue: &Id,
    footprint: &Footprint,
    after: &Catalogue,
) -> Result<(), Fault> {
    if footprint.heading || footprint.template {
        let heading = serde_json::to_string(&after.heading)?;
        let template = serde_json::to_string(&after.template)?;
        connection
            .prepare_cached("UPDATE catalogues SET heading = ?2, template = ?3 WHERE id = ?1")?
            .execute(params![catalogue.as_str(), heading, template])?;
    }
    if footprint.group_order {
        let order = order(after.groups.iter().map(|group| &group.id))?;
        connection
            .prepare_cached("UPDATE catalogues SET group_order = ?2 WHERE id = ?1")?
            .execute(params![catalogue.as_str(), order])?;
    }
    let mut gone: HashSet<&Id> = footprint.groups.iter().collect();
    for group in after.groups.iter().filter(|group| footprint.groups.contains(&group.id)) {
        put_group(connection, catalogue, group)?;
        gone.remove(&group.id);
    }
    take(connection, "DELETE FROM groups WHERE catalogue = ?1 AND id = ?2", catalogue, &gone)?;

    let mut gone: HashSet<&Id> = footprint.items.iter().collect();
    for (_, item) in after.items().filter(|(_, item)| footprint.items.contains(&item.id)) {
        put_item(connection, catalogue, item)?;
        gone.remove(&item.id);
    }
    take(connection, "DELETE FROM items WHERE catalogue = ?1 AND id = ?2", catalogue, &gone)
}

fn put_group(connection: &Connection, catalogue: &Id, group: &Group) -> Result<(), Fault> {
    let sql = "INSERT INTO groups (catalogue, id, name, item_order) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT DO UPDATE SET name = excluded.name, item_order = excluded.item_order";
    let order = order(group.items.iter().map(|item| &item.id))?;
    connection.prepare_cached(sql)?.execute(params![
        catalogue.as_str(),
        group.id.as_str(),
        group.name,
        order
    ])?;
    Ok(())
}

fn put_item(connection: &Connection, catalogue: &Id, item: &Item) -> Result<(), Fault> {
    let sql = "INSERT INTO items (catalogue, id, body) VALUES (?1, ?2, ?3)
               ON CONFLICT DO UPDATE SET body = excluded.body";
    let body = serde_json::to_string(item)?;
    connection.prepare_cached(sql)?.execute(params![catalogue.as_str(), item.id.as_str(), body])?;
    Ok(())
}

fn take(connection: &Connection, sql: &str, catalogue: &Id, gone: &HashSet<&Id>) -> Result<(), Fault> {
    let mut statement = connection.prepare_cached(sql)?;
    for id in gone {
        statement.execute([catalogue.as_str(), id.as_str()])?;
    }
    Ok(())
}

fn order<'a>(ids: impl Iterator<Item = &'a Id>) -> Result<String, Fault> {
    Ok(serde_json::to_string(&ids.collect::<Vec<_>>())?)
}
