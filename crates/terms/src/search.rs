//! Finding words and patterns in the cells of a catalogue, and replacing them. Looked through are texts, names,
//! free lines and notes of channels; boxes and √ are not words.

use std::{borrow::Cow, collections::HashSet};

use mulu_model::{Act, Catalogue, Cell, Channel, ColumnKey, Edit, Group, Id, Item, Template, Value};
use regex::{Captures, Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

/// More hits than this no screen lists; all of them are counted.
const MOST_HITS: usize = 2_000;
/// Characters shown of what stands before and behind a hit.
const CONTEXT: usize = 20;
/// Characters shown of the hit itself; a pattern can match a whole cell.
const SHOWN: usize = 200;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Find {
    /// The words, or the pattern.
    pub text: String,
    /// Whether `text` is a regular expression.
    pub is_pattern: bool,
    /// Whether capital letters differ from small ones.
    pub match_case: bool,
    /// In which columns; none means all. Column `group` is the groups' names.
    pub columns: Vec<ColumnKey>,
    /// In which items; none means all.
    pub items: Vec<Id>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Found {
    /// The hits, top down; no more than a screen can be asked to list.
    pub hits: Vec<Hit>,
    /// How many there are, also those that `hits` leaves out.
    pub total: u32,
}

/// One place where what was looked for stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Hit {
    /// Its position among all hits, from 0; by it a hit is left out of a replacement.
    pub index: u32,
    /// The group.
    pub group: Id,
    /// The item; none where it stands in the group's name.
    pub item: Option<Id>,
    /// The row of the item, where it has several and the column is one that rows have of their own.
    pub part: Option<u32>,
    /// The column.
    pub column: ColumnKey,
    /// What stands before it, shortened.
    pub before: String,
    /// The words found.
    pub text: String,
    /// What would stand in their place.
    pub replacement: String,
    /// What stands behind it, shortened.
    pub after: String,
}

/// A pattern that is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{detail}")]
pub struct BadPattern {
    /// What is wrong with it, for logs.
    pub detail: String,
}

/// Where what is looked for stands, top down and in a row from left to right, and what would stand there instead.
///
/// # Errors
/// [`BadPattern`]
pub fn find(catalogue: &Catalogue, find: &Find, replacement: &str) -> Result<Found, BadPattern> {
    let mut found = Found { hits: Vec::new(), total: 0 };
    let Some(search) = Search::new(find, replacement)? else { return Ok(found) };
    for place in places(catalogue, find) {
        for text in place.texts() {
            for captures in search.captures(text) {
                if found.hits.len() < MOST_HITS {
                    found.hits.push(search.hit(&place, text, &captures, found.total));
                }
                found.total += 1;
            }
        }
    }
    Ok(found)
}

/// The edit that replaces all hits but those of `skip`.
///
/// # Errors
/// [`BadPattern`]
pub fn replace(
    catalogue: &Catalogue,
    find: &Find,
    replacement: &str,
    skip: &[u32],
) -> Result<Edit, BadPattern> {
    let mut edits = Vec::new();
    if let Some(search) = Search::new(find, replacement)? {
        let skip: HashSet<u32> = skip.iter().copied().collect();
        let mut index = 0;
        for place in places(catalogue, find) {
            let texts = place.texts();
            let after: Vec<_> = texts.iter().map(|text| search.replaced(text, &skip, &mut index)).collect();
            if after.iter().zip(&texts).any(|(after, before)| after != before) {
                edits.push(place.edit(after.into_iter().map(Cow::into_owned)));
            }
        }
    }
    Ok(Edit::Several { act: Act::Replace, edits })
}

/// What is looked for, and what shall stand there.
struct Search {
    pattern: Regex,
    replacement: String,
    /// Whether `$1` in the replacement stands for what a group of the pattern has matched.
    is_pattern: bool,
}

impl Search {
    /// None where nothing is looked for.
    fn new(find: &Find, replacement: &str) -> Result<Option<Self>, BadPattern> {
        if find.text.is_empty() {
            return Ok(None);
        }
        let is_pattern = find.is_pattern;
        let text = if is_pattern { find.text.clone() } else { regex::escape(&find.text) };
        let pattern = RegexBuilder::new(&text)
            .case_insensitive(!find.match_case)
            // A cell has lines: ^ and $ are their beginnings and ends.
            .multi_line(true)
            .build()
            .map_err(|error| BadPattern { detail: error.to_string() })?;
        let replacement = if is_pattern { with_braces(replacement) } else { replacement.to_owned() };
        Ok(Some(Self { pattern, replacement, is_pattern }))
    }

    /// The places in a text. What matches nothing, as `a*` does everywhere, is none.
    fn captures<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.pattern.captures_iter(text).filter(|captures| !captures.get_match().is_empty())
    }

    fn replacement(&self, captures: &Captures<'_>) -> String {
        if !self.is_pattern {
            return self.replacement.clone();
        }
        let mut text = String::new();
        captures.expand(&self.replacement, &mut text);
        text
    }

    /// The text with its hits replaced, which are counted on from `index`.
    fn replaced<'t>(&self, text: &'t str, skip: &HashSet<u32>, index: &mut u32) -> Cow<'t, str> {
        let mut after = String::new();
        let mut end = 0;
        for captures in self.captures(text) {
            if !skip.contains(index) {
                let place = captures.get_match();
                after.push_str(&text[end..place.start()]);
                after.push_str(&self.replacement(&captures));
                end = place.end();
            }
            *index += 1;
        }
        if end == 0 {
            return text.into();
        }
        after.push_str(&text[end..]);
        after.into()
    }

    fn hit(&self, place: &Place<'_>, text: &str, captures: &Captures<'_>, index: u32) -> Hit {
        let found = captures.get_match();
        Hit {
            index,
            group: place.group.id.clone(),
            item: place.item.map(|item| item.id.clone()),
            part: place.part.and_then(|part| u32::try_from(part).ok()),
            column: place.column.clone(),
            before: last(&text[..found.start()]),
            text: first(found.as_str(), SHOWN),
            replacement: first(&self.replacement(captures), SHOWN),
            after: first(&text[found.end()..], CONTEXT),
        }
    }
}

/// `$1年` and `$1a` as `${1}年` and `${1}a`: a group's number ends where its digits end.
fn with_braces(replacement: &str) -> String {
    let mut text = String::new();
    let mut rest = replacement;
    while let Some((before, behind)) = rest.split_once('$') {
        text.push_str(before);
        text.push('$');
        // $$ is one $, and not the beginning of a group.
        let (taken, left) = match behind.strip_prefix('$') {
            Some(left) => ("$".to_owned(), left),
            None => {
                let left = behind.trim_start_matches(|c: char| c.is_ascii_digit());
                let digits = &behind[..behind.len() - left.len()];
                (if digits.is_empty() { String::new() } else { format!("{{{digits}}}") }, left)
            }
        };
        text.push_str(&taken);
        rest = left;
    }
    text.push_str(rest);
    text
}

/// The first characters of a text.
fn first(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The last characters of a text.
fn last(text: &str) -> String {
    match text.char_indices().rev().nth(CONTEXT) {
        Some((at, cut)) => format!("…{}", &text[at + cut.len_utf8()..]),
        None => text.to_owned(),
    }
}

/// A cell that can be looked through.
struct Place<'a> {
    template: &'a Template,
    group: &'a Group,
    /// None for the group's name.
    item: Option<&'a Item>,
    part: Option<usize>,
    column: ColumnKey,
    cell: Cell<'a>,
}

impl<'a> Place<'a> {
    /// The words in the cell, in order.
    fn texts(&self) -> Vec<&'a str> {
        match self.cell {
            Cell::Text(text) => vec![text],
            Cell::Channels(channels) => channels.iter().flat_map(|channel| self.words(channel)).collect(),
            Cell::Mark { .. } => Vec::new(),
        }
    }

    /// A channel's label, where it is no box, and its note.
    fn words(&self, channel: &'a Channel) -> impl Iterator<Item = &'a str> {
        let label = (!self.is_box(&channel.label)).then_some(channel.label.as_str());
        label.into_iter().chain([channel.note.as_str()])
    }

    fn is_box(&self, label: &str) -> bool {
        self.template.channel_options.iter().any(|option| option == label)
    }

    /// The edit that puts other words there; as many as [`Place::texts`] gives.
    fn edit(&self, mut texts: impl Iterator<Item = String>) -> Edit {
        let mut next = || texts.next().unwrap_or_default();
        let Some(item) = self.item else {
            return Edit::RenameGroup { group: self.group.id.clone(), name: next() };
        };
        let value = match self.cell {
            Cell::Channels(channels) => {
                let changed = channels.iter().map(|channel| Channel {
                    label: if self.is_box(&channel.label) { channel.label.clone() } else { next() },
                    note: next(),
                });
                // A line of which nothing is left is no line.
                let channels =
                    changed.filter(|channel| !channel.label.is_empty() || !channel.note.is_empty());
                Value::Channels { channels: channels.collect() }
            }
            Cell::Text(_) | Cell::Mark { .. } => Value::Text { text: next() },
        };
        Edit::SetCell { item: item.id.clone(), part: self.part, column: self.column.clone(), value }
    }
}

/// The cells to be looked through, top down and in a row from left to right.
fn places<'a>(catalogue: &'a Catalogue, find: &'a Find) -> impl Iterator<Item = Place<'a>> {
    let columns = columns(&catalogue.template, find);
    let items: HashSet<&Id> = find.items.iter().collect();
    let has_names = columns.contains(&ColumnKey::Group) && items.is_empty();
    let template = &catalogue.template;
    catalogue.groups.iter().flat_map(move |group| {
        let cell = Cell::Text(&group.name);
        let name = Place { template, group, item: None, part: None, column: ColumnKey::Group, cell };
        let columns = columns.clone();
        let wanted = group.items.iter().filter(|item| items.is_empty() || items.contains(&item.id));
        let wanted: Vec<_> = wanted.collect();
        let cells = wanted.into_iter().flat_map(move |item| item_places(template, group, item, &columns));
        has_names.then_some(name).into_iter().chain(cells)
    })
}

/// The item's cells, row for row; what its rows share is in the first.
fn item_places<'a>(
    template: &'a Template,
    group: &'a Group,
    item: &'a Item,
    columns: &[ColumnKey],
) -> Vec<Place<'a>> {
    let place = |row: usize, column: &ColumnKey| {
        let has_own = column.is_of_part() && !item.parts.is_empty();
        let cell = (row == 0 || has_own).then(|| item.cell(row, column)).flatten()?;
        let part = has_own.then_some(row);
        Some(Place { template, group, item: Some(item), part, column: column.clone(), cell })
    };
    (0..item.row_count())
        .flat_map(|row| columns.iter().filter_map(move |column| place(row, column)))
        .collect()
}

/// The columns to be looked through in their order in the table; what the table does not show, if asked for, is
/// last.
fn columns(template: &Template, find: &Find) -> Vec<ColumnKey> {
    let mut shown: Vec<_> = template.columns.iter().map(|column| column.key.clone()).collect();
    if !shown.contains(&ColumnKey::Group) {
        shown.insert(0, ColumnKey::Group);
    }
    if find.columns.is_empty() {
        return shown;
    }
    shown.retain(|column| find.columns.contains(column));
    let hidden = find.columns.iter().filter(|column| !template.has(column) && **column != ColumnKey::Group);
    shown.extend(hidden.cloned());
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_groups_number_ends_where_its_digits_end() {
        for (given, braced) in
            [("$1年", "${1}年"), ("$1a$12", "${1}a${12}"), ("$$1", "$$1"), ("${1}", "${1}"), ("5$", "5$")]
        {
            assert_eq!(with_braces(given), braced);
        }
    }

    #[test]
    fn what_stands_around_a_hit_is_cut_at_twenty_characters() {
        let long = "一二三四五六七八九十一二三四五六七八九十百";
        assert_eq!(first(long, CONTEXT), "一二三四五六七八九十一二三四五六七八九十…");
        assert_eq!(last(long), "…二三四五六七八九十一二三四五六七八九十百");
        assert_eq!(last("短"), "短");
    }
}
