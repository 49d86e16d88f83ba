//! Documents that are open for taking in: looked at, corrected, taken.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use mulu_import::clean_up;
use mulu_model::{Act, Catalogue, ColumnKey, Edit, Id, diff::edits_between, log::StepKind};

use super::{
    choice::Choice,
    content::{Content, content, of_document, of_exchange, pasted},
    interpreted::Interpreted,
    matching,
    open::{Documents, Held, OPEN_AT_ONCE},
    rows, view,
};
use crate::{
    App, AppError,
    error::from::count,
    file::GivenFile,
    request::Requests,
    review,
    wire::{
        EditRequest, ImportChoice, ImportDifference, ImportInto, ImportReading, ImportRow, ImportTaken,
        ImportTemplate, ImportView, OpenDocument, PickFrom,
    },
};

impl App {
    /// Opens a document for taking in. It stays open until [`App::close_document`].
    ///
    /// # Errors
    /// [`AppError::BadExchangeFile`], [`AppError::BadDocument`], [`AppError::TooMany`] and the codes for files.
    pub fn open_document<'a>(&self, file: impl Into<GivenFile<'a>>) -> Result<OpenDocument, AppError> {
        let file = file.into();
        self.hold(file.path(), content(file.path(), &file.bytes()?, self.host.as_ref())?)
    }

    /// Opens what was pasted for taking in: its HTML where the clipboard has some, otherwise its text.
    ///
    /// # Errors
    /// As [`App::open_document`].
    pub fn open_pasted(&self, html: &str, text: &str) -> Result<OpenDocument, AppError> {
        self.hold(Path::new(""), pasted(html, text)?)
    }

    fn hold(&self, path: &Path, content: Content) -> Result<OpenDocument, AppError> {
        let mut held = Held { path: path.to_owned(), content, interpreted: None };
        let view = held.look(self, Choice::default())?;
        let mut documents = self.documents();
        if documents.open.len() == OPEN_AT_ONCE {
            return Err(AppError::TooMany { max: count(OPEN_AT_ONCE) });
        }
        documents.last += 1;
        let document = documents.last;
        documents.open.insert(document, Arc::new(Mutex::new(held)));
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(OpenDocument { document, name, view })
    }

    /// Forgets a document.
    pub fn close_document(&self, document: u32) {
        self.documents().open.remove(&document);
    }

    /// How a document is read with what was chosen and corrected. Nothing is taken.
    ///
    /// # Errors
    /// [`AppError::BadDocument`], [`AppError::BadRequest`] for a document that is not open, and the codes for
    /// templates and catalogues.
    pub fn look_at_document(&self, document: u32, choice: &ImportChoice) -> Result<ImportView, AppError> {
        let choice = self.chosen(choice, None)?;
        with(&*self.held(document)?, |held| held.look(self, choice))
    }

    /// At most 2000 rows of a table of a document (from 1), from `first` on, as they stand there.
    ///
    /// # Errors
    /// [`AppError::BadRequest`] for a document that is not open.
    pub fn document_rows(
        &self,
        document: u32,
        table: u32,
        first: u32,
        wanted: u32,
    ) -> Result<Vec<ImportRow>, AppError> {
        with(&*self.held(document)?, |held| {
            let Content::Document(document) = &held.content else { return Ok(Vec::new()) };
            let table = (table as usize).wrapping_sub(1);
            Ok(rows::rows(document, table, first as usize, wanted as usize))
        })
    }

    /// What all rows of a table of a document (from 1) were taken for when [`App::look_at_document`] last read it.
    ///
    /// # Errors
    /// [`AppError::BadRequest`] for a document that is not open.
    pub fn document_readings(&self, document: u32, table: u32) -> Result<Vec<ImportReading>, AppError> {
        with(&*self.held(document)?, |held| {
            let (Content::Document(document), Some((_, made))) = (&held.content, &held.interpreted) else {
                return Ok(Vec::new());
            };
            Ok(rows::readings(document, made, (table as usize).wrapping_sub(1)))
        })
    }

    /// What taking a document in would change of a catalogue that is there.
    ///
    /// # Errors
    /// As [`App::take_document`].
    pub fn import_difference(
        &self,
        document: u32,
        choice: &ImportChoice,
        cleanings: &[u32],
        into: &ImportInto,
    ) -> Result<ImportDifference, AppError> {
        let ImportInto::Version { id } = into else {
            return Err(AppError::BadRequest { detail: "only a new version has differences".to_owned() });
        };
        let read = self.read_for(document, choice, cleanings, Some(id))?;
        let here = self.snapshot(id)?.catalogue;
        let (next, matched) = matching::next_state(&here, read.catalogue, read.shown.as_ref());
        let (entries, counts) = review::entries(&here, &next, &|_| String::new());
        Ok(ImportDifference {
            entries,
            matched: count(matched),
            changed: counts.changed,
            added: counts.added,
            removed: counts.removed,
            moved: counts.moved,
        })
    }

    /// Takes a document in. `cleanings` are those that were chosen, by their position in
    /// [`ImportView::cleanings`] of the same choice. The document stays open.
    ///
    /// # Errors
    /// [`AppError::BadDocument`], [`AppError::NotEditable`] where the catalogue is submitted or approved, and the
    /// codes for the library file.
    pub fn take_document(
        &self,
        document: u32,
        choice: &ImportChoice,
        cleanings: &[u32],
        into: &ImportInto,
    ) -> Result<ImportTaken, AppError> {
        let target = match into {
            ImportInto::NewCatalogue => None,
            ImportInto::Version { id } | ImportInto::Items { id } => Some(id),
        };
        let read = self.read_for(document, choice, cleanings, target)?;
        let items = count(read.catalogue.item_count());
        let Some(id) = target else {
            return Ok(ImportTaken { id: self.keep(&read.catalogue, None)?, items, changes: 0 });
        };
        let mut workspace = self.workspace();
        workspace.refresh(id)?;
        let here = Arc::clone(&workspace.open(id)?.catalogue);
        let edits = match into {
            ImportInto::Items { .. } => additions(&here, &read.catalogue, &mut || self.host.new_id())?,
            _ => edits_between(&here, &matching::next_state(&here, read.catalogue, read.shown.as_ref()).0)?,
        };
        let changes = count(edits.len());
        if !edits.is_empty() {
            self.step(&mut workspace, id, StepKind::Edit, Edit::Several { act: Act::Import, edits }, None)?;
        }
        Ok(ImportTaken { id: id.clone(), items, changes })
    }

    /// The catalogue of a document, cleaned up as was chosen, with the template of the catalogue it goes to.
    fn read_for(
        &self,
        document: u32,
        choice: &ImportChoice,
        cleanings: &[u32],
        target: Option<&Id>,
    ) -> Result<Read, AppError> {
        let choice = self.chosen(choice, target)?;
        with(&*self.held(document)?, |held| {
            held.make(self, choice)?;
            let Some((_, made)) = &held.interpreted else { return Err(not_open()) };
            let mut catalogue = made.draft.catalogue.clone();
            let offered = if cleanings.is_empty() { Vec::new() } else { clean_up(&catalogue) };
            let chosen = cleanings.iter().filter_map(|at| offered.get(*at as usize)).cloned();
            let mut chosen: Vec<_> = chosen.collect();
            // Cleanings of one text stand together and become one edit.
            chosen.dedup();
            catalogue.apply_all(&mulu_import::cleaning_edits(&chosen))?;
            Ok(Read { shown: made.shown(&held.content), catalogue })
        })
    }

    /// The choice with its template. What goes to a catalogue gets that one's.
    fn chosen(&self, choice: &ImportChoice, target: Option<&Id>) -> Result<Choice, AppError> {
        let template = match (target, &choice.template) {
            (Some(id), _) | (None, ImportTemplate::Catalogue { id }) => {
                Some(self.snapshot(id)?.catalogue.template.clone())
            }
            (None, ImportTemplate::Kept { id, of }) => Some(self.template(id, *of)?.template),
            (None, ImportTemplate::Found) => None,
        };
        Ok(Choice { template, tables: choice.tables.clone(), corrections: choice.corrections.clone() })
    }

    fn held(&self, document: u32) -> Result<Arc<Mutex<Held>>, AppError> {
        self.documents().open.get(&document).cloned().ok_or_else(not_open)
    }

    fn documents(&self) -> MutexGuard<'_, Documents> {
        self.documents.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A catalogue that was read, and the columns that its document has; none says: all there are.
struct Read {
    catalogue: Catalogue,
    shown: Option<BTreeSet<ColumnKey>>,
}

impl Interpreted {
    fn shown(&self, content: &Content) -> Option<BTreeSet<ColumnKey>> {
        matches!(content, Content::Document(_)).then(|| {
            let columns = self.taken.iter().flat_map(|(_, mapping)| &mapping.columns);
            let template = &self.draft.catalogue.template;
            columns.flat_map(|column| view::keys(&column.shows, template)).collect()
        })
    }
}

impl Held {
    fn look(&mut self, app: &App, choice: Choice) -> Result<ImportView, AppError> {
        self.make(app, choice)?;
        let Some((_, made)) = &self.interpreted else { return Err(not_open()) };
        let cleanings = clean_up(&made.draft.catalogue);
        Ok(match &self.content {
            Content::Document(document) => view::of_document(document, made, &cleanings),
            Content::Exchange(..) => view::of_exchange(&made.draft.catalogue, &cleanings),
        })
    }

    /// Makes the catalogue, unless it was made by the same choice. What was made before stays where that fails.
    fn make(&mut self, app: &App, choice: Choice) -> Result<(), AppError> {
        if self.interpreted.as_ref().is_some_and(|(made_by, _)| *made_by == choice) {
            return Ok(());
        }
        let made = match &self.content {
            Content::Document(document) => {
                of_document(&self.path, document, &choice, &mut || app.host.new_id())?
            }
            Content::Exchange(catalogue, _) => of_exchange(&self.path, Catalogue::clone(catalogue), &choice)?,
        };
        self.interpreted = Some((choice, made));
        Ok(())
    }
}

fn with<T>(held: &Mutex<Held>, act: impl FnOnce(&mut Held) -> Result<T, AppError>) -> Result<T, AppError> {
    act(&mut held.lock().unwrap_or_else(PoisonError::into_inner))
}

fn not_open() -> AppError {
    AppError::BadRequest { detail: "the document is not open".to_owned() }
}

/// The edits by which all items of `read` are added.
fn additions(
    here: &Catalogue,
    read: &Catalogue,
    new_id: &mut dyn FnMut() -> Id,
) -> Result<Vec<Edit>, AppError> {
    let items: Vec<Id> = read.items().map(|(_, item)| item.id.clone()).collect();
    let mut requests = Requests { catalogue: here, new_id, pick_from: &|_| Ok(read.clone()) };
    let from = PickFrom::StartingPoint { id: String::new() };
    match requests.edit(EditRequest::PickItems { from, items, group: None })? {
        Edit::Several { edits, .. } => Ok(edits),
        edit => Ok(vec![edit]),
    }
}
