//! Any edits, for property tests.

use mulu_model::{
    Act, Catalogue, Channel, ColumnKey, Edit, Group, HeadingField, Id, Item, Part, Value, exchange,
};
use proptest::{collection::vec, prelude::*, sample::Index};

/// A real catalogue.
pub(crate) fn catalogue() -> Catalogue {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::new(&format!("id-{next}")).unwrap()
    };
    let text = include_bytes!("../../../../assets/catalogues/zhongwei-social-insurance.json");
    exchange::read(text, &mut new_id).unwrap()
}

/// Edits by position, so that each one finds something to change in whatever catalogue it meets.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Heading(String),
    Cell(Index, Index, String, bool),
    AddGroup(Index, String),
    RemoveGroup(Index),
    MoveGroup(Index, Index),
    RenameGroup(Index, String),
    AddItem(Index, Index, String),
    RemoveItem(Index),
    MoveItem(Index, Index, Index),
    OrderItems(Index, Vec<Index>),
    Parts(Index, Vec<String>),
    DropColumn(Index),
    Several(Vec<Step>),
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let text = "[一二三甲乙丙0-9\n]{0,6}";
    let at = any::<Index>;
    let leaf = prop_oneof![
        text.prop_map(Step::Heading),
        (at(), at(), text, any::<bool>()).prop_map(|(a, b, c, d)| Step::Cell(a, b, c, d)),
        (at(), text).prop_map(|(a, b)| Step::AddGroup(a, b)),
        at().prop_map(Step::RemoveGroup),
        (at(), at()).prop_map(|(a, b)| Step::MoveGroup(a, b)),
        (at(), text).prop_map(|(a, b)| Step::RenameGroup(a, b)),
        (at(), at(), text).prop_map(|(a, b, c)| Step::AddItem(a, b, c)),
        at().prop_map(Step::RemoveItem),
        (at(), at(), at()).prop_map(|(a, b, c)| Step::MoveItem(a, b, c)),
        (at(), vec(at(), 1..9)).prop_map(|(a, b)| Step::OrderItems(a, b)),
        (at(), vec(text, 0..4)).prop_map(|(a, b)| Step::Parts(a, b)),
        at().prop_map(Step::DropColumn),
    ];
    // Several are many enough for the places of items to be noted.
    prop_oneof![12 => leaf.clone(), 1 => vec(leaf, 1..12).prop_map(Step::Several)]
}

/// The edit that a step means for this catalogue; `None` where there is nothing to change.
pub(crate) fn edit(step: &Step, catalogue: &Catalogue, serial: &str) -> Option<Edit> {
    let groups = &catalogue.groups;
    let group = |index: &Index| (!groups.is_empty()).then(|| &groups[index.index(groups.len())]);
    let items: Vec<_> = catalogue.items().collect();
    let item = |index: &Index| (!items.is_empty()).then(|| items[index.index(items.len())]);
    let new_id = |kind: &str| Id::new(&format!("{kind}-{serial}")).unwrap();
    Some(match step {
        Step::Heading(value) => Edit::SetHeading { field: HeadingField::Title, value: value.clone() },
        Step::Cell(index, column, text, on) => cell(item(index)?.1, catalogue, column, text, *on)?,
        Step::AddGroup(at, name) => Edit::InsertGroup {
            at: at.index(groups.len() + 1),
            group: Group {
                id: new_id("group"),
                name: name.clone(),
                items: vec![Item::new(new_id("first"), name.clone())],
            },
        },
        Step::RemoveGroup(index) => Edit::RemoveGroup { group: group(index)?.id.clone() },
        Step::MoveGroup(index, to) => {
            Edit::MoveGroup { group: group(index)?.id.clone(), to: to.index(groups.len()) }
        }
        Step::RenameGroup(index, name) => {
            Edit::RenameGroup { group: group(index)?.id.clone(), name: name.clone() }
        }
        Step::AddItem(index, at, name) => {
            let group = group(index)?;
            Edit::InsertItem {
                group: group.id.clone(),
                at: at.index(group.items.len() + 1),
                item: Box::new(Item::new(new_id("item"), name.clone())),
            }
        }
        Step::RemoveItem(index) => Edit::RemoveItem { item: item(index)?.1.id.clone() },
        Step::MoveItem(index, to_group, to) => {
            let (from, moved) = item(index)?;
            let target = group(to_group)?;
            let room = target.items.len() + usize::from(target.id != from.id);
            Edit::MoveItem { item: moved.id.clone(), group: target.id.clone(), to: to.index(room) }
        }
        Step::OrderItems(index, keys) => {
            let group = group(index)?;
            let mut items: Vec<Id> = group.items.iter().map(|item| item.id.clone()).collect();
            for key in keys.iter().filter(|_| group.items.len() > 1) {
                items.swap(0, key.index(group.items.len()));
            }
            Edit::OrderItems { group: group.id.clone(), items }
        }
        Step::Parts(index, contents) => {
            let parts = contents.iter().map(|c| Part { content: c.clone(), channels: Vec::new() }).collect();
            Edit::SetParts {
                item: item(index)?.1.id.clone(),
                parts,
                content: String::new(),
                channels: Vec::new(),
            }
        }
        Step::DropColumn(index) => {
            let mut template = catalogue.template.clone();
            let droppable: Vec<usize> =
                (0..template.columns.len()).filter(|&c| template.columns[c].key != ColumnKey::Item).collect();
            if droppable.is_empty() {
                return None;
            }
            template.columns.remove(droppable[index.index(droppable.len())]);
            Edit::SetTemplate { template }
        }
        Step::Several(steps) => {
            // Later edits must see what earlier ones made.
            let mut scratch = catalogue.clone();
            let mut edits = Vec::new();
            for (index, step) in steps.iter().enumerate() {
                if let Some(edit) = edit(step, &scratch, &format!("{serial}-{index}")) {
                    scratch.apply(&edit).unwrap();
                    edits.push(edit);
                }
            }
            Edit::Several { act: Act::default(), edits }
        }
    })
}

fn cell(item: &Item, catalogue: &Catalogue, column: &Index, text: &str, on: bool) -> Option<Edit> {
    let columns: Vec<_> = catalogue
        .template
        .columns
        .iter()
        .map(|c| &c.key)
        .filter(|key| !matches!(key, ColumnKey::Number | ColumnKey::Group | ColumnKey::ItemNumber))
        .collect();
    let column = columns[column.index(columns.len())];
    let value = match column {
        ColumnKey::Mark(mark) => {
            Value::Mark { on, note: if mark.takes_words() { text.to_owned() } else { String::new() } }
        }
        ColumnKey::Channels => {
            let label = if on { "其他" } else { "政府网站" };
            Value::Channels { channels: vec![Channel { label: label.to_owned(), note: text.to_owned() }] }
        }
        _ => Value::Text { text: text.to_owned() },
    };
    let part = (column.is_of_part() && !item.parts.is_empty()).then_some(0);
    Some(Edit::SetCell { item: item.id.clone(), part, column: column.clone(), value })
}
