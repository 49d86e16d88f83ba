//! From a document and what somebody has chosen and corrected to a catalogue.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use mulu_import::{Confidence, Document, Draft, MappedColumn, Mapping, NoCatalogue, Seen, Shows};
use mulu_model::{Catalogue, ColumnKey, Edit, Group, Id, Item, TextField, Value};

use super::choice::Choice;
use crate::{
    AppError, DocumentProblem,
    error::from::count,
    wire::{CellAnswer, CellChoice, ColumnChoice, ColumnUse, Corrections, RowChange, RowChoice},
};

/// What was made of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Interpreted {
    /// The tables that were taken, by index, and how they were read.
    pub(super) taken: Vec<(usize, Mapping)>,
    /// The catalogue, with all corrections.
    pub(super) draft: Draft,
}

/// Why nothing was made.
pub(super) enum Refusal {
    Document(DocumentProblem),
    App(AppError),
}

impl From<DocumentProblem> for Refusal {
    fn from(problem: DocumentProblem) -> Self {
        Self::Document(problem)
    }
}

impl From<AppError> for Refusal {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl Interpreted {
    /// Reads a document as `choice` says.
    pub(super) fn of(
        document: &Document,
        choice: &Choice,
        new_id: &mut dyn FnMut() -> Id,
    ) -> Result<Self, Refusal> {
        let mut taken = catalogues(document, choice)?;
        for (at, mapping) in &mut taken {
            let of_table = choice.corrections.columns.iter().filter(|column| column.table == count(*at + 1));
            of_table.for_each(|column| correct_column(mapping, column));
        }
        let tables: Vec<_> = taken.iter().map(|(at, mapping)| (&document.tables[*at], mapping)).collect();
        let mut draft = mulu_import::draft(&tables, choice.template.as_ref(), new_id);
        correct_items(document, &mut draft, &taken, &choice.corrections, new_id)?;
        Ok(Self { taken, draft })
    }

    /// The catalogue of an exchange file.
    pub(super) fn of_exchange(catalogue: Catalogue) -> Self {
        let draft = Draft {
            catalogue,
            findings: Vec::new(),
            sources: Vec::new(),
            roles: Vec::new(),
            laid: Vec::new(),
        };
        Self { taken: Vec::new(), draft }
    }

    /// The items that begin in a table's grid, by row: the position over the whole catalogue, and whether a group begins
    /// there. Tables count from 0 in the document.
    pub(super) fn items_of(&self, table: usize) -> HashMap<usize, (u32, bool)> {
        let Some(taken_at) = self.taken.iter().position(|(at, _)| *at == table) else {
            return HashMap::new();
        };
        let groups = self.draft.catalogue.groups.iter();
        let items = groups.flat_map(|group| group.items.iter().enumerate());
        let places: HashMap<&Id, (u32, bool)> =
            items.enumerate().map(|(number, (at, item))| (&item.id, (count(number), at == 0))).collect();
        let sources = self.draft.sources.iter().filter(|source| source.table == taken_at);
        sources.filter_map(|source| Some((source.row, *places.get(&source.item)?))).collect()
    }
}

/// The tables that are read, by index, and how.
fn catalogues(document: &Document, choice: &Choice) -> Result<Vec<(usize, Mapping)>, DocumentProblem> {
    let header_of = |at: usize| {
        let header = choice.corrections.headers.iter().find(|header| header.table == count(at + 1))?;
        let first = header.first as usize;
        Some(mulu_import::with_header(
            &document.tables[at],
            first..first.saturating_add(header.rows as usize),
        ))
    };
    if choice.tables.is_empty() {
        let found = match mulu_import::find_all(document) {
            Err(_) if !choice.corrections.headers.is_empty() => Vec::new(),
            found => found?,
        };
        let mut taken: Vec<_> = found;
        for at in 0..document.tables.len() {
            let Some(mapping) = header_of(at) else { continue };
            match taken.iter_mut().find(|(taken, _)| *taken == at) {
                Some((_, known)) => *known = mapping,
                None => taken.push((at, mapping)),
            }
        }
        taken.sort_by_key(|(at, _)| *at);
        return Ok(taken);
    }
    let mut taken: Vec<(usize, Mapping)> = Vec::new();
    for asked in &choice.tables {
        let at = (*asked as usize).wrapping_sub(1);
        let tables = count(document.tables.len());
        let table = document.tables.get(at).ok_or(DocumentProblem::NoSuchTable { asked: *asked, tables })?;
        let goes_on = || {
            let (before, mapping) = taken.last()?;
            (document.tables[*before].grid.columns == table.grid.columns).then(|| mapping.continued(table))
        };
        let mapping = header_of(at).or_else(|| mulu_import::find(table)).or_else(goes_on);
        let none = || NoCatalogue { tables: vec![Seen::of(table)] };
        if !taken.iter().any(|(taken, _)| *taken == at) {
            taken.push((at, mapping.ok_or_else(none)?));
        }
    }
    Ok(taken)
}

/// Gives a column another meaning. Whichever column had that meaning gets the one that this had, or becomes one of the
/// body's own, so that nothing is dropped and nothing stands twice.
fn correct_column(mapping: &mut Mapping, choice: &ColumnChoice) {
    let position = (choice.position as usize).saturating_sub(1);
    let shows = match &choice.use_as {
        ColumnUse::Column { key } => Shows::Key(key.clone()),
        ColumnUse::Words { of } => Shows::Words(*of),
        ColumnUse::Channel { label } => Shows::Channel(label.clone()),
        ColumnUse::Nothing => Shows::Ignored,
    };
    let at = match mapping.columns.iter().position(|column| column.position == position) {
        Some(at) => at,
        None => {
            let at = mapping.columns.partition_point(|column| column.position < position);
            let (shows, confidence) = (Shows::Ignored, Confidence::Guess);
            mapping.columns.insert(at, MappedColumn { position, header: Vec::new(), shows, confidence });
            at
        }
    };
    let had = std::mem::replace(&mut mapping.columns[at].shows, shows.clone());
    mapping.columns[at].confidence = Confidence::Certain;
    let others = mapping.columns.iter_mut().enumerate().filter(|(other, _)| *other != at);
    for (_, other) in others.filter(|(_, other)| other.shows == shows && matches!(shows, Shows::Key(_))) {
        let own = || Shows::Key(ColumnKey::Custom(own_label(other)));
        other.shows = match &had {
            Shows::Key(ColumnKey::Custom(_)) | Shows::Ignored => own(),
            had => had.clone(),
        };
    }
}

/// What a column of the body's own is called.
fn own_label(column: &MappedColumn) -> String {
    let header = column.header.iter().rev().find(|word| !word.trim().is_empty());
    header.cloned().unwrap_or_else(|| format!("#{}", column.position + 1))
}

/// Corrects rows and cells, top down.
fn correct_items(
    document: &Document,
    draft: &mut Draft,
    taken: &[(usize, Mapping)],
    corrections: &Corrections,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<(), AppError> {
    let item_of = |draft: &Draft, table: u32, row: u32| {
        let taken_at = taken.iter().position(|(at, _)| count(*at + 1) == table)?;
        let above = |source: &&mulu_import::Source| source.table == taken_at && source.row <= row as usize;
        draft.sources.iter().rfind(above).map(|source| (source.item.clone(), row as usize - source.row))
    };
    for CellChoice { table, row, column, answer } in &corrections.cells {
        let mut cells: Vec<_> = item_of(draft, *table, *row).into_iter().collect();
        let covered = rows_below(document, taken, *table, *row, column);
        let sources = draft
            .sources
            .iter()
            .filter(|source| taken[source.table].0 + 1 == *table as usize && covered.contains(&source.row));
        cells.extend(sources.map(|source| (source.item.clone(), 0)));
        for (id, below) in cells {
            if let Some(edit) = answer_cell(&draft.catalogue, &id, below, column, *answer) {
                draft.catalogue.apply(&edit)?;
            }
        }
    }
    let mut rows: Vec<&RowChoice> = corrections.rows.iter().collect();
    rows.sort_by_key(|choice| (choice.table, choice.row));
    for RowChoice { table, row, change } in rows {
        let Some((id, 0)) = item_of(draft, *table, *row) else { continue };
        for edit in change_row(&draft.catalogue, &id, change, new_id) {
            draft.catalogue.apply(&edit)?;
        }
    }
    let there: HashSet<&Id> = draft.catalogue.items().map(|(_, item)| &item.id).collect();
    draft.findings.retain(|finding| finding.item.as_ref().is_none_or(|item| there.contains(item)));
    Ok(())
}

/// The further rows over which the cell goes that begins in a row, where the document has merged them: what is decided
/// about it is decided for all of them.
fn rows_below(
    document: &Document,
    taken: &[(usize, Mapping)],
    table: u32,
    row: u32,
    column: &ColumnKey,
) -> Range<usize> {
    let row = row as usize;
    let span = || {
        let (at, mapping) = taken.iter().find(|(at, _)| count(*at + 1) == table)?;
        let position = mapping.column(column)?.position;
        let cells = &document.tables[*at].grid.cells;
        let of_row = &cells[cells.partition_point(|cell| cell.row < row)..];
        let mut of_row = of_row.iter().take_while(|cell| cell.row == row);
        let cell = of_row.find(|cell| (cell.column..cell.column + cell.column_span).contains(&position))?;
        Some(cell.row_span)
    };
    row + 1..row.saturating_add(span().unwrap_or(1))
}

/// The edit by which a cell holds what was decided; none where there is no such cell.
fn answer_cell(
    catalogue: &Catalogue,
    id: &Id,
    below: usize,
    column: &ColumnKey,
    answer: CellAnswer,
) -> Option<Edit> {
    let item = catalogue.item(id)?;
    let is_of_row = matches!(column, ColumnKey::Text(TextField::Content) | ColumnKey::Channels);
    let part = (is_of_row && !item.parts.is_empty()).then(|| below.min(item.parts.len() - 1));
    let mut value: Value = item.cell(part.unwrap_or(0), column)?.into();
    match &mut value {
        Value::Text { text } => text.clear(),
        Value::Channels { channels } => channels.clear(),
        Value::Mark { on, note } => {
            *on = answer == CellAnswer::Ticked;
            note.clear();
        }
    }
    Some(Edit::SetCell { item: id.clone(), part, column: column.clone(), value })
}

/// The edits by which an item is left out, or its group begins or ends elsewhere.
fn change_row(
    catalogue: &Catalogue,
    id: &Id,
    change: &RowChange,
    new_id: &mut dyn FnMut() -> Id,
) -> Vec<Edit> {
    let Some((group_at, at)) = catalogue.item_position(id) else { return Vec::new() };
    let group = &catalogue.groups[group_at];
    let moved = |items: &[Item], to: &Id, first: usize| -> Vec<Edit> {
        let edit =
            |(at, item): (usize, &Item)| Edit::MoveItem { item: item.id.clone(), group: to.clone(), to: at };
        (first..).zip(items).map(edit).collect()
    };
    match change {
        RowChange::LeaveOut if group.items.len() == 1 => vec![Edit::RemoveGroup { group: group.id.clone() }],
        RowChange::LeaveOut => vec![Edit::RemoveItem { item: id.clone() }],
        RowChange::BeginGroup { name } if at == 0 => {
            vec![Edit::RenameGroup { group: group.id.clone(), name: name.clone() }]
        }
        RowChange::BeginGroup { name } => {
            let new = Group { id: new_id(), name: name.clone(), items: Vec::new() };
            let moves = moved(&group.items[at..], &new.id, 0);
            let insert = Edit::InsertGroup { at: group_at + 1, group: new };
            std::iter::once(insert).chain(moves).collect()
        }
        RowChange::JoinGroupAbove => {
            let Some(above) = group_at.checked_sub(1).filter(|_| at == 0).map(|at| &catalogue.groups[at])
            else {
                return Vec::new();
            };
            let mut edits = moved(&group.items, &above.id, above.items.len());
            edits.push(Edit::RemoveGroup { group: group.id.clone() });
            edits
        }
    }
}
