//! The revision table as a sheet: the same shape that the form of a catalogue has.

use std::sync::Arc;

use mulu_model::table::HeaderCell;

use super::content::{RevisionRow, RevisionTable, Run, Subject};
use crate::{
    sheet::{Cell, Change, Column, Group, Kind, Mark, Role, Row, Sheet, clean},
    words::{self, revision as said},
};

/// Room for a reason that is written by hand, in font sizes.
const REASON: f32 = 9.0;

pub(super) fn sheet(table: &RevisionTable) -> Sheet {
    let columns = columns();
    let title = match table.title.trim() {
        "" => words::UNTITLED,
        title => title,
    };
    let mut sheet = Sheet {
        name: said::NAME,
        title: said::title(&clean(title)),
        sign_off: Vec::new(),
        summary: Some(said::versions(&table.old, &table.new, table.rows.len())),
        header: header(&columns),
        header_depth: 2,
        cells: columns.iter().map(|_| Vec::new()).collect(),
        columns,
        groups: Vec::new(),
        rows: Vec::new(),
    };
    let mut first = 0;
    for rows in table.rows.chunk_by(|a, b| a.group == b.group) {
        sheet.groups.push(Group { label: clean(&rows[0].group).replace('\n', ""), first_row: first });
        sheet.cells[1].push(cell(first, rows.len(), &rows[0].group));
        for rows in rows.chunk_by(is_same_item) {
            sheet.cells[2].push(cell(first, rows.len(), &rows[0].item));
            for row in rows {
                let number = row.number.to_string();
                let [before, after] = [(&row.before, Change::Deleted), (&row.after, Change::Added)]
                    .map(|(runs, change)| marked(first, runs, change));
                let texts = [(0, cell(first, 1, &number)), (3, cell(first, 1, &row.column)), (4, before)];
                for (column, cell) in texts.into_iter().chain([(5, after), (6, cell(first, 1, &row.reason))])
                {
                    sheet.cells[column].push(cell);
                }
                // A page may end after any row.
                sheet.rows.push(Row { item: None, starts_item: true });
                first += 1;
            }
        }
    }
    if !table.reason.is_empty() {
        sheet.groups.push(Group { label: said::ALL.to_owned(), first_row: first });
        let texts = ["", said::ALL, "", said::OPINION, "", "", table.reason.as_str()];
        for (cells, text) in sheet.cells.iter_mut().zip(texts) {
            cells.push(cell(first, 1, text));
        }
        sheet.rows.push(Row { item: None, starts_item: true });
    }
    sheet
}

fn is_same_item(a: &RevisionRow, b: &RevisionRow) -> bool {
    matches!(a.subject, Subject::Item(_)) && a.subject == b.subject
}

fn columns() -> Vec<Column> {
    let column = |kind, role, header: &[&str]| Column {
        kind,
        role,
        header: header.iter().map(|word| (*word).to_owned()).collect(),
        least: 0.0,
        is_as_wide_as_next: false,
    };
    let text = |header| column(Kind::Text, Role::Content, &[header]);
    vec![
        column(Kind::Narrow, Role::ItemNumber, &[said::NUMBER]),
        column(Kind::Name, Role::Group, &[said::SUBJECT, said::GROUP]),
        column(Kind::Name, Role::Item, &[said::SUBJECT, said::ITEM]),
        column(Kind::Name, Role::Content, &[said::COLUMN]),
        Column { is_as_wide_as_next: true, ..text(said::BEFORE) },
        text(said::AFTER),
        Column { least: REASON, ..text(said::REASON) },
    ]
}

/// Two columns under one header word; the words of all others stand beside both.
fn header(columns: &[Column]) -> Vec<HeaderCell> {
    let cell = |text: &str, row, column, row_span, column_span| HeaderCell {
        text: text.to_owned(),
        row,
        column,
        row_span,
        column_span,
    };
    let mut cells = vec![cell(said::SUBJECT, 0, 1, 1, 2)];
    cells.extend(columns.iter().enumerate().map(|(index, column)| match column.header.as_slice() {
        [_, below] => cell(below, 1, index, 1, 1),
        words => cell(&words.concat(), 0, index, 2, 1),
    }));
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells
}

fn cell(first: usize, span: usize, text: &str) -> Cell {
    Cell { first, span, text: clean(text).into(), marks: Box::default() }
}

/// The runs as one text in which the changed ones are marked.
fn marked(first: usize, runs: &[Run], change: Change) -> Cell {
    let (mut text, mut marks) = (String::new(), Vec::new());
    for run in runs {
        let start = text.len();
        text.push_str(&clean(&run.text));
        if run.is_changed && text.len() > start {
            marks.push(Mark { range: start..text.len(), change });
        }
    }
    Cell { first, span: 1, text: Arc::from(text), marks: marks.into() }
}
