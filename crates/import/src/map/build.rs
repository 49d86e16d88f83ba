//! Makes the items of the catalogue from what stands in their rows.

use std::collections::{BTreeSet, HashMap};

use mulu_model::{Audience, Channel, ColumnKey, Group, Id, Item, Mark, Part, Template, TextField, limits};

use super::{
    body::Record,
    channels::{Marked, Options, Parsed, parse},
    entry::Entry,
    groups::Named,
    item_checks,
    mapping::{Mapping, Shows},
    marks::{Said, copy_marks, names_people, said, set, ticked_words, worded},
};
use crate::{
    Finding, FindingKind, Place, Severity,
    lexicon::{
        look::{Direction, ditto},
        text::{balance, squashed},
        words::MarkKind,
    },
};

/// What was made.
pub(crate) struct Built {
    /// The groups with their items.
    pub(crate) groups: Vec<Group>,
    /// The items' identities, entry by entry.
    pub(crate) ids: Vec<Id>,
    /// The boxes of the document; none where channels are free text.
    pub(crate) options: Vec<String>,
    /// Those that take a note.
    pub(crate) options_with_note: Vec<String>,
    /// The levels that stand as words.
    pub(crate) levels: Vec<String>,
    custom: BTreeSet<String>,
}

impl Built {
    /// Whether any item holds something for the column.
    pub(crate) fn uses(&self, key: &ColumnKey) -> bool {
        match key {
            ColumnKey::Custom(label) => self.custom.contains(label),
            _ => true,
        }
    }
}

/// Makes items.
pub(crate) struct Builder<'a, 'f> {
    mappings: &'a [&'a Mapping],
    template: Option<&'a Template>,
    findings: &'f mut Vec<Finding>,
    parsed: HashMap<String, Parsed>,
    options: Options,
    levels: Vec<String>,
    /// Where the text last stood that a column's cells have: the table and the row.
    stood: HashMap<ColumnKey, (usize, u32)>,
}

impl<'a, 'f> Builder<'a, 'f> {
    /// A maker of items of tables with these mappings.
    pub(crate) fn new(
        mappings: &'a [&'a Mapping],
        template: Option<&'a Template>,
        findings: &'f mut Vec<Finding>,
    ) -> Self {
        Self {
            mappings,
            template,
            findings,
            parsed: HashMap::new(),
            options: Options::default(),
            levels: Vec::new(),
            stood: HashMap::new(),
        }
    }

    /// Makes the items of all entries.
    pub(crate) fn build(
        mut self,
        entries: &[Entry],
        named: &[Named],
        new_id: &mut dyn FnMut() -> Id,
    ) -> Built {
        self.find_options(entries);
        let mut groups: Vec<Group> = Vec::new();
        let mut ids = Vec::new();
        let mut group = None;
        for (entry, named) in entries.iter().zip(named) {
            if group != Some(named.group) {
                group = Some(named.group);
                groups.push(Group { id: new_id(), name: named.group_name.clone(), items: Vec::new() });
            }
            let before = groups.iter().rev().find_map(|group| group.items.last()).cloned();
            let mut item = self.item(entry, named, before.as_ref(), new_id());
            if item_checks::shorten(&mut item) {
                self.tell(FindingKind::TextTooLong, Severity::Error, entry, entry.place, None);
            }
            ids.push(item.id.clone());
            if let Some(group) = groups.last_mut() {
                group.items.push(item);
            }
        }
        self.tell_of_scripts(&groups, entries);
        let custom = groups
            .iter()
            .flat_map(|group| &group.items)
            .flat_map(|item| item.custom.keys().cloned())
            .collect();
        let Options { labels, with_note, .. } = self.options;
        Built { groups, ids, options: labels, options_with_note: with_note, levels: self.levels, custom }
    }

    /// Takes all channel cells apart and finds the options among them.
    fn find_options(&mut self, entries: &[Entry]) {
        let mut order: Vec<String> = Vec::new();
        for entry in entries {
            let rows =
                std::iter::once(&entry.values).chain(entry.further.iter().map(|further| &further.values));
            for values in rows {
                let column = self.position(entry, &Shows::Key(ColumnKey::Channels));
                if let Some(value) = column.and_then(|column| values[column].as_ref())
                    && !self.parsed.contains_key(&value.text)
                {
                    self.parsed.insert(value.text.clone(), parse(&value.text));
                    order.push(value.text.clone());
                }
            }
        }
        let columns = self.mappings.iter().flat_map(|mapping| &mapping.columns).filter_map(|column| {
            match &column.shows {
                Shows::Channel(label) => Some(label.clone()),
                _ => None,
            }
        });
        let of_columns: Vec<Parsed> = vec![Parsed {
            marked: columns.map(|words| Marked { words, is_ticked: true }).collect(),
            has_boxes: true,
        }];
        let cells = of_columns.iter().chain(order.iter().filter_map(|text| self.parsed.get(text)));
        let cells: Vec<&Parsed> = cells.collect();
        self.options = self.template.map_or_else(|| Options::found(&cells), Options::of_template);
    }

    fn position(&self, entry: &Entry, shows: &Shows) -> Option<usize> {
        self.mappings[entry.table].columns.iter().position(|column| column.shows == *shows)
    }

    fn item(&mut self, entry: &Entry, named: &Named, before: Option<&Item>, id: Id) -> Item {
        let mut item = Item::new(id, named.name.clone());
        item.path.clone_from(&named.path);
        let mapping = self.mappings[entry.table];
        let mut left = String::new();
        for (column, value) in entry.values.iter().enumerate() {
            let text = value.as_ref().map(|value| value.text.as_str()).unwrap_or_default();
            let place = value.as_ref().map_or(entry.place, |value| value.place);
            match &mapping.columns[column].shows {
                Shows::Key(ColumnKey::Text(field)) => {
                    let key = ColumnKey::Text(*field);
                    let above = before.map(|item| item.whole_text(*field)).unwrap_or_default();
                    let text = self.resolved(text, &above, &left, entry, place, &key);
                    let text = self.with_further(text, entry, column, &key);
                    self.look_for_cuts(&text, entry, place, &key);
                    left.clone_from(&text);
                    item.texts[*field] = text;
                }
                Shows::Key(ColumnKey::Custom(label)) => {
                    let key = ColumnKey::Custom(label.clone());
                    let above = before.and_then(|item| item.custom.get(label)).cloned().unwrap_or_default();
                    let text = self.resolved(text, &above, &left, entry, place, &key);
                    let text = self.with_further(text, entry, column, &key);
                    left.clone_from(&text);
                    if !text.is_empty() {
                        item.custom.insert(label.clone(), text);
                    }
                }
                Shows::Key(ColumnKey::Channels) => {
                    item.channels = self.channels(text, before, entry, place);
                }
                Shows::Key(ColumnKey::Mark(mark)) => self.mark(&mut item, entry, column, mark, before),
                Shows::Words(kind) => {
                    let is_ditto = ditto(text).is_some();
                    if let (true, Some(before)) = (is_ditto, before) {
                        copy_marks(&mut item, before, *kind);
                        self.tell(FindingKind::Ditto { row: None }, Severity::Info, entry, place, None);
                    } else {
                        self.words(&mut item, text, *kind, entry, place);
                    }
                }
                Shows::Channel(label) => {
                    item.channels.extend(self.channel_column(label, text, entry, place));
                }
                Shows::Key(_) | Shows::Ignored => {}
            }
        }
        self.parts(&mut item, entry);
        item
    }

    /// 同上 and its like become what they point to.
    fn resolved(
        &mut self,
        text: &str,
        above: &str,
        left: &str,
        entry: &Entry,
        place: Place,
        key: &ColumnKey,
    ) -> String {
        let Some(direction) = ditto(text) else {
            self.stands(key, entry, place);
            return text.to_owned();
        };
        let (target, row) = match direction {
            Direction::Above => (above, self.row_above(key, entry)),
            Direction::Left => (left, Some(place.row)),
        };
        let (kind, severity) = if target.is_empty() {
            (FindingKind::DittoOfNothing, Severity::Error)
        } else {
            (FindingKind::Ditto { row }, Severity::Info)
        };
        self.tell(kind, severity, entry, place, Some(key.clone()));
        target.to_owned()
    }

    /// Notes that a text of the column stands in this place.
    fn stands(&mut self, key: &ColumnKey, entry: &Entry, place: Place) {
        self.stood.insert(key.clone(), (entry.table, place.row));
    }

    /// The row of the same table in which the text stands that the column has last.
    fn row_above(&self, key: &ColumnKey, entry: &Entry) -> Option<u32> {
        self.stood.get(key).filter(|(table, _)| *table == entry.table).map(|(_, row)| *row)
    }

    /// The text with what further rows of the item say in a column that an item has once.
    fn with_further(&mut self, mut text: String, entry: &Entry, column: usize, key: &ColumnKey) -> String {
        if key.is_of_part() && has_parts(self.mappings[entry.table], entry) {
            return text;
        }
        for further in &entry.further {
            let Some(value) = further.values[column].as_ref().filter(|value| value.is_first) else {
                continue;
            };
            if squashed(&text) == squashed(&value.text)
                || text.split('\n').any(|line| squashed(line) == squashed(&value.text))
            {
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
                self.tell(FindingKind::RowsDiffer, Severity::Warning, entry, value.place, Some(key.clone()));
            }
            text.push_str(&value.text);
        }
        text
    }

    fn look_for_cuts(&mut self, text: &str, entry: &Entry, place: Place, key: &ColumnKey) {
        let balance = balance(text);
        if balance.opens || balance.closes {
            self.tell(FindingKind::TextCut, Severity::Warning, entry, place, Some(key.clone()));
        }
    }

    fn channels(&mut self, text: &str, before: Option<&Item>, entry: &Entry, place: Place) -> Vec<Channel> {
        let key = Some(ColumnKey::Channels);
        if ditto(text) == Some(Direction::Above) {
            let row = self.row_above(&ColumnKey::Channels, entry);
            let kind =
                if before.is_some() { FindingKind::Ditto { row } } else { FindingKind::DittoOfNothing };
            self.tell(kind, Severity::Info, entry, place, key);
            return before.map(last_channels).unwrap_or_default();
        }
        self.stands(&ColumnKey::Channels, entry, place);
        let parsed = self.parsed.get(text).cloned().unwrap_or_else(|| parse(text));
        let (channels, unknown) = self.options.channels(&parsed);
        if parsed.has_boxes && channels.is_empty() {
            self.tell(FindingKind::NothingTicked, Severity::Warning, entry, place, key.clone());
        }
        // Without options, and beside boxes of its own only, a channel is what the document says.
        let has_options = self.template.is_some() || parsed.has_boxes;
        if has_options && !self.options.labels.is_empty() {
            for label in unknown {
                self.tell(
                    FindingKind::ChannelUnknown { label },
                    Severity::Warning,
                    entry,
                    place,
                    key.clone(),
                );
            }
        }
        channels
    }

    /// What a cell of a column for one channel says.
    fn channel_column(&mut self, label: &str, text: &str, entry: &Entry, place: Place) -> Option<Channel> {
        let on = Mark::Level(label.to_owned());
        let note = match said(text, &on) {
            Said::Off => return None,
            Said::On | Said::Words(_) => String::new(),
            Said::Unreadable if text.chars().count() <= 40 => text.to_owned(),
            Said::Unreadable => {
                let kind = FindingKind::MarkUnreadable { text: text.to_owned() };
                self.tell(kind, Severity::Error, entry, place, Some(ColumnKey::Channels));
                return None;
            }
        };
        let parsed =
            Parsed { marked: vec![Marked { words: label.to_owned(), is_ticked: true }], has_boxes: true };
        let (channels, _) = self.options.channels(&parsed);
        channels.into_iter().next().map(|channel| Channel { note, ..channel })
    }

    fn mark(&mut self, item: &mut Item, entry: &Entry, column: usize, mark: &Mark, before: Option<&Item>) {
        let key = Some(ColumnKey::Mark(mark.clone()));
        if let Some(ticked) = &entry.ticked {
            if ticked.contains(&column) {
                set(item, mark.clone());
            }
            // Words in the cell stand where they stand, whatever was found out of the √.
            if entry.values[column].as_ref().is_none_or(|value| said(&value.text, mark) == Said::On) {
                return;
            }
        }
        let rows = std::iter::once(&entry.values).chain(entry.further.iter().map(|further| &further.values));
        for value in rows.filter_map(|values| values[column].as_ref()) {
            if ditto(&value.text).is_some() {
                if before.is_some_and(|before| before.has_mark(mark)) {
                    set(item, mark.clone());
                }
                let row = key.as_ref().and_then(|key| self.row_above(key, entry));
                self.tell(FindingKind::Ditto { row }, Severity::Info, entry, value.place, key.clone());
                continue;
            }
            key.iter().for_each(|key| self.stands(key, entry, value.place));
            match said(&value.text, mark) {
                Said::Off => {}
                Said::On => set(item, mark.clone()),
                Said::Words(words) if self.mappings[entry.table].is_loose && !names_people(&words) => {
                    let kind = FindingKind::MarkUnreadable { text: value.text.clone() };
                    self.tell(kind, Severity::Error, entry, value.place, key.clone());
                }
                Said::Words(words) => {
                    set(item, mark.clone());
                    item.audience_note = words;
                }
                Said::Unreadable => {
                    let kind = FindingKind::MarkUnreadable { text: value.text.clone() };
                    self.tell(kind, Severity::Error, entry, value.place, key.clone());
                }
            }
        }
    }

    fn words(&mut self, item: &mut Item, text: &str, kind: MarkKind, entry: &Entry, place: Place) {
        let ticked = ticked_words(text);
        let text = ticked.as_deref().unwrap_or(text);
        let (marks, lost) = worded(text, kind);
        for mark in marks {
            if let Mark::Level(label) = &mark
                && !self.levels.contains(label)
                && self.levels.len() < limits::COLUMNS / 2
            {
                self.levels.push(label.clone());
            }
            if mark == Mark::Audience(Audience::SpecificGroups) && said(text, &mark) != Said::On {
                item.audience_note = text.to_owned();
            }
            set(item, mark);
        }
        if let Some(text) = lost {
            self.tell(FindingKind::MarkUnreadable { text }, Severity::Error, entry, place, None);
        }
    }

    /// The item's rows with content and channels of their own.
    fn parts(&mut self, item: &mut Item, entry: &Entry) {
        let mapping = self.mappings[entry.table];
        if !has_parts(mapping, entry) {
            return;
        }
        let content = self.position(entry, &Shows::Key(ColumnKey::Text(TextField::Content)));
        let channels = self.position(entry, &Shows::Key(ColumnKey::Channels));
        let first = Part {
            content: std::mem::take(&mut item.texts[TextField::Content]),
            channels: std::mem::take(&mut item.channels),
        };
        item.parts.push(first);
        for further in
            entry.further.iter().filter(|further| is_part(mapping, further)).take(limits::PARTS - 1)
        {
            let value = |column: Option<usize>| column.and_then(|column| further.values[column].as_ref());
            let mut words = match value(channels) {
                Some(words) => self.channels(&words.text, None, entry, words.place),
                None => Vec::new(),
            };
            for (column, value) in mapping.columns.iter().zip(&further.values) {
                if let (Shows::Channel(label), Some(value)) = (&column.shows, value) {
                    words.extend(self.channel_column(label, &value.text, entry, value.place));
                }
            }
            let content = value(content).map(|value| value.text.clone()).unwrap_or_default();
            item.parts.push(Part { content, channels: words });
        }
    }

    /// Cells with traditional characters in a catalogue of simplified ones.
    fn tell_of_scripts(&mut self, groups: &[Group], entries: &[Entry]) {
        let items = groups.iter().flat_map(|group| &group.items);
        let found: Vec<BTreeSet<char>> = items.map(item_checks::traditional).collect();
        let with_any = found.iter().filter(|characters| !characters.is_empty()).count();
        if with_any == 0 || with_any * 2 > found.len() {
            return;
        }
        for (entry, characters) in entries.iter().zip(found).filter(|(_, characters)| !characters.is_empty())
        {
            let kind = FindingKind::MixedScript { characters: characters.into_iter().collect() };
            self.tell(kind, Severity::Warning, entry, entry.place, None);
        }
    }

    fn tell(
        &mut self,
        kind: FindingKind,
        severity: Severity,
        entry: &Entry,
        place: Place,
        column: Option<ColumnKey>,
    ) {
        let finding = Finding::of_table(kind, severity, entry.table);
        // A cell that stands for many items is told once, where it begins.
        let finding = Finding { place: Some(place), column, ..finding };
        if self.findings.last() != Some(&finding) {
            self.findings.push(finding);
        }
    }
}

/// Whether a further row has content or channels of its own.
pub(crate) fn is_part(mapping: &Mapping, further: &Record) -> bool {
    further.values.iter().zip(&mapping.columns).any(|(value, column)| {
        let is_of_part = match &column.shows {
            Shows::Key(key) => key.is_of_part(),
            Shows::Channel(_) => true,
            Shows::Words(_) | Shows::Ignored => false,
        };
        is_of_part && value.as_ref().is_some_and(|value| value.is_first)
    })
}

fn has_parts(mapping: &Mapping, entry: &Entry) -> bool {
    entry.further.iter().any(|further| is_part(mapping, further))
}

fn last_channels(item: &Item) -> Vec<Channel> {
    item.parts.last().map_or(&item.channels, |part| &part.channels).clone()
}
