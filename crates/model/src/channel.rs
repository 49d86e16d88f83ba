//! 公开渠道和载体 as it is ticked.

use serde::{Deserialize, Serialize};

/// A ticked channel, or one line of free text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Channel {
    /// Its label.
    pub label: String,
    /// Its note, such as the site behind 其他; mostly empty.
    pub note: String,
}
