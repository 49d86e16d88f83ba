//! Where items stand, so that many edits in a row need not search the catalogue for each.

use std::collections::HashMap;

use crate::{catalogue::Catalogue, id::Id};

/// From how many edits on it pays to note where all items stand.
const WORTH_NOTING: usize = 8;

/// The places of items: of their group, and in it. What is noted of the group is right; the item itself may
/// meanwhile have been pushed up or down by its neighbours.
#[derive(Default)]
pub(super) struct Places {
    is_worth_noting: bool,
    noted: Option<HashMap<Id, (usize, usize)>>,
}

impl Places {
    /// Says how many edits will ask.
    pub(super) fn expect(&mut self, edits: usize) {
        self.is_worth_noting |= edits >= WORTH_NOTING;
    }

    /// Where an item stands in `catalogue`.
    pub(super) fn find(&mut self, catalogue: &Catalogue, id: &Id) -> Option<(usize, usize)> {
        if !self.is_worth_noting {
            return catalogue.item_position(id);
        }
        let (group, hint) = *self.noted.get_or_insert_with(|| note(catalogue)).get(id)?;
        let items = &catalogue.groups.get(group)?.items;
        let is_it = |at: &usize| items.get(*at).is_some_and(|item| item.id == *id);
        let up = (0..=hint).rev().map(Some).chain(std::iter::repeat(None));
        let down = (hint + 1..items.len()).map(Some).chain(std::iter::repeat(None));
        let outward = up.zip(down).take_while(|pair| *pair != (None, None));
        let at = outward.flat_map(|(up, down)| [up, down]).flatten().find(is_it)?;
        Some((group, at))
    }

    /// Notes that an item will stand elsewhere in a moment.
    pub(super) fn put(&mut self, id: &Id, place: (usize, usize)) {
        if let Some(noted) = &mut self.noted {
            noted.insert(id.clone(), place);
        }
    }

    /// Notes that an item is gone.
    pub(super) fn remove(&mut self, id: &Id) {
        if let Some(noted) = &mut self.noted {
            noted.remove(id);
        }
    }

    /// Everything may stand elsewhere now.
    pub(super) fn forget(&mut self) {
        self.noted = None;
    }
}

fn note(catalogue: &Catalogue) -> HashMap<Id, (usize, usize)> {
    let groups = catalogue.groups.iter().enumerate();
    let places = groups.flat_map(|(g, group)| {
        group.items.iter().enumerate().map(move |(at, item)| (item.id.clone(), (g, at)))
    });
    places.collect()
}
