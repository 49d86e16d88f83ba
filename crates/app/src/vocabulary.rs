//! Terms of all catalogues of the library, and words in the cells of one.

use mulu_model::{ColumnKey, Edit, Id, log::StepKind, signoff::Stage};
use mulu_terms::{Find, Found, Term, TermUse, Vocabulary, rename};

use crate::{App, AppError, error::from::count};

impl App {
    /// Terms that could be meant by what is typed into a column, best first: those that begin with it before
    /// others, the most used in this catalogue first, then the most used elsewhere, then standard ones. Nothing
    /// typed gives the most used.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn suggest(&self, id: &Id, column: &ColumnKey, typed: &str) -> Result<Vec<Term>, AppError> {
        let open = self.snapshot(id)?;
        let has_boxes = !open.catalogue.template.channel_options.is_empty();
        if column.facts().terms.is_none() || (*column == ColumnKey::Channels && has_boxes) {
            return Ok(Vec::new());
        }
        let mut vocabulary = self.vocabulary();
        vocabulary.count_column(id, open.revision, column, &open.catalogue);
        // An edit made meanwhile need not copy the catalogue because it is held here.
        drop(open);
        self.count_others(&mut vocabulary, id)?;
        Ok(vocabulary.suggest(id, column, typed))
    }

    /// All terms of a column: first those of this catalogue with their places, then those that stand only in
    /// other catalogues of the library; the most used first.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn terms(&self, id: &Id, column: &ColumnKey) -> Result<Vec<TermUse>, AppError> {
        let catalogue = self.snapshot(id)?.catalogue;
        let mut vocabulary = self.vocabulary();
        self.count_others(&mut vocabulary, id)?;
        Ok(vocabulary.terms(id, column, &catalogue))
    }

    /// Renames a term in all catalogues of the library but this one, in each as one change of its own; returns in
    /// how many cells.
    ///
    /// # Errors
    /// [`AppError::NotEditable`] where the term stands in a catalogue that is signed or on its way; none is changed
    /// then. As [`App::edit`]; the catalogues before the one that failed are changed then.
    pub fn rename_term_elsewhere(
        &self,
        id: &Id,
        column: &ColumnKey,
        from: &str,
        to: &str,
    ) -> Result<u32, AppError> {
        let mut workspace = self.workspace();
        let author = self.author(&workspace)?;
        let mut listed = workspace.library.list()?;
        listed.retain(|other| other.deleted_at.is_none() && other.id != *id);
        // What is signed is not changed, and then nothing is: a term half renamed would be two.
        for other in listed.iter().filter(|other| other.stage != Stage::Preparing) {
            let edit = rename(&workspace.library.load(&other.id)?.catalogue, column, from, to)?;
            if matches!(&edit, Edit::Several { edits, .. } if !edits.is_empty()) {
                return Err(AppError::NotEditable { stage: other.stage });
            }
        }
        let mut cells = 0;
        for other in &listed {
            let was_open = workspace.open.contains_key(&other.id);
            workspace.refresh(&other.id)?;
            let edit = rename(&workspace.open(&other.id)?.catalogue, column, from, to)?;
            if let Edit::Several { edits, .. } = &edit
                && !edits.is_empty()
            {
                cells += edits.iter().filter(|edit| matches!(edit, Edit::SetCell { .. })).count();
                workspace.apply(&other.id, StepKind::Edit, vec![edit], &author)?;
            }
            if !was_open {
                workspace.open.remove(&other.id);
            }
        }
        Ok(count(cells))
    }

    /// Counts the terms of all catalogues but this one, where they are not known as they are now.
    fn count_others(&self, vocabulary: &mut Vocabulary, id: &Id) -> Result<(), AppError> {
        let listed = self.workspace().library.list()?;
        let in_use: Vec<_> = listed.into_iter().filter(|other| other.deleted_at.is_none()).collect();
        vocabulary.retain(|known| in_use.iter().any(|other| other.id == *known));
        for other in in_use.iter().filter(|other| other.id != *id) {
            let workspace = self.workspace();
            let revision = workspace.library.revision(&other.id)?;
            if !vocabulary.knows(&other.id, revision) {
                let loaded = workspace.library.load(&other.id)?;
                drop(workspace);
                vocabulary.count(&other.id, loaded.revision, &loaded.catalogue);
            }
        }
        Ok(())
    }

    /// Where words or a pattern stand in a catalogue, and what would stand there instead.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`], [`AppError::BadPattern`].
    pub fn find(&self, id: &Id, find: &Find, replacement: &str) -> Result<Found, AppError> {
        Ok(mulu_terms::find(&self.snapshot(id)?.catalogue, find, replacement)?)
    }
}
