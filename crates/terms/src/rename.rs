//! Renaming a term wherever it stands in a catalogue.

use mulu_model::{Act, Catalogue, Cell, Channel, Citations, ColumnKey, Edit, Template, TermKind, Value};

use crate::cells::{Place, cells};

/// What a term is renamed to, or its column, has no terms.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no term of {column} or an empty one")]
pub struct NoTerm {
    /// The column.
    pub column: ColumnKey,
}

/// The edit that puts `to` in the place of `from` wherever it stands. Where `to` stands already in the same cell it
/// is not repeated, so that two terms become one. A label that is a box of the template is renamed there, too.
///
/// # Errors
/// [`NoTerm`] where the column has no vocabulary or `to` is no term.
pub fn rename(catalogue: &Catalogue, column: &ColumnKey, from: &str, to: &str) -> Result<Edit, NoTerm> {
    let to = to.trim();
    let bad = || NoTerm { column: column.clone() };
    let kind = column.facts().terms.filter(|_| !to.is_empty()).ok_or_else(bad)?;
    let set = |place: Place<'_>| {
        let value = match place.cell {
            Cell::Text(text) => Value::Text { text: in_text(text, kind, from, to)? },
            Cell::Channels(channels) => Value::Channels { channels: in_channels(channels, from, to)? },
            Cell::Mark { .. } => return None,
        };
        Some(Edit::SetCell { item: place.item.id.clone(), part: place.part, column: column.clone(), value })
    };
    let mut edits = Vec::new();
    if from != to {
        edits.extend(cells(catalogue, column).filter_map(set));
        if kind == TermKind::Label {
            let template = in_options(&catalogue.template, from, to);
            edits.extend(template.map(|template| Edit::SetTemplate { template }));
        }
    }
    Ok(Edit::Several { act: Act::RenameTerm, edits })
}

/// The text with the term renamed; none where it does not stand there.
fn in_text(text: &str, kind: TermKind, from: &str, to: &str) -> Option<String> {
    if kind != TermKind::Citation {
        return (text.trim() == from).then(|| to.to_owned());
    }
    // Cheaper than taking texts apart that do not have it.
    if !text.contains(from) {
        return None;
    }
    let mut citations = Citations::of(text);
    let mut is_changed = false;
    while let Some(index) = citations.position(from) {
        is_changed = true;
        if citations.position(to).is_some() {
            citations.remove(index);
        } else {
            citations.replace(index, to);
        }
    }
    is_changed.then(|| citations.to_string())
}

/// The channels with the label renamed; none where it does not stand there. The notes of two that become one are
/// both kept.
fn in_channels(channels: &[Channel], from: &str, to: &str) -> Option<Vec<Channel>> {
    let mut channels = channels.to_vec();
    let mut is_changed = false;
    while let Some(index) = channels.iter().position(|channel| channel.label == from) {
        is_changed = true;
        match channels.iter().position(|channel| channel.label == to) {
            None => to.clone_into(&mut channels[index].label),
            Some(kept) => {
                let note = channels[index].note.clone();
                let kept = &mut channels[kept].note;
                if kept.is_empty() {
                    *kept = note;
                } else if !note.is_empty() && note != *kept {
                    *kept = format!("{kept}；{note}");
                }
                channels.remove(index);
            }
        }
    }
    is_changed.then_some(channels)
}

/// The template with the box renamed; none where it has no such box.
fn in_options(template: &Template, from: &str, to: &str) -> Option<Template> {
    let mut template = template.clone();
    let is_box = put(&mut template.channel_options, from, to);
    // If one of two that become one takes a note, the notes stay to be seen.
    put(&mut template.channel_options_with_note, from, to);
    is_box.then_some(template)
}

/// Puts `to` in the place of `from`, or takes `from` out where `to` is there. Says whether there was `from`.
fn put(labels: &mut Vec<String>, from: &str, to: &str) -> bool {
    let Some(index) = labels.iter().position(|label| label == from) else { return false };
    if labels.iter().any(|label| label == to) {
        labels.remove(index);
    } else {
        to.clone_into(&mut labels[index]);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_renamed_inside_its_text() {
        let rename = |text, from, to| in_text(text, TermKind::Citation, from, to);
        let text = "1.《甲法》；\n2.《乙法》。";
        assert_eq!(rename(text, "《甲法》", "《丙法》").unwrap(), "1.《丙法》；\n2.《乙法》。");
        assert_eq!(rename(text, "《甲法》", "《乙法》").unwrap(), "1.《乙法》。");
        assert_eq!(rename("《甲法》、《甲法》", "《甲法》", "《乙法》").unwrap(), "《乙法》");
        assert_eq!(rename("《甲法实施条例》", "《甲法", "《乙法"), None);
        assert_eq!(rename(text, "《丁法》", "《乙法》"), None);
    }

    #[test]
    fn whole_texts_are_renamed_whole() {
        let rename = |text, from, to| in_text(text, TermKind::Whole, from, to);
        assert_eq!(rename("办公室 ", "办公室", "综合科").unwrap(), "综合科");
        assert_eq!(rename("办公室、人事科", "办公室", "综合科"), None);
    }

    #[test]
    fn channels_that_become_one_keep_both_notes() {
        let channel = |label: &str, note: &str| Channel { label: label.to_owned(), note: note.to_owned() };
        let channels = [channel("报刊", "日报"), channel("其他", "公告栏"), channel("网站", "")];
        let merged = in_channels(&channels, "报刊", "其他").unwrap();
        assert_eq!(merged, [channel("其他", "公告栏；日报"), channel("网站", "")]);
        let renamed = in_channels(&channels, "报刊", "纸质媒体").unwrap();
        assert_eq!(renamed[0], channel("纸质媒体", "日报"));
        assert_eq!(in_channels(&channels, "广播", "其他"), None);
    }
}
