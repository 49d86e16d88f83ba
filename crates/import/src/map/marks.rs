//! √ and what stands for it; and where √ belong whose column the document has lost.

use std::collections::{BTreeMap, BTreeSet};

use mulu_model::{Audience, ColumnKey, Item, Mark, Method};

use super::{
    body::Laid,
    channels,
    entry::Entry,
    mapping::{Mapping, Shows},
};
use crate::{
    Finding, FindingKind, Place, Severity,
    lexicon::{
        look::{Look, UNTICKED, is_tick, look},
        text::{folded, list_number, number, squashed},
        words::{self, MarkKind},
    },
};

/// What a cell for a √ says that has none.
const NOT_TICKED: &[&str] =
    &["", "×", "✗", "✘", "否", "无", "-", "—", "/", "\\", "0", "N", "n", "--", "——", "/ "];

/// Words by which a text names the general public.
const GENERAL: &[&str] = &["全社会", "社会公众", "公众", "社会", "公民", "全体"];

/// Texts that are the general public and nobody else.
const EVERYBODY: &[&str] =
    &["全社会", "社会公众", "公众", "社会", "面向社会", "面向全社会", "向社会公开", "全体公众"];

/// What a cell for a √ says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// No.
    Off,
    /// Yes.
    On,
    /// Words in place of a √ where they are kept.
    Words(String),
    /// Something that is neither.
    Unreadable,
}

/// Reads a cell for a √.
pub(crate) fn said(text: &str, mark: &Mark) -> Said {
    let bare = squashed(text);
    if NOT_TICKED.contains(&bare.as_str()) || bare.chars().all(|c| UNTICKED.contains(&c)) {
        return Said::Off;
    }
    if is_tick(&bare) || number(&bare) == Some((1, false)) {
        return Said::On;
    }
    let own = folded(&words::mark_word(mark));
    let names_itself = words::known(text).is_some_and(|(word, _)| word == words::Word::Mark(mark.clone()))
        || folded(text) == own;
    if names_itself {
        return Said::On;
    }
    match mark {
        Mark::Audience(Audience::SpecificGroups) => Said::Words(
            text.trim_matches(|c: char| {
                c.is_whitespace() || matches!(c, '√' | '☑' | '✓' | '✔' | '■' | '：' | ':')
            })
            .to_owned(),
        ),
        _ if bare.starts_with(['√', '☑', '✓', '✔', '■']) => Said::On,
        _ => Said::Unreadable,
    }
}

/// Of words with boxes before them, those with a ticked one; `None` for words without.
pub(crate) fn ticked_words(text: &str) -> Option<String> {
    let boxes = channels::parse(text);
    let ticked = boxes.marked.iter().filter(|marked| marked.is_ticked).map(|marked| marked.words.as_str());
    (boxes.has_boxes && !boxes.marked.is_empty()).then(|| ticked.collect::<Vec<_>>().join("、"))
}

/// Whether a text may name the people whom something is for. In text that is out of line, much else may stand there.
pub(crate) fn names_people(text: &str) -> bool {
    matches!(look(text), Look::Name | Look::Body) && text.chars().count() <= 24 && list_number(text).is_none()
}

/// Reads the words of a column that has words in place of several columns of √. What is not understood is handed back.
pub(crate) fn worded(text: &str, kind: MarkKind) -> (Vec<Mark>, Option<String>) {
    let folded = folded(text);
    let mut marks = Vec::new();
    match kind {
        MarkKind::Method => {
            let on_application = folded.contains("申请");
            if folded.contains("主动") {
                marks.push(Mark::Method(Method::Proactive));
            }
            if on_application {
                marks.push(Mark::Method(Method::OnApplication));
            }
        }
        MarkKind::Audience => {
            let general = GENERAL.iter().any(|word| folded.contains(word));
            let pieces = folded.split(['、', ',', ';', '/']).filter(|piece| !piece.is_empty());
            let others = pieces.filter(|piece| !EVERYBODY.contains(piece));
            let has_others = others.count() > 0;
            if general {
                marks.push(Mark::Audience(Audience::GeneralPublic));
            }
            if has_others && (!general || folded.contains("特定")) {
                marks.push(Mark::Audience(Audience::SpecificGroups));
            }
        }
        MarkKind::Aspects => {
            let pieces = folded.split(['、', ',', ';', '/']).filter_map(words::aspect);
            marks.extend(pieces.map(Mark::Aspect));
        }
        MarkKind::Levels => marks.extend(levels(text).into_iter().map(Mark::Level)),
    }
    let is_lost = marks.is_empty() && !folded.is_empty();
    (marks, is_lost.then(|| text.to_owned()))
}

/// The levels that a cell names: 县级、乡级 are two, 乡、村级 is one.
fn levels(text: &str) -> Vec<String> {
    let whole = squashed(text);
    let pieces: Vec<&str> =
        whole.split(['、', '，', ',', ';', '；', '/']).filter(|piece| !piece.is_empty()).collect();
    if pieces.iter().all(|piece| piece.ends_with('级')) {
        return pieces.into_iter().map(str::to_owned).collect();
    }
    if whole.is_empty() || whole.chars().count() > 30 { Vec::new() } else { vec![whole] }
}

/// Finds the columns of √ in rows that are out of line. What cannot be known is not ticked and told.
pub(crate) fn settle(
    entries: &mut [Entry],
    mapping: &Mapping,
    stated: Option<[Option<usize>; 3]>,
    at: usize,
    laid: &mut Laid,
    findings: &mut Vec<Finding>,
) {
    if !mapping.is_loose {
        return;
    }
    by_surplus(entries, mapping, stated, at, laid, findings);
    by_packing(entries, mapping, at, findings);
    by_pattern(entries, mapping, at, laid, findings);
}

/// Notes where √ belong: each under its column, or under the first of those that are open to it.
fn lay(laid: &mut Laid, mapping: &Mapping, ticks: impl IntoIterator<Item = (Place, Option<usize>)>) {
    for (place, column) in ticks {
        let position = column.and_then(|column| mapping.columns.get(column)).map(|column| column.position);
        laid.extend(position.map(|position| (place, Some(position))));
    }
}

fn mark_at(mapping: &Mapping, column: usize) -> Option<&Mark> {
    match mapping.columns.get(column).map(|column| &column.shows) {
        Some(Shows::Key(ColumnKey::Mark(mark))) => Some(mark),
        _ => None,
    }
}

fn keys(mapping: &Mapping, columns: impl IntoIterator<Item = usize>) -> Vec<ColumnKey> {
    columns.into_iter().filter_map(|column| mark_at(mapping, column).cloned().map(ColumnKey::Mark)).collect()
}

/// Rows with more fields than columns, not all by as many, or all with fewer: a √ may belong to any column that the
/// fields too many, or those that were lost, leave open.
fn by_surplus(
    entries: &mut [Entry],
    mapping: &Mapping,
    stated: Option<[Option<usize>; 3]>,
    at: usize,
    laid: &mut Laid,
    findings: &mut Vec<Finding>,
) {
    let surplus = |entry: &Entry| entry.surplus.as_ref().map(|s| s.fields as isize - s.columns as isize);
    let all: BTreeSet<isize> = entries.iter().filter_map(surplus).collect();
    if all.len() < 2 && all.first().is_none_or(|surplus| *surplus >= 0) {
        return;
    }
    let stretches = || entries.iter().filter_map(|entry| entry.surplus.as_ref());
    // A row that has lost fields on its left may have been filled up here.
    let in_line = entries
        .iter()
        .filter(|entry| entry.surplus.as_ref().is_some_and(|s| s.is_in_line))
        .filter_map(surplus)
        .max();
    // Where every row has lost fields, none of them shows how many there were: then there were as many as columns.
    let Some(most) = in_line.or(all.last().copied()).map(|most| most.max(0)) else { return };
    let ticked_first =
        stretches().filter(|s| s.ticks.first().is_some_and(|(offset, _)| *offset == 0)).count();
    let is_first_sure =
        all.last().is_some_and(|most| *most >= 0) && ticked_first * 10 >= stretches().count() * 9;
    // Where the document itself counts no item on application, no √ is meant for that column.
    let is_ruled_out = |column: usize| {
        stated.is_some_and(|counts| counts[2] == Some(0))
            && mark_at(mapping, column) == Some(&Mark::Method(Method::OnApplication))
    };
    for entry in entries {
        let Some(stretch) = entry.surplus.clone() else { continue };
        let over = stretch.fields as isize - stretch.columns as isize;
        let mut open: Vec<BTreeSet<usize>> = Vec::new();
        for (offset, _) in &stretch.ticks {
            let offset = *offset as isize;
            let reach = if offset == 0 && is_first_sure {
                0..=0
            } else {
                (offset - over.max(0)).max(0)
                    ..=(offset + (most - over).max(0)).min(stretch.columns as isize - 1)
            };
            let columns = reach.map(|column| stretch.first + column.unsigned_abs());
            open.push(
                columns
                    .filter(|column| mark_at(mapping, *column).is_some() && !is_ruled_out(*column))
                    .collect(),
            );
        }
        narrow(&mut open);
        let places = stretch.ticks.iter().map(|(_, place)| *place);
        lay(laid, mapping, places.zip(in_order(&open)));
        entry.ticked = Some(open.iter().filter(|columns| columns.len() == 1).flatten().copied().collect());
        for (columns, (_, place)) in open.iter().zip(&stretch.ticks).filter(|(columns, _)| columns.len() != 1)
        {
            let kind = FindingKind::MarkUndecided { columns: keys(mapping, columns.iter().copied()) };
            findings.push(Finding {
                kind,
                severity: Severity::Error,
                table: at,
                place: Some(*place),
                item: None,
                column: None,
            });
        }
    }
}

/// For each √ the first column that is open to it and right of the √ before.
fn in_order(open: &[BTreeSet<usize>]) -> Vec<Option<usize>> {
    let mut free = 0;
    let first = |columns: &BTreeSet<usize>| {
        let column = columns.range(free..).next().copied();
        free = column.map_or(free, |column| column + 1);
        column
    };
    open.iter().map(first).collect()
}

/// √ stand in their order, each in a column of its own: what one must have, the others cannot.
fn narrow(open: &mut [BTreeSet<usize>]) {
    loop {
        let before: usize = open.iter().map(BTreeSet::len).sum();
        for index in 0..open.len() {
            if open[index].len() != 1 {
                continue;
            }
            let Some(taken) = open[index].first().copied() else { continue };
            for (other, columns) in open.iter_mut().enumerate().filter(|(other, _)| *other != index) {
                columns.retain(|column| if other < index { *column < taken } else { *column > taken });
            }
        }
        if open.iter().map(BTreeSet::len).sum::<usize>() == before {
            return;
        }
    }
}

/// What the cells of a table without merged cells say of its columns for √.
struct Ticks<'a> {
    mapping: &'a Mapping,
    /// The columns for √.
    marks: Vec<usize>,
}

impl<'a> Ticks<'a> {
    fn of(mapping: &'a Mapping) -> Self {
        let marks = (0..mapping.columns.len()).filter(|column| mark_at(mapping, *column).is_some()).collect();
        Self { mapping, marks }
    }

    fn kind(&self, column: usize) -> Option<MarkKind> {
        mark_at(self.mapping, column).map(MarkKind::of)
    }

    /// The columns that are ticked in an entry's cells.
    fn set(&self, entry: &Entry) -> BTreeSet<usize> {
        let is_on = |column: &usize| {
            let text = entry.values[*column].as_ref().map(|value| value.text.as_str());
            mark_at(self.mapping, *column)
                .is_some_and(|mark| text.is_some_and(|text| said(text, mark) == Said::On))
        };
        self.marks.iter().copied().filter(is_on).collect()
    }

    fn count(&self, set: &BTreeSet<usize>, of: MarkKind) -> usize {
        set.iter().filter(|column| self.kind(**column) == Some(of)).count()
    }

    /// Which of 公开对象 and 公开方式 has two √.
    fn doubled(&self, set: &BTreeSet<usize>) -> Option<MarkKind> {
        [MarkKind::Audience, MarkKind::Method].into_iter().find(|kind| self.count(set, *kind) > 1)
    }

    /// Whether one kind has two √ and another none.
    fn is_contradiction(&self, set: &BTreeSet<usize>) -> bool {
        let mut kinds = self
            .marks
            .iter()
            .filter_map(|column| self.kind(*column))
            .filter(|kind| *kind != MarkKind::Aspects);
        self.doubled(set).is_some() && kinds.any(|kind| self.count(set, kind) == 0)
    }
}

/// Tables in which no √ has an empty field before it, against what they say: all empty fields were lost, and each √ may
/// belong to any column that leaves room for the others.
fn by_packing(entries: &mut [Entry], mapping: &Mapping, at: usize, findings: &mut Vec<Finding>) {
    let ticks = Ticks::of(mapping);
    let open = || entries.iter().filter(|entry| entry.ticked.is_none());
    let is_packed = |set: &BTreeSet<usize>| set.iter().eq(ticks.marks.iter().take(set.len()));
    if !open().all(|entry| is_packed(&ticks.set(entry)))
        || !open().any(|entry| ticks.is_contradiction(&ticks.set(entry)))
    {
        return;
    }
    for entry in entries.iter_mut().filter(|entry| entry.ticked.is_none()) {
        let set = ticks.set(entry);
        let spare = ticks.marks.len() - set.len();
        if spare == 0 {
            continue;
        }
        for (tick, column) in set.iter().enumerate() {
            let columns = keys(mapping, ticks.marks[tick..=tick + spare].iter().copied());
            let place = entry.values[*column].as_ref().map(|value| value.place);
            let kind = FindingKind::MarkUndecided { columns };
            let severity = Severity::Error;
            findings.push(Finding { kind, severity, table: at, place, item: None, column: None });
        }
        entry.ticked = Some(BTreeSet::new());
    }
}

/// Rows in which one of 公开对象 and 公开方式 has two √ and another none, while all rows without such a
/// contradiction agree: the fields between the √ were lost.
fn by_pattern(
    entries: &mut [Entry],
    mapping: &Mapping,
    at: usize,
    laid: &mut Laid,
    findings: &mut Vec<Finding>,
) {
    let ticks = Ticks::of(mapping);
    let mut sets: BTreeMap<BTreeSet<usize>, usize> = BTreeMap::new();
    for set in entries.iter().filter(|entry| entry.ticked.is_none()).map(|entry| ticks.set(entry)) {
        if !set.is_empty() && !ticks.is_contradiction(&set) {
            *sets.entry(set).or_default() += 1;
        }
    }
    let total: usize = sets.values().sum();
    let usual = sets
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count >= 3 && count * 10 >= total * 9);
    for entry in entries.iter_mut().filter(|entry| entry.ticked.is_none()) {
        let set = ticks.set(entry);
        if !ticks.is_contradiction(&set) {
            continue;
        }
        let (kind, severity, ticked) = match &usual {
            Some((usual, _)) if usual.len() == set.len() => {
                let places = set.iter().filter_map(|column| entry.values[*column].as_ref());
                let places = places.map(|value| value.place);
                lay(laid, mapping, places.zip(usual.iter().copied().map(Some)));
                let kind = FindingKind::MarkMoved { columns: keys(mapping, usual.iter().copied()) };
                (kind, Severity::Warning, usual.clone())
            }
            _ => {
                let lost = ticks.doubled(&set);
                let kept = set.iter().copied().filter(|column| ticks.kind(*column) != lost).collect();
                (FindingKind::MarkUndecided { columns: keys(mapping, set) }, Severity::Error, kept)
            }
        };
        entry.ticked = Some(ticked);
        findings.push(Finding {
            kind,
            severity,
            table: at,
            place: Some(entry.place),
            item: None,
            column: None,
        });
    }
}

/// Ticks a mark of an item.
pub(crate) fn set(item: &mut Item, mark: Mark) {
    match mark {
        Mark::Audience(audience) => {
            item.audience.insert(audience);
        }
        Mark::Method(method) => {
            item.method.insert(method);
        }
        Mark::Aspect(aspect) => {
            item.aspects.insert(aspect);
        }
        Mark::Level(label) => {
            item.levels.insert(label);
        }
    }
}

/// Gives an item the marks of one kind that another has.
pub(crate) fn copy_marks(item: &mut Item, from: &Item, kind: MarkKind) {
    match kind {
        MarkKind::Audience => {
            item.audience.clone_from(&from.audience);
            item.audience_note.clone_from(&from.audience_note);
        }
        MarkKind::Method => item.method.clone_from(&from.method),
        MarkKind::Aspects => item.aspects.clone_from(&from.aspects),
        MarkKind::Levels => item.levels.clone_from(&from.levels),
    }
}
