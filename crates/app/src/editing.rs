//! Changing a catalogue, taking changes back and making them again.

use mulu_model::{Edit, Footprint, Id};
use mulu_store::{Step, StepKind};

use crate::{
    App, AppError,
    desk::{By, Desk, Row},
    name::{Names, edit_name, focus},
    request::Requests,
    view,
    way::{actor_of, shown_actor},
    wire::{CatalogueView, Change, EditRequest, History, HistoryStep},
};

/// How many steps the history lists.
const LISTED: usize = 300;

impl App {
    /// Changes a catalogue and keeps the change. Where it `goes_on` with the change before, which set the same
    /// places, the two are one step for [`App::undo`].
    ///
    /// # Errors
    /// [`AppError::ChangedElsewhere`], [`AppError::NoSuchPlace`], [`AppError::TextTooLong`],
    /// [`AppError::TooMany`], [`AppError::NotADate`], [`AppError::BadTemplate`], [`AppError::BadRequest`]; nothing
    /// was changed then.
    pub fn edit(&self, id: &Id, request: EditRequest, goes_on: bool) -> Result<Change, AppError> {
        let mut desk = self.desk();
        desk.must_be_current(id)?;
        let mut requests = Requests {
            catalogue: &desk.open(id)?.catalogue,
            new_id: &mut || self.host.new_id(),
            pick_from: &|from| desk.pick_from(from),
        };
        let edit = requests.edit(request)?;
        let actor = self.by(&desk)?.actor;
        let last = if goes_on { desk.newest_edit(id)? } else { None };
        let last = last.filter(|last| last.actor == actor && last.edit.sets_same_places(&edit));
        self.step(&mut desk, id, StepKind::Edit, edit, last)
    }

    /// Takes the last change back.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`], [`AppError::ChangedElsewhere`].
    pub fn undo(&self, id: &Id) -> Result<Change, AppError> {
        let mut desk = self.desk();
        desk.must_be_current(id)?;
        let edit = desk.library.done(id, 1)?.pop().ok_or(AppError::NothingToUndo)?.inverse;
        self.step(&mut desk, id, StepKind::Undo, edit, None)
    }

    /// Makes the change again that was taken back last.
    ///
    /// # Errors
    /// As [`App::undo`].
    pub fn redo(&self, id: &Id) -> Result<Change, AppError> {
        let mut desk = self.desk();
        desk.must_be_current(id)?;
        let edit = desk.library.undone(id, 1)?.pop().ok_or(AppError::NothingToUndo)?.edit;
        self.step(&mut desk, id, StepKind::Redo, edit, None)
    }

    /// What can be gone back to, and what can be made again.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn history(&self, id: &Id) -> Result<History, AppError> {
        let mut desk = self.desk();
        desk.have(id)?;
        let (mut done, undone) = (desk.library.done(id, LISTED + 1)?, desk.library.undone(id, LISTED)?);
        let has_more = done.len() > LISTED;
        done.truncate(LISTED);
        let names = Names::with_gone(&desk.open(id)?.catalogue, done.iter().chain(&undone));
        let list = |steps: &[Step]| steps.iter().map(|step| history_step(step, &names)).collect();
        Ok(History { done: list(&done), undone: list(&undone), has_more })
    }

    /// Takes so many changes back, or makes so many again where the number is positive; all or none.
    ///
    /// # Errors
    /// [`AppError::NothingToUndo`] where there are not so many, [`AppError::ChangedElsewhere`].
    pub fn go_to(&self, id: &Id, steps: i32) -> Result<CatalogueView, AppError> {
        let mut desk = self.desk();
        desk.must_be_current(id)?;
        let wanted = steps.unsigned_abs() as usize;
        let (kind, edits): (_, Vec<Edit>) = if steps < 0 {
            let done = desk.library.done(id, wanted)?;
            (StepKind::Undo, done.into_iter().map(|step| step.inverse).collect())
        } else {
            let undone = desk.library.undone(id, wanted)?;
            (StepKind::Redo, undone.into_iter().map(|step| step.edit).collect())
        };
        if edits.len() < wanted {
            return Err(AppError::NothingToUndo);
        }
        let by = self.by(&desk)?;
        desk.apply(id, kind, edits, &by)?;
        desk.view(id)
    }

    /// Makes a change, as one step with `last` where there is one.
    pub(crate) fn step(
        &self,
        desk: &mut Desk,
        id: &Id,
        kind: StepKind,
        edit: Edit,
        last: Option<Step>,
    ) -> Result<Change, AppError> {
        let by = self.by(desk)?;
        let rows = desk.write(id, &by, |catalogue| {
            let inverse = catalogue.apply(&edit)?;
            Ok(vec![match last {
                Some(last) => Row::going_on(last, edit, inverse),
                None => Row::new(kind, edit, inverse),
            }])
        })?;
        let mut footprint = Footprint::default();
        rows.iter().for_each(|row| footprint.add(&row.edit, &row.inverse));
        let catalogue = &desk.open(id)?.catalogue;
        Ok(Change {
            places: footprint.may_number_otherwise().then(|| view::places(catalogue)),
            groups: view::group_changes(catalogue, &footprint),
            heading: catalogue.heading.clone(),
            shape: view::shape(catalogue, &footprint),
            focus: rows.first().and_then(|row| focus(&row.edit, &row.inverse)),
            state: desk.state(id)?,
        })
    }

    /// Who changes something now: the one who is working, else whoever sits at the machine.
    pub(crate) fn by(&self, desk: &Desk) -> Result<By, AppError> {
        let actor = match desk.working() {
            Ok(kept) => actor_of(&kept.person),
            Err(AppError::NobodyIsWorking) => self.host.actor(),
            Err(error) => return Err(error),
        };
        Ok(By { actor, at: self.host.now() })
    }
}

fn history_step(step: &Step, names: &Names<'_>) -> HistoryStep {
    HistoryStep {
        name: edit_name(&step.edit, &step.inverse, names),
        at: step.at.to_string(),
        actor: shown_actor(&step.actor).to_owned(),
    }
}
