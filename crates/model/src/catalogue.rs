//! The catalogue itself. Texts are plain strings: an empty one is an empty cell, and there is no third state.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    channel::Channel,
    column::{Aspect, Audience, ColumnKey, Mark, Method, TextField, Texts},
    id::Id,
    template::Template,
};

/// 政务公开目录: what a public body publishes, in groups of items, and the template of its table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// What stands above the table.
    pub heading: Heading,
    /// The shape of the table.
    pub template: Template,
    /// The groups, top down.
    pub groups: Vec<Group>,
}

/// 表头信息: title and sign-off line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Heading {
    /// 标题
    pub title: String,
    /// 责任单位
    pub responsible_unit: String,
    /// 填表人
    pub preparer: String,
    /// 复核人
    pub reviewer: String,
    /// 审签人
    pub approver: String,
    /// 填表时间
    #[cfg_attr(feature = "specta", specta(type = Option<String>))]
    pub prepared_at: Option<Date>,
}

/// The texts of a [`Heading`]; the date of preparation is set on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum HeadingField {
    /// 标题
    Title,
    /// 责任单位
    ResponsibleUnit,
    /// 填表人
    Preparer,
    /// 复核人
    Reviewer,
    /// 审签人
    Approver,
    /// 填表时间, as `YYYY-MM-DD` or empty.
    PreparedAt,
}

/// 一级事项: items under one name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its identity; stays when it moves.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Its items, top down.
    pub items: Vec<Item>,
}

/// 二级事项: one thing that is published. Written down, its texts stand beside its other fields, by their keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Item {
    /// Its identity; stays when it moves.
    pub id: Id,
    /// Its name: the deepest name of its row.
    pub name: String,
    /// The names between its group and itself, top down.
    pub path: Vec<String>,
    /// Its texts. 公开内容（要素）is empty where the item has [`parts`](Self::parts), which hold it then.
    #[serde(flatten)]
    pub texts: Texts,
    /// 公开渠道和载体: what is ticked; empty where the item has parts.
    pub channels: Vec<Channel>,
    /// 公开对象
    pub audience: BTreeSet<Audience>,
    /// Words that stand in the 特定群体 cell instead of a √.
    pub audience_note: String,
    /// 公开方式
    pub method: BTreeSet<Method>,
    /// 所属“五公开”类型
    pub aspects: BTreeSet<Aspect>,
    /// 公开层级: labels of the template's levels.
    pub levels: BTreeSet<String>,
    /// Texts of the body's own columns, by label.
    pub custom: BTreeMap<String, String>,
    /// The rows of an item that has several; empty for the usual item of one row.
    pub parts: Vec<Part>,
}

/// One of several rows of an item, with content and channels of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Part {
    /// 公开内容（要素）
    pub content: String,
    /// 公开渠道和载体
    pub channels: Vec<Channel>,
}

/// What a cell holds, borrowed from the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// A text, perhaps empty.
    Text(&'a str),
    /// Ticked boxes or free lines.
    Channels(&'a [Channel]),
    /// Whether the √ is there; the words that stand in its place are in `note`.
    Mark {
        /// The √.
        on: bool,
        /// Words printed instead of it.
        note: &'a str,
    },
}

impl Heading {
    /// The text of a field; the date as `YYYY-MM-DD`.
    pub fn get(&self, field: HeadingField) -> String {
        match field {
            HeadingField::Title => self.title.clone(),
            HeadingField::ResponsibleUnit => self.responsible_unit.clone(),
            HeadingField::Preparer => self.preparer.clone(),
            HeadingField::Reviewer => self.reviewer.clone(),
            HeadingField::Approver => self.approver.clone(),
            HeadingField::PreparedAt => self.prepared_at.map(|date| date.to_string()).unwrap_or_default(),
        }
    }
}

impl Catalogue {
    /// All items with their groups, top down.
    pub fn items(&self) -> impl Iterator<Item = (&Group, &Item)> {
        self.groups.iter().flat_map(|group| group.items.iter().map(move |item| (group, item)))
    }

    /// How many items there are.
    pub fn item_count(&self) -> usize {
        self.groups.iter().map(|group| group.items.len()).sum()
    }

    /// The position of a group.
    pub fn group_position(&self, id: &Id) -> Option<usize> {
        self.groups.iter().position(|group| group.id == *id)
    }

    /// The group with this identity.
    pub fn group(&self, id: &Id) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The positions of an item: of its group, and of itself in the group.
    pub fn item_position(&self, id: &Id) -> Option<(usize, usize)> {
        self.groups.iter().enumerate().find_map(|(group, g)| {
            let item = g.items.iter().position(|item| item.id == *id)?;
            Some((group, item))
        })
    }

    /// The item with this identity.
    pub fn item(&self, id: &Id) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| item.id == *id)
    }
}

impl Item {
    /// An item with a name and nothing else.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            path: Vec::new(),
            texts: Texts::default(),
            channels: Vec::new(),
            audience: BTreeSet::new(),
            audience_note: String::new(),
            method: BTreeSet::new(),
            aspects: BTreeSet::new(),
            levels: BTreeSet::new(),
            custom: BTreeMap::new(),
            parts: Vec::new(),
        }
    }

    /// How many rows of the table the item takes.
    pub fn row_count(&self) -> usize {
        self.parts.len().max(1)
    }

    /// 公开内容 of the whole item: its own, or that of its parts, one after the other.
    pub fn whole_content(&self) -> String {
        if self.parts.is_empty() {
            return self.texts[TextField::Content].clone();
        }
        self.parts.iter().map(|part| part.content.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// A text of the whole item; see [`whole_content`](Self::whole_content).
    pub fn whole_text(&self, field: TextField) -> String {
        match field {
            TextField::Content => self.whole_content(),
            field => self.texts[field].clone(),
        }
    }

    /// What the item's cell in a column holds, in the `row`-th of its rows; `None` for columns whose cells
    /// are not the item's own: group names and numbers.
    pub fn cell(&self, row: usize, key: &ColumnKey) -> Option<Cell<'_>> {
        let part = self.parts.get(row);
        Some(match key {
            ColumnKey::Number | ColumnKey::Group | ColumnKey::ItemNumber => return None,
            ColumnKey::Item => Cell::Text(&self.name),
            ColumnKey::Sub(level) => Cell::Text(self.path.get(level - 1).map_or("", String::as_str)),
            ColumnKey::Text(field) => Cell::Text(match part {
                Some(part) if *field == TextField::Content => &part.content,
                _ => &self.texts[*field],
            }),
            ColumnKey::Channels => Cell::Channels(part.map_or(&self.channels, |p| &p.channels)),
            ColumnKey::Mark(mark) => Cell::Mark { on: self.has_mark(mark), note: self.mark_note(mark) },
            ColumnKey::Custom(label) => Cell::Text(self.custom.get(label).map_or("", String::as_str)),
        })
    }

    /// Whether the √ of this mark is set.
    pub fn has_mark(&self, mark: &Mark) -> bool {
        match mark {
            Mark::Audience(audience) => self.audience.contains(audience),
            Mark::Method(method) => self.method.contains(method),
            Mark::Aspect(aspect) => self.aspects.contains(aspect),
            Mark::Level(label) => self.levels.contains(label),
        }
    }

    fn mark_note(&self, mark: &Mark) -> &str {
        match mark {
            Mark::Audience(Audience::SpecificGroups) => &self.audience_note,
            _ => "",
        }
    }
}
