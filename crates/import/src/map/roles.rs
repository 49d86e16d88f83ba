//! What each row of a table was taken for, to be shown beside it.

use serde::Serialize;

use super::{
    body::{Body, RowKind},
    mapping::Mapping,
    rows::Rows,
};

/// What a row of a table was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum RowRole {
    /// A line above the header: title, sign-off line, statistics line.
    Above,
    /// A row of the header.
    Header,
    /// The first row of an item.
    Item,
    /// A further row of the item above.
    Further,
    /// A line that names a group.
    Group,
    /// A line of text among or below the items.
    Line,
    /// The header, or what stands above it, printed again on a further page; left out.
    Repeated,
    /// Nothing.
    Blank,
}

/// The roles of all rows of a table, top down.
pub(crate) fn roles(rows: &Rows<'_>, mapping: &Mapping, body: &Body) -> Vec<RowRole> {
    let mut roles: Vec<RowRole> = (0..rows.len())
        .map(|row| {
            let begins = rows.row(row).iter().any(|field| field.is_first);
            match rows.row(row).is_empty() {
                true => RowRole::Blank,
                false if row < mapping.header.start => RowRole::Above,
                false if row < mapping.header.end => RowRole::Header,
                false if begins => RowRole::Repeated,
                false => RowRole::Further,
            }
        })
        .collect();
    let mut set = |row: usize, role| {
        if let Some(place) = roles.get_mut(row) {
            *place = role;
        }
    };
    for record in &body.records {
        let role = match record.kind {
            RowKind::Item => RowRole::Item,
            RowKind::Further | RowKind::Rest => RowRole::Further,
            RowKind::GroupLine(_) => RowRole::Group,
        };
        set(record.row, role);
    }
    for (_, row, _) in &body.lines {
        set(*row, RowRole::Line);
    }
    roles
}
