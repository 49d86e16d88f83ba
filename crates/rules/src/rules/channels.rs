//! 公开渠道和载体.

use mulu_model::{Channel, ColumnKey};

use super::filled::ELEMENTS;
use crate::{
    index::{Index, Row},
    knowledge::Words,
    parse::distance,
    rule::{Look, Report, Rule, Severity, Source},
};

/// No channel is ticked, or no line written where the template has no boxes.
pub(crate) const NONE: Rule =
    Rule { id: "channel-missing", severity: Severity::Error, source: ELEMENTS, look: Look::Item(none) };

/// A ticked channel that takes a note, such as 其他（注明）, has none.
pub(crate) const NO_NOTE: Rule = Rule {
    id: "channel-note-missing",
    severity: Severity::Error,
    source: Source::House,
    look: Look::Item(no_note),
};

/// A note belongs to no channel.
pub(super) const NOTE_ALONE: Rule = Rule {
    id: "channel-note-without-tick",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(note_alone),
};

/// A channel is none of the template's boxes, and like none of them.
pub(super) const UNKNOWN: Rule = Rule {
    id: "channel-unknown",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(unknown),
};

/// A channel is written almost as one of the boxes, or as one of the common labels.
pub(super) const MISSPELT: Rule = Rule {
    id: "channel-misspelt",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(misspelt),
};

/// A channel stands twice in a cell.
pub(super) const REPEATED: Rule = Rule {
    id: "channel-repeated",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Item(repeated),
};

/// A box of the template is misspelt itself.
pub(super) const OPTION_MISSPELT: Rule = Rule {
    id: "channel-option-misspelt",
    severity: Severity::Warning,
    source: Source::House,
    look: Look::Catalogue(option_misspelt),
};

/// What is given on application stands on a public website.
pub(super) const ON_APPLICATION: Rule = Rule {
    id: "channel-on-application",
    severity: Severity::Warning,
    source: Source::Cited("《政府信息公开条例》第二十九条、第四十条"),
    look: Look::Item(on_application),
};

/// The website that almost all items have is not ticked.
pub(super) const UNUSUAL: Rule = Rule {
    id: "channel-unusual",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Catalogue(unusual),
};

fn none(row: &Row<'_>, report: &mut Report<'_>) {
    for (part, channels) in row.channels() {
        if channels.iter().all(|channel| channel.label.trim().is_empty()) {
            report.part(row, part, ColumnKey::Channels);
        }
    }
}

fn no_note(row: &Row<'_>, report: &mut Report<'_>) {
    each(row, |part, channel| {
        if row.template().takes_note(&channel.label) && channel.note.trim().is_empty() {
            report.part(row, part, ColumnKey::Channels).fact("label", &channel.label);
        }
    });
}

fn note_alone(row: &Row<'_>, report: &mut Report<'_>) {
    each(row, |part, channel| {
        if channel.label.trim().is_empty() && !channel.note.trim().is_empty() {
            report.part(row, part, ColumnKey::Channels).fact("note", channel.note.trim());
        }
    });
}

fn each(row: &Row<'_>, mut look: impl FnMut(Option<usize>, &Channel)) {
    for (part, channels) in row.channels() {
        channels.iter().for_each(|channel| look(part, channel));
    }
}

/// A label as it is compared: without marks of boxes before it, white space, and kinds of brackets.
fn plain(label: &str) -> String {
    label
        .trim_matches(is_box)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            '⁄' | '／' => '/',
            c => c,
        })
        .collect()
}

/// Marks of boxes, and what fonts and conversions have made of them.
fn is_box(c: char) -> bool {
    matches!(c, '■' | '□' | '☑' | '☐' | '√' | '✓' | '✔' | '▲' | '◆' | '▄' | '●' | 'þ' | '£' | '¨')
        || c.is_whitespace()
}

fn options<'a>(row: &Row<'a>) -> &'a [String] {
    &row.template().channel_options
}

/// The label that was meant, for one that is like another but for a slip.
fn meant<'a>(label: &str, labels: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    let bare = plain(label);
    let written = bare.strip_prefix(['口', 't', 'R', 'o']).unwrap_or(&bare);
    let mut near = None;
    for option in labels {
        let own = plain(option);
        if own == bare || own == written {
            return Some(option);
        }
        let most = if own.chars().count() >= 4 { 1 } else { 0 };
        if near.is_none() && distance::within(&own, written, most).is_some() {
            near = Some(option);
        }
    }
    near
}

fn unknown(row: &Row<'_>, report: &mut Report<'_>) {
    if options(row).is_empty() {
        return;
    }
    each(row, |part, channel| {
        let label = channel.label.trim();
        if !label.is_empty() && meant(label, options(row).iter()).is_none() {
            report.part(row, part, ColumnKey::Channels).fact("label", label);
        }
    });
}

fn misspelt(row: &Row<'_>, report: &mut Report<'_>) {
    let words = &row.context.knowledge.words;
    for (part, channels) in row.channels() {
        for (index, channel) in channels.iter().enumerate() {
            let Some(right) = right_label(row, words, &channel.label) else { continue };
            let mut fixed = channels.to_vec();
            fixed[index].label = right.clone();
            let finding = report.part(row, part, ColumnKey::Channels);
            finding.fact("label", channel.label.trim()).fact("right", right).fix_channels(fixed);
        }
    }
}

/// How a label should be written, where it is written otherwise.
fn right_label(row: &Row<'_>, words: &Words, label: &str) -> Option<String> {
    let label = label.trim();
    if label.is_empty() || options(row).iter().any(|option| option == label) {
        return None;
    }
    if !options(row).is_empty() {
        return meant(label, options(row).iter()).filter(|right| *right != label).cloned();
    }
    let known = || words.standard_channels.iter().chain(&words.channel_variants);
    if known().any(|right| right == label) {
        return None;
    }
    let right = meant(label, words.standard_channels.iter())?;
    let is_variant = known().any(|known| plain(known) == plain(label)) && !label.starts_with(is_box);
    (!is_variant).then(|| right.clone())
}

fn repeated(row: &Row<'_>, report: &mut Report<'_>) {
    for (part, channels) in row.channels() {
        for (index, channel) in channels.iter().enumerate() {
            let label = channel.label.trim();
            if !label.is_empty() && channels[..index].iter().any(|other| other == channel) {
                let mut fixed = channels.to_vec();
                fixed.remove(index);
                report.part(row, part, ColumnKey::Channels).fact("label", label).fix_channels(fixed);
                break;
            }
        }
    }
}

fn option_misspelt(index: &Index<'_>, report: &mut Report<'_>) {
    let words = &index.context.knowledge.words;
    for option in &index.catalogue.template.channel_options {
        let is_known = words.standard_channels.iter().chain(&words.channel_variants);
        if is_known.clone().any(|known| plain(known) == plain(option)) {
            continue;
        }
        let short = option.trim_end_matches("（注明）");
        if let Some(right) = meant(short, words.standard_channels.iter())
            && right != short
        {
            report.at(crate::Place::Catalogue).fact("label", option).fact("right", right);
        }
    }
}

/// Whether this is a website that everybody can read.
pub(super) fn is_website(label: &str) -> bool {
    ["网站", "门户网", "采购网", "平台", "服务网", "信息网"].iter().any(|word| label.contains(word))
}

fn on_application(row: &Row<'_>, report: &mut Report<'_>) {
    if !row.is_on_application() {
        return;
    }
    for (part, channels) in row.channels() {
        let public = channels.iter().find(|channel| {
            is_website(&channel.label) || ["两微一端", "政府公报", "广播电视"].contains(&channel.label.trim())
        });
        if let Some(channel) = public {
            report.part(row, part, ColumnKey::Channels).fact("label", channel.label.trim());
        }
    }
}

fn unusual(index: &Index<'_>, report: &mut Report<'_>) {
    let template = &index.catalogue.template;
    let Some(portal) = template.channel_options.iter().find(|option| is_website(option)) else { return };
    let cells: Vec<_> = index
        .rows
        .iter()
        .filter(|row| !row.is_on_application())
        .flat_map(|row| row.channels().into_iter().map(move |(part, channels)| (row, part, channels)))
        .filter(|(_, _, channels)| !channels.is_empty())
        .collect();
    let is_there = |channel: &Channel| channel.label == *portal || is_website(&channel.note);
    let without: Vec<_> = cells.iter().filter(|(_, _, channels)| !channels.iter().any(is_there)).collect();
    if cells.len() >= 10 && without.len() * 10 <= cells.len() {
        for (row, part, _) in without {
            report.part(row, *part, ColumnKey::Channels).fact("label", portal);
        }
    }
}
