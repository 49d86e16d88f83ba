//! A table as text, of a catalogue or of its revision: columns, header cells, and cells that cover one row or several. Nothing
//! is measured here. All writers read this one table, so that every format says the same.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    ops::Range,
    sync::Arc,
};

use mulu_model::{
    Catalogue, Cell as Value, Channel, ColumnKey, HeadingField, Statistics, Template, long_date, table,
};

use crate::words;

/// Stands between the boxes of a cell; never drawn, the layout gives it its width.
pub(crate) const GAP: char = '\u{2003}';

/// The table without measures.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// What a table like this one is called.
    pub(crate) name: &'static str,
    pub(crate) title: String,
    /// 责任单位, 填表人, 复核人, 审签人, 填表时间; empty where the template has no such line.
    pub(crate) sign_off: Vec<String>,
    /// The line right above the table: 统计行 where the template has it, or the versions that are compared.
    pub(crate) summary: Option<String>,
    pub(crate) header: Vec<table::HeaderCell>,
    pub(crate) header_depth: usize,
    pub(crate) columns: Vec<Column>,
    pub(crate) groups: Vec<Group>,
    pub(crate) rows: Vec<Row>,
    /// The cells of each column, top down, without gaps: each covers `span` rows from `first` on.
    pub(crate) cells: Vec<Vec<Cell>>,
}

/// One column, left to right.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) kind: Kind,
    pub(crate) role: Role,
    /// The header cells above it, top down.
    pub(crate) header: Vec<String>,
    /// Its least width in font sizes, besides what its texts need.
    pub(crate) least: f32,
    /// Whether it and its right neighbour are equally wide.
    pub(crate) is_as_wide_as_next: bool,
}

/// What the cells of a column are to their rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The number of a group.
    GroupNumber,
    /// The name of a group.
    Group,
    /// The number of an item.
    ItemNumber,
    /// The name of an item.
    Item,
    /// What a row says.
    Content,
}

/// How the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Numbers and the √: short, centred.
    Narrow,
    /// The names of groups, of items, and between them: centred, repeated when a page cuts them.
    Name,
    /// Texts: from the left.
    Text,
    /// Boxes side by side, or lines of text.
    Boxes,
}

/// 一级事项 in the table.
#[derive(Debug)]
pub(crate) struct Group {
    /// Its number and name, as the outline of a document shows it.
    pub(crate) label: String,
    /// Its first row.
    pub(crate) first_row: usize,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// The position of its item from 0 over the whole catalogue; `None` in the row of a group without items.
    pub(crate) item: Option<usize>,
    /// Whether it is the first row of its item.
    pub(crate) starts_item: bool,
}

/// A cell of the body.
#[derive(Debug)]
pub(crate) struct Cell {
    pub(crate) first: usize,
    pub(crate) span: usize,
    /// Its text, one and the same for equal texts of a column; boxes are joined by [`GAP`].
    pub(crate) text: Arc<str>,
    /// The parts of it that have changed, in their order; none in a catalogue.
    pub(crate) marks: Box<[Mark]>,
}

/// A part of a text that only one of two versions has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its bytes.
    pub(crate) range: Range<usize>,
    pub(crate) change: Change,
}

/// How a part of a text has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Struck through.
    Deleted,
    /// Underlined.
    Added,
}

impl Sheet {
    /// The table of the catalogue; what stands in these fields of the sign-off line is marked as typed.
    pub(crate) fn new(catalogue: &Catalogue, typed: &[HeadingField]) -> Self {
        let template = &catalogue.template;
        let columns: Vec<Column> = template.columns.iter().map(|c| Column::new(template, c)).collect();
        let mut sheet = Self {
            name: words::WORKSHEET,
            title: match catalogue.heading.title.trim() {
                "" => words::UNTITLED.to_owned(),
                _ => clean(&catalogue.heading.title).into_owned(),
            },
            sign_off: if template.sign_off_line { sign_off(catalogue, typed) } else { Vec::new() },
            summary: template.statistics_line.then(|| Statistics::of(catalogue).to_string()),
            header: table::header(template).into_iter().map(clean_header).collect(),
            header_depth: template.header_depth(),
            cells: columns.iter().map(|_| Vec::new()).collect(),
            columns,
            groups: Vec::with_capacity(catalogue.groups.len()),
            rows: Vec::new(),
        };
        let mut texts: Vec<Texts<'_>> = sheet.columns.iter().map(|_| Texts::default()).collect();
        let mut first_number = 1;
        for (position, group) in catalogue.groups.iter().enumerate() {
            let rows = table::rows(group, first_number);
            sheet.add_group(template, position, group, &rows, &mut texts);
            first_number += group.items.len();
        }
        sheet
    }

    fn add_group<'a>(
        &mut self,
        template: &Template,
        position: usize,
        group: &mulu_model::Group,
        rows: &[table::Row<'a>],
        texts: &mut [Texts<'a>],
    ) {
        let first_row = self.rows.len();
        let number = table::number(template, &ColumnKey::Number, position, 0);
        let is_numbered = template.is_group_column(&ColumnKey::Number) && !number.is_empty();
        let name = clean(&group.name).replace('\n', "");
        let label = if is_numbered { format!("{number}、{name}") } else { name };
        self.groups.push(Group { label, first_row });
        if rows.is_empty() {
            return self.add_empty_row(&number, &group.name);
        }
        self.rows
            .extend(rows.iter().map(|row| Row { item: Some(row.number - 1), starts_item: row.part == 0 }));
        for ((column, cells), texts) in template.columns.iter().zip(&mut self.cells).zip(texts) {
            let spans = table::spans(template, rows, &column.key);
            for (index, span) in spans.into_iter().enumerate().filter(|(_, span)| *span > 0) {
                let text = texts.of_cell(template, &column.key, position, group, &rows[index]);
                cells.push(Cell { first: first_row + index, span, text, marks: Box::default() });
            }
        }
    }
}

impl Sheet {
    /// The row of a group without items: its number and name, so that it is not forgotten.
    fn add_empty_row(&mut self, number: &str, name: &str) {
        for (column, cells) in self.columns.iter().zip(&mut self.cells) {
            let text = match column.role {
                Role::Group => clean(name).into(),
                Role::GroupNumber => number.into(),
                _ => "".into(),
            };
            cells.push(Cell { first: self.rows.len(), span: 1, text, marks: Box::default() });
        }
        self.rows.push(Row { item: None, starts_item: true });
    }
}

impl Sheet {
    /// 责任单位; empty where the sign-off line does not say it.
    pub(crate) fn responsible_unit(&self) -> &str {
        let field = self.sign_off.first().and_then(|field| field.strip_prefix(words::RESPONSIBLE_UNIT));
        field.unwrap_or_default()
    }
}

/// Goes through the rows of a [`Sheet`], top down, with the cell of each column.
pub(crate) struct Walk<'a> {
    sheet: &'a Sheet,
    at: Vec<usize>,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(sheet: &'a Sheet) -> Self {
        Self { sheet, at: vec![0; sheet.columns.len()] }
    }

    /// The column and the cell that covers the row there, left to right. Rows must not go backwards.
    pub(crate) fn row(&mut self, row: usize) -> impl Iterator<Item = (&'a Column, &'a Cell)> {
        let sheet = self.sheet;
        self.at.iter_mut().zip(&sheet.columns).zip(&sheet.cells).filter_map(move |((at, column), cells)| {
            while cells.get(*at)?.rows().end <= row {
                *at += 1;
            }
            Some((column, &cells[*at]))
        })
    }
}

impl Column {
    fn new(template: &Template, column: &mulu_model::Column) -> Self {
        let key = &column.key;
        let kind = match key {
            _ if key.is_narrow() => Kind::Narrow,
            ColumnKey::Group | ColumnKey::Sub(_) | ColumnKey::Item => Kind::Name,
            ColumnKey::Channels => Kind::Boxes,
            _ => Kind::Text,
        };
        let role = match key {
            ColumnKey::Group => Role::Group,
            ColumnKey::Number if template.is_group_column(key) => Role::GroupNumber,
            ColumnKey::Number | ColumnKey::ItemNumber => Role::ItemNumber,
            ColumnKey::Item => Role::Item,
            _ => Role::Content,
        };
        let header = column.header.iter().map(|word| clean(word).into_owned()).collect();
        Self { kind, role, header, least: 0.0, is_as_wide_as_next: false }
    }

    /// Whether a page break inside an item repeats the cell on the next page.
    pub(crate) fn names_rows(&self) -> bool {
        self.kind == Kind::Name || self.role != Role::Content
    }

    /// Whether its cells belong to a group.
    pub(crate) fn is_group(&self) -> bool {
        matches!(self.role, Role::Group | Role::GroupNumber)
    }
}

impl Cell {
    /// The rows that it covers.
    pub(crate) fn rows(&self) -> Range<usize> {
        self.first..self.first + self.span
    }

    /// Its text for formats that set it themselves: boxes apart by `gap`.
    pub(crate) fn plain(&self, gap: &str) -> String {
        self.text.replace(GAP, gap)
    }

    /// Its text in pieces, each with how it has changed.
    pub(crate) fn pieces(&self) -> Vec<(&str, Option<Change>)> {
        let mut pieces = Vec::new();
        let mut from = 0;
        for Mark { range, change } in &self.marks {
            pieces
                .extend([(&self.text[from..range.start], None), (&self.text[range.clone()], Some(*change))]);
            from = range.end;
        }
        pieces.push((&self.text[from..], None));
        pieces.retain(|(text, _)| !text.is_empty());
        pieces
    }
}

/// The texts of a column. Most columns of a catalogue hold few texts, each in very many rows.
#[derive(Default)]
struct Texts<'a> {
    known: HashSet<Arc<str>>,
    /// By the labels and notes of the channels.
    boxes: HashMap<Vec<(&'a str, &'a str)>, Arc<str>>,
}

impl<'a> Texts<'a> {
    /// The text of the cell at the top of a span.
    fn of_cell(
        &mut self,
        template: &Template,
        key: &ColumnKey,
        position: usize,
        group: &mulu_model::Group,
        row: &table::Row<'a>,
    ) -> Arc<str> {
        match row.item.cell(row.part, key) {
            None if *key == ColumnKey::Group => self.cleaned(&group.name),
            None => self.shared(&table::number(template, key, position, row.number)),
            Some(Value::Text(text)) => self.cleaned(text),
            Some(Value::Mark { note, .. }) if !note.is_empty() => self.cleaned(note),
            Some(Value::Mark { on, .. }) => self.shared(if on { words::MARK } else { "" }),
            Some(Value::Channels(channels)) if template.channel_options.is_empty() => {
                self.shared(&free_lines(channels))
            }
            Some(Value::Channels(channels)) => {
                let key = channels.iter().map(|c| (c.label.as_str(), c.note.as_str())).collect();
                Arc::clone(self.boxes.entry(key).or_insert_with(|| boxes(template, channels).into()))
            }
        }
    }

    fn shared(&mut self, text: &str) -> Arc<str> {
        match self.known.get(text) {
            Some(known) => Arc::clone(known),
            None => {
                let new: Arc<str> = text.into();
                self.known.insert(Arc::clone(&new));
                new
            }
        }
    }

    fn cleaned(&mut self, text: &str) -> Arc<str> {
        // What is known is clean.
        match self.known.get(text) {
            Some(known) => Arc::clone(known),
            None => self.shared(&clean(text)),
        }
    }
}

/// Channels of a template without options: one line each.
fn free_lines(channels: &[Channel]) -> String {
    let line = |channel: &Channel| {
        let note = if channel.note.is_empty() { String::new() } else { words::note(&channel.note) };
        clean(&format!("{}{note}", channel.label)).into_owned()
    };
    channels.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// All options in printed order, ticked or not; what is ticked and is no option comes after them.
fn boxes(template: &Template, channels: &[Channel]) -> String {
    let mut text = String::new();
    let mut push = |sign: char, label: &str, note: &str| {
        if !text.is_empty() {
            text.push(GAP);
        }
        text.push(sign);
        text.push_str(&clean_word(label));
        if !note.is_empty() {
            text.push_str(&words::note(&clean_word(note)));
        } else if template.takes_note(label) {
            text.push_str(words::NOTE_WANTED);
        }
    };
    for option in &template.channel_options {
        match channels.iter().find(|channel| channel.label == *option) {
            Some(channel) => push(words::TICKED, option, &channel.note),
            None => push(words::UNTICKED, option, ""),
        }
    }
    for channel in channels.iter().filter(|c| !template.channel_options.contains(&c.label)) {
        push(words::TICKED, &channel.label, &channel.note);
    }
    text
}

fn sign_off(catalogue: &Catalogue, typed: &[HeadingField]) -> Vec<String> {
    let heading = &catalogue.heading;
    let date = heading.prepared_at.map(long_date).unwrap_or_default();
    let fields = [
        (HeadingField::ResponsibleUnit, words::RESPONSIBLE_UNIT, &heading.responsible_unit),
        (HeadingField::Preparer, words::PREPARER, &heading.preparer),
        (HeadingField::Reviewer, words::REVIEWER, &heading.reviewer),
        (HeadingField::Approver, words::APPROVER, &heading.approver),
        (HeadingField::PreparedAt, words::PREPARED_AT, &date),
    ];
    let written = |(field, label, text): &(HeadingField, &str, &String)| {
        let mark = if typed.contains(field) && !text.is_empty() { words::TYPED } else { "" };
        format!("{label}{}{mark}", clean_word(text))
    };
    fields.iter().map(written).collect()
}

fn clean_header(mut cell: table::HeaderCell) -> table::HeaderCell {
    cell.text = clean(&cell.text).into_owned();
    cell
}

/// The text without what cannot be printed: line ends of all kinds become line feeds, tabs become blanks,
/// control characters and what is none go.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| {
        c.is_control() && c != '\n' || matches!(c, GAP | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}')
    }) {
        return text.into();
    }
    let unified = text.replace("\r\n", "\n");
    let printable = |character| match character {
        '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => Some('\n'),
        '\t' | GAP => Some(' '),
        '\n' => Some('\n'),
        // What no XML can hold.
        '\u{fffe}' | '\u{ffff}' => None,
        control if control.is_control() => None,
        printable => Some(printable),
    };
    unified.chars().filter_map(printable).collect()
}

/// As [`clean`], on one line.
fn clean_word(text: &str) -> Cow<'_, str> {
    match clean(text) {
        lines if lines.contains('\n') => lines.replace('\n', " ").into(),
        word => word,
    }
}
