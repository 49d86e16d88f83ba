//! The use cases on a library. Every one of them is a method that takes what the user gave and returns what the
//! user sees; a lock is held while memory and library are read or changed, never while pages are laid out or
//! files are written.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::Timestamp;
use mulu_model::{Catalogue, Edit, Id};
use mulu_store::{NewStep, StepKind, Store};

use crate::{
    AppError, Host, Library, OnProgress, System, convert, export,
    name::focus,
    preview::Preview,
    request::Requests,
    sources, view,
    vocabulary::Vocabulary,
    wire::{
        CatalogueView, Change, EditRequest, ExportFormat, ExportedFile, LibraryView, Paper, PickFrom,
        PreviewView, SourceKind, Stage,
    },
};

/// An open library with the catalogues in use. All methods can be called from several threads.
pub struct App {
    pub(crate) host: Box<dyn Host>,
    desk: Mutex<Desk>,
    preview: Mutex<Option<Preview>>,
    vocabulary: Mutex<Vocabulary>,
}

/// The library and what of it is in memory.
pub(crate) struct Desk {
    pub(crate) library: Box<dyn Library>,
    pub(crate) open: HashMap<Id, Open>,
}

/// A catalogue in memory, as the library has it at this revision.
#[derive(Clone)]
pub(crate) struct Open {
    /// Shared with exports that are under way; an edit meanwhile works on a copy.
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) revision: u32,
    saved_at: Timestamp,
}

impl App {
    /// Opens the library file at `path` on this machine, making it where there is none.
    ///
    /// # Errors
    /// [`AppError::BadLibrary`], [`AppError::LibraryBusy`] and the codes for files.
    pub fn open_library(path: &Path) -> Result<Self, AppError> {
        Ok(Self::new(Box::new(Store::open(path)?), Box::new(System)))
    }

    /// The use cases on `library`.
    pub fn new(library: Box<dyn Library>, host: Box<dyn Host>) -> Self {
        let desk = Mutex::new(Desk { library, open: HashMap::new() });
        Self { host, desk, preview: Mutex::new(None), vocabulary: Mutex::default() }
    }

    /// What the library screen shows.
    ///
    /// # Errors
    /// Here and below: the codes for the library file where it cannot be read or written.
    pub fn library_view(&self) -> Result<LibraryView, AppError> {
        let desk = self.desk();
        let all = desk.library.list()?.into_iter().map(view::summary);
        let (bin, catalogues) = all.partition(|summary| summary.deleted_at.is_some());
        Ok(LibraryView {
            place: desk.library.path().display().to_string(),
            catalogues,
            bin,
            sources: sources::all(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// Makes a catalogue from a template or a starting point and returns its identity. Where `title` or
    /// `responsible_unit` is empty the source's own stays.
    ///
    /// # Errors
    /// [`AppError::NoSource`], [`AppError::TextTooLong`].
    pub fn create_from_source(
        &self,
        source: &str,
        kind: SourceKind,
        title: &str,
        responsible_unit: &str,
    ) -> Result<Id, AppError> {
        let new_id = &mut || self.host.new_id();
        let today = self.host.today();
        self.keep(&sources::catalogue(source, kind, title, responsible_unit, today, new_id)?)
    }

    /// Takes the catalogue in a file into the library and returns its identity.
    ///
    /// # Errors
    /// [`AppError::BadExchangeFile`], [`AppError::UnknownFileKind`] and the codes for files.
    pub fn import(&self, path: &Path) -> Result<Id, AppError> {
        self.keep(&convert::read(path, &mut || self.host.new_id())?)
    }

    fn keep(&self, catalogue: &Catalogue) -> Result<Id, AppError> {
        let id = self.host.new_id();
        self.desk().library.create(&id, catalogue, self.host.now())?;
        Ok(id)
    }

    /// Puts a catalogue into the bin.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn delete(&self, id: &Id) -> Result<(), AppError> {
        let mut desk = self.desk();
        desk.library.delete(id, self.host.now())?;
        desk.open.remove(id);
        Ok(())
    }

    /// Takes a catalogue out of the bin.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn restore(&self, id: &Id) -> Result<(), AppError> {
        self.desk().library.restore(id)
    }

    /// What the catalogue screen shows.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn open(&self, id: &Id) -> Result<CatalogueView, AppError> {
        let mut desk = self.desk();
        desk.refresh(id)?;
        let open = desk.open(id)?;
        let catalogue = &open.catalogue;
        let groups = catalogue.groups.iter().map(|group| view::group(&catalogue.template, group));
        Ok(CatalogueView {
            id: id.clone(),
            heading: catalogue.heading.clone(),
            template: catalogue.template.clone(),
            header: view::header(&catalogue.template),
            stage: Stage::Preparing,
            places: view::places(catalogue),
            groups: groups.collect(),
            state: desk.state(id, open)?,
        })
    }

    /// The title of a catalogue.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn title(&self, id: &Id) -> Result<String, AppError> {
        Ok(self.snapshot(id)?.catalogue.heading.title.clone())
    }

    /// Changes a catalogue and keeps the change.
    ///
    /// # Errors
    /// [`AppError::ChangedElsewhere`], [`AppError::NoSuchPlace`], [`AppError::TextTooLong`],
    /// [`AppError::TooMany`], [`AppError::NotADate`], [`AppError::BadRequest`]; nothing was changed then.
    pub fn edit(&self, id: &Id, request: EditRequest, _goes_on: bool) -> Result<Change, AppError> {
        let mut desk = self.desk();
        desk.must_be_current(id)?;
        let mut requests = Requests {
            catalogue: &desk.open(id)?.catalogue,
            new_id: &mut || self.host.new_id(),
            pick_from: &|from| desk.pick_from(from),
        };
        let edit = requests.edit(request)?;
        self.step(&mut desk, id, StepKind::Edit, &edit)
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`], [`AppError::ChangedElsewhere`].
    pub fn undo(&self, id: &Id) -> Result<Change, AppError> {
        let mut desk = self.desk();
        desk.must_be_current(id)?;
        let step = desk.library.undo_top(id)?.ok_or(AppError::NothingToUndo)?;
        self.step(&mut desk, id, StepKind::Undo, &step.inverse)
    }

    /// Makes the change again that was taken back last.
    ///
    /// # Errors
    /// As [`App::undo`].
    pub fn redo(&self, id: &Id) -> Result<Change, AppError> {
        let mut desk = self.desk();
        desk.must_be_current(id)?;
        let step = desk.library.redo_top(id)?.ok_or(AppError::NothingToUndo)?;
        self.step(&mut desk, id, StepKind::Redo, &step.edit)
    }

    fn step(&self, desk: &mut Desk, id: &Id, kind: StepKind, edit: &Edit) -> Result<Change, AppError> {
        let inverse = desk.apply(id, kind, edit, self.host.now(), &self.host.actor())?;
        let open = desk.open(id)?;
        let footprint = edit.footprint(&inverse);
        Ok(Change {
            places: view::places(&open.catalogue),
            groups: view::group_changes(&open.catalogue, &footprint),
            heading: open.catalogue.heading.clone(),
            shape: view::shape(&open.catalogue, &footprint),
            focus: focus(edit, &inverse),
            state: desk.state(id, open)?,
        })
    }

    /// Lays a catalogue out for the preview.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn preview(&self, id: &Id, paper: Paper) -> Result<PreviewView, AppError> {
        self.with_preview(id, |preview| preview.view(paper))
    }

    /// A page of the preview as SVG; pages count from 0.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`], [`AppError::NoSuchPlace`] for a page behind the last.
    pub fn preview_page(&self, id: &Id, paper: Paper, page: u32) -> Result<String, AppError> {
        self.with_preview(id, |preview| preview.page(paper, page as usize))?.ok_or(AppError::NoSuchPlace)
    }

    fn with_preview<T>(&self, id: &Id, look: impl FnOnce(&Preview) -> T) -> Result<T, AppError> {
        let open = self.snapshot(id)?;
        let mut kept = self.preview.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(preview) = kept.as_ref().filter(|preview| preview.is_of(id, open.revision)) {
            return Ok(look(preview));
        }
        Ok(look(kept.insert(Preview::new(id, open.revision, &open.catalogue))))
    }

    /// Writes a catalogue into the file at `path`, as it is now; edits may go on meanwhile.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`], [`AppError::Cancelled`], [`AppError::Form`] and the codes for files; a file that
    /// was there stays as it was.
    pub fn export(
        &self,
        id: &Id,
        format: ExportFormat,
        paper: Paper,
        path: &Path,
        progress: &mut OnProgress<'_>,
    ) -> Result<ExportedFile, AppError> {
        let catalogue = self.snapshot(id)?.catalogue;
        export::write(&catalogue, format, paper, path, self.host.today(), progress)
    }

    /// The catalogue as it is now, to be read without holding the lock.
    pub(crate) fn snapshot(&self, id: &Id) -> Result<Open, AppError> {
        let mut desk = self.desk();
        desk.refresh(id)?;
        desk.open(id).cloned()
    }

    /// What is in memory is put right before it is used, so a panic elsewhere does not spoil it.
    pub(crate) fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Taken before the desk, never while it is held.
    pub(crate) fn vocabulary(&self) -> MutexGuard<'_, Vocabulary> {
        self.vocabulary.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    pub(crate) fn open(&self, id: &Id) -> Result<&Open, AppError> {
        self.open.get(id).ok_or_else(|| AppError::NoCatalogue { id: id.to_string() })
    }

    /// Brings memory to what the library has. Says whether another process had changed what was in memory.
    pub(crate) fn refresh(&mut self, id: &Id) -> Result<bool, AppError> {
        let revision = self.library.revision(id)?;
        let was_open = match self.open.get(id) {
            Some(open) if open.revision == revision => return Ok(false),
            known => known.is_some(),
        };
        let loaded = self.library.load(id)?;
        let catalogue = Arc::new(loaded.catalogue);
        let open = Open { catalogue, revision: loaded.revision, saved_at: loaded.changed_at };
        self.open.insert(id.clone(), open);
        Ok(was_open)
    }

    /// The catalogue to pick items from.
    fn pick_from(&self, from: &PickFrom) -> Result<Catalogue, AppError> {
        match from {
            PickFrom::StartingPoint { id } => sources::to_pick_from(id),
            PickFrom::Catalogue { id } => Ok(self.library.load(id)?.catalogue),
        }
    }

    /// Refuses to work on what the user has not seen.
    fn must_be_current(&mut self, id: &Id) -> Result<(), AppError> {
        if self.refresh(id)? { Err(AppError::ChangedElsewhere) } else { Ok(()) }
    }

    /// Makes a change in memory and in the library, or in neither; returns what takes it back.
    pub(crate) fn apply(
        &mut self,
        id: &Id,
        kind: StepKind,
        edit: &Edit,
        at: Timestamp,
        actor: &str,
    ) -> Result<Edit, AppError> {
        // Out of the map while it may differ from the library: on a failure below it is loaded anew.
        let mut open = self.open.remove(id).ok_or_else(|| AppError::NoCatalogue { id: id.to_string() })?;
        let applied = Arc::make_mut(&mut open.catalogue).apply(edit);
        if let Ok(inverse) = &applied
            && !changes_nothing(edit, inverse)
        {
            let step = NewStep { kind, edit, inverse, at, actor };
            open.revision = self.library.apply(id, open.revision, &step, &open.catalogue)?;
            open.saved_at = at;
        }
        self.open.insert(id.clone(), open);
        Ok(applied?)
    }

    fn state(&self, id: &Id, open: &Open) -> Result<crate::wire::CatalogueState, AppError> {
        let (undo, redo) = (self.library.undo_top(id)?, self.library.redo_top(id)?);
        Ok(view::state(&open.catalogue, open.revision, open.saved_at, undo.as_ref(), redo.as_ref()))
    }
}

/// Whether the change left everything as it was, such as a text set to what it was: nothing for the log.
fn changes_nothing(edit: &Edit, inverse: &Edit) -> bool {
    match (edit, inverse) {
        (Edit::Several { edits, .. }, Edit::Several { edits: inverses, .. }) => {
            edits.iter().eq(inverses.iter().rev())
        }
        _ => edit == inverse,
    }
}
