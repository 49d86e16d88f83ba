//! What a finished item is checked for: whether a catalogue can hold it, and in which script it is written.

use std::collections::BTreeSet;

use mulu_model::{Item, limits};

use crate::lexicon::script;

/// Shortens texts that are longer than a catalogue can hold; whether there was one.
pub(crate) fn shorten(item: &mut Item) -> bool {
    let mut texts: Vec<&mut String> = vec![&mut item.name, &mut item.audience_note];
    texts.extend(item.texts.iter_mut());
    texts.extend(item.custom.values_mut());
    texts.extend(item.path.iter_mut());
    for part in &mut item.parts {
        texts.push(&mut part.content);
        texts.extend(part.channels.iter_mut().flat_map(|channel| [&mut channel.label, &mut channel.note]));
    }
    texts.extend(item.channels.iter_mut().flat_map(|channel| [&mut channel.label, &mut channel.note]));
    let mut is_shortened = false;
    for text in texts.into_iter().filter(|text| text.len() > limits::TEXT_CHARS) {
        if let Some((end, _)) = text.char_indices().nth(limits::TEXT_CHARS) {
            text.truncate(end);
            is_shortened = true;
        }
    }
    is_shortened
}

/// The traditional characters of an item.
pub(crate) fn traditional(item: &Item) -> BTreeSet<char> {
    let texts = [item.name.as_str()].into_iter().chain(item.texts.iter().map(|(_, text)| text));
    texts.flat_map(str::chars).filter(|c| script::simplified(*c).is_some()).collect()
}
