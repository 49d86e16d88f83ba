//! 合并: two states of a catalogue that have one origin become one.
//!
//! Groups and items are matched by identity. What one side alone has changed is taken over; where both have changed
//! the same thing differently the merged catalogue holds what the origin had, and a [`Conflict`] says what each side
//! wants. Conflicts are settled by ordinary edits. Which side is called ours makes no difference to the result.

mod cells;
mod conflict;
mod decide;
mod members;
mod order;

use crate::{
    catalogue::{Catalogue, Group, Heading},
    date::parse_date,
    diff::HEADING_FIELDS,
};

pub use conflict::{Conflict, Contested, MergeSide, Merged};
use members::Members;

/// Merges two states that go back to `base`.
pub fn merge(base: &Catalogue, ours: &Catalogue, theirs: &Catalogue) -> Merged {
    let mut conflicts = Vec::new();
    let three = Contested { base, ours, theirs };
    let heading = merge_heading(&three, &mut conflicts);
    let templates = three.map(|catalogue| &catalogue.template);
    let template = templates.settle().copied().unwrap_or_else(|| {
        conflicts.push(Conflict::Template(Box::new(templates.map(|template| (*template).clone()))));
        &base.template
    });
    let members = Members::of(&three);
    let mut item_conflicts = Vec::new();
    let groups = members.group_order(&mut conflicts).into_iter().map(|id| Group {
        name: members.group_name(&id, &mut conflicts),
        items: members.items(&id, &mut item_conflicts),
        id,
    });
    let groups = groups.collect();
    conflicts.append(&mut item_conflicts);
    Merged { catalogue: Catalogue { heading, template: template.clone(), groups }, conflicts }
}

fn merge_heading(three: &Contested<&Catalogue>, conflicts: &mut Vec<Conflict>) -> Heading {
    let mut settled = |field| {
        let values = three.map(|catalogue| catalogue.heading.get(field));
        values.settle().cloned().unwrap_or_else(|| {
            let base = values.base.clone();
            conflicts.push(Conflict::Heading { field, values });
            base
        })
    };
    let [title, responsible_unit, preparer, reviewer, approver, prepared_at] =
        HEADING_FIELDS.map(&mut settled);
    let prepared_at = parse_date(&prepared_at);
    Heading { title, responsible_unit, preparer, reviewer, approver, prepared_at }
}
