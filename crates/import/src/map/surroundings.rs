//! The lines around the tables of a document: which are told of which table, and which name a part of the catalogue.

use std::collections::BTreeSet;

use mulu_model::ColumnKey;

use super::{
    body::{Body, RowKind},
    heading,
    heading::Line,
    mapping::Mapping,
    rows::Rows,
};
use crate::{
    Table,
    lexicon::text::{folded, leading_number, one_line, tidy},
};

/// The lines around the tables.
pub(crate) struct Surroundings {
    /// Above the first table.
    pub(crate) above: Vec<Line>,
    /// Above the further tables, and among and below the rows of all.
    pub(crate) below: Vec<Line>,
    /// For each table the name of the part that it is, where its group stands nowhere else.
    pub(crate) parts: Vec<Option<String>>,
}

impl Surroundings {
    /// Looks around the tables.
    pub(crate) fn of(tables: &[(&Table, &Mapping)], rows: &[Rows<'_>], bodies: &[Body]) -> Self {
        let mut above: Vec<Vec<String>> = tables
            .iter()
            .zip(rows)
            .map(|((table, mapping), rows)| lines_above(table, mapping, rows))
            .collect();
        // What stands above the first table is printed again above the others.
        let first: BTreeSet<String> = above.iter().take(1).flatten().map(|line| folded(line)).collect();
        for lines in above.iter_mut().skip(1) {
            lines.retain(|line| !first.contains(&folded(line)));
        }
        let parts = parts(tables, &mut above, bodies);
        let in_body = bodies
            .iter()
            .enumerate()
            .flat_map(|(at, body)| body.lines.iter().map(move |(text, ..)| (text.clone(), at)));
        let below = tables
            .iter()
            .enumerate()
            .flat_map(|(at, (table, _))| table.below.iter().map(move |line| (tidy(line), at)));
        let mut above =
            above.into_iter().enumerate().map(|(at, lines)| lines.into_iter().map(move |line| (line, at)));
        let first = above.next().into_iter().flatten().collect();
        let below =
            in_body.chain(above.flatten()).chain(below).filter(|(line, _)| !line.is_empty()).collect();
        Self { above: first, below, parts }
    }
}

/// The lines above a table: those outside of it, and its rows above the header.
fn lines_above(table: &Table, mapping: &Mapping, rows: &Rows<'_>) -> Vec<String> {
    let outside = table.above.iter().map(|line| tidy(line));
    let inside = (0..mapping.header.start).map(|row| {
        let texts = rows.row(row).iter().filter(|field| field.is_first).map(|field| tidy(&field.cell.text));
        texts.collect::<Vec<_>>().join("  ")
    });
    outside.chain(inside).filter(|line| !line.is_empty()).collect()
}

/// Where no table has a column for groups and their lines name at least two parts, the parts are the groups. A line
/// that only names the part is taken away.
fn parts(tables: &[(&Table, &Mapping)], above: &mut [Vec<String>], bodies: &[Body]) -> Vec<Option<String>> {
    let none = vec![None; tables.len()];
    if tables.iter().any(|(_, mapping)| mapping.column(&ColumnKey::Group).is_some()) {
        return none;
    }
    let part = |lines: &Vec<String>| lines.iter().rposition(|line| heading::is_part(line));
    let title = |lines: &Vec<String>| lines.iter().rposition(|line| heading::names_catalogue(line));
    let found: Vec<Option<(usize, bool)>> = above
        .iter()
        .map(|lines| part(lines).map(|at| (at, true)).or_else(|| title(lines).map(|at| (at, false))))
        .collect();
    let name = |(lines, found): (&Vec<String>, &Option<(usize, bool)>)| {
        let line = one_line(found.and_then(|(at, _)| lines.get(at))?);
        Some(leading_number(&line).map(|(_, name)| name.to_owned()).unwrap_or(line))
    };
    let names: Vec<Option<String>> = above.iter().zip(&found).map(name).collect();
    let different: BTreeSet<String> = names.iter().flatten().map(|name| folded(name)).collect();
    let is_line =
        |body: &Body| body.records.iter().any(|record| matches!(record.kind, RowKind::GroupLine(_)));
    let goes_on = bodies.iter().any(is_line) && found.iter().flatten().all(|(_, is_part)| *is_part);
    if different.len() < 2 && !goes_on {
        return none;
    }
    for (lines, found) in above.iter_mut().zip(&found) {
        if let Some((at, true)) = found {
            lines.remove(*at);
        }
    }
    names
}
