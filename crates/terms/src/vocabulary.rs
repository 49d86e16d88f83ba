//! Vocabularies: the terms that recur in a column, learned from all catalogues of a library.
//!
//! How often which term stands in a catalogue is counted once for each of its revisions; a key typed only looks
//! through the counts. Nothing of it is stored.

use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map::Entry},
};

use mulu_model::{Catalogue, ColumnKey, Id};
use serde::Serialize;

use crate::{
    cells::{self, Uses},
    matching::{Match, Typed},
    standard,
};

/// A term that could be meant by what is being typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Term {
    /// The term.
    pub text: String,
    /// Where in `text` the typed characters stand, as UTF-16 position and length; none where the term was found
    /// by its pinyin initials.
    pub mark: Option<(u32, u32)>,
    /// In how many cells of this catalogue it stands.
    pub uses: u32,
    /// In how many cells of the other catalogues of the library it stands.
    pub uses_elsewhere: u32,
}

/// A term with the places where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TermUse {
    /// The term.
    pub text: String,
    /// The items of this catalogue in which it stands, top down.
    pub items: Vec<Id>,
    /// In how many cells of the other catalogues of the library it stands.
    pub uses_elsewhere: u32,
}

/// How many terms are suggested at once: as many as a list shows without scrolling.
const MOST_SUGGESTED: usize = 12;

/// What is known of the catalogues of the library, each as it was at one revision.
#[derive(Debug, Default)]
pub struct Vocabulary {
    counted: HashMap<Id, Counted>,
}

/// The terms of a catalogue by column, with the number of cells in which they stand.
#[derive(Debug)]
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

impl Vocabulary {
    /// Forgets the catalogues that are no longer in use.
    pub fn retain(&mut self, is_in_use: impl Fn(&Id) -> bool) {
        self.counted.retain(|known, _| is_in_use(known));
    }

    /// Whether all terms of a catalogue are known as they are at this revision.
    pub fn knows(&self, id: &Id, revision: u32) -> bool {
        self.counted.get(id).is_some_and(|known| known.revision == revision && known.is_whole)
    }

    /// Counts all columns of a catalogue.
    pub fn count(&mut self, id: &Id, revision: u32, catalogue: &Catalogue) {
        let counted = Counted { revision, columns: cells::all_uses(catalogue), is_whole: true };
        self.counted.insert(id.clone(), counted);
    }

    /// Counts one column of the catalogue at hand: after each edit one column is asked for and not all.
    pub fn count_column(&mut self, id: &Id, revision: u32, column: &ColumnKey, catalogue: &Catalogue) {
        let new = || Counted { revision, columns: HashMap::new(), is_whole: false };
        let counted = self.counted.entry(id.clone()).or_insert_with(new);
        if counted.revision != revision {
            *counted = new();
        }
        if !counted.columns.contains_key(column) && !counted.is_whole {
            counted.columns.insert(column.clone(), cells::uses(catalogue, column));
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

    /// All terms of a column: first those of this catalogue with their places, then those that stand only in other ones;
    /// the most used first.
    pub fn terms(&self, id: &Id, column: &ColumnKey, catalogue: &Catalogue) -> Vec<TermUse> {
        let mut elsewhere = self.elsewhere(id, column);
        let here = cells::places(catalogue, column).into_iter().map(|(text, items)| {
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
        terms
    }

    /// Terms that could be meant by what is typed into a column, best first: those that begin with it before others, the
    /// most used in this catalogue first, then the most used elsewhere, then standard ones. Nothing typed gives the most
    /// used.
    pub fn suggest(&self, id: &Id, column: &ColumnKey, typed: &str) -> Vec<Term> {
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
