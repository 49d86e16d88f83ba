//! The use cases on a library. Every one of them is a method that takes what the user gave and returns what the
//! user sees; a lock is held while memory and library are read or changed, never while pages are laid out or
//! files are written.

use std::{
    path::Path,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use mulu_form::Status;
use mulu_model::{
    Catalogue, Edit, Heading, HeadingField, Id,
    signoff::{Stage, sign_heading, typed_names},
};
use mulu_store_sqlite::Store;

use mulu_terms::Vocabulary;

use crate::{
    AppError, Host, Library, OnProgress, System, export,
    preview::{Preview, Printed},
    reading::Documents,
    sources, trail, view,
    wire::{
        CatalogueView, ExportFormat, ExportedFile, LibraryView, Paper, PickFrom, PickGroup, PreviewView,
        SourceKind,
    },
    workspace::{OpenCatalogue, Workspace},
};

/// An open library with the catalogues in use. All methods can be called from several threads.
pub struct App {
    pub(crate) host: Box<dyn Host>,
    workspace: Mutex<Workspace>,
    preview: Mutex<Option<Preview>>,
    vocabulary: Mutex<Vocabulary>,
    pub(crate) documents: Mutex<Documents>,
}

impl App {
    /// Opens the library file at `path` on this machine, creating it if it does not exist.
    ///
    /// # Errors
    /// [`AppError::BadLibrary`], [`AppError::LibraryBusy`] and the codes for files.
    pub fn open_library(path: &Path) -> Result<Self, AppError> {
        Ok(Self::new(Box::new(Store::open(path)?), Box::new(System)))
    }

    /// The use cases on `library`.
    pub fn new(library: Box<dyn Library>, host: Box<dyn Host>) -> Self {
        let workspace = Mutex::new(Workspace::new(library));
        Self {
            host,
            workspace,
            preview: Mutex::new(None),
            vocabulary: Mutex::default(),
            documents: Mutex::default(),
        }
    }

    /// What the library screen shows.
    ///
    /// # Errors
    /// Here and below: the codes for the library file where it cannot be read or written.
    pub fn library_view(&self) -> Result<LibraryView, AppError> {
        let problems = self.prove_library()?;
        let workspace = self.workspace();
        let all = workspace.library.list()?.into_iter().map(|summary| workspace.summary(summary));
        let all = all.collect::<Result<Vec<_>, _>>()?.into_iter();
        let (bin, catalogues) = all.partition(|summary| summary.deleted_at.is_some());
        let own = workspace.library.list_templates()?.into_iter().map(sources::own);
        Ok(LibraryView {
            place: workspace.library.place().display().to_string(),
            catalogues,
            bin,
            sources: sources::all().into_iter().chain(own).collect(),
            problems,
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
        let mut catalogue = match kind {
            SourceKind::StartingPoint => sources::starting_catalogue(source, &mut || self.host.new_id())?,
            SourceKind::Template | SourceKind::OwnTemplate => Catalogue {
                heading: Heading::default(),
                template: self.template(source, kind)?.template,
                groups: Vec::new(),
            },
        };
        let fields = [(HeadingField::Title, title), (HeadingField::ResponsibleUnit, responsible_unit)];
        for (field, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            catalogue.apply(&Edit::SetHeading { field, value: value.to_owned() })?;
        }
        catalogue.heading.prepared_at = Some(self.host.today());
        self.keep(&catalogue, None)
    }

    /// Makes a new catalogue out of one, for the next year: with the same groups and items, which keep their
    /// identities so that the two can be compared, without a date and signed by nobody. Returns its identity.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`], [`AppError::TextTooLong`].
    pub fn copy_catalogue(&self, id: &Id, title: &str) -> Result<Id, AppError> {
        let mut copy = Catalogue::clone(&self.snapshot(id)?.catalogue);
        copy.apply(&Edit::SetHeading { field: HeadingField::Title, value: title.to_owned() })?;
        let Heading { title, responsible_unit, .. } = copy.heading;
        copy.heading = Heading { title, responsible_unit, ..Heading::default() };
        self.keep(&copy, Some(id))
    }

    /// The groups and items that can be picked from another catalogue.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`], [`AppError::NoSource`].
    pub fn items_to_pick(&self, from: &PickFrom) -> Result<Vec<PickGroup>, AppError> {
        let source = self.workspace().pick_from(from)?;
        Ok(source.groups.iter().map(view::pick_group).collect())
    }

    /// Keeps a new catalogue under a new identity.
    pub(crate) fn keep(&self, catalogue: &Catalogue, copied_from: Option<&Id>) -> Result<Id, AppError> {
        let id = self.host.new_id();
        self.workspace().library.create(&id, catalogue, copied_from, self.host.now())?;
        Ok(id)
    }

    /// Puts a catalogue into the bin.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn delete(&self, id: &Id) -> Result<(), AppError> {
        let mut workspace = self.workspace();
        workspace.library.delete(id, self.host.now())?;
        workspace.open.remove(id);
        Ok(())
    }

    /// Takes a catalogue out of the bin.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn restore(&self, id: &Id) -> Result<(), AppError> {
        Ok(self.workspace().library.restore(id)?)
    }

    /// What the catalogue screen shows.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn open(&self, id: &Id) -> Result<CatalogueView, AppError> {
        let mut workspace = self.workspace();
        workspace.refresh(id)?;
        workspace.view(id)
    }

    /// The title of a catalogue.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn title(&self, id: &Id) -> Result<String, AppError> {
        Ok(self.snapshot(id)?.catalogue.heading.title.clone())
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
        let printed = self.printed(id)?;
        let mut kept = self.preview.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(preview) = kept.as_ref().filter(|preview| preview.is_of(id, &printed)) {
            return Ok(look(preview));
        }
        Ok(look(kept.insert(Preview::new(id, &printed))))
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
        let printed = self.printed(id)?;
        let options = printed.options(paper);
        export::write(&printed.catalogue, &options, format, path, self.host.today(), progress)
    }

    /// The catalogue as it is printed, to be read without holding the lock: with the names of those who have signed
    /// it, and with version and check code where it is approved and all of that is proved.
    fn printed(&self, id: &Id) -> Result<Printed, AppError> {
        let mut workspace = self.workspace();
        workspace.ensure_open(id)?;
        let trail = workspace.trail(id)?;
        let OpenCatalogue { mut catalogue, revision, .. } = workspace.open(id)?.clone();
        let (mut status, mut typed) = (Status::Draft, Vec::new());
        if trail.stage == Stage::Preparing {
            // Where nobody signs, every name is typed, and none says less than another.
            if !workspace.library.people()?.is_empty() {
                typed = typed_names(&catalogue.heading, &trail.records);
            }
        } else {
            sign_heading(&mut Arc::make_mut(&mut catalogue).heading, &trail.records);
            if workspace.proof(id, &trail)?.holds() {
                status = trail::status(&trail, trail.version);
            }
        }
        Ok(Printed { catalogue, revision, status, typed, steps: trail.records.len() })
    }

    /// The catalogue as the user has been shown it, to be read without holding the lock.
    pub(crate) fn snapshot(&self, id: &Id) -> Result<OpenCatalogue, AppError> {
        let mut workspace = self.workspace();
        workspace.ensure_open(id)?;
        workspace.open(id).cloned()
    }

    /// What is in memory is put right before it is used, so a panic elsewhere does not spoil it.
    pub(crate) fn workspace(&self) -> MutexGuard<'_, Workspace> {
        self.workspace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Taken before the workspace, never while it is held.
    pub(crate) fn vocabulary(&self) -> MutexGuard<'_, Vocabulary> {
        self.vocabulary.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
