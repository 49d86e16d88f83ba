//! What can go wrong, as codes with their facts. The window and the command line each have their own
//! sentences for them; nothing here is shown to users.

pub(crate) mod document;
pub(crate) mod from;

use mulu_model::{
    ColumnKey,
    signoff::{Role, Stage},
};
use serde::Serialize;

use crate::wire::StepRefusal;
pub use document::{DocumentProblem, SeenTable};

/// Why something could not be done. A code exists only where somebody is told something different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AppError {
    /// There is no such file.
    #[error("{path}: not found")]
    FileNotFound {
        /// The file.
        path: String,
    },
    /// A folder stands where a file is needed.
    #[error("{path}: is a folder")]
    IsAFolder {
        /// The folder.
        path: String,
    },
    /// The file or its folder may not be read or written.
    #[error("{path}: not allowed")]
    NotAllowed {
        /// The file.
        path: String,
    },
    /// The disk is full; nothing was written.
    #[error("{path}: disk full")]
    DiskFull {
        /// The file.
        path: String,
    },
    /// Reading or writing failed in another way.
    #[error("{path}: {detail}")]
    Io {
        /// The file.
        path: String,
        /// What the system said, for logs.
        detail: String,
    },
    /// The file's name says a kind that cannot be written.
    #[error("{path}: unknown kind of file")]
    UnknownFileKind {
        /// The file.
        path: String,
    },
    /// The file is no exchange file of this version.
    #[error("{path}: {problem:?}")]
    BadExchangeFile {
        /// The file.
        path: String,
        /// What is wrong with it.
        problem: ExchangeProblem,
    },
    /// The document cannot be read, or holds no catalogue.
    #[error("{path}: {problem:?}")]
    BadDocument {
        /// The file.
        path: String,
        /// What is wrong with it.
        problem: DocumentProblem,
    },
    /// The library file is not one, is damaged, or is newer than this program.
    #[error("{path}: {problem:?}")]
    BadLibrary {
        /// The library file.
        path: String,
        /// What is wrong with it.
        problem: LibraryProblem,
    },
    /// Another program holds the library.
    #[error("{path}: locked")]
    LibraryBusy {
        /// The library file.
        path: String,
    },
    /// There is no such catalogue in the library, or it is in the bin.
    #[error("no catalogue {id}")]
    NoCatalogue {
        /// What was asked for.
        id: String,
    },
    /// There is no such template or starting point.
    #[error("no source {id}")]
    NoSource {
        /// What was asked for.
        id: String,
    },
    /// The catalogue was changed elsewhere since it was shown; it was loaded anew and nothing was changed.
    #[error("changed elsewhere")]
    ChangedElsewhere,
    /// There is nothing to undo or redo.
    #[error("nothing to undo or redo")]
    NothingToUndo,
    /// The group, item or cell is not there.
    #[error("not there")]
    NoSuchPlace,
    /// A text is longer than allowed.
    #[error("text longer than {max}")]
    TextTooLong {
        /// Characters allowed.
        max: u32,
    },
    /// There would be more of something than allowed.
    #[error("more than {max}")]
    TooMany {
        /// How many are allowed.
        max: u32,
    },
    /// The date is none.
    #[error("not a date: {text}")]
    NotADate {
        /// What was given.
        text: String,
    },
    /// A value does not fit its place; a defect of the caller.
    #[error("bad request: {detail}")]
    BadRequest {
        /// What, for logs.
        detail: String,
    },
    /// The regular expression is none.
    #[error("bad pattern: {detail}")]
    BadPattern {
        /// What is wrong, for logs.
        detail: String,
    },
    /// The template cannot be used.
    #[error("bad template: {problem:?}")]
    BadTemplate {
        /// What is wrong with it.
        problem: TemplateProblem,
    },
    /// The form cannot be laid out or written.
    #[error("form: {detail}")]
    Form {
        /// What, for logs.
        detail: String,
    },
    /// The user stopped it; nothing was written.
    #[error("cancelled")]
    Cancelled,
    /// No folder for the library is known to the system.
    #[error("no data folder")]
    NoDataFolder,
    /// Nobody is working; somebody has to come with a PIN first.
    #[error("nobody is working")]
    NobodyIsWorking,
    /// Only 管理 may do that.
    #[error("not an administrator")]
    NotAnAdministrator,
    /// There is no such person, or the person may no longer act.
    #[error("no person {id}")]
    NoPerson {
        /// What was asked for.
        id: String,
    },
    /// A person needs a name, and a role.
    #[error("no name or no role")]
    BadPerson,
    /// Somebody in that unit has that name already.
    #[error("a person with this name")]
    NameTaken,
    /// Nobody would be left who is 管理.
    #[error("the last administrator")]
    LastAdministrator,
    /// The PIN is wrong.
    #[error("wrong PIN")]
    WrongPin {
        /// Seconds before the next try; 0 where none need be waited.
        wait: u32,
    },
    /// After wrong PINs one has to wait.
    #[error("wait {wait} s")]
    MustWait {
        /// Seconds.
        wait: u32,
    },
    /// The PIN cannot be taken.
    #[error("bad PIN: {problem:?}")]
    BadPin {
        /// What is wrong with it.
        problem: PinProblem,
    },
    /// The person's key cannot be opened though the PIN may be right: it is damaged. 管理 can give another.
    #[error("lost key")]
    LostKey,
    /// The step cannot be taken.
    #[error("refused: {refusal:?}")]
    StepRefused {
        /// The rule that stands in the way.
        refusal: StepRefusal,
    },
    /// The remark cannot be made.
    #[error("remark refused: {problem:?}")]
    RemarkRefused {
        /// Why.
        problem: RemarkProblem,
    },
    /// The catalogue is signed or on its way: it can be read, and not changed.
    #[error("not editable at {stage:?}")]
    NotEditable {
        /// Where it stands.
        stage: Stage,
    },
    /// There is no such version or step.
    #[error("no such version")]
    NoSuchVersion,
    /// What was typed is no check code.
    #[error("bad check code: {problem:?}")]
    BadCheckCode {
        /// What is wrong with it.
        problem: CodeProblem,
    },
    /// The hand-off file cannot be read.
    #[error("{path}: {problem:?}")]
    BadHandoff {
        /// The file.
        path: String,
        /// What is wrong with it.
        problem: HandoffProblem,
    },
    /// Keys in the hand-off file are not trusted yet, or cells are not decided.
    #[error("not decided")]
    NotDecided,
}

/// What is wrong with a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PinProblem {
    /// It is shorter than needed.
    TooShort {
        /// Characters needed.
        min: u32,
    },
    /// It is longer than allowed.
    TooLong {
        /// Characters allowed.
        max: u32,
    },
    /// It is one character over and over, or a run such as 123456.
    TooPlain,
}

/// Why a remark cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RemarkProblem {
    /// At this stage nobody makes such entries.
    NotNow,
    /// The person does not have the role.
    NotInRole {
        /// The role that is needed.
        role: Role,
    },
    /// There is no such remark.
    NoRemark,
    /// The remark is closed.
    Closed,
    /// A question, and a reason for changing nothing, need words.
    NoWords,
}

/// What is wrong with a check code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CodeProblem {
    /// It has another number of characters.
    Length {
        /// How many it has.
        found: u32,
        /// How many it must have.
        wanted: u32,
    },
    /// A character is none that codes have.
    Character {
        /// Which.
        character: String,
        /// Where, from 1.
        at: u32,
    },
    /// A character is mistyped, or two are in the wrong order.
    Mistyped,
}

/// What is wrong with a hand-off file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum HandoffProblem {
    /// It is another kind of file.
    NotAHandoff,
    /// It was written by a newer version of the program.
    Newer,
    /// It is cut short or damaged.
    Damaged,
    /// It is larger than allowed.
    TooLarge,
    /// What it holds was altered after it was signed.
    Altered,
}

/// What is wrong with an exchange file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExchangeProblem {
    /// It is larger than allowed.
    TooLarge,
    /// It is not UTF-8 text.
    NotUtf8,
    /// It is not JSON, or cut short.
    NotJson {
        /// Line from 1.
        line: u32,
        /// Column from 1.
        column: u32,
    },
    /// It does not say that it is a catalogue.
    NotACatalogue,
    /// It is of another format or version.
    WrongFormat {
        /// What it says.
        found: String,
    },
    /// A field is missing or of another type.
    Shape {
        /// Line from 1.
        line: u32,
        /// Column from 1.
        column: u32,
    },
    /// A column key that names no field.
    UnknownColumnKey {
        /// The key.
        key: String,
    },
    /// A word that the field does not have.
    UnknownWord {
        /// The field.
        field: String,
        /// The word.
        word: String,
    },
    /// The date of preparation is none.
    NotADate {
        /// What stands there.
        text: String,
    },
    /// An identity is empty, too long or has white space.
    InvalidId {
        /// What stands there.
        text: String,
    },
    /// Two groups have one identity.
    DuplicateGroupId {
        /// The identity.
        id: String,
    },
    /// Two items have one identity.
    DuplicateItemId {
        /// The identity.
        id: String,
    },
    /// An item's content contradicts that of its parts.
    ContentContradictsParts {
        /// The item's position over the whole catalogue, from 1.
        number: u32,
        /// Its name.
        item: String,
    },
    /// An item holds more than allowed.
    ItemTooLarge {
        /// The item's position over the whole catalogue, from 1.
        number: u32,
    },
    /// There is more of something than allowed.
    TooMuch,
    /// The template describes no table.
    BadTemplate {
        /// What, for logs.
        detail: String,
    },
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TemplateProblem {
    /// It has no columns, or too many.
    ColumnCount {
        /// How many it has.
        found: u32,
        /// How many it may have.
        max: u32,
    },
    /// Two columns show the same.
    DuplicateColumn {
        /// What they show.
        column: ColumnKey,
    },
    /// A column has no header words, or too many above each other.
    Header {
        /// The column.
        column: ColumnKey,
    },
    /// There is no column for 二级事项.
    NoItemColumn,
    /// A channel option is empty, too long or there twice, or there are too many.
    ChannelOption {
        /// The option.
        option: String,
    },
    /// An option is said to take a note but is no option.
    NoteWithoutOption {
        /// The option.
        option: String,
    },
}

/// What is wrong with a library file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LibraryProblem {
    /// It is another kind of file.
    NotALibrary,
    /// It was written by a newer version of the program.
    Newer,
    /// It is a library but damaged.
    Damaged,
}
