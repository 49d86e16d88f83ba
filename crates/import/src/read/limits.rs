//! How large a document of others may be. The limits are far above any real catalogue; they keep reading below
//! 1 GB of memory and 10 s, whatever the file. Texts have the limit of the model ([`TEXT_CHARS`]): what a
//! catalogue could not hold is refused whole and never cut.

pub(super) use mulu_model::limits::{FILE_BYTES, TEXT_CHARS};

/// Bytes that all parts of one packed file may unpack to. What is read of it streams and is never held whole.
/// There is no limit of the ratio beside it: a sheet of nothing but formatted rows packs as well as a bomb does.
pub(super) const UNPACKED_BYTES: u64 = 512 * 1024 * 1024;
/// Tags in all parts of one packed file: as many as a sheet of Excel's million rows has with fourteen formatted cells
/// each. Reading them takes a few seconds, whatever they are.
pub(super) const TAGS: u64 = 20_000_000;
/// Entries of a packed file.
pub(super) const ENTRIES: usize = 20_000;
/// Bytes of a web page: it is held whole, and every two bytes of it may open a tag.
pub(super) const PAGE_BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of one tag or one piece of text in XML; several times what the longest text takes.
pub(super) const PIECE_BYTES: usize = 4 * 1024 * 1024;
/// Elements within one another in XML.
pub(super) const XML_DEPTH: usize = 1_000;
/// Tables within one another; deeper ones are read as the text of the cell they stand in.
pub(super) const TABLE_DEPTH: usize = 16;
/// Bytes of all texts of a document together.
pub(super) const TEXT_BYTES: usize = 128 * 1024 * 1024;
/// Texts that a document holds once and shows in many cells.
pub(super) const SHARED_TEXTS: usize = 2_000_000;
/// Cells with text, and merged cells, of a document.
pub(super) const CELLS: usize = 2_000_000;
/// Lines outside of cells, and paragraphs within them.
pub(super) const LINES: usize = 2_000_000;
/// Rows of a table.
pub(super) const ROWS: usize = 200_000;
/// Columns of a table.
pub(super) const COLUMNS: usize = 1_024;
/// Tables or sheets of a document.
pub(super) const TABLES: usize = 10_000;
/// Fields that a merged cell may cover beyond the last text and still make the table larger.
pub(super) const MERGE_REACH: u32 = 1_000;
/// Empty rows or columns in a run; a longer run is shortened to as many, and places still tell the true ones.
pub(super) const EMPTY_RUN: u32 = 16;
/// Number formats of a workbook; programs allow a few hundred.
pub(super) const FORMATS: usize = 5_000;
/// Form controls of a sheet that are looked at.
pub(super) const CONTROLS: usize = 20_000;
