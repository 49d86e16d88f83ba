//! Changing a catalogue, taking changes back and making them again.

use mulu_model::{Edit, Footprint, Id, library::LoggedStep, log::StepKind, signoff::actor_name};

use crate::{
    App, AppError,
    name::{Names, edit_name, focus},
    request::Requests,
    view,
    wire::{CatalogueView, Change, EditRequest, History, HistoryStep},
    workspace::{Author, NewRow, Workspace},
};

/// How many steps the history lists.
const LISTED: usize = 300;

impl App {
    /// Changes a catalogue and keeps the change. If it `goes_on` with the change before and sets the same places, the
    /// two are one step for [`App::undo`].
    ///
    /// # Errors
    /// [`AppError::ChangedElsewhere`], [`AppError::NoSuchPlace`], [`AppError::TextTooLong`],
    /// [`AppError::TooMany`], [`AppError::NotADate`], [`AppError::BadTemplate`], [`AppError::BadRequest`]; nothing
    /// was changed then.
    pub fn edit(&self, id: &Id, request: EditRequest, goes_on: bool) -> Result<Change, AppError> {
        let mut workspace = self.workspace();
        workspace.must_be_current(id)?;
        let mut requests = Requests {
            catalogue: &workspace.open(id)?.catalogue,
            new_id: &mut || self.host.new_id(),
            pick_from: &|from| workspace.pick_from(from),
        };
        let edit = requests.edit(request)?;
        let actor = self.author(&workspace)?.actor;
        let last = if goes_on { workspace.newest_edit(id)? } else { None };
        let last = last.filter(|last| last.actor == actor && last.edit.sets_same_places(&edit));
        self.step(&mut workspace, id, StepKind::Edit, edit, last)
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`], [`AppError::ChangedElsewhere`].
    pub fn undo(&self, id: &Id) -> Result<Change, AppError> {
        let mut workspace = self.workspace();
        workspace.must_be_current(id)?;
        let edit = workspace.library.done(id, 1)?.pop().ok_or(AppError::NothingToUndo)?.inverse;
        self.step(&mut workspace, id, StepKind::Undo, edit, None)
    }

    /// Makes the change again that was taken back last.
    ///
    /// # Errors
    /// As [`App::undo`].
    pub fn redo(&self, id: &Id) -> Result<Change, AppError> {
        let mut workspace = self.workspace();
        workspace.must_be_current(id)?;
        let edit = workspace.library.undone(id, 1)?.pop().ok_or(AppError::NothingToUndo)?.edit;
        self.step(&mut workspace, id, StepKind::Redo, edit, None)
    }

    /// The changes that can be taken back, and those that can be made again.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn history(&self, id: &Id) -> Result<History, AppError> {
        let mut workspace = self.workspace();
        workspace.ensure_open(id)?;
        let (mut done, undone) =
            (workspace.library.done(id, LISTED + 1)?, workspace.library.undone(id, LISTED)?);
        let has_more = done.len() > LISTED;
        done.truncate(LISTED);
        let names = Names::with_gone(&workspace.open(id)?.catalogue, done.iter().chain(&undone));
        let list = |steps: &[LoggedStep]| steps.iter().map(|step| history_step(step, &names)).collect();
        Ok(History { done: list(&done), undone: list(&undone), has_more })
    }

    /// Takes back as many changes as `steps` says where it is negative, else makes so many again; all or none.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`] if there are fewer, [`AppError::ChangedElsewhere`].
    pub fn go_to(&self, id: &Id, steps: i32) -> Result<CatalogueView, AppError> {
        let mut workspace = self.workspace();
        workspace.must_be_current(id)?;
        let wanted = steps.unsigned_abs() as usize;
        let (kind, edits): (_, Vec<Edit>) = if steps < 0 {
            let done = workspace.library.done(id, wanted)?;
            (StepKind::Undo, done.into_iter().map(|step| step.inverse).collect())
        } else {
            let undone = workspace.library.undone(id, wanted)?;
            (StepKind::Redo, undone.into_iter().map(|step| step.edit).collect())
        };
        if edits.len() < wanted {
            return Err(AppError::NothingToUndo);
        }
        let author = self.author(&workspace)?;
        workspace.apply(id, kind, edits, &author)?;
        workspace.view(id)
    }

    /// Makes a change, as one step with `last` if that is given.
    pub(crate) fn step(
        &self,
        workspace: &mut Workspace,
        id: &Id,
        kind: StepKind,
        edit: Edit,
        last: Option<LoggedStep>,
    ) -> Result<Change, AppError> {
        let author = self.author(workspace)?;
        let rows = workspace.write(id, &author, |catalogue| {
            let inverse = catalogue.apply(&edit)?;
            Ok(vec![match last {
                Some(last) => NewRow::going_on(last, edit, inverse),
                None => NewRow::new(kind, edit, inverse),
            }])
        })?;
        let mut footprint = Footprint::default();
        rows.iter().for_each(|row| footprint.add(&row.edit, &row.inverse));
        let catalogue = &workspace.open(id)?.catalogue;
        Ok(Change {
            places: footprint.may_number_otherwise().then(|| view::places(catalogue)),
            groups: view::group_changes(catalogue, &footprint),
            heading: catalogue.heading.clone(),
            shape: view::shape(catalogue, &footprint),
            focus: rows.first().and_then(|row| focus(&row.edit, &row.inverse)),
            state: workspace.state(id)?,
        })
    }

    /// Who makes a change now: the person who is working, else the user of the machine.
    pub(crate) fn author(&self, workspace: &Workspace) -> Result<Author, AppError> {
        let actor = match workspace.working() {
            Ok(kept) => kept.person.actor(),
            Err(AppError::NobodyIsWorking) => self.host.actor(),
            Err(error) => return Err(error),
        };
        Ok(Author { actor, at: self.host.now() })
    }
}

fn history_step(step: &LoggedStep, names: &Names<'_>) -> HistoryStep {
    HistoryStep {
        name: edit_name(&step.edit, &step.inverse, names),
        at: step.at.to_string(),
        actor: actor_name(&step.actor).to_owned(),
    }
}
