//! Differences in words, one row for each.

use std::collections::HashMap;

use mulu_model::{
    Catalogue, Cell, Channel, ColumnKey, HeadingField, Id, Item, Part, Template, TextField, Value,
    diff::{Difference, ItemPlace, diff},
    long_date, parse_date,
};

use super::{
    content::{RevisionRow, Run, Subject},
    runs::{compare, compare_lists, single},
};
use crate::{
    sheet::clean,
    words::{
        self,
        revision::{self as said, ShapePart},
    },
};

pub(super) fn rows(
    old: &Catalogue,
    new: &Catalogue,
    reason: &dyn Fn(&Difference) -> String,
) -> Vec<RevisionRow> {
    let both = Comparison::new(old, new);
    let numbered = (1..).zip(diff(old, new));
    numbered.map(|(number, difference)| both.row(number, &difference, reason(&difference))).collect()
}

/// One of the two catalogues, to look things up in.
struct State<'a> {
    catalogue: &'a Catalogue,
    groups: HashMap<&'a Id, &'a str>,
    /// Each item with the name of its group.
    items: HashMap<&'a Id, (&'a str, &'a Item)>,
}

/// Two states of a catalogue, to put what differs between them into words.
pub struct Comparison<'a> {
    old: State<'a>,
    new: State<'a>,
}

/// What a row says besides its number and reason.
struct Told {
    subject: Subject,
    group: String,
    item: String,
    column: String,
    sides: (Vec<Run>, Vec<Run>),
}

impl<'a> State<'a> {
    fn new(catalogue: &'a Catalogue) -> Self {
        let groups = catalogue.groups.iter().map(|group| (&group.id, group.name.as_str())).collect();
        let items = catalogue.items().map(|(group, item)| (&item.id, (group.name.as_str(), item))).collect();
        Self { catalogue, groups, items }
    }

    fn group(&self, id: &Id) -> &'a str {
        self.groups.get(id).copied().unwrap_or_default()
    }

    fn item(&self, id: &Id) -> Option<(&'a str, &'a Item)> {
        self.items.get(id).copied()
    }

    fn place(&self, place: &ItemPlace) -> String {
        said::item_in_group(&clean(self.group(&place.group)), place.at)
    }
}

impl<'a> Comparison<'a> {
    /// The comparison of two states.
    pub fn new(old: &'a Catalogue, new: &'a Catalogue) -> Self {
        Self { old: State::new(old), new: State::new(new) }
    }

    /// What a column is called, and of several rows of an item which one.
    pub fn label(&self, column: &ColumnKey, part: Option<usize>) -> String {
        let name = self.column(column);
        part.map_or_else(|| name.clone(), |part| said::row(&name, part))
    }

    /// What a cell held and what it holds, with what only one side has marked; an empty cell is no run.
    pub fn cells(&self, old: &Value, new: &Value) -> (Vec<Run>, Vec<Run>) {
        match (old, new) {
            (Value::Channels { channels: old }, Value::Channels { channels: new }) => {
                let are_free = self.new.catalogue.template.channel_options.is_empty();
                let between = if are_free { "\n" } else { said::AND };
                let lists = [old, new].map(|channels| channels.iter().map(channel).collect::<Vec<_>>());
                compare_lists(&lists[0], &lists[1], between)
            }
            _ => compare(&clean(&value(old)), &clean(&value(new))),
        }
    }

    /// A difference in words.
    pub fn row(&self, number: usize, difference: &Difference, reason: String) -> RevisionRow {
        let Told { subject, group, item, column, sides: (before, after) } = match difference {
            Difference::Heading { field, old, new } => heading(*field, old, new),
            Difference::Template => self.template(),
            Difference::GroupRemoved { group, name } => self.group(group, name, removed(name)),
            Difference::GroupAdded { group, name } => self.group(group, name, added(name)),
            Difference::GroupRenamed { group, old, new } => self.group(group, new, texts(old, new)),
            Difference::GroupMoved { group, from, to } => {
                let sides = texts(&said::group_position(*from), &said::group_position(*to));
                let told = self.group(group, self.new.group(group), sides);
                Told { column: said::POSITION.to_owned(), ..told }
            }
            Difference::ItemRemoved { item, .. } => {
                let sides =
                    self.old.item(item).map(|(_, it)| removed(&whole(&self.old.catalogue.template, it)));
                self.item(item, said::WHOLE.to_owned(), sides.unwrap_or_default())
            }
            Difference::ItemAdded { item, .. } => {
                let sides =
                    self.new.item(item).map(|(_, it)| added(&whole(&self.new.catalogue.template, it)));
                self.item(item, said::WHOLE.to_owned(), sides.unwrap_or_default())
            }
            Difference::ItemMoved { item, from, to } => {
                let sides = match from.group == to.group {
                    true => texts(&said::item_position(from.at), &said::item_position(to.at)),
                    false => texts(&self.old.place(from), &self.new.place(to)),
                };
                self.item(item, said::POSITION.to_owned(), sides)
            }
            Difference::Cell { item, part, column, old, new } => {
                self.item(item, self.label(column, *part), or_nothing(self.cells(old, new)))
            }
            Difference::Parts { item, old, new } => {
                let names =
                    [ColumnKey::Text(TextField::Content), ColumnKey::Channels].map(|key| self.column(&key));
                self.item(item, names.join(said::AND), texts(&parts(old), &parts(new)))
            }
        };
        RevisionRow { number, subject, group, item, column, before, after, reason }
    }

    fn group(&self, id: &Id, name: &str, sides: (Vec<Run>, Vec<Run>)) -> Told {
        let (subject, group) = (Subject::Group(id.clone()), clean(name).into_owned());
        Told { subject, group, item: String::new(), column: self.column(&ColumnKey::Group), sides }
    }

    /// A row about an item, under its new name, or under its old one if it is gone.
    fn item(&self, id: &Id, column: String, sides: (Vec<Run>, Vec<Run>)) -> Told {
        let found = self.new.item(id).or_else(|| self.old.item(id));
        let (group, item) = found.map_or(("", ""), |(group, item)| (group, item.name.as_str()));
        let [group, item] = [group, item].map(|name| clean(name).into_owned());
        Told { subject: Subject::Item(id.clone()), group, item, column, sides }
    }

    /// The header of a column, by the new template if it shows it; names go without what stands over them.
    fn column(&self, key: &ColumnKey) -> String {
        let templates = [&self.new.catalogue.template, &self.old.catalogue.template];
        let shown = templates.iter().find_map(|template| header(template, key));
        shown.unwrap_or_else(|| key.usual_name())
    }

    fn template(&self) -> Told {
        let [old, new] = [&self.old, &self.new].map(|state| &state.catalogue.template);
        let mut shapes = [String::new(), String::new()];
        for part in [ShapePart::Columns, ShapePart::Channels, ShapePart::Levels] {
            let lists = [old, new].map(|template| list(template, part).join(said::AND));
            if lists[0] == lists[1] {
                continue;
            }
            for (shape, list) in shapes.iter_mut().zip(lists) {
                let line = if shape.is_empty() { "" } else { "\n" };
                *shape += &format!("{line}{}", said::named(said::shape_part(part), &list));
            }
        }
        let sides = match &shapes {
            [old, new] if old == new => (Vec::new(), single(said::RESHAPED, false)),
            [old, new] => texts(old, new),
        };
        let (subject, group) = (Subject::Catalogue, said::TEMPLATE.to_owned());
        Told { subject, group, item: String::new(), column: said::SHAPE.to_owned(), sides }
    }
}

fn heading(field: HeadingField, old: &str, new: &str) -> Told {
    let shown = |text: &str| match field {
        HeadingField::PreparedAt => parse_date(text).map(long_date).unwrap_or_default(),
        _ => text.to_owned(),
    };
    Told {
        subject: Subject::Catalogue,
        group: said::HEADING.to_owned(),
        item: String::new(),
        column: said::heading_field(field).to_owned(),
        sides: texts(&shown(old), &shown(new)),
    }
}

/// Two texts with what differs marked.
fn texts(old: &str, new: &str) -> (Vec<Run>, Vec<Run>) {
    or_nothing(compare(&clean(old), &clean(new)))
}

fn removed(text: &str) -> (Vec<Run>, Vec<Run>) {
    (single(&clean(text), true), single(said::REMOVED, false))
}

fn added(text: &str) -> (Vec<Run>, Vec<Run>) {
    (single(said::NOTHING, false), single(&clean(text), true))
}

/// An empty side says that it is empty, so that it does not look forgotten.
fn or_nothing((mut before, mut after): (Vec<Run>, Vec<Run>)) -> (Vec<Run>, Vec<Run>) {
    for side in [&mut before, &mut after] {
        if side.is_empty() {
            *side = single(said::NOTHING, false);
        }
    }
    (before, after)
}

fn header(template: &Template, key: &ColumnKey) -> Option<String> {
    let column = template.columns.iter().find(|column| column.key == *key)?;
    let is_name = matches!(key, ColumnKey::Group | ColumnKey::Sub(_) | ColumnKey::Item);
    Some(if is_name { column.header.last().cloned().unwrap_or_default() } else { column.header.join("/") })
}

fn list(template: &Template, part: ShapePart) -> Vec<String> {
    match part {
        ShapePart::Columns => template.columns.iter().map(|column| column.header.join("/")).collect(),
        ShapePart::Channels => template.channel_options.clone(),
        ShapePart::Levels => template.levels.clone(),
    }
}

/// All cells of an item that its template shows and that hold something, one on each line. Its name stands beside.
fn whole(template: &Template, item: &Item) -> String {
    let mut lines = Vec::new();
    for column in template.columns.iter().filter(|column| column.key != ColumnKey::Item) {
        let name = header(template, &column.key).unwrap_or_default();
        let rows = if column.key.is_of_part() { item.row_count() } else { 1 };
        for row in 0..rows {
            let Some(text) = item.cell(row, &column.key).map(|cell| cell_text(cell)) else { continue };
            let name = if rows > 1 { said::row(&name, row) } else { name.clone() };
            if !text.is_empty() {
                lines.push(said::named(&name, &text));
            }
        }
    }
    if lines.is_empty() { item.name.clone() } else { lines.join("\n") }
}

fn cell_text(cell: Cell<'_>) -> String {
    value(&cell.into())
}

fn value(value: &Value) -> String {
    match value {
        Value::Text { text } => text.clone(),
        Value::Channels { channels } => channels.iter().map(channel).collect::<Vec<_>>().join(said::AND),
        Value::Mark { note, .. } if !note.is_empty() => note.clone(),
        Value::Mark { on, .. } => if *on { words::MARK } else { "" }.to_owned(),
    }
}

fn channel(channel: &Channel) -> String {
    let note = if channel.note.is_empty() { String::new() } else { words::note(&channel.note) };
    clean(&format!("{}{note}", channel.label)).into_owned()
}

/// The rows of an item, one on each line.
fn parts(parts: &[Part]) -> String {
    let line = |part: &Part| {
        let channels = part.channels.iter().map(channel).collect::<Vec<_>>().join(said::AND);
        let channels = if channels.is_empty() { channels } else { words::note(&channels) };
        format!("{}{channels}", part.content)
    };
    parts.iter().map(line).collect::<Vec<_>>().join("\n")
}
