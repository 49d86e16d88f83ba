//! What a form must show, worked out from the catalogue by itself and not by the code that lays forms out.

use std::path::{Path, PathBuf};

use mulu_app::{Choice, Conversion, System, unwatched, wire::Paper};
use mulu_model::{
    Catalogue, Cell, Channel, ColumnKey, Id, Template, exchange,
    table::{self, Row},
};

/// The names of the four real catalogues.
pub(crate) const CATALOGUES: [&str; 4] =
    ["zhongwei-hrss-2022", "yinchuan-hrss-2020", "zhongwei-social-insurance", "jalaid-social-insurance"];

/// The exchange file of one of the four.
pub(crate) fn path(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/catalogues");
    Path::new(folder).join(format!("{name}.json"))
}

/// One of the four.
pub(crate) fn catalogue(name: &str) -> Catalogue {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::new(&format!("id-{next}")).unwrap()
    };
    exchange::read(&std::fs::read(path(name)).unwrap(), &mut new_id).unwrap()
}

/// Writes one of the four into the file, in the format that the file's name says.
pub(crate) fn export(name: &str, out: &Path) {
    convert(&path(name), out);
}

/// Converts an exchange file into the format that the other's name says.
pub(crate) fn convert(from: &Path, to: &Path) {
    let choice = Choice::default();
    let conversion = Conversion { input: from, choice: &choice, output: to, paper: Paper::A3, report: None };
    mulu_app::convert(&conversion, &System, &mut unwatched).unwrap();
}

/// A cell of the body: its column, its text without white space, and how many rows it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BodyCell {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) text: String,
    pub(crate) rows: usize,
}

/// All cells of the body, column by column, top down; rows count from 0 over the whole table.
pub(crate) fn body(catalogue: &Catalogue) -> Vec<BodyCell> {
    let template = &catalogue.template;
    let mut cells = Vec::new();
    for (column, shape) in template.columns.iter().enumerate() {
        let mut first_row = 0;
        let mut first_number = 1;
        for (position, group) in catalogue.groups.iter().enumerate() {
            let rows = table::rows(group, first_number);
            for (index, span) in table::spans(template, &rows, &shape.key).into_iter().enumerate() {
                if span > 0 {
                    let text = text(template, &shape.key, &group.name, position, &rows[index]);
                    cells.push(BodyCell { row: first_row + index, column, text: bare(&text), rows: span });
                }
            }
            first_row += rows.len();
            first_number += group.items.len();
        }
    }
    cells
}

fn text(template: &Template, key: &ColumnKey, group: &str, position: usize, row: &Row<'_>) -> String {
    match row.item.cell(row.part, key) {
        None if *key == ColumnKey::Group => group.to_owned(),
        None => table::number(template, key, position, row.number),
        Some(Cell::Text(text)) => text.to_owned(),
        Some(Cell::Mark { note, .. }) if !note.is_empty() => note.to_owned(),
        Some(Cell::Mark { on, .. }) => if on { "√" } else { "" }.to_owned(),
        Some(Cell::Channels(channels)) => boxes(template, channels),
    }
}

fn boxes(template: &Template, channels: &[Channel]) -> String {
    if template.channel_options.is_empty() {
        return channels.iter().map(|channel| channel.label.as_str()).collect();
    }
    let one = |option: &String| {
        let ticked = channels.iter().find(|channel| channel.label == *option);
        let note = match ticked {
            Some(channel) if !channel.note.is_empty() => format!("（{}）", channel.note),
            _ if template.takes_note(option) => "（注明）".to_owned(),
            _ => String::new(),
        };
        format!("{}{option}{note}", if ticked.is_some() { "☑" } else { "□" })
    };
    template.channel_options.iter().map(one).collect()
}

/// The text without white space: line breaks and spacing are the layout's business.
pub(crate) fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}
