//! Excel workbooks (.xlsx, .xlsm), read as a stream. Formulas count by the value that was kept with them; macros,
//! links and drawings are not looked at.

mod controls;
mod styles;
mod texts;

use std::io::BufRead;

use quick_xml::events::BytesStart;
use styles::Styles;
use texts::Text;

use super::{
    archive::Archive,
    error::{Fault, Measure},
    limits,
    number::{Epoch, general},
    sheet::{Area, Budget, Sheet},
    xml::{Node, Xml, attribute, flag, name, number},
};
use crate::document::Table;

/// Columns of a sheet, and more than any program makes.
const MOST_COLUMNS: u32 = 1 << 20;

/// Reads all sheets.
pub(super) fn read(archive: &mut Archive) -> Result<Vec<Table>, Fault> {
    let book = Book::read(archive)?;
    let styles = match book.part("styles") {
        Some(path) => Styles::read(archive, path)?,
        None => Styles::default(),
    };
    let mut budget = Budget::default();
    let texts = match book.part("sharedStrings") {
        Some(path) => texts::read_shared(archive, path, &mut budget)?,
        None => Vec::new(),
    };
    // What is shared is counted again where it is shown.
    let mut budget = Budget::default();
    let mut tables = Vec::new();
    for (entry, path) in book.sheets() {
        let Some(mut xml) = archive.xml(path)? else { return Err(Fault::Damaged) };
        budget.table()?;
        let mut reader = SheetReader::new(&styles, &texts, book.epoch, &mut budget);
        reader.read(&mut xml)?;
        drop(xml);
        let mut sheet = reader.sheet;
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let relations = relations_of(archive, folder, file)?;
        if let Some(drawing) = relations.iter().find(|relation| relation.kind == "vmlDrawing") {
            let lines = controls::read(archive, &drawing.path, &mut budget)?;
            sheet.add_lines(&mut budget, lines)?;
        }
        tables.extend(sheet.finish(entry.name.clone(), entry.is_hidden)?);
    }
    Ok(tables)
}

struct Entry {
    name: String,
    relation: String,
    is_hidden: bool,
}

struct Relation {
    id: String,
    kind: String,
    path: String,
}

/// What the workbook says of its parts.
struct Book {
    entries: Vec<Entry>,
    relations: Vec<Relation>,
    epoch: Epoch,
}

impl Book {
    fn read(archive: &mut Archive) -> Result<Self, Fault> {
        let path = main_part(archive)?;
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let relations = relations_of(archive, folder, file)?;
        let mut book = Self { entries: Vec::new(), relations, epoch: Epoch::Year1900 };
        let Some(mut xml) = archive.xml(&path)? else { return Err(Fault::Damaged) };
        loop {
            match xml.next()? {
                Node::Open(element) => match name(&element) {
                    "workbookPr" if flag(&element, "date1904", false) => book.epoch = Epoch::Year1904,
                    "sheet" if book.entries.len() >= limits::TABLES => {
                        return Err(Fault::TooLarge(Measure::Tables));
                    }
                    "sheet" => book.entries.push(Entry {
                        name: attribute(&element, "name").unwrap_or_default().into_owned(),
                        relation: attribute(&element, "id").unwrap_or_default().into_owned(),
                        is_hidden: attribute(&element, "state").is_some_and(|state| state != "visible"),
                    }),
                    _ => {}
                },
                Node::End => return Ok(book),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn part(&self, kind: &str) -> Option<&str> {
        Some(self.relations.iter().find(|relation| relation.kind == kind)?.path.as_str())
    }

    /// The sheets with cells, and where each is kept.
    fn sheets(&self) -> impl Iterator<Item = (&Entry, &str)> {
        self.entries.iter().filter_map(|entry| {
            let relation = self.relations.iter().find(|relation| relation.id == entry.relation)?;
            (relation.kind == "worksheet").then_some((entry, relation.path.as_str()))
        })
    }
}

/// The path of the part with which a document of Office begins, be it a workbook or something else.
pub(super) fn main_part(archive: &mut Archive) -> Result<String, Fault> {
    let relations = relations(archive, "_rels/.rels", "")?;
    if let Some(main) = relations.into_iter().find(|relation| relation.kind == "officeDocument") {
        return Ok(main.path);
    }
    let usual = ["xl/workbook.xml", "word/document.xml"].into_iter().find(|path| archive.has(path));
    usual.map(str::to_owned).ok_or(Fault::Damaged)
}

fn relations_of(archive: &mut Archive, folder: &str, file: &str) -> Result<Vec<Relation>, Fault> {
    let path =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    relations(archive, &path, folder)
}

/// The relations of a part that stands in `folder`; none if it has none. Those that lead out of the file are left
/// out.
fn relations(archive: &mut Archive, path: &str, folder: &str) -> Result<Vec<Relation>, Fault> {
    let mut relations = Vec::new();
    let Some(mut xml) = archive.xml(path)? else { return Ok(relations) };
    loop {
        match xml.next()? {
            Node::Open(element) if name(&element) == "Relationship" => {
                if attribute(&element, "TargetMode").is_some_and(|mode| mode == "External") {
                    continue;
                }
                if relations.len() >= limits::ENTRIES {
                    return Err(Fault::TooLarge(Measure::Entries));
                }
                let kind = attribute(&element, "Type").unwrap_or_default();
                let target = attribute(&element, "Target").unwrap_or_default();
                relations.push(Relation {
                    id: attribute(&element, "Id").unwrap_or_default().into_owned(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    path: joined(folder, &target),
                });
            }
            Node::End => return Ok(relations),
            _ => {}
        }
    }
}

/// A path that is relative to a folder, or absolute.
fn joined(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// A cell that is being read.
#[derive(Default)]
struct OpenCell {
    row: u32,
    column: u32,
    style: usize,
    kind: MarkKind,
    value: String,
}

/// What the value of a cell is.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum MarkKind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Boolean,
    /// A date in words of ISO 8601.
    Date,
}

impl MarkKind {
    fn of(word: &str) -> Self {
        match word {
            "s" => Self::Shared,
            "str" | "e" => Self::Text,
            "inlineStr" => Self::Inline,
            "b" => Self::Boolean,
            "d" => Self::Date,
            _ => Self::Number,
        }
    }
}

struct SheetReader<'a> {
    styles: &'a Styles,
    texts: &'a [Text],
    epoch: Epoch,
    budget: &'a mut Budget,
    sheet: Sheet,
    /// The row and column that come next where the file names none.
    row: u32,
    column: u32,
}

impl<'a> SheetReader<'a> {
    fn new(styles: &'a Styles, texts: &'a [Text], epoch: Epoch, budget: &'a mut Budget) -> Self {
        Self { styles, texts, epoch, budget, sheet: Sheet::default(), row: 0, column: 0 }
    }

    fn read<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<(), Fault> {
        loop {
            match xml.next()? {
                Node::Open(element) => match name(&element) {
                    "row" => self.open_row(&element)?,
                    "c" => {
                        let cell = self.open_cell(&element);
                        self.read_cell(xml, cell)?;
                    }
                    "col" => self.open_columns(&element)?,
                    "mergeCell" => {
                        if let Some(area) = attribute(&element, "ref").and_then(|area| parse_area(&area)) {
                            self.sheet.merge(self.budget, area)?;
                        }
                    }
                    _ => {}
                },
                Node::Close(name) if name == "row" => self.row = self.row.saturating_add(1),
                Node::End => return Ok(()),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn open_row(&mut self, element: &BytesStart) -> Result<(), Fault> {
        if let Some(row) = number::<u32>(element, "r").filter(|row| *row > 0) {
            self.row = row - 1;
        }
        self.column = 0;
        let is_flat = number::<f64>(element, "ht") == Some(0.0);
        if is_flat || flag(element, "hidden", false) {
            self.sheet.hide_rows(self.budget, self.row, self.row)?;
        }
        Ok(())
    }

    fn open_columns(&mut self, element: &BytesStart) -> Result<(), Fault> {
        let is_flat = number::<f64>(element, "width") == Some(0.0);
        let ends = (number::<u32>(element, "min"), number::<u32>(element, "max"));
        if let (Some(first @ 1..), Some(last @ 1..)) = ends
            && (is_flat || flag(element, "hidden", false))
        {
            self.sheet.hide_columns(self.budget, first - 1, last - 1)?;
        }
        Ok(())
    }

    /// In one pass over the attributes: sheets have millions of cells without anything in them.
    fn open_cell(&mut self, element: &BytesStart) -> OpenCell {
        let mut cell = OpenCell::default();
        for attribute in element.attributes().with_checks(false).flatten() {
            match attribute.key.0 {
                "r" => {
                    if let Some((row, column)) = parse_field(&attribute.value) {
                        (self.row, self.column) = (row, column);
                    }
                }
                "s" => cell.style = attribute.value.parse().unwrap_or(0),
                "t" => cell.kind = MarkKind::of(&attribute.value),
                _ => {}
            }
        }
        (cell.row, cell.column) = (self.row, self.column);
        self.column = self.column.saturating_add(1);
        cell
    }

    fn read_cell<R: BufRead>(&mut self, xml: &mut Xml<R>, mut cell: OpenCell) -> Result<(), Fault> {
        let mut inline = None;
        let mut is_in_value = false;
        loop {
            match xml.next()? {
                Node::Open(element) => match name(&element) {
                    "v" => is_in_value = true,
                    "is" => inline = Some(texts::read_text(xml, "is", self.budget)?),
                    "f" | "extLst" => xml.skip()?,
                    _ => {}
                },
                Node::Text(text) if is_in_value => {
                    self.budget.bytes(text.len())?;
                    cell.value.push_str(&text);
                }
                Node::Close(name) if name == "v" => is_in_value = false,
                Node::Close(name) if name == "c" => break,
                Node::End => return Err(Fault::Truncated),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        let shown = self.shown(&cell, inline)?;
        self.sheet.put(self.budget, cell.row, cell.column, &shown)
    }

    fn shown(&self, cell: &OpenCell, inline: Option<Text>) -> Result<String, Fault> {
        let value = cell.value.trim();
        Ok(match cell.kind {
            MarkKind::Shared if value.is_empty() => String::new(),
            MarkKind::Shared => {
                let index: usize = value.parse().map_err(|_| Fault::Damaged)?;
                let text = self.texts.get(index).ok_or(Fault::Damaged)?;
                text.shown(self.styles.symbols(cell.style))
            }
            MarkKind::Inline => {
                inline.map(|text| text.shown(self.styles.symbols(cell.style))).unwrap_or_default()
            }
            MarkKind::Text => texts::unescaped(&cell.value),
            MarkKind::Boolean => self.styles.boolean(cell.style, value == "1" || value == "true"),
            MarkKind::Date => value.strip_suffix("T00:00:00").unwrap_or(value).replace('T', " "),
            MarkKind::Number => match value.parse::<f64>() {
                Ok(number) => self.styles.number(cell.style, number, self.epoch),
                Err(_) => value.to_owned(),
            },
        })
    }
}

/// `B3` as row and column from 0.
fn parse_field(text: &str) -> Option<(u32, u32)> {
    let text = text.trim();
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut column: u32 = 0;
    for letter in text[..letters].bytes() {
        let digit = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    let row: u32 = text[letters..].parse().ok()?;
    (column <= MOST_COLUMNS).then_some(())?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// `B3:C9`.
fn parse_area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':')?;
    let (row, column) = parse_field(&first.replace('$', ""))?;
    let (last_row, last_column) = parse_field(&last.replace('$', ""))?;
    Some(Area { row, column, last_row, last_column })
}

impl Styles {
    /// The text of a number in a cell of that style.
    fn number(&self, style: usize, value: f64, epoch: Epoch) -> String {
        self.format(style).map_or_else(|| general(value), |format| format.show(value, epoch))
    }
}
