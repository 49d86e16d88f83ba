//! The open library, the catalogues in memory, and who is working.

use std::{collections::HashMap, sync::Arc};

use jiff::Timestamp;
use mulu_model::{
    Catalogue, Edit, EditError, Id,
    library::{LoggedStep, NewStep},
    log::StepKind,
};

use crate::{
    AppError, Library, sources,
    trail::TrailProof,
    view,
    wire::{CatalogueState, CatalogueView, PickFrom},
};

/// An open library, the catalogues in memory, and who is working.
pub(crate) struct Workspace {
    pub(crate) library: Box<dyn Library>,
    pub(crate) open: HashMap<Id, OpenCatalogue>,
    /// Who has begun to work with a PIN: the identity only, never the key.
    pub(crate) working: Option<Id>,
    /// The proofs of sign-off that were worked out.
    pub(crate) proofs: HashMap<Id, TrailProof>,
}

/// A catalogue in memory, as the library has it at this revision.
#[derive(Clone)]
pub(crate) struct OpenCatalogue {
    /// Shared with exports that are under way; an edit meanwhile works on a copy.
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) revision: u32,
    pub(crate) saved_at: Timestamp,
}

/// Who makes a change, and when.
pub(crate) struct Author {
    pub(crate) actor: String,
    pub(crate) at: Timestamp,
}

impl Workspace {
    pub(crate) fn new(library: Box<dyn Library>) -> Self {
        Self { library, open: HashMap::new(), working: None, proofs: HashMap::new() }
    }

    pub(crate) fn open(&self, id: &Id) -> Result<&OpenCatalogue, AppError> {
        self.open.get(id).ok_or_else(|| AppError::NoCatalogue { id: id.to_string() })
    }

    /// Loads a catalogue anew if the library has another revision of it. Returns whether it was in memory, and another
    /// process had changed it.
    pub(crate) fn refresh(&mut self, id: &Id) -> Result<bool, AppError> {
        let revision = self.library.revision(id)?;
        let was_open = match self.open.get(id) {
            Some(open) if open.revision == revision => return Ok(false),
            known => known.is_some(),
        };
        let loaded = self.library.load(id)?;
        let catalogue = Arc::new(loaded.catalogue);
        let open = OpenCatalogue { catalogue, revision: loaded.revision, saved_at: loaded.changed_at };
        self.open.insert(id.clone(), open);
        Ok(was_open)
    }

    /// Loads a catalogue that is not in memory. One that is stays as the user has seen it, so that a change by another
    /// process is still reported when the user makes one.
    pub(crate) fn ensure_open(&mut self, id: &Id) -> Result<(), AppError> {
        if self.open.contains_key(id) { Ok(()) } else { self.refresh(id).map(drop) }
    }

    /// The catalogue to pick items from.
    pub(crate) fn pick_from(&self, from: &PickFrom) -> Result<Catalogue, AppError> {
        match from {
            PickFrom::StartingPoint { id } => sources::to_pick_from(id),
            PickFrom::Catalogue { id } => Ok(self.library.load(id)?.catalogue),
        }
    }

    /// Refuses to change what the user has not seen.
    pub(crate) fn must_be_current(&mut self, id: &Id) -> Result<(), AppError> {
        if self.refresh(id)? { Err(AppError::ChangedElsewhere) } else { Ok(()) }
    }

    /// Makes changes one after the other, all or none.
    pub(crate) fn apply(
        &mut self,
        id: &Id,
        kind: StepKind,
        edits: Vec<Edit>,
        author: &Author,
    ) -> Result<Vec<NewRow>, AppError> {
        self.write(id, author, |catalogue| {
            let inverses = catalogue.apply_all(&edits)?;
            let rows = edits.into_iter().zip(inverses);
            Ok(rows.map(|(edit, inverse)| NewRow::new(kind, edit, inverse)).collect())
        })
    }

    /// Makes changes in memory and in the library, or in neither. `make` changes the catalogue and returns the rows
    /// for the log; on an error it leaves the catalogue as it was.
    pub(crate) fn write(
        &mut self,
        id: &Id,
        author: &Author,
        make: impl FnOnce(&mut Catalogue) -> Result<Vec<NewRow>, EditError>,
    ) -> Result<Vec<NewRow>, AppError> {
        self.must_be_preparing(id)?;
        // Not in the map while it may differ from the library: after a failure it is loaded anew.
        let mut open = self.open.remove(id).ok_or_else(|| AppError::NoCatalogue { id: id.to_string() })?;
        let made = make(Arc::make_mut(&mut open.catalogue));
        let kept: Vec<_> =
            made.iter().flatten().filter(|row| row.is_kept()).map(|row| row.step(author)).collect();
        if !kept.is_empty() {
            open.revision = self.library.apply(id, open.revision, &kept, &open.catalogue)?;
            open.saved_at = author.at;
        }
        drop(kept);
        self.open.insert(id.clone(), open);
        Ok(made?)
    }

    /// The newest change, unless something was undone or redone after it.
    pub(crate) fn newest_edit(&self, id: &Id) -> Result<Option<LoggedStep>, AppError> {
        let revision = self.open(id)?.revision;
        let top = self.library.done(id, 1)?.pop();
        Ok(top.filter(|step| step.kind == StepKind::Edit && step.revision == revision))
    }

    /// All that the catalogue screen shows.
    pub(crate) fn view(&self, id: &Id) -> Result<CatalogueView, AppError> {
        let catalogue = &self.open(id)?.catalogue;
        let groups = catalogue.groups.iter().map(|group| view::group(&catalogue.template, group));
        Ok(CatalogueView {
            id: id.clone(),
            heading: catalogue.heading.clone(),
            template: catalogue.template.clone(),
            header: view::header(&catalogue.template),
            stage: self.library.standing(id)?.0,
            places: view::places(catalogue),
            groups: groups.collect(),
            state: self.state(id)?,
        })
    }

    pub(crate) fn state(&self, id: &Id) -> Result<CatalogueState, AppError> {
        let open = self.open(id)?;
        let (undo, redo) = (self.library.done(id, 1)?, self.library.undone(id, 1)?);
        Ok(view::state(&open.catalogue, open.revision, open.saved_at, undo.first(), redo.first()))
    }
}

/// A row for the log.
pub(crate) struct NewRow {
    pub(crate) kind: StepKind,
    pub(crate) edit: Edit,
    pub(crate) inverse: Edit,
    joined: bool,
}

impl NewRow {
    pub(crate) fn new(kind: StepKind, edit: Edit, inverse: Edit) -> Self {
        Self { kind, edit, inverse, joined: false }
    }

    /// The row of an edit that is one step with `last`. If it leads back to the state before `last`, it is an undo.
    pub(crate) fn going_on(last: LoggedStep, edit: Edit, inverse: Edit) -> Self {
        if edit.changes_nothing(&inverse) {
            Self::new(StepKind::Edit, edit, inverse)
        } else if edit.changes_nothing(&last.inverse) {
            Self::new(StepKind::Undo, edit, inverse)
        } else {
            Self { kind: StepKind::Edit, edit, inverse: last.inverse, joined: true }
        }
    }

    /// Whether it belongs into the log: an edit that left everything as it was does not.
    fn is_kept(&self) -> bool {
        self.kind != StepKind::Edit || self.joined || !self.edit.changes_nothing(&self.inverse)
    }

    fn step<'a>(&'a self, author: &'a Author) -> NewStep<'a> {
        let Self { kind, edit, inverse, joined } = self;
        NewStep { kind: *kind, edit, inverse, at: author.at, actor: &author.actor, joined: *joined }
    }
}
