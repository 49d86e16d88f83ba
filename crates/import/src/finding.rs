//! What is told of a document besides its catalogue: how something odd was read, and what the document lost.

use mulu_model::{ColumnKey, Id};
use serde::Serialize;

use crate::Place;

/// Something that a person should know who takes the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// The table, counted from 0 in the order in which tables were given.
    pub table: usize,
    /// Where in the document; `None` where it is about the table as a whole.
    pub place: Option<Place>,
    /// The item it is about.
    pub item: Option<Id>,
    /// The column it is about.
    pub column: Option<ColumnKey>,
}

impl Finding {
    /// A finding about a table as a whole.
    pub(crate) fn of_table(kind: FindingKind, severity: Severity, table: usize) -> Self {
        Self { kind, severity, table, place: None, item: None, column: None }
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "ImportSeverity", rename_all = "snake_case")]
pub enum Severity {
    /// How the document was read; nothing is doubtful.
    Info,
    /// Read from evidence, not from the cell alone, or contradicted by the document: to be looked at.
    Warning,
    /// The document does not say it, so it was left empty, or it says it where nothing can hold it.
    Error,
}

/// What was found. Texts are the document's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FindingKind {
    /// A column whose header is not known: kept as a column of the body's own.
    OwnColumn {
        /// Its header.
        header: String,
    },
    /// A second column for the same field: kept as a column of the body's own.
    ColumnRepeated {
        /// Its header.
        header: String,
    },
    /// What the column is was told from its cells, because its header does not say.
    ColumnGuessed {
        /// Its header, perhaps empty.
        header: String,
    },
    /// The table's sheet is hidden.
    HiddenTable,
    /// The row is hidden; it was taken all the same.
    HiddenRow,
    /// The column is hidden; it was taken all the same.
    HiddenColumn {
        /// Its header.
        header: String,
    },
    /// The row's cells do not stand below their headers; they were put where they fit.
    RowShifted,
    /// The row is the rest of the row above, cut by a page; it was joined to it.
    RowJoined,
    /// At a page's end the same was printed twice; once was left out.
    PrintedTwice {
        /// What was left out.
        text: String,
    },
    /// A cell's text went on in the cell of a row below; known from the same text elsewhere in the column.
    CellJoined,
    /// A row with texts but no name; it was taken as a further row of the item above.
    RowWithoutName,
    /// An item without a name, known by its number.
    ItemWithoutName,
    /// A text that stands in no column.
    TextWithoutColumn {
        /// It.
        text: String,
    },
    /// One cell goes over several columns; its text was taken for the first.
    CellOverColumns,
    /// A number stood in one cell with the name.
    NumberGlued {
        /// The number.
        number: u32,
    },
    /// Numbers do not follow one another.
    NumberJump {
        /// What should have come.
        expected: u32,
        /// What came.
        found: u32,
    },
    /// The items' numbers begin anew in each group.
    NumbersRestart,
    /// A name was put together from pieces in several cells.
    NameJoined {
        /// The whole.
        name: String,
    },
    /// A name stood twice in its cell.
    NameDoubled {
        /// Once.
        name: String,
    },
    /// A group whose name stood further up already; it was kept as a group of its own.
    GroupAgain {
        /// The name.
        name: String,
    },
    /// Nothing says to which group items belong; they stand in one without a name.
    NoGroups,
    /// 同上 and its like: the text was taken from where it points.
    Ditto {
        /// The row in which that text stands, as the document counts; `None` where it is not known.
        row: Option<u32>,
    },
    /// 同上 and its like with nothing to point to.
    DittoOfNothing,
    /// Empty cells below filled ones, in a table that has lost its merged cells: taken as one with them.
    TakenFromAbove {
        /// Their columns.
        columns: Vec<ColumnKey>,
    },
    /// Brackets are open at the end or closed before they open: the text may be cut.
    TextCut,
    /// The rows of one item differ in a column that an item has only once; the texts were put together.
    RowsDiffer,
    /// A cell for a √ holds something else.
    MarkUnreadable {
        /// It.
        text: String,
    },
    /// A √ whose column cannot be known.
    MarkUndecided {
        /// The columns it may belong to; empty where that is unknown too.
        columns: Vec<ColumnKey>,
    },
    /// Columns for √ of which no row of the table has any: the document may have lost them.
    MarksMissing {
        /// They.
        columns: Vec<ColumnKey>,
    },
    /// A √ was moved to the only column where it does not contradict the rest of the document.
    MarkMoved {
        /// The columns that are ticked now.
        columns: Vec<ColumnKey>,
    },
    /// All boxes of the cell are empty.
    NothingTicked,
    /// The document says that ■ is mandatory and □ optional, so that □ does not mean "not used".
    ChannelLegend {
        /// Its words.
        text: String,
    },
    /// A channel that is none of the template's options; kept as it is.
    ChannelUnknown {
        /// Its label.
        label: String,
    },
    /// Traditional characters in a catalogue that is written in simplified ones.
    MixedScript {
        /// They.
        characters: String,
    },
    /// The statistics line says something else than the rows.
    StatisticsDisagree {
        /// What the line says: groups, proactive items, items on application; `None` where it does not say.
        stated: [Option<u32>; 3],
        /// What the rows say, in the same order.
        counted: [u32; 3],
    },
    /// A date that cannot be read.
    DateUnclear {
        /// As it stands.
        text: String,
    },
    /// A line above or below the table for which a catalogue has no place.
    Line {
        /// It.
        text: String,
    },
    /// A text that is longer than a catalogue can hold was shortened.
    TextTooLong,
    /// More rows than a catalogue can hold; the rest was left out.
    TooManyRows,
}

impl FindingKind {
    /// Its name in reports; a public face like the column keys.
    pub fn rule(&self) -> &'static str {
        match self {
            Self::OwnColumn { .. } => "own-column",
            Self::ColumnRepeated { .. } => "column-repeated",
            Self::ColumnGuessed { .. } => "column-guessed",
            Self::HiddenTable => "hidden-table",
            Self::HiddenRow => "hidden-row",
            Self::HiddenColumn { .. } => "hidden-column",
            Self::RowShifted => "row-shifted",
            Self::RowJoined => "row-joined",
            Self::PrintedTwice { .. } => "printed-twice",
            Self::CellJoined => "cell-joined",
            Self::RowWithoutName => "row-without-name",
            Self::ItemWithoutName => "item-without-name",
            Self::TextWithoutColumn { .. } => "text-without-column",
            Self::CellOverColumns => "cell-over-columns",
            Self::NumberGlued { .. } => "number-glued",
            Self::NumberJump { .. } => "number-jump",
            Self::NumbersRestart => "numbers-restart",
            Self::NameJoined { .. } => "name-joined",
            Self::NameDoubled { .. } => "name-doubled",
            Self::GroupAgain { .. } => "group-again",
            Self::NoGroups => "no-groups",
            Self::Ditto { .. } => "ditto",
            Self::DittoOfNothing => "ditto-of-nothing",
            Self::TakenFromAbove { .. } => "taken-from-above",
            Self::TextCut => "text-cut",
            Self::RowsDiffer => "rows-differ",
            Self::MarkUnreadable { .. } => "mark-unreadable",
            Self::MarkUndecided { .. } => "mark-undecided",
            Self::MarksMissing { .. } => "marks-missing",
            Self::MarkMoved { .. } => "mark-moved",
            Self::NothingTicked => "nothing-ticked",
            Self::ChannelLegend { .. } => "channel-legend",
            Self::ChannelUnknown { .. } => "channel-unknown",
            Self::MixedScript { .. } => "mixed-script",
            Self::StatisticsDisagree { .. } => "statistics-disagree",
            Self::DateUnclear { .. } => "date-unclear",
            Self::Line { .. } => "line",
            Self::TextTooLong => "text-too-long",
            Self::TooManyRows => "too-many-rows",
        }
    }
}
