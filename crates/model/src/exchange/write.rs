//! Writing. A field is written where the template has a column for it, and also where it holds something that
//! no column shows, so that nothing is lost between two programs.

use serde::{Serialize, ser::SerializeMap};
use serde_json::Serializer;

use super::{CATALOGUE_FORMAT, NamedTemplate, TEMPLATE_FORMAT};
use crate::{
    catalogue::{Catalogue, Group, Item, Part},
    channel::Channel,
    column::{ColumnKey, Mark, TextField},
    template::Template,
};

/// Writes the catalogue with its identities, indented, with a line feed at the end.
pub fn write(catalogue: &Catalogue) -> Vec<u8> {
    pretty(&CatalogueOut(catalogue))
}

/// Writes a template file.
pub fn write_template(named: &NamedTemplate) -> Vec<u8> {
    #[derive(Serialize)]
    struct Out<'a> {
        format: &'static str,
        name: &'a str,
        description: &'a str,
        template: &'a Template,
    }
    let NamedTemplate { name, description, template } = named;
    pretty(&Out { format: TEMPLATE_FORMAT, name, description, template })
}

fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory cannot fail, and no key of these maps is anything but text.
    let written = value.serialize(&mut Serializer::pretty(&mut bytes));
    debug_assert!(written.is_ok());
    bytes.push(b'\n');
    bytes
}

pub(super) struct CatalogueOut<'a>(pub(super) &'a Catalogue);

fn or_null(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

impl Serialize for CatalogueOut<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Catalogue { heading, template, groups } = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", CATALOGUE_FORMAT)?;
        map.serialize_entry("title", &heading.title)?;
        map.serialize_entry("responsible_unit", &or_null(&heading.responsible_unit))?;
        map.serialize_entry("preparer", &or_null(&heading.preparer))?;
        map.serialize_entry("reviewer", &or_null(&heading.reviewer))?;
        map.serialize_entry("approver", &or_null(&heading.approver))?;
        map.serialize_entry("prepared_at", &heading.prepared_at)?;
        map.serialize_entry("template", template)?;
        let fields = Fields::of(template);
        let groups: Vec<_> =
            groups.iter().map(|group| GroupOut { group, template, fields: &fields }).collect();
        map.serialize_entry("groups", &groups)?;
        map.end()
    }
}

/// Which fields of an item the template's columns show.
struct Fields {
    texts: Vec<TextField>,
    channels: bool,
    audience: bool,
    method: bool,
    aspects: bool,
    levels: bool,
}

impl Fields {
    fn of(template: &Template) -> Self {
        let has = |shown: fn(&ColumnKey) -> bool| template.columns.iter().any(|column| shown(&column.key));
        let texts = template.columns.iter().filter_map(|column| match column.key {
            ColumnKey::Text(field) => Some(field),
            _ => None,
        });
        Self {
            texts: texts.collect(),
            channels: has(|key| *key == ColumnKey::Channels),
            audience: has(|key| matches!(key, ColumnKey::Mark(Mark::Audience(_)))),
            method: has(|key| matches!(key, ColumnKey::Mark(Mark::Method(_)))),
            aspects: has(|key| matches!(key, ColumnKey::Mark(Mark::Aspect(_)))),
            levels: has(|key| matches!(key, ColumnKey::Mark(Mark::Level(_)))),
        }
    }
}

struct GroupOut<'a> {
    group: &'a Group,
    template: &'a Template,
    fields: &'a Fields,
}

impl Serialize for GroupOut<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { group, template, fields } = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &group.id)?;
        map.serialize_entry("name", &group.name)?;
        let items: Vec<_> = group.items.iter().map(|item| ItemOut { item, template, fields }).collect();
        map.serialize_entry("items", &items)?;
        map.end()
    }
}

struct ItemOut<'a> {
    item: &'a Item,
    template: &'a Template,
    fields: &'a Fields,
}

impl ItemOut<'_> {
    /// The texts that are written: those that every item must have, or the others.
    fn texts_shown(&self, is_required: bool) -> impl Iterator<Item = TextField> {
        let is_filled = |field: TextField| match field {
            TextField::Content => !self.item.whole_content().is_empty(),
            field => !self.item.texts[field].is_empty(),
        };
        let all =
            TextField::ALL.iter().copied().filter(move |field| field.facts().is_required == is_required);
        all.filter(move |field| self.fields.texts.contains(field) || is_filled(*field))
    }
}

impl Serialize for ItemOut<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { item, template, fields } = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &item.id)?;
        map.serialize_entry("name", &item.name)?;
        if !item.path.is_empty() {
            map.serialize_entry("path", &item.path)?;
        }
        for field in self.texts_shown(true) {
            match field {
                TextField::Content => map.serialize_entry(field.as_str(), &item.whole_content())?,
                field => map.serialize_entry(field.as_str(), &item.texts[field])?,
            }
        }
        if item.parts.is_empty() && (fields.channels || !item.channels.is_empty()) {
            map.serialize_entry("channels", &channels(template, &item.channels))?;
        }
        if fields.audience || !item.audience.is_empty() {
            map.serialize_entry("audience", &item.audience)?;
        }
        if !item.audience_note.is_empty() {
            map.serialize_entry("audience_note", &item.audience_note)?;
        }
        if fields.method || !item.method.is_empty() {
            map.serialize_entry("method", &item.method)?;
        }
        if fields.aspects || !item.aspects.is_empty() {
            map.serialize_entry("aspects", &item.aspects)?;
        }
        if fields.levels || !item.levels.is_empty() {
            map.serialize_entry("levels", &template.in_level_order(&item.levels))?;
        }
        for field in self.texts_shown(false) {
            map.serialize_entry(field.as_str(), &or_null(&item.texts[field]))?;
        }
        if !item.custom.is_empty() {
            map.serialize_entry("custom", &item.custom)?;
        }
        if !item.parts.is_empty() {
            let parts: Vec<_> = item.parts.iter().map(|part| PartOut { part, template }).collect();
            map.serialize_entry("parts", &parts)?;
        }
        map.end()
    }
}

struct PartOut<'a> {
    part: &'a Part,
    template: &'a Template,
}

impl Serialize for PartOut<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("content", &self.part.content)?;
        map.serialize_entry("channels", &channels(self.template, &self.part.channels))?;
        map.end()
    }
}

#[derive(Serialize)]
struct ChannelOut<'a> {
    label: &'a str,
    note: Option<&'a str>,
}

fn channels<'a>(template: &Template, channels: &'a [Channel]) -> Vec<ChannelOut<'a>> {
    let ordered = template.in_option_order(channels).into_iter();
    ordered.map(|channel| ChannelOut { label: &channel.label, note: or_null(&channel.note) }).collect()
}
