//! Setting one cell of an item.

use std::collections::BTreeSet;

use super::{
    EditError, Value,
    check::{check_channels, check_text},
};
use crate::{
    catalogue::Item,
    channel::Channel,
    column::{ColumnKey, Mark, TextField},
};

impl Mark {
    /// Whether words may stand in the place of this √ (特定群体: which groups).
    pub fn takes_words(&self) -> bool {
        matches!(self, Self::Audience(crate::Audience::SpecificGroups))
    }
}

impl Item {
    /// Sets one cell and returns what it held. `part` is the row, for content and channels of an item that has
    /// parts; otherwise `None`.
    ///
    /// # Errors
    /// [`EditError::NoCell`], [`EditError::WrongValue`], [`EditError::TextTooLong`], [`EditError::TooMany`]; the
    /// item is then as it was.
    pub fn set_cell(
        &mut self,
        part: Option<usize>,
        column: &ColumnKey,
        value: &Value,
    ) -> Result<Value, EditError> {
        let item = self.id.clone();
        let no_cell = || EditError::NoCell { item, part, column: column.clone() };
        if part.is_some() != (column.is_of_part() && !self.parts.is_empty()) {
            return Err(no_cell());
        }
        let wrong = || EditError::WrongValue(column.clone());
        Ok(match (column, value) {
            (ColumnKey::Number | ColumnKey::Group | ColumnKey::ItemNumber, _) => return Err(no_cell()),
            (ColumnKey::Mark(mark), Value::Mark { on, note }) => {
                check_text(note)?;
                if !note.is_empty() && !mark.takes_words() {
                    return Err(wrong());
                }
                Value::Mark { on: self.has_mark(mark), note: self.set_mark(mark, *on, note) }
            }
            (ColumnKey::Channels, Value::Channels { channels }) => {
                check_channels(channels)?;
                let slot = self.channels_mut(part).ok_or_else(no_cell)?;
                Value::Channels { channels: std::mem::replace(slot, channels.clone()) }
            }
            (column, Value::Text { text }) => {
                check_text(text)?;
                Value::Text { text: self.set_text(part, column, text).ok_or_else(wrong)? }
            }
            _ => return Err(wrong()),
        })
    }

    /// Sets or takes away a √; returns the words that stood in its place.
    fn set_mark(&mut self, mark: &Mark, on: bool, note: &str) -> String {
        fn put<T: Ord + Copy>(set: &mut BTreeSet<T>, word: T, on: bool) {
            if on {
                set.insert(word)
            } else {
                set.remove(&word)
            };
        }
        match mark {
            Mark::Audience(audience) => put(&mut self.audience, *audience, on),
            Mark::Method(method) => put(&mut self.method, *method, on),
            Mark::Aspect(aspect) => put(&mut self.aspects, *aspect, on),
            Mark::Level(label) if on => {
                self.levels.insert(label.clone());
            }
            Mark::Level(label) => {
                self.levels.remove(label);
            }
        }
        if mark.takes_words() {
            std::mem::replace(&mut self.audience_note, note.to_owned())
        } else {
            String::new()
        }
    }

    fn channels_mut(&mut self, part: Option<usize>) -> Option<&mut Vec<Channel>> {
        match part {
            None => Some(&mut self.channels),
            Some(part) => self.parts.get_mut(part).map(|part| &mut part.channels),
        }
    }

    /// Sets a text; returns the old one, or `None` where the column holds no text.
    fn set_text(&mut self, part: Option<usize>, column: &ColumnKey, text: &str) -> Option<String> {
        let slot = match (column, part) {
            (ColumnKey::Text(TextField::Content), Some(part)) => &mut self.parts.get_mut(part)?.content,
            (ColumnKey::Text(field), _) => &mut self.texts[*field],
            (ColumnKey::Item, _) => &mut self.name,
            (ColumnKey::Sub(level), _) => return Some(self.set_sub_name(*level, text)),
            (ColumnKey::Custom(label), _) => return Some(self.set_custom(label, text)),
            _ => return None,
        };
        Some(std::mem::replace(slot, text.to_owned()))
    }

    /// Sets the name at a level from 1. Empty names at the deep end are not kept.
    fn set_sub_name(&mut self, level: usize, text: &str) -> String {
        if self.path.len() < level {
            self.path.resize(level, String::new());
        }
        let old = std::mem::replace(&mut self.path[level - 1], text.to_owned());
        while self.path.last().is_some_and(String::is_empty) {
            self.path.pop();
        }
        old
    }

    fn set_custom(&mut self, label: &str, text: &str) -> String {
        let old = if text.is_empty() {
            self.custom.remove(label)
        } else {
            self.custom.insert(label.to_owned(), text.to_owned())
        };
        old.unwrap_or_default()
    }
}
