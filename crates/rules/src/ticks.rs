//! What must be ticked.

use mulu_model::{Cell, Channel, ColumnKey, Mark, Method};

use crate::{Finding, Problem, Scene};

/// Of 主动公开 and 依申请公开 neither or both are ticked. A template with one of the two columns says nothing of
/// the other, so that there only a missing √ could be told, and it may be meant.
///
/// Source: FACTS 2 (方式 is an element that a catalogue must have); QUIRKS 3, rows 27 and 28.
pub(crate) fn methods(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let column = |method| ColumnKey::Mark(Mark::Method(method));
    if !Method::ALL.iter().all(|method| scene.template.has(&column(*method))) {
        return;
    }
    let problem = match scene.item.method.len() {
        0 => Problem::NoMethod,
        1 => return,
        _ => Problem::BothMethods,
    };
    findings.push(scene.finding(None, column(Method::Proactive), problem));
}

/// No channel is ticked, or no line written where the template has no boxes.
///
/// Source: FACTS 2 (渠道 is an element that a catalogue must have).
pub(crate) fn channels(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    each_cell(scene, |part, channels| {
        if channels.iter().all(|channel| channel.label.trim().is_empty()) {
            findings.push(scene.finding(part, ColumnKey::Channels, Problem::NoChannel));
        }
    });
}

/// A ticked channel that takes a note, such as 其他（注明）, has none.
///
/// Source: QUIRKS 1, the forms' own words （注明）.
pub(crate) fn notes(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    each_cell(scene, |part, channels| {
        for Channel { label, note } in channels {
            if scene.template.takes_note(label) && note.trim().is_empty() {
                let problem = Problem::NoNote { label: label.clone() };
                findings.push(scene.finding(part, ColumnKey::Channels, problem));
            }
        }
    });
}

/// The item's cells with channels, where the template has a column for them.
fn each_cell(scene: &Scene<'_>, mut look: impl FnMut(Option<usize>, &[Channel])) {
    if !scene.template.has(&ColumnKey::Channels) {
        return;
    }
    for part in scene.parts(&ColumnKey::Channels) {
        if let Some(Cell::Channels(channels)) = scene.item.cell(part.unwrap_or(0), &ColumnKey::Channels) {
            look(part, channels);
        }
    }
}
