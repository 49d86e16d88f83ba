//! The documents that are open for taking in.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use super::{choice::Choice, content::Content, interpreted::Interpreted};

/// More documents are not kept open at once.
pub(super) const OPEN_AT_ONCE: usize = 200;

/// The documents that are open.
#[derive(Default)]
pub(crate) struct Documents {
    pub(super) last: u32,
    pub(super) open: BTreeMap<u32, Arc<Mutex<Held>>>,
}

/// A document that is open.
pub(super) struct Held {
    /// Where it was read from; nothing for what was pasted.
    pub(super) path: PathBuf,
    pub(super) content: Content,
    /// What was last made of it, and by which choice.
    pub(super) interpreted: Option<(Choice, Interpreted)>,
}
