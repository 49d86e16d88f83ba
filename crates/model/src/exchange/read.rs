//! Reading. Raw shapes come first, so that a wrong word is reported as such and not as broken JSON.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Deserializer, de::Error};

use super::{CATALOGUE_FORMAT, NamedTemplate, TEMPLATE_FORMAT};
use crate::{
    catalogue::{Catalogue, Group, Heading, Item, Part},
    channel::Channel,
    column::{Aspect, Audience, ColumnKey, Method, TextField, Texts},
    date::parse_date,
    edit::{
        EditError,
        check::{check_count, check_item, check_text},
    },
    id::Id,
    limits,
    template::{Column, GroupNumbering, ItemNumbering, Numbering, Template, TemplateError},
};

/// Why a file is no catalogue that can be read. Positions of groups and items count from 0.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// It is not UTF-8.
    #[error("not UTF-8 from byte {valid_up_to}")]
    NotUtf8 {
        /// How many bytes are good.
        valid_up_to: usize,
    },
    /// It is larger than [`limits::FILE_BYTES`].
    #[error("{bytes} bytes")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// It is not JSON, or cut short.
    #[error("not JSON at line {line}, column {column}")]
    NotJson {
        /// Line from 1.
        line: usize,
        /// Column from 1.
        column: usize,
    },
    /// It is JSON, but does not say that it is a catalogue.
    #[error("no field `format`")]
    NotACatalogue,
    /// It is of another version, or another kind of file.
    #[error("format {found:?}")]
    WrongFormat {
        /// What the field `format` says.
        found: String,
    },
    /// A field is missing or of another type than the format has.
    #[error("unexpected shape at line {line}, column {column}: {detail}")]
    Shape {
        /// Line from 1.
        line: usize,
        /// Column from 1.
        column: usize,
        /// What the parser says, in English, for logs.
        detail: String,
    },
    /// A column key that names no field.
    #[error("unknown column key {key:?}")]
    UnknownColumnKey {
        /// The key.
        key: String,
    },
    /// A word that the field does not have.
    #[error("unknown word {word:?} in field {field}")]
    UnknownWord {
        /// The field, such as `method`.
        field: &'static str,
        /// The word.
        word: String,
    },
    /// The date of preparation is no date.
    #[error("not a date: {text:?}")]
    NotADate {
        /// What stands there.
        text: String,
    },
    /// An identity that cannot be one.
    #[error("not an identity: {text:?}")]
    InvalidId {
        /// What stands there.
        text: String,
    },
    /// Two groups or two items have one identity.
    #[error("two have the identity {id}")]
    DuplicateId {
        /// The identity.
        id: Id,
        /// Whether it is that of groups.
        groups: bool,
    },
    /// The content of an item contradicts the content of its parts.
    #[error("content of item {item_index} contradicts its parts")]
    ContentContradictsParts {
        /// The item's position over the whole catalogue.
        item_index: usize,
        /// The item's name.
        item: String,
    },
    /// An item is too large for an edit to make.
    #[error("item {item_index}: {error}")]
    Item {
        /// The item's position over the whole catalogue.
        item_index: usize,
        /// What is too large.
        error: EditError,
    },
    /// Something outside the items is too large.
    #[error(transparent)]
    Limit(#[from] EditError),
    /// The template cannot be used.
    #[error(transparent)]
    Template(#[from] TemplateError),
}

/// What tells a file of another kind from a catalogue that is wrong somewhere.
#[derive(Deserialize)]
struct Probe {
    format: Option<String>,
}

#[derive(Deserialize)]
struct RawCatalogue {
    #[serde(rename = "format", deserialize_with = "is_catalogue")]
    _format: (),
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    responsible_unit: Option<String>,
    #[serde(default)]
    preparer: Option<String>,
    #[serde(default)]
    reviewer: Option<String>,
    #[serde(default)]
    approver: Option<String>,
    #[serde(default)]
    prepared_at: Option<String>,
    template: RawTemplate,
    groups: Vec<RawGroup>,
}

#[derive(Deserialize)]
struct RawNamedTemplate {
    #[serde(rename = "format", deserialize_with = "is_template")]
    _format: (),
    name: String,
    #[serde(default)]
    description: String,
    template: RawTemplate,
}

#[derive(Deserialize)]
struct RawTemplate {
    id: String,
    columns: Vec<RawColumn>,
    #[serde(default)]
    channel_options: Vec<String>,
    #[serde(default)]
    channel_options_with_note: Vec<String>,
    #[serde(default)]
    levels: Vec<String>,
    numbering: RawNumbering,
    #[serde(default)]
    merge_equal: Vec<String>,
    #[serde(default)]
    sign_off_line: bool,
    #[serde(default)]
    statistics_line: bool,
}

#[derive(Deserialize)]
struct RawColumn {
    key: String,
    header: Vec<String>,
}

#[derive(Deserialize)]
struct RawNumbering {
    group: String,
    item: String,
}

#[derive(Deserialize)]
struct RawGroup {
    #[serde(default)]
    id: Option<String>,
    name: String,
    items: Vec<RawItem>,
}

#[derive(Deserialize)]
struct RawItem {
    #[serde(default)]
    id: Option<String>,
    name: String,
    #[serde(default)]
    path: Vec<String>,
    #[serde(default)]
    channels: Vec<RawChannel>,
    #[serde(default)]
    audience: Vec<String>,
    #[serde(default)]
    audience_note: Option<String>,
    #[serde(default)]
    method: Vec<String>,
    #[serde(default)]
    aspects: Vec<String>,
    #[serde(default)]
    levels: BTreeSet<String>,
    #[serde(default)]
    custom: BTreeMap<String, Option<String>>,
    #[serde(default)]
    parts: Vec<RawPart>,
    #[serde(flatten)]
    texts: Texts,
}

#[derive(Deserialize)]
struct RawPart {
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    channels: Vec<RawChannel>,
}

#[derive(Deserialize)]
struct RawChannel {
    label: String,
    #[serde(default)]
    note: Option<String>,
}

/// Reads a catalogue. Groups and items without an identity get one from `new_id`.
///
/// # Errors
/// [`ExchangeError`] says what the file is instead, or where it goes wrong.
pub fn read(bytes: &[u8], new_id: &mut dyn FnMut() -> Id) -> Result<Catalogue, ExchangeError> {
    let raw: RawCatalogue = parse(bytes, CATALOGUE_FORMAT)?;
    let heading = Heading {
        title: checked(raw.title)?,
        responsible_unit: checked(raw.responsible_unit)?,
        preparer: checked(raw.preparer)?,
        reviewer: checked(raw.reviewer)?,
        approver: checked(raw.approver)?,
        prepared_at: match raw.prepared_at.filter(|text| !text.is_empty()) {
            Some(text) => Some(parse_date(&text).ok_or(ExchangeError::NotADate { text })?),
            None => None,
        },
    };
    let template = template(raw.template)?;
    check_count(raw.groups.len(), limits::GROUPS)?;
    check_count(raw.groups.iter().map(|group| group.items.len()).sum(), limits::ITEMS)?;

    let mut reader = Reader { new_id, group_ids: HashSet::new(), item_ids: HashSet::new(), items_read: 0 };
    let groups = raw.groups.into_iter().map(|group| reader.group(group)).collect::<Result<_, _>>()?;
    Ok(Catalogue { heading, template, groups })
}

/// Reads a template file.
///
/// # Errors
/// As [`read`].
pub fn read_template(bytes: &[u8]) -> Result<NamedTemplate, ExchangeError> {
    let raw: RawNamedTemplate = parse(bytes, TEMPLATE_FORMAT)?;
    Ok(NamedTemplate {
        name: checked(Some(raw.name))?,
        description: checked(Some(raw.description))?,
        template: template(raw.template)?,
    })
}

fn parse<'a, T: Deserialize<'a>>(bytes: &'a [u8], format: &str) -> Result<T, ExchangeError> {
    let size = bytes.len() as u64;
    if size > limits::FILE_BYTES {
        return Err(ExchangeError::TooLarge { bytes: size });
    }
    // Windows programs like to write a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| ExchangeError::NotUtf8 { valid_up_to: error.valid_up_to() })?;
    serde_json::from_str(text).map_err(|error| reason(text, format, &error))
}

/// Why the text cannot be read, the plainest reason first.
fn reason(text: &str, format: &str, error: &serde_json::Error) -> ExchangeError {
    match serde_json::from_str(text) {
        Ok(Probe { format: Some(found) }) if found != format => ExchangeError::WrongFormat { found },
        Ok(Probe { format: Some(_) }) => {
            ExchangeError::Shape { line: error.line(), column: error.column(), detail: error.to_string() }
        }
        Ok(Probe { format: None }) => ExchangeError::NotACatalogue,
        Err(error) if error.is_data() => ExchangeError::NotACatalogue,
        Err(error) => ExchangeError::NotJson { line: error.line(), column: error.column() },
    }
}

fn is_catalogue<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    is_format(deserializer, CATALOGUE_FORMAT)
}

fn is_template<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    is_format(deserializer, TEMPLATE_FORMAT)
}

fn is_format<'de, D: Deserializer<'de>>(deserializer: D, format: &str) -> Result<(), D::Error> {
    let found = String::deserialize(deserializer)?;
    if found == format { Ok(()) } else { Err(D::Error::custom("another format")) }
}

fn checked(text: Option<String>) -> Result<String, ExchangeError> {
    let text = text.unwrap_or_default();
    check_text(&text)?;
    Ok(text)
}

fn template(raw: RawTemplate) -> Result<Template, ExchangeError> {
    let key =
        |text: String| text.parse::<ColumnKey>().map_err(|_| ExchangeError::UnknownColumnKey { key: text });
    let columns = raw.columns.into_iter().map(|c| Ok(Column { key: key(c.key)?, header: c.header }));
    let numbering = Numbering {
        group: match raw.numbering.group.as_str() {
            "chinese" => GroupNumbering::Chinese,
            "arabic" => GroupNumbering::Arabic,
            "none" => GroupNumbering::None,
            _ => return Err(unknown("numbering.group", raw.numbering.group)),
        },
        item: match raw.numbering.item.as_str() {
            "running" => ItemNumbering::Running,
            "none" => ItemNumbering::None,
            _ => return Err(unknown("numbering.item", raw.numbering.item)),
        },
    };
    let template = Template {
        id: raw.id,
        columns: columns.collect::<Result<_, ExchangeError>>()?,
        channel_options: raw.channel_options,
        channel_options_with_note: raw.channel_options_with_note,
        levels: raw.levels,
        numbering,
        merge_equal: raw.merge_equal.into_iter().map(key).collect::<Result<_, _>>()?,
        sign_off_line: raw.sign_off_line,
        statistics_line: raw.statistics_line,
    };
    template.validate()?;
    Ok(template)
}

fn unknown(field: &'static str, word: String) -> ExchangeError {
    ExchangeError::UnknownWord { field, word }
}

fn words<T: Ord>(
    field: &'static str,
    words: Vec<String>,
    read: impl Fn(&str) -> Option<T>,
) -> Result<BTreeSet<T>, ExchangeError> {
    words.into_iter().map(|word| read(&word).ok_or(ExchangeError::UnknownWord { field, word })).collect()
}

struct Reader<'a> {
    new_id: &'a mut dyn FnMut() -> Id,
    group_ids: HashSet<Id>,
    item_ids: HashSet<Id>,
    items_read: usize,
}

impl Reader<'_> {
    fn id(&mut self, text: Option<String>) -> Result<Id, ExchangeError> {
        match text {
            None => Ok((self.new_id)()),
            Some(text) => Id::try_from(text).map_err(|error| ExchangeError::InvalidId { text: error.0 }),
        }
    }

    fn group(&mut self, raw: RawGroup) -> Result<Group, ExchangeError> {
        let id = self.id(raw.id)?;
        if !self.group_ids.insert(id.clone()) {
            return Err(ExchangeError::DuplicateId { id, groups: true });
        }
        let name = checked(Some(raw.name))?;
        let items = raw.items.into_iter().map(|item| self.item(item)).collect::<Result<_, _>>()?;
        Ok(Group { id, name, items })
    }

    fn item(&mut self, raw: RawItem) -> Result<Item, ExchangeError> {
        let id = self.id(raw.id)?;
        if !self.item_ids.insert(id.clone()) {
            return Err(ExchangeError::DuplicateId { id, groups: false });
        }
        let mut item = Item {
            id,
            name: raw.name,
            path: raw.path,
            texts: raw.texts,
            channels: channels(raw.channels),
            audience: words("audience", raw.audience, Audience::from_word)?,
            audience_note: raw.audience_note.unwrap_or_default(),
            method: words("method", raw.method, Method::from_word)?,
            aspects: words("aspects", raw.aspects, Aspect::from_word)?,
            levels: raw.levels,
            custom: raw
                .custom
                .into_iter()
                .filter_map(|(k, v)| Some((k, v.filter(|v| !v.is_empty())?)))
                .collect(),
            parts: raw
                .parts
                .into_iter()
                .map(|p| Part { content: p.content.unwrap_or_default(), channels: channels(p.channels) })
                .collect(),
        };
        while item.path.last().is_some_and(String::is_empty) {
            item.path.pop();
        }
        let item_index = self.items_read;
        self.items_read += 1;
        self.settle_parts(&mut item, item_index)?;
        check_item(&item).map_err(|error| ExchangeError::Item { item_index, error })?;
        Ok(item)
    }

    /// The file repeats the parts' content at the item, for programs that know no parts. It must agree, or one
    /// of the two would be lost.
    fn settle_parts(&self, item: &mut Item, item_index: usize) -> Result<(), ExchangeError> {
        let content = &item.texts[TextField::Content];
        if item.parts.is_empty() || content.is_empty() {
            return Ok(());
        }
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        if bare(content) != bare(&item.whole_content()) {
            return Err(ExchangeError::ContentContradictsParts { item_index, item: item.name.clone() });
        }
        item.texts[TextField::Content].clear();
        Ok(())
    }
}

fn channels(raw: Vec<RawChannel>) -> Vec<Channel> {
    raw.into_iter().map(|c| Channel { label: c.label, note: c.note.unwrap_or_default() }).collect()
}
