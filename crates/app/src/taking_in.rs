//! Reading files: the exchange format, and the documents of others.

use std::{collections::HashMap, path::Path};

use mulu_import::{
    Confidence, Document, Draft, Finding, Kind, MappedColumn, Mapping, NoCatalogue, Seen, Shows,
};
use mulu_model::{Catalogue, Column, ColumnKey, Edit, Id, Template, exchange};

use crate::{
    App, AppError, DocumentProblem, Host,
    error::{
        document,
        from::{self, count},
    },
    file, handoff, sources,
    wire::{ImportColumn, ImportFinding, ImportItem, ImportPlace, ImportTable, ImportView},
};

/// What somebody has chosen before a file is read.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The template that the catalogue gets; without, it has the columns that the file has.
    pub template: Option<Template>,
    /// The only table to be read, counted from 1; without, all that are catalogues are taken as one.
    pub table: Option<u32>,
}

/// A catalogue out of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// It.
    pub catalogue: Catalogue,
    /// How it was read.
    pub view: ImportView,
}

impl App {
    /// Takes the catalogue in a file into the library and returns its identity.
    ///
    /// # Errors
    /// [`AppError::BadExchangeFile`], [`AppError::BadDocument`] and the codes for files.
    pub fn import(&self, path: &Path) -> Result<Id, AppError> {
        self.take_in(&read(path, &Choice::default(), self.host.as_ref())?)
    }

    /// Takes a catalogue that was read into the library and returns its identity.
    ///
    /// # Errors
    /// The codes for the library file.
    pub fn take_in(&self, reading: &Reading) -> Result<Id, AppError> {
        self.keep(&reading.catalogue, None)
    }

    /// What taking the catalogue in a file would bring. Nothing is taken.
    ///
    /// # Errors
    /// As [`App::import`].
    pub fn look_at(&self, path: &Path, choice: &Choice) -> Result<ImportView, AppError> {
        Ok(read(path, choice, self.host.as_ref())?.view)
    }
}

/// A template that ships with the program, by its name.
///
/// # Errors
/// [`AppError::NoSource`]
pub fn shipped_template(id: &str) -> Result<Template, AppError> {
    Ok(sources::shipped_template(id)?.template)
}

/// Reads the catalogue in a file. What kind of file it is, its content decides; only exchange files that are
/// damaged are known by their name. A hand-off file is read where all in it holds.
///
/// # Errors
/// [`AppError::BadExchangeFile`], [`AppError::BadDocument`], [`AppError::BadHandoff`] and the codes for files.
pub fn read(path: &Path, choice: &Choice, host: &dyn Host) -> Result<Reading, AppError> {
    let bytes = file::read_limited(path)?;
    let new_id = &mut || host.new_id();
    if handoff::is_database(&bytes) {
        return of_exchange(path, &handoff::proved(path, &bytes, host)?.content, choice, new_id);
    }
    if is_exchange(path, &bytes) {
        return of_exchange(path, &bytes, choice, new_id);
    }
    let document = mulu_import::read(&bytes, &path.to_string_lossy())
        .map_err(|error| document::refused(path, error.into()))?;
    of_document(&mulu_import::unfold(document), choice, new_id)
        .map_err(|problem| document::refused(path, problem))
}

/// Whether the file is, or should be, an exchange file. RTF, too, begins with a brace.
fn is_exchange(path: &Path, bytes: &[u8]) -> bool {
    let is_named = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    is_named || text.starts_with(b"{") && !text.starts_with(b"{\\")
}

fn of_exchange(
    path: &Path,
    bytes: &[u8],
    choice: &Choice,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<Reading, AppError> {
    if let Some(asked) = choice.table.filter(|table| *table != 1) {
        return Err(document::refused(path, DocumentProblem::NoSuchTable { asked, tables: 1 }));
    }
    let mut catalogue = exchange::read(bytes, new_id).map_err(|error| from::exchange(path, error))?;
    if let Some(template) = &choice.template {
        catalogue.apply(&Edit::SetTemplate { template: template.clone() })?;
    }
    let column = |(position, column): (usize, &Column)| ImportColumn {
        table: 1,
        position: count(position + 1),
        header: column.header.clone(),
        keys: vec![column.key.clone()],
        channel: None,
        confidence: Confidence::Certain,
    };
    let view = ImportView {
        format: None,
        tables: Vec::new(),
        columns: catalogue.template.columns.iter().enumerate().map(column).collect(),
        groups: count(catalogue.groups.len()),
        items: count(catalogue.item_count()),
        findings: Vec::new(),
    };
    Ok(Reading { catalogue, view })
}

fn of_document(
    document: &Document,
    choice: &Choice,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<Reading, DocumentProblem> {
    let taken = catalogues(document, choice.table)?;
    let tables: Vec<_> = taken.iter().map(|(at, mapping)| (&document.tables[*at], mapping)).collect();
    let Draft { catalogue, findings, .. } = mulu_import::draft(&tables, choice.template.as_ref(), new_id);
    // Mappings and findings count the tables that were taken, people those of the document.
    let number = |taken_at: usize| taken.get(taken_at).map_or(0, |(at, _)| count(at + 1));
    let columns = taken
        .iter()
        .enumerate()
        .flat_map(|(at, (_, mapping))| mapping.columns.iter().map(move |mapped| (at, mapped)));
    let table = |(at, table)| {
        let Seen { name, rows, columns, first, .. } = Seen::of(table);
        ImportTable {
            name,
            is_hidden: table.is_hidden,
            rows: count(rows),
            columns: count(columns),
            first,
            is_taken: taken.iter().any(|(taken, _)| *taken == at),
        }
    };
    let items = Items::of(&catalogue);
    let view = ImportView {
        format: Some(document.format),
        tables: document.tables.iter().enumerate().map(table).collect(),
        columns: columns.map(|(at, mapped)| column(mapped, number(at), &catalogue.template)).collect(),
        groups: count(catalogue.groups.len()),
        items: count(catalogue.item_count()),
        findings: findings.into_iter().map(|found| items.finding(found, &number)).collect(),
    };
    Ok(Reading { catalogue, view })
}

/// The tables that are read, by index, and how.
fn catalogues(document: &Document, chosen: Option<u32>) -> Result<Vec<(usize, Mapping)>, DocumentProblem> {
    let Some(asked) = chosen else { return Ok(mulu_import::find_all(document)?) };
    let at = (asked as usize).wrapping_sub(1);
    let tables = count(document.tables.len());
    let table = document.tables.get(at).ok_or(DocumentProblem::NoSuchTable { asked, tables })?;
    let mapping = mulu_import::find(table);
    let none = || NoCatalogue { tables: vec![Seen::of(table)] };
    Ok(vec![(at, mapping.ok_or_else(none)?)])
}

fn column(mapped: &MappedColumn, table: u32, template: &Template) -> ImportColumn {
    let MappedColumn { position, header, shows, confidence } = mapped;
    let (keys, channel) = match shows {
        Shows::Key(key) => (vec![key.clone()], None),
        Shows::Words(kind) => (marks(*kind, template), None),
        Shows::Channel(label) => (vec![ColumnKey::Channels], Some(label.clone())),
        Shows::Ignored => (Vec::new(), None),
    };
    ImportColumn {
        table,
        position: count(position + 1),
        header: header.clone(),
        keys,
        channel,
        confidence: *confidence,
    }
}

/// The columns that one column of words became.
fn marks(kind: Kind, template: &Template) -> Vec<ColumnKey> {
    let is_of_kind = |key: &ColumnKey| matches!(key, ColumnKey::Mark(mark) if Kind::of(mark) == kind);
    template.columns.iter().map(|column| &column.key).filter(|key| is_of_kind(key)).cloned().collect()
}

/// The items of a catalogue, to be named in findings.
struct Items<'a>(HashMap<&'a Id, ImportItem>);

impl<'a> Items<'a> {
    fn of(catalogue: &'a Catalogue) -> Self {
        let named = catalogue.items().enumerate().map(|(index, (group, item))| {
            let named =
                ImportItem { index: count(index), group: group.name.clone(), name: item.name.clone() };
            (&item.id, named)
        });
        Self(named.collect())
    }

    fn finding(&self, found: Finding, number: &dyn Fn(usize) -> u32) -> ImportFinding {
        let Finding { kind, severity, table, place, item, column } = found;
        ImportFinding {
            found: kind,
            severity,
            place: ImportPlace {
                table: number(table),
                row: place.map(|place| place.row),
                column: place.map(|place| place.column).filter(|column| *column > 0),
            },
            item: item.and_then(|id| self.0.get(&id).cloned()),
            column,
        }
    }
}
