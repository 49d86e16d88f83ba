//! Whatever two states are, edits lead from one to the other.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod some_edits;

use mulu_model::{
    Catalogue, Edit, HeadingField, Item,
    diff::edits_between,
    merge::{MergeSide, merge},
};
use proptest::{collection::vec, prelude::*};

use some_edits::{Step, catalogue, edit, step};

/// Few groups of few items, so that changes often meet.
fn small() -> Catalogue {
    let mut catalogue = catalogue();
    let parted = catalogue.items().map(|(_, item)| item).find(|item| !item.parts.is_empty()).cloned();
    let items: Vec<Item> = catalogue.items().map(|(_, item)| item.clone()).take(8).collect();
    let mut items = parted.into_iter().chain(items);
    catalogue.groups.truncate(3);
    for group in &mut catalogue.groups {
        group.items = items.by_ref().take(3).collect();
    }
    catalogue
}

fn edited(catalogue: &Catalogue, steps: &[Step], side: &str) -> Catalogue {
    let mut edited = catalogue.clone();
    for (serial, step) in steps.iter().enumerate() {
        if let Some(edit) = edit(step, &edited, &format!("{side}-{serial}")) {
            edited.apply(&edit).unwrap();
        }
    }
    edited
}

/// Follows the edits between two states, and back by their inverses.
fn lead_there_and_back(old: &Catalogue, new: &Catalogue) {
    let mut now = old.clone();
    let edits = edits_between(old, new).unwrap();
    let inverses = now.apply_all(&edits).unwrap();
    assert_eq!(now, *new);
    inverses.iter().rev().for_each(|inverse| drop(now.apply(inverse).unwrap()));
    assert_eq!(now, *old);
    assert_eq!(edits.is_empty(), old == new);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_lead_from_any_state_to_any_other(
        ours in vec(step(), 0..14),
        theirs in vec(step(), 0..14),
        merges in any::<[bool; 2]>(),
        date in "2026-0[1-9]-1[0-9]",
    ) {
        let base = small();
        let ours = edited(&base, &ours, "ours");
        let mut theirs = edited(&base, &theirs, "theirs");
        // What the steps of the model leave alone.
        theirs.apply(&Edit::SetHeading { field: HeadingField::PreparedAt, value: date }).unwrap();
        theirs.template.sign_off_line = merges[0];
        theirs.template.merge_equal = theirs.template.columns.iter().map(|c| c.key.clone()).filter(|_| merges[1]).collect();
        lead_there_and_back(&ours, &theirs);
        lead_there_and_back(&theirs, &ours);
    }

    #[test]
    fn edits_lead_from_either_side_to_what_was_merged_and_decided(
        ours in vec(step(), 0..10),
        theirs in vec(step(), 0..10),
        sides in vec(prop_oneof![Just(MergeSide::Ours), Just(MergeSide::Theirs)], 64),
    ) {
        let base = small();
        let (ours, theirs) = (edited(&base, &ours, "ours"), edited(&base, &theirs, "theirs"));
        let merged = merge(&base, &ours, &theirs);
        prop_assume!(merged.conflicts.len() <= sides.len());
        let decided = merged.decide(&sides[..merged.conflicts.len()]).unwrap();
        lead_there_and_back(&ours, &decided);
        lead_there_and_back(&theirs, &decided);
    }
}
