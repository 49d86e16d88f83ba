//! What each column below a header shows.

use std::{collections::HashSet, ops::Range};

use mulu_model::{ColumnKey, Mark, TextField, limits};

use super::{
    mapping::{Confidence, MappedColumn, Mapping, Shows},
    rows::Rows,
    shape::{self, Leaf},
};
use crate::lexicon::{
    look::{Look, ditto, look},
    text::folded,
    words::{self, MarkKind, Word, known},
};

/// Rows of the body that are looked at to tell a column by its cells.
const SAMPLE: usize = 300;

/// What a leaf of the header was read as, before names and numbers are told apart.
struct Read {
    leaf: Leaf,
    says: Says,
    confidence: Confidence,
}

enum Says {
    Name,
    Shows(Shows),
    Unknown,
}

/// The mapping with these rows as header.
pub(crate) fn map(rows: &Rows<'_>, header: Range<usize>) -> Mapping {
    let body = header.end..rows.len();
    let is_loose = (header.start..body.end)
        .flat_map(|row| rows.row(row))
        .all(|f| f.cell.row_span <= 1 && f.cell.column_span <= 1);
    let sample = Sample::of(rows, body.clone(), is_loose);
    let leaves = shape::leaves(rows, &header);
    let mut reads: Vec<Read> = leaves.into_iter().map(|leaf| read(leaf, &sample)).collect();
    reads.retain(|read| !is_covered(read, &sample, is_loose));
    aspects_stand_together(&mut reads);
    one_says_the_method(&mut reads, &sample);
    let mut columns = name_columns(&reads, &sample, is_loose);
    if is_loose {
        add_number_column(&mut columns, &sample);
    }
    one_key_each(&mut columns);
    columns.truncate(limits::COLUMNS);
    Mapping { header, body, columns, is_loose }
}

/// A field below a header cell that spans several, in which no cell ever begins, is no column; nor is one of a
/// text without header.
fn is_covered(read: &Read, sample: &Sample, is_loose: bool) -> bool {
    let is_empty = sample.filled(read.leaf.position) == 0;
    is_empty && (read.leaf.is_repeated || read.leaf.path.is_empty()) || is_loose && read.leaf.path.is_empty()
}

fn read(leaf: Leaf, sample: &Sample) -> Read {
    let (says, confidence) = says(&leaf, sample);
    Read { leaf, says, confidence }
}

fn says(leaf: &Leaf, sample: &Sample) -> (Says, Confidence) {
    let Some((last, above)) = words_of(leaf).split_last() else {
        return (guessed(leaf, sample), Confidence::Guess);
    };
    let parent = above.iter().rev().find_map(|word| known(word)).map(|(word, _)| word);
    let sure = |is_exact: bool| if is_exact { Confidence::Certain } else { Confidence::Likely };
    match (known(last), parent) {
        (_, Some(Word::Marks(MarkKind::Levels))) => {
            (Says::Shows(key(ColumnKey::Mark(Mark::Level(last.clone())))), Confidence::Certain)
        }
        (Some((Word::Mark(mark), is_exact)), Some(Word::Marks(kind))) if MarkKind::of(&mark) == kind => {
            (Says::Shows(key(ColumnKey::Mark(mark))), sure(is_exact))
        }
        (Some((Word::Channels, is_exact)), _) => (Says::Shows(key(ColumnKey::Channels)), sure(is_exact)),
        (_, Some(Word::Channels)) => (Says::Shows(Shows::Channel(last.clone())), Confidence::Certain),
        (Some((Word::Number, is_exact)), Some(Word::Name(_))) => {
            (Says::Shows(key(ColumnKey::ItemNumber)), sure(is_exact))
        }
        (Some((Word::Name(_), is_exact)), _) => (Says::Name, sure(is_exact)),
        (Some((Word::Marks(kind), is_exact)), _) => {
            (words_or_places(kind, leaf.position, sample), sure(is_exact))
        }
        (Some((Word::Mark(Mark::Level(_)), is_exact)), _) => {
            (Says::Shows(key(ColumnKey::Mark(Mark::Level(last.clone())))), sure(is_exact))
        }
        (Some((word, is_exact)), _) => {
            let shows = words::key(&word).map(key);
            (shows.map_or(Says::Unknown, Says::Shows), sure(is_exact))
        }
        (None, Some(Word::Name(_))) => (Says::Name, Confidence::Likely),
        (None, _) => (Says::Unknown, Confidence::Certain),
    }
}

/// The words above a column without what only stands in brackets below one: 公开内容 above （要素）.
fn words_of(leaf: &Leaf) -> &[String] {
    match leaf.path.split_last() {
        Some((last, above)) if !above.is_empty() && shape::is_bracketed(last) => above,
        _ => &leaf.path,
    }
}

fn key(key: ColumnKey) -> Shows {
    Shows::Key(key)
}

/// 公开方式 may head words such as 主动公开 as well as names of websites, or neither: 全文发布.
fn words_or_places(kind: MarkKind, position: usize, sample: &Sample) -> Says {
    if kind != MarkKind::Method {
        return Says::Shows(Shows::Words(kind));
    }
    let methods = sample.methods(position);
    if methods <= 0.5 && sample.share(position, &[Look::Boxes, Look::Places]) > 0.5 {
        return Says::Shows(key(ColumnKey::Channels));
    }
    // In text the words may stand below another header.
    let is_other = methods == 0.0 && sample.filled(position) > 0 && !sample.is_loose;
    if is_other { Says::Unknown } else { Says::Shows(Shows::Words(kind)) }
}

/// Of several columns with words for 公开方式, such as 公开方式 and 公开属性, those that never say it are others.
fn one_says_the_method(reads: &mut [Read], sample: &Sample) {
    let says_it = |read: &Read| matches!(read.says, Says::Shows(Shows::Words(MarkKind::Method)));
    let methods = |read: &Read| sample.methods(read.leaf.position);
    if reads.iter().any(|read| says_it(read) && methods(read) > 0.5) {
        for read in reads.iter_mut().filter(|read| says_it(read) && methods(read) < 0.5) {
            read.says = Says::Unknown;
        }
    }
}

/// A column without a header, by its cells.
fn guessed(leaf: &Leaf, sample: &Sample) -> Says {
    if sample.share(leaf.position, &[Look::Number]) > 0.8 {
        Says::Name
    } else if sample.share(leaf.position, &[Look::Boxes]) > 0.5 {
        Says::Shows(key(ColumnKey::Channels))
    } else {
        Says::Unknown
    }
}

/// 服务 or 结果 alone are no part of 五公开.
fn aspects_stand_together(reads: &mut [Read]) {
    let is_aspect =
        |read: &Read| matches!(&read.says, Says::Shows(Shows::Key(ColumnKey::Mark(Mark::Aspect(_)))));
    let is_under = |read: &Read| read.leaf.path.iter().any(|word| word.contains("五公开"));
    if reads.iter().filter(|read| is_aspect(read)).count() < 3 {
        for read in reads.iter_mut().filter(|read| is_aspect(read) && !is_under(read)) {
            read.says = Says::Unknown;
        }
    }
}

/// Tells names from one another and from the numbers that stand below their headers.
fn name_columns(reads: &[Read], sample: &Sample, is_loose: bool) -> Vec<MappedColumn> {
    let last_name =
        reads.iter().filter(|read| matches!(read.says, Says::Name)).map(|read| read.leaf.position).max();
    // In text the names may stand one further to the right than their header, with the numbers below it.
    let is_out_of_line =
        |position: usize| is_loose && last_name == Some(position) && sample.numbered(position) > 0;
    let is_number = |read: &Read| {
        let position = read.leaf.position;
        sample.share(position, &[Look::Number]) > 0.8 && !is_out_of_line(position)
    };
    let named = reads.iter().filter(|read| matches!(read.says, Says::Name) && !is_number(read));
    let mut names: Vec<usize> = named.map(|read| read.leaf.position).collect();
    // What is published comes after the names; a column like 事项类别 further to the right is none.
    let is_content =
        |read: &&Read| matches!(read.says, Says::Shows(Shows::Key(ColumnKey::Text(TextField::Content))));
    if let Some(content) = reads.iter().find(is_content).map(|read| read.leaf.position)
        && names.first().is_some_and(|first| *first < content)
    {
        names.retain(|position| *position < content);
    }
    let has_number = reads.iter().any(|read| matches!(read.says, Says::Shows(Shows::Key(ColumnKey::Number))));
    let shows = |read: &Read| match &read.says {
        Says::Shows(shows) => shows.clone(),
        Says::Unknown => own(&read.leaf),
        Says::Name => match names.iter().position(|position| *position == read.leaf.position) {
            Some(at) if at + 1 == names.len() => key(ColumnKey::Item),
            Some(0) => key(ColumnKey::Group),
            Some(at) if at <= limits::SUB_LEVELS => key(ColumnKey::Sub(at)),
            Some(_) => own(&read.leaf),
            None if !is_number(read) => own(&read.leaf),
            None if has_number || names.first().is_some_and(|first| *first < read.leaf.position) => {
                key(ColumnKey::ItemNumber)
            }
            None => key(ColumnKey::Number),
        },
    };
    reads
        .iter()
        .map(|read| MappedColumn {
            position: read.leaf.position,
            header: read.leaf.path.clone(),
            shows: shows(read),
            confidence: read.confidence,
        })
        .collect()
}

/// A column of the body's own, by its header.
fn own(leaf: &Leaf) -> Shows {
    let label = leaf.path.last().cloned().unwrap_or_else(|| format!("#{}", leaf.position + 1));
    key(ColumnKey::Custom(label))
}

/// In text, the items' numbers may stand in a column of their own that the header does not have; everything
/// right of it is then one further to the right than its header.
fn add_number_column(columns: &mut Vec<MappedColumn>, sample: &Sample) {
    let has = |wanted: &ColumnKey| columns.iter().any(|column| column.shows == Shows::Key(wanted.clone()));
    if has(&ColumnKey::ItemNumber) {
        return;
    }
    let Some(at) = columns.iter().position(|column| column.shows == Shows::Key(ColumnKey::Item)) else {
        return;
    };
    let position = columns[at].position;
    // Where nothing else has numbers, they stand further to the left in rows whose group stands in a row above.
    let first = if has(&ColumnKey::Number) { position } else { 0 };
    let numbered: usize = (first..=position).map(|position| sample.numbered(position)).sum();
    if numbered < 2 || numbered * 10 < sample.filled(position) * 3 {
        return;
    }
    let number = MappedColumn {
        position,
        header: columns[at].header.clone(),
        shows: key(ColumnKey::ItemNumber),
        confidence: Confidence::Guess,
    };
    columns[at..].iter_mut().for_each(|column| column.position += 1);
    columns.insert(at, number);
}

/// A second column for the same field becomes one of the body's own, and labels are told apart.
fn one_key_each(columns: &mut [MappedColumn]) {
    let best_body = columns.iter().position(|column| {
        column.shows == key(ColumnKey::Text(TextField::DisclosingBody))
            && column.header.iter().any(|word| word.contains("主体"))
    });
    let kinds: Vec<MarkKind> = columns
        .iter()
        .filter_map(|column| match &column.shows {
            Shows::Key(ColumnKey::Mark(mark)) => Some(MarkKind::of(mark)),
            _ => None,
        })
        .collect();
    let mut taken: HashSet<String> = HashSet::new();
    for (index, column) in columns.iter_mut().enumerate() {
        let is_second_body = column.shows == key(ColumnKey::Text(TextField::DisclosingBody))
            && best_body.is_some_and(|best| best != index);
        let name = match &column.shows {
            Shows::Key(key) => key.to_string(),
            Shows::Words(kind) => format!("words {kind:?}"),
            Shows::Channel(label) => format!("channel {label}"),
            Shows::Ignored => continue,
        };
        let is_second_kind = matches!(&column.shows, Shows::Words(kind) if kinds.contains(kind));
        if !is_second_body && !is_second_kind && taken.insert(name) {
            continue;
        }
        let base = column.header.last().cloned().unwrap_or_else(|| format!("#{}", column.position + 1));
        let labels = std::iter::once(base.clone()).chain((2..).map(|count| format!("{base}{count}")));
        let free = labels.map(ColumnKey::Custom).find(|key| taken.insert(key.to_string()));
        column.shows = free.map_or(Shows::Ignored, Shows::Key);
    }
}

/// Whether a text says 主动公开 or 依申请公开, or 同上 in its place.
fn names_method(text: &str) -> bool {
    let names = |text: &str| text.contains("主动") || text.contains("申请");
    text.chars().count() <= 30 && (names(&folded(text)) || ditto(text).is_some())
}

/// What the first rows of the body hold, by column.
struct Sample {
    is_loose: bool,
    columns: Vec<Vec<Look>>,
    numbered: Vec<usize>,
    begun: Vec<usize>,
    methods: Vec<usize>,
}

impl Sample {
    fn of(rows: &Rows<'_>, body: Range<usize>, is_loose: bool) -> Self {
        let width = body.clone().take(SAMPLE).map(|row| rows.width(row)).max().unwrap_or(0);
        let (columns, none) = (vec![Vec::new(); width], vec![0; width]);
        let (begun, numbered) = (none.clone(), none.clone());
        let mut sample = Self { is_loose, columns, numbered, begun, methods: none };
        for row in body.take(SAMPLE) {
            let mut before: Option<(usize, Look)> = None;
            for field in rows.row(row).iter().filter(|field| field.is_first && field.cell.column < width) {
                let (column, look) = (field.cell.column, look(&field.cell.text));
                sample.begun[column] += 1;
                sample.methods[column] += usize::from(names_method(&field.cell.text));
                // A header that comes again on the next page says nothing of its column.
                if known(&field.cell.text).is_some_and(|(_, is_exact)| is_exact) {
                    before = None;
                    continue;
                }
                sample.columns[column].push(look);
                if before == Some((column.wrapping_sub(1), Look::Number))
                    && !matches!(look, Look::Number | Look::Mark | Look::Boxes)
                {
                    sample.numbered[column - 1] += 1;
                }
                before = Some((column, look));
            }
        }
        sample
    }

    /// How many cells of a column begin there and hold text.
    fn filled(&self, column: usize) -> usize {
        self.columns.get(column).map_or(0, Vec::len)
    }

    /// How many of them are numbers with words to their right.
    fn numbered(&self, column: usize) -> usize {
        self.numbered.get(column).copied().unwrap_or(0)
    }

    /// Which share of the column's cells say whether something is public or on application.
    fn methods(&self, column: usize) -> f64 {
        let of = |counts: &[usize]| counts.get(column).copied().unwrap_or(0);
        of(&self.methods) as f64 / of(&self.begun).max(1) as f64
    }

    /// Which share of the column's cells look so.
    fn share(&self, column: usize, looks: &[Look]) -> f64 {
        let Some(cells) = self.columns.get(column).filter(|cells| !cells.is_empty()) else { return 0.0 };
        cells.iter().filter(|look| looks.contains(look)).count() as f64 / cells.len() as f64
    }
}
