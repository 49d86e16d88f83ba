//! Which groups and items there are after a merge, and which item stands in which group.

use std::collections::{HashMap, HashSet};

use super::{
    cells::merge_item,
    conflict::{Conflict, Contested, MergeSide},
    order::{Ordered, merge_order, moved},
};
use crate::{
    catalogue::{Catalogue, Group, Item},
    diff::ItemPlace,
    id::Id,
};

/// One of three catalogues, by identity.
struct Index<'a> {
    groups: HashMap<&'a Id, (usize, &'a Group)>,
    items: HashMap<&'a Id, (&'a Id, usize, &'a Item)>,
    /// Items that stand elsewhere than in the origin.
    moved: HashSet<&'a Id>,
    /// Groups that do.
    moved_groups: HashSet<&'a Id>,
}

/// What is in the merged catalogue, and where.
pub(super) struct Members<'a> {
    three: Contested<Index<'a>>,
    /// All groups of the merged catalogue.
    groups: HashSet<&'a Id>,
    /// The groups that one side has removed and that come back.
    restored: HashMap<&'a Id, MergeSide>,
    /// The items of each group.
    items: HashMap<&'a Id, HashSet<&'a Id>>,
    /// Items that one side has removed and the other has changed.
    removed: HashMap<&'a Id, MergeSide>,
    /// Items that both have moved into different groups.
    contested: HashSet<&'a Id>,
}

impl<'a> Index<'a> {
    fn of(base: &'a Catalogue, catalogue: &'a Catalogue) -> Self {
        let groups: HashMap<_, _> =
            catalogue.groups.iter().enumerate().map(|(at, group)| (&group.id, (at, group))).collect();
        let items = crate::diff::places(catalogue).map(|(group, at, item)| (&item.id, (group, at, item)));
        let was_in: HashMap<&Id, &Id> = base.items().map(|(group, item)| (&item.id, &group.id)).collect();
        let in_base: HashMap<&Id, Vec<&Id>> =
            base.groups.iter().map(|group| (&group.id, ids(group))).collect();
        let mut has_moved = HashSet::new();
        for group in &catalogue.groups {
            let items = ids(group);
            has_moved.extend(in_base.get(&group.id).map(|was| moved(was, &items)).into_iter().flatten());
            has_moved
                .extend(items.into_iter().filter(|id| was_in.get(id).is_some_and(|was| **was != group.id)));
        }
        let moved_groups = moved(&group_ids(base), &group_ids(catalogue));
        Self { groups, items: items.collect(), moved: has_moved, moved_groups }
    }

    fn place(&self, item: &Id) -> Option<ItemPlace> {
        self.items.get(item).map(|(group, at, _)| ItemPlace { group: (*group).clone(), at: *at })
    }
}

fn ids(group: &Group) -> Vec<&Id> {
    group.items.iter().map(|item| &item.id).collect()
}

fn group_ids(catalogue: &Catalogue) -> Vec<&Id> {
    catalogue.groups.iter().map(|group| &group.id).collect()
}

impl<'a> Members<'a> {
    pub(super) fn of(three: &Contested<&'a Catalogue>) -> Self {
        let mut members = Self {
            three: three.map(|catalogue| Index::of(three.base, catalogue)),
            groups: HashSet::new(),
            restored: HashMap::new(),
            items: HashMap::new(),
            removed: HashMap::new(),
            contested: HashSet::new(),
        };
        members.place_items();
        members.keep_groups();
        members
    }

    /// Decides for each item whether it is there and in which group.
    fn place_items(&mut self) {
        let Contested { base, ours, theirs } = &self.three;
        let every = base.items.keys().chain(ours.items.keys()).chain(theirs.items.keys());
        let every: HashSet<&'a Id> = every.copied().collect();
        let still_there = |group: &Id| ours.groups.contains_key(group) || theirs.groups.contains_key(group);
        for id in every {
            let at = self.three.map(|index| index.items.get(id).copied());
            let group = match (at.base, at.ours, at.theirs) {
                (_, Some(o), Some(t)) if o.0 == t.0 => o.0,
                (Some(_), Some(_), Some(t)) if !ours.moved.contains(id) => t.0,
                (Some(_), Some(o), Some(_)) if !theirs.moved.contains(id) => o.0,
                (was, Some(o), Some(t)) => {
                    self.contested.insert(id);
                    was.map(|was| was.0).filter(|group| still_there(group)).unwrap_or(o.0.min(t.0))
                }
                (None, Some(added), None) | (None, None, Some(added)) => added.0,
                (Some(was), Some(kept), None) | (Some(was), None, Some(kept)) => {
                    let by = if at.ours.is_some() { MergeSide::Theirs } else { MergeSide::Ours };
                    let has_moved = ours.moved.contains(id) || theirs.moved.contains(id);
                    if !has_moved && was.2 == kept.2 {
                        continue;
                    }
                    self.removed.insert(id, by);
                    if still_there(was.0) { was.0 } else { kept.0 }
                }
                (_, None, None) => continue,
            };
            self.items.entry(group).or_default().insert(id);
        }
    }

    /// Decides which groups are there. One that a side has removed comes back with its items where the other side
    /// has changed it or something has its place in it.
    fn keep_groups(&mut self) {
        let Contested { base, ours, theirs } = &self.three;
        for (id, (_, group)) in ours.groups.iter().chain(&theirs.groups) {
            let by = match (ours.groups.contains_key(id), theirs.groups.contains_key(id)) {
                (true, true) => None,
                (true, false) => Some(MergeSide::Theirs),
                _ => Some(MergeSide::Ours),
            };
            if let (Some(by), Some((_, was))) = (by, base.groups.get(id)) {
                let has_moved = ours.moved_groups.contains(id) || theirs.moved_groups.contains(id);
                if was.name == group.name && !has_moved && !self.items.contains_key(id) {
                    continue;
                }
                self.restored.insert(id, by);
                let remover = if by == MergeSide::Ours { ours } else { theirs };
                let taken_along = ids(group).into_iter().filter(|item| {
                    let was_here = base.items.get(item).is_some_and(|was| was.0 == *id);
                    was_here && !remover.items.contains_key(item)
                });
                self.items.entry(id).or_default().extend(taken_along);
            }
            self.groups.insert(id);
        }
    }

    pub(super) fn group_order(&self, conflicts: &mut Vec<Conflict>) -> Vec<Id> {
        let lists = self.three.map(|index| {
            let mut list: Vec<_> = index.groups.iter().map(|(id, (at, _))| (*at, *id)).collect();
            list.sort_unstable();
            list.into_iter().map(|(_, id)| id).collect()
        });
        let Ordered { order, contested } =
            merge_order(&lists, &self.groups, &self.restored.keys().copied().collect());
        for group in order.iter().filter(|id| contested.contains(id)) {
            let places = self.three.map(|index| index.groups.get(group).map(|(at, _)| *at));
            conflicts.push(Conflict::GroupPlace { group: group.clone(), places });
        }
        order
    }

    pub(super) fn group_name(&self, id: &Id, conflicts: &mut Vec<Conflict>) -> String {
        let names = self.three.map(|index| index.groups.get(id).map(|(_, group)| &group.name));
        if let Some(by) = self.restored.get(id) {
            conflicts.push(Conflict::GroupRemoved { group: id.clone(), by: *by });
            return names.base.cloned().unwrap_or_default();
        }
        match (names.ours, names.theirs) {
            (Some(name), None) | (None, Some(name)) => name.clone(),
            _ => {
                let names = names.map(|name| name.cloned().unwrap_or_default());
                names.settle().cloned().unwrap_or_else(|| {
                    let base = names.base.clone();
                    conflicts.push(Conflict::GroupName { group: id.clone(), names });
                    base
                })
            }
        }
    }

    /// The items of a group, in their order.
    pub(super) fn items(&self, group: &Id, conflicts: &mut Vec<Conflict>) -> Vec<Item> {
        let Some(members) = self.items.get(group) else { return Vec::new() };
        let lists =
            self.three.map(|index| index.groups.get(group).map(|(_, group)| ids(group)).unwrap_or_default());
        let as_in_base = members.iter().copied();
        let as_in_base =
            as_in_base.filter(|id| self.contested.contains(id) || self.removed.contains_key(id)).collect();
        let Ordered { order, contested } = merge_order(&lists, members, &as_in_base);
        let item = |id: &Id| {
            if contested.contains(id) || self.contested.contains(id) {
                let places = self.three.map(|index| index.place(id));
                conflicts.push(Conflict::ItemPlace { item: id.clone(), places });
            }
            self.item(id, conflicts)
        };
        order.iter().filter_map(item).collect()
    }

    fn item(&self, id: &Id, conflicts: &mut Vec<Conflict>) -> Option<Item> {
        let items = self.three.map(|index| index.items.get(id).map(|(_, _, item)| *item));
        match (items.base, items.ours, items.theirs) {
            (None, Some(item), None) | (None, None, Some(item)) => Some(item.clone()),
            (Some(base), Some(ours), Some(theirs)) => {
                Some(merge_item(&Contested { base, ours, theirs }, conflicts))
            }
            (None, Some(ours), Some(theirs)) => {
                let base = &Item::new(id.clone(), String::new());
                Some(merge_item(&Contested { base, ours, theirs }, conflicts))
            }
            (Some(base), Some(kept), None) | (Some(base), None, Some(kept)) => {
                let by = self.removed.get(id).copied();
                let Contested { ours, theirs, .. } = &self.three;
                let keeper = if by == Some(MergeSide::Ours) { theirs } else { ours };
                if let (Some(by), Some(kept_at)) = (by, keeper.place(id)) {
                    let kept = Box::new(kept.clone());
                    conflicts.push(Conflict::ItemRemoved { item: id.clone(), by, kept, kept_at });
                }
                Some(base.clone())
            }
            (_, None, None) => None,
        }
    }
}
