//! What a check depends on besides the catalogue.

use mulu_model::Date;

use crate::knowledge::Knowledge;

/// What a check depends on besides the catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The day for which it is checked.
    pub today: Date,
    /// Laws and words.
    pub knowledge: &'static Knowledge,
    /// Whether the form can be printed with this character.
    pub can_print: fn(char) -> bool,
}

impl Context {
    /// A check on a day, with what is shipped and every character printable.
    pub fn on(today: Date) -> Self {
        Self { today, knowledge: Knowledge::shipped(), can_print: |_| true }
    }
}
