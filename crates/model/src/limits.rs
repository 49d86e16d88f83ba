//! How large things may be. The limits are far above any real catalogue; they exist so that a broken
//! or hostile file is refused before it exhausts the machine.

/// Characters of an [`Id`](crate::Id).
pub const ID_CHARS: usize = 64;
/// Characters of one text: a cell, a name, a title, a note.
pub const TEXT_CHARS: usize = 100_000;
/// Columns of a template.
pub const COLUMNS: usize = 64;
/// Rows of header cells above a column.
pub const HEADER_DEPTH: usize = 3;
/// Levels of names between a group and its item.
pub const SUB_LEVELS: usize = 4;
/// Channel options of a template, and channels of one cell.
pub const CHANNELS: usize = 100;
/// Groups of a catalogue.
pub const GROUPS: usize = 20_000;
/// Items of a catalogue.
pub const ITEMS: usize = 100_000;
/// Parts of an item.
pub const PARTS: usize = 200;
/// Bytes of an exchange file.
pub const FILE_BYTES: u64 = 256 * 1024 * 1024;
/// Bytes of a key, a signature, or a key under a PIN.
pub const KEY_BYTES: usize = 256;
/// Characters of the name or the unit of a person.
pub const NAME_CHARS: usize = 100;
/// Steps of a catalogue, and entries of its remarks.
pub const RECORDS: usize = 20_000;
/// People and their keys.
pub const PEOPLE: usize = 5_000;
/// Versions of a catalogue, with what was sent back.
pub const VERSIONS: usize = 2_000;
/// Rows of the edit log in a hand-off file.
pub const LOG_ROWS: usize = 500_000;
