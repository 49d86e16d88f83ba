//! What a column shows. A column is named by a key such as `content` or `audience:general_public`;
//! the keys are a public face (see the exchange format).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{text::TextField, words::words};
use crate::limits;

/// Which field of a group or an item a column shows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "specta", specta(type = String))]
pub enum ColumnKey {
    /// 序号: the group's number, or the item's where groups have none.
    Number,
    /// 一级事项: the group's name.
    Group,
    /// A name between the group's and the item's; counted from 1, top down.
    Sub(usize),
    /// The item's running number over the whole catalogue.
    ItemNumber,
    /// 二级事项: the item's name.
    Item,
    /// One of the item's texts.
    Text(TextField),
    /// 公开渠道和载体: ticked boxes, or lines of text where the template has no options.
    Channels,
    /// A column for one √.
    Mark(Mark),
    /// A column of the body's own, by its label: free text.
    Custom(String),
}

/// What a √ in a column says of an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// 公开对象
    Audience(Audience),
    /// 公开方式
    Method(Method),
    /// 所属“五公开”类型
    Aspect(Aspect),
    /// 公开层级, by the label that the template gives it.
    Level(String),
}

words! {
    /// 公开对象: to whom the information is open.
    Audience {
        /// 全社会
        GeneralPublic = "general_public",
        /// 特定群体
        SpecificGroups = "specific_groups",
    }
}

words! {
    /// 公开方式: whether the body publishes by itself or answers a request.
    Method {
        /// 主动公开
        Proactive = "proactive",
        /// 依申请公开
        OnApplication = "on_application",
    }
}

words! {
    /// 五公开: the phase of government work that the information belongs to.
    Aspect {
        /// 决策
        DecisionMaking = "decision_making",
        /// 执行
        Implementation = "implementation",
        /// 管理
        Management = "management",
        /// 服务
        Services = "services",
        /// 结果
        Results = "results",
    }
}

/// A column key that names no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown column key {0:?}")]
pub struct UnknownColumnKey(pub String);

impl fmt::Display for ColumnKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number => f.write_str("number"),
            Self::Group => f.write_str("group"),
            Self::Sub(level) => write!(f, "sub:{level}"),
            Self::ItemNumber => f.write_str("item_number"),
            Self::Item => f.write_str("item"),
            Self::Text(field) => f.write_str(field.as_str()),
            Self::Channels => f.write_str("channels"),
            Self::Mark(Mark::Audience(audience)) => write!(f, "audience:{}", audience.as_str()),
            Self::Mark(Mark::Method(method)) => write!(f, "method:{}", method.as_str()),
            Self::Mark(Mark::Aspect(aspect)) => write!(f, "aspect:{}", aspect.as_str()),
            Self::Mark(Mark::Level(label)) => write!(f, "level:{label}"),
            Self::Custom(label) => write!(f, "custom:{label}"),
        }
    }
}

impl FromStr for ColumnKey {
    type Err = UnknownColumnKey;

    fn from_str(key: &str) -> Result<Self, UnknownColumnKey> {
        let plain = match key {
            "number" => Some(Self::Number),
            "group" => Some(Self::Group),
            "item_number" => Some(Self::ItemNumber),
            "item" => Some(Self::Item),
            "channels" => Some(Self::Channels),
            _ => TextField::from_word(key).map(Self::Text),
        };
        plain.or_else(|| qualified(key)).ok_or_else(|| UnknownColumnKey(key.to_owned()))
    }
}

/// Reads a key of the shape `kind:value`.
fn qualified(key: &str) -> Option<ColumnKey> {
    let (kind, value) = key.split_once(':')?;
    let label = || (!value.trim().is_empty()).then(|| value.to_owned());
    match kind {
        "sub" => {
            let level: usize = value.parse().ok()?;
            let canonical = (1..=limits::SUB_LEVELS).contains(&level) && level.to_string() == value;
            canonical.then_some(ColumnKey::Sub(level))
        }
        "audience" => Some(ColumnKey::Mark(Mark::Audience(Audience::from_word(value)?))),
        "method" => Some(ColumnKey::Mark(Mark::Method(Method::from_word(value)?))),
        "aspect" => Some(ColumnKey::Mark(Mark::Aspect(Aspect::from_word(value)?))),
        "level" => Some(ColumnKey::Mark(Mark::Level(label()?))),
        "custom" => Some(ColumnKey::Custom(label()?)),
        _ => None,
    }
}

impl TryFrom<String> for ColumnKey {
    type Error = UnknownColumnKey;

    fn try_from(key: String) -> Result<Self, UnknownColumnKey> {
        key.parse()
    }
}

impl From<ColumnKey> for String {
    fn from(key: ColumnKey) -> Self {
        key.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_back_as_it_is_written() {
        let keys = "number group sub:1 sub:4 item item_number content basis time_limit disclosing_body channels \
                    audience:general_public audience:specific_groups method:proactive method:on_application \
                    aspect:decision_making aspect:results level:乡、村级 website_section remarks custom:责任科室";
        for key in keys.split_whitespace() {
            let read: ColumnKey = key.parse().unwrap();
            assert_eq!(read.to_string(), key);
        }
    }

    #[test]
    fn keys_that_name_no_field_are_refused() {
        for key in ["", "name", "sub:0", "sub:01", "sub:9", "audience:all", "level:", "custom: ", "Content"] {
            assert_eq!(key.parse::<ColumnKey>(), Err(UnknownColumnKey(key.to_owned())));
        }
    }
}
