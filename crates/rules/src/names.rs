//! What items are called.

use std::collections::{HashMap, hash_map::Entry};

use mulu_model::{ColumnKey, Item};

use crate::{Finding, Problem, Scene};

/// An earlier item of the group has the same name, under the same names between it and the group.
///
/// A house rule: in none of the real catalogues do two items of a group share a name, and two that do cannot be
/// told apart in talk about them.
pub(crate) fn repeated(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    if let Some(number) = scene.namesake {
        findings.push(scene.finding(None, ColumnKey::Item, Problem::SameName { number }));
    }
}

/// The names met in a group so far, each with the number of its first item.
#[derive(Default)]
pub(crate) struct Names<'a>(HashMap<(&'a [String], &'a str), u32>);

impl<'a> Names<'a> {
    /// The number of the first item with this one's name, where there was one before it.
    pub(crate) fn meet(&mut self, item: &'a Item, number: u32) -> Option<u32> {
        let name = item.name.trim();
        if name.is_empty() {
            return None;
        }
        match self.0.entry((&item.path, name)) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(number);
                None
            }
        }
    }
}
