//! One order out of two that have one origin.
//!
//! What neither side has moved keeps its order and is what everything else is placed by. What one side alone has
//! moved or added stands behind what it stands behind there. Where both sides have put something behind the same
//! neighbour, the two rows follow one another, the one with the smaller identities first: which side is called ours
//! must make no difference.

use std::collections::{HashMap, HashSet};

use super::conflict::Contested;
use crate::{diff::longest_rise, id::Id};

/// An order, and what both sides have moved to different places.
pub(super) struct Ordered {
    pub(super) order: Vec<Id>,
    pub(super) contested: HashSet<Id>,
}

/// Which of `new` stand elsewhere among those that `old` has too: as few as can be.
pub(super) fn moved<'a>(old: &[&Id], new: &[&'a Id]) -> HashSet<&'a Id> {
    let before: HashMap<&Id, usize> = old.iter().copied().zip(0..).collect();
    let common: Vec<(&'a Id, usize)> = new.iter().filter_map(|id| Some((*id, *before.get(id)?))).collect();
    let kept = longest_rise(&common.iter().map(|(_, at)| *at).collect::<Vec<_>>());
    common.into_iter().filter(|(_, at)| !kept.contains(at)).map(|(id, _)| id).collect()
}

/// The merged order of `members`. Those of `as_in_base` that have moved stand where they stood in the origin.
pub(super) fn merge_order<'a>(
    lists: &Contested<Vec<&'a Id>>,
    members: &HashSet<&'a Id>,
    as_in_base: &HashSet<&'a Id>,
) -> Ordered {
    let lists = lists.map(|list| list.iter().copied().filter(|id| members.contains(id)).collect::<Vec<_>>());
    if let Some(order) = lists.settle().filter(|order| order.len() == members.len()) {
        return Ordered { order: order.iter().copied().cloned().collect(), contested: HashSet::new() };
    }
    let in_base: HashSet<&Id> = lists.base.iter().copied().collect();
    let has_moved = lists.map(|list| moved(&lists.base, list));
    let is_stable = |id: &Id| !has_moved.ours.contains(id) && !has_moved.theirs.contains(id);
    let stable: Vec<&Id> = lists.base.iter().copied().filter(|id| is_stable(id)).collect();
    let gaps = lists.map(|list| gaps(&stable, list));
    // Placed by a side: what it has moved or added.
    let placed = |side: &HashSet<&Id>, gaps: &HashMap<&Id, usize>, id: &Id| {
        gaps.contains_key(id) && (side.contains(id) || !in_base.contains(id))
    };
    let placed_by = |id: &Id| {
        let ours = placed(&has_moved.ours, &gaps.ours, id);
        (ours, placed(&has_moved.theirs, &gaps.theirs, id))
    };

    let is_fixed = |id: &Id| as_in_base.contains(id) && in_base.contains(id);
    let by_both: HashSet<&Id> =
        (lists.ours.iter().copied()).filter(|id| placed_by(id) == (true, true) && !is_fixed(id)).collect();
    let agreed = agreed(&lists, &gaps, &by_both);
    let skeleton = skeleton(&stable, &lists.ours, &gaps.ours, &agreed);
    let rank: HashMap<&Id, usize> = skeleton.iter().copied().zip(1..).collect();
    let mut rows: Vec<[Vec<&Id>; 3]> = vec![Default::default(); skeleton.len() + 1];

    // Behind which of the skeleton something stands whose place is known only by what is stable.
    let behind = |gap: usize| gap.checked_sub(1).map_or(0, |at| rank[stable[at]]);
    let contested: HashSet<&Id> = by_both.difference(&agreed).copied().collect();
    for id in lists.base.iter().filter(|id| !rank.contains_key(*id)) {
        if contested.contains(id) || is_fixed(id) {
            rows[behind(gaps.base[id])][0].push(id);
        }
    }
    let mut unplaced: Vec<&Id> = contested.iter().copied().filter(|id| !in_base.contains(id)).collect();
    unplaced.sort_unstable();
    for id in unplaced {
        rows[behind(gaps.ours[id].min(gaps.theirs[id]))][0].push(id);
    }
    for (side, list) in [(1, &lists.ours), (2, &lists.theirs)] {
        let mut at = 0;
        for id in list.iter().copied() {
            if let Some(next) = rank.get(id) {
                at = *next;
            } else if !contested.contains(id) && !is_fixed(id) {
                let (by_ours, by_theirs) = placed_by(id);
                if if side == 1 { by_ours } else { by_theirs } {
                    rows[at][side].push(id);
                }
            }
        }
    }
    let mut order = Vec::with_capacity(members.len());
    for (at, [first, mut ours, mut theirs]) in rows.into_iter().enumerate() {
        if theirs < ours {
            std::mem::swap(&mut ours, &mut theirs);
        }
        order.extend(at.checked_sub(1).map(|at| skeleton[at]));
        order.extend(first.into_iter().chain(ours).chain(theirs));
    }
    Ordered {
        order: order.into_iter().cloned().collect(),
        contested: contested.into_iter().cloned().collect(),
    }
}

/// For each of a list, how many of the stable ones end at the last one before it; 0 before the first.
fn gaps<'a>(stable: &[&Id], list: &[&'a Id]) -> HashMap<&'a Id, usize> {
    let rank: HashMap<&Id, usize> = stable.iter().copied().zip(1..).collect();
    let mut at = 0;
    let gap = |id: &&'a Id| {
        at = rank.get(id).copied().unwrap_or(at);
        (*id, at)
    };
    list.iter().map(gap).collect()
}

/// Those that both sides have put into the same gap, where all of that gap stand in the same order.
fn agreed<'a>(
    lists: &Contested<Vec<&'a Id>>,
    gaps: &Contested<HashMap<&'a Id, usize>>,
    by_both: &HashSet<&'a Id>,
) -> HashSet<&'a Id> {
    let same_gap = |id: &&Id| by_both.contains(id) && gaps.ours[id] == gaps.theirs[id];
    let by_gap = |list: &[&'a Id], gaps: &HashMap<&'a Id, usize>| {
        let mut by_gap: HashMap<usize, Vec<&'a Id>> = HashMap::new();
        for id in list.iter().copied().filter(same_gap) {
            by_gap.entry(gaps[id]).or_default().push(id);
        }
        by_gap
    };
    let (ours, theirs) = (by_gap(&lists.ours, &gaps.ours), by_gap(&lists.theirs, &gaps.theirs));
    let same = ours.into_iter().filter(|(gap, ids)| theirs.get(gap) == Some(ids));
    same.flat_map(|(_, ids)| ids).collect()
}

/// The stable ones with those that both sides agree on.
fn skeleton<'a>(
    stable: &[&'a Id],
    ours: &[&'a Id],
    gaps: &HashMap<&'a Id, usize>,
    agreed: &HashSet<&'a Id>,
) -> Vec<&'a Id> {
    let mut added: Vec<Vec<&Id>> = vec![Vec::new(); stable.len() + 1];
    for id in ours.iter().copied().filter(|id| agreed.contains(id)) {
        added[gaps[id]].push(id);
    }
    let mut skeleton = Vec::with_capacity(stable.len() + agreed.len());
    for (at, ids) in added.into_iter().enumerate() {
        skeleton.extend(at.checked_sub(1).map(|at| stable[at]));
        skeleton.extend(ids);
    }
    skeleton
}
