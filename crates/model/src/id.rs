//! Identities. A group or an item keeps its identity when it moves, so that a move is never a
//! deletion and an insertion. This crate only carries identities; new ones are made by the caller.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::limits;

/// The identity of a group or an item: 1 to [`limits::ID_CHARS`] characters without white space or
/// control characters. The program makes UUIDs; other programs' exchange files may use what they like.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "specta", specta(type = String))]
pub struct Id(Arc<str>);

/// A text that cannot be an [`Id`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an identity: {0:?}")]
pub struct InvalidId(pub String);

impl Id {
    /// Takes `text` as an identity, or refuses it if it is empty, too long or has white space.
    pub fn new(text: &str) -> Result<Self, InvalidId> {
        let ok = !text.is_empty()
            && text.chars().count() <= limits::ID_CHARS
            && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        if ok { Ok(Self(text.into())) } else { Err(InvalidId(text.to_owned())) }
    }

    /// An identity for what will be thrown away.
    pub(crate) fn placeholder() -> Self {
        Self("-".into())
    }

    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        Self::new(&text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0.as_ref().to_owned()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_never_empty_long_or_spaced() {
        assert!(Id::new("g1").is_ok());
        for bad in ["", "a b", "a\n", &"x".repeat(limits::ID_CHARS + 1)] {
            assert!(Id::new(bad).is_err(), "{bad:?} was taken");
        }
    }
}
