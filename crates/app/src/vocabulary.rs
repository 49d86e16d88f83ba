//! Vocabularies: the terms that recur in a column, learned from all catalogues of the library.
//!
//! How often which term stands in a catalogue is counted once for each of its revisions; a key typed only looks
//! through the counts. Nothing of it is stored.

mod matching;
mod rename;
mod standard;
mod terms;

use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map::Entry},
};

use mulu_model::log::StepKind;
use mulu_model::{Catalogue, ColumnKey, Edit, Id, signoff::Stage};

use crate::{
    App, AppError,
    error::from::count,
    wire::{Term, TermUse},
};
use matching::{Match, Typed};
pub(crate) use rename::rename;
use terms::Uses;

/// How many terms are suggested at once: as many as a list shows without scrolling.
const MOST_SUGGESTED: usize = 12;

/// What is known of the catalogues of the library, each as it was at one revision.
#[derive(Default)]
pub(crate) struct Vocabulary {
    counted: HashMap<Id, Counted>,
}

/// The terms of a catalogue by column, with the number of cells in which they stand.
struct Counted {
    revision: u32,
    columns: HashMap<ColumnKey, Uses>,
    /// Whether all columns have been counted; otherwise those that were asked for.
    is_whole: bool,
}

/// A term that could be meant.
struct Candidate {
    hit: Match,
    uses: u32,
    uses_elsewhere: u32,
    /// Its place among the standard terms.
    standard: usize,
}

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
        let mut elsewhere = vocabulary.elsewhere(id, column);
        let here = terms::places(&catalogue, column).into_iter().map(|(text, items)| {
            let uses_elsewhere = elsewhere.remove(text.as_str()).unwrap_or(0);
            TermUse { text, items, uses_elsewhere }
        });
        let mut terms: Vec<_> = here.collect();
        let others = elsewhere.into_iter().map(|(text, uses_elsewhere)| TermUse {
            text: text.to_owned(),
            items: Vec::new(),
            uses_elsewhere,
        });
        let mut others: Vec<_> = others.collect();
        // Terms of this catalogue come in the order in which they stand in it.
        terms.sort_by_key(|term| Reverse(term.items.len()));
        others.sort_by(|a, b| b.uses_elsewhere.cmp(&a.uses_elsewhere).then_with(|| a.text.cmp(&b.text)));
        terms.extend(others);
        Ok(terms)
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
        vocabulary.counted.retain(|known, _| in_use.iter().any(|other| other.id == *known));
        for other in in_use.iter().filter(|other| other.id != *id) {
            let workspace = self.workspace();
            let revision = workspace.library.revision(&other.id)?;
            let known = vocabulary.counted.get(&other.id);
            if known.is_none_or(|known| known.revision != revision || !known.is_whole) {
                let loaded = workspace.library.load(&other.id)?;
                drop(workspace);
                let columns = terms::all_uses(&loaded.catalogue);
                let counted = Counted { revision: loaded.revision, columns, is_whole: true };
                vocabulary.counted.insert(other.id.clone(), counted);
            }
        }
        Ok(())
    }
}

impl Vocabulary {
    /// Counts one column of the catalogue at hand: after each edit one column is asked for and not all.
    fn count_column(&mut self, id: &Id, revision: u32, column: &ColumnKey, catalogue: &Catalogue) {
        let new = || Counted { revision, columns: HashMap::new(), is_whole: false };
        let counted = self.counted.entry(id.clone()).or_insert_with(new);
        if counted.revision != revision {
            *counted = new();
        }
        if !counted.columns.contains_key(column) && !counted.is_whole {
            counted.columns.insert(column.clone(), terms::uses(catalogue, column));
        }
    }

    /// The terms of a column in all catalogues but this one.
    fn elsewhere(&self, id: &Id, column: &ColumnKey) -> HashMap<&str, u32> {
        let mut sum: HashMap<&str, u32> = HashMap::new();
        let others = self.counted.iter().filter(|(known, _)| *known != id);
        for (text, uses) in others.filter_map(|(_, counted)| counted.columns.get(column)).flatten() {
            *sum.entry(text).or_default() += uses;
        }
        sum
    }

    fn suggest(&self, id: &Id, column: &ColumnKey, typed: &str) -> Vec<Term> {
        let typed = Typed::new(typed);
        let mut candidates: HashMap<&str, Candidate> = HashMap::new();
        let mut add = |text, uses: u32, is_here: bool, standard: usize| {
            let candidate = match candidates.entry(text) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => match typed.find(text) {
                    Some(hit) => place.insert(Candidate { hit, uses: 0, uses_elsewhere: 0, standard }),
                    None => return,
                },
            };
            *if is_here { &mut candidate.uses } else { &mut candidate.uses_elsewhere } += uses;
            candidate.standard = candidate.standard.min(standard);
        };
        for (known, counted) in &self.counted {
            for (text, uses) in counted.columns.get(column).into_iter().flatten() {
                add(text, *uses, known == id, usize::MAX);
            }
        }
        for (place, text) in standard::terms(column).iter().enumerate() {
            add(text, 0, false, place);
        }
        let mut best: Vec<_> = candidates.into_iter().collect();
        // Of thousands only the best are put in order.
        if best.len() > MOST_SUGGESTED {
            best.select_nth_unstable_by(MOST_SUGGESTED, |a, b| rank(a).cmp(&rank(b)));
            best.truncate(MOST_SUGGESTED);
        }
        best.sort_by(|a, b| rank(a).cmp(&rank(b)));
        let term = |(text, candidate): (&str, Candidate)| Term {
            text: text.to_owned(),
            mark: candidate.hit.mark,
            uses: candidate.uses,
            uses_elsewhere: candidate.uses_elsewhere,
        };
        best.into_iter().map(term).collect()
    }
}

/// The smaller, the better the term fits.
fn rank<'a>(term: &(&'a str, Candidate)) -> impl Ord + use<'a> {
    let (text, Candidate { hit, uses, uses_elsewhere, standard }) = term;
    (!hit.is_beginning, Reverse(*uses), Reverse(*uses_elsewhere), *standard, *text)
}
