//! The texts of an item, by field.

use std::{
    borrow::Cow,
    fmt,
    ops::{Index, IndexMut},
};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{IgnoredAny, MapAccess, Visitor},
};

use super::words::words;

words! {
    /// The texts that every item can have; a new one comes last. What the program knows of each stands in
    /// [the table of columns](super::ColumnFacts).
    TextField {
        /// 公开内容（要素）
        Content = "content",
        /// 公开依据
        Basis = "basis",
        /// 公开时限
        TimeLimit = "time_limit",
        /// 公开主体
        DisclosingBody = "disclosing_body",
        /// 网站所属栏目
        WebsiteSection = "website_section",
        /// 备注
        Remarks = "remarks",
        /// 责任科室
        ResponsibleSection = "responsible_section",
        /// 更新周期
        UpdateCycle = "update_cycle",
        /// 公开链接
        Link = "link",
    }
}

/// The texts of an item: one for each [`TextField`], mostly some of them empty. They are written down as a map by key;
/// a text that is missing there is empty, so that a new kind of text needs no new format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[cfg_attr(feature = "specta", specta(transparent))]
pub struct Texts(
    #[cfg_attr(feature = "specta", specta(type = std::collections::BTreeMap<TextField, String>))]
    [String; TextField::ALL.len()],
);

/// So many fields, from the first on, are written down also where they are empty. Signatures cover logs that have them
/// so; a field that came later is written only where there is a text, and leaves those logs as they were.
const ALWAYS_WRITTEN: usize = 6;

impl Texts {
    /// The fields with their texts, also the empty ones, in the order of [`TextField::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (TextField, &str)> {
        TextField::ALL.iter().map(|field| (*field, self[*field].as_str()))
    }

    /// The texts in the order of [`TextField::ALL`], to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut String> {
        self.0.iter_mut()
    }
}

impl Index<TextField> for Texts {
    type Output = String;

    fn index(&self, field: TextField) -> &String {
        &self.0[field as usize]
    }
}

impl IndexMut<TextField> for Texts {
    fn index_mut(&mut self, field: TextField) -> &mut String {
        &mut self.0[field as usize]
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written =
            self.iter().enumerate().filter(|(at, (_, text))| *at < ALWAYS_WRITTEN || !text.is_empty());
        serializer.collect_map(written.map(|(_, entry)| entry))
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("texts by their keys")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
                let mut texts = Texts::default();
                while let Some(key) = map.next_key::<Cow<'de, str>>()? {
                    match TextField::from_word(&key) {
                        Some(field) => texts[field] = map.next_value::<Option<_>>()?.unwrap_or_default(),
                        // The other fields of the item, and those of other programs.
                        None => drop(map.next_value::<IgnoredAny>()?),
                    }
                }
                Ok(texts)
            }
        }

        deserializer.deserialize_map(Keys)
    }
}
