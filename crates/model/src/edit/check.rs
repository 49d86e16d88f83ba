//! What no edit may bring in, whether it comes from a screen, a file or the log.

use super::EditError;
use crate::{
    catalogue::{Item, Part},
    channel::Channel,
    column::{ColumnKey, TextField},
    limits,
    template::text_fits,
};

/// Refuses an item that no edit could have made.
pub(crate) fn check_item(item: &Item) -> Result<(), EditError> {
    check_count(item.path.len(), limits::SUB_LEVELS)?;
    check_count(item.custom.len(), limits::COLUMNS)?;
    check_count(item.levels.len(), limits::COLUMNS)?;
    let texts = item.texts.iter().map(|(_, text)| text);
    let more = item.path.iter().chain(item.custom.values()).chain(&item.levels);
    let own = [&item.name, &item.audience_note].into_iter().chain(more).map(String::as_str);
    own.chain(texts).try_for_each(check_text)?;
    check_rows(&item.parts, &item.texts[TextField::Content], &item.channels)
}

/// An item has either content and channels of its own or parts that have them.
pub(super) fn check_rows(parts: &[Part], content: &str, channels: &[Channel]) -> Result<(), EditError> {
    check_count(parts.len(), limits::PARTS)?;
    let has_own = !content.is_empty() || !channels.is_empty();
    if has_own && !parts.is_empty() {
        return Err(EditError::WrongValue(ColumnKey::Text(TextField::Content)));
    }
    check_text(content)?;
    check_channels(channels)?;
    parts.iter().try_for_each(|part| {
        check_text(&part.content)?;
        check_channels(&part.channels)
    })
}

pub(super) fn check_channels(channels: &[Channel]) -> Result<(), EditError> {
    check_count(channels.len(), limits::CHANNELS)?;
    channels.iter().try_for_each(|channel| {
        check_text(&channel.label)?;
        check_text(&channel.note)
    })
}

pub(crate) fn check_text(text: &str) -> Result<(), EditError> {
    if text_fits(text) { Ok(()) } else { Err(EditError::TextTooLong) }
}

pub(crate) fn check_count(count: usize, max: usize) -> Result<(), EditError> {
    if count <= max { Ok(()) } else { Err(EditError::TooMany { max }) }
}

pub(super) fn check_position(at: usize, len: usize) -> Result<(), EditError> {
    if at <= len { Ok(()) } else { Err(EditError::Position { at, len }) }
}
