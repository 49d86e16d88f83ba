//! The rules, in the order in which they are listed to users. A new rule is a constant in the file of its family and
//! a line here.

mod basis_fit;
mod basis_form;
mod basis_numbers;
mod basis_titles;
pub(crate) mod channels;
pub(crate) mod filled;
mod heading;
mod limit_fields;
mod limits;
mod lists;
pub(crate) mod names;
mod punctuation;
mod spaces;
pub(crate) mod ticks;
mod upkeep;
mod words;

use crate::Rule;

/// All rules.
pub const RULES: &[Rule] = &[
    // What must be there.
    filled::EMPTY,
    filled::NO_COLUMN,
    filled::EMPTY_GROUP,
    ticks::NO_METHOD,
    ticks::BOTH_METHODS,
    ticks::NO_AUDIENCE,
    ticks::BOTH_AUDIENCES,
    ticks::NO_LEVEL,
    ticks::NO_ASPECT,
    // Channels.
    channels::NONE,
    channels::NO_NOTE,
    channels::NOTE_ALONE,
    channels::UNKNOWN,
    channels::MISSPELT,
    channels::REPEATED,
    channels::OPTION_MISSPELT,
    channels::ON_APPLICATION,
    channels::UNUSUAL,
    upkeep::SITE_NOT_TICKED,
    upkeep::SITE_NOT_NAMED,
    // Time limits.
    limits::TOO_LONG,
    limits::NO_EVENT,
    limits::CALENDAR_DAYS,
    limits::NO_LIMIT,
    limits::HANDLING,
    limits::ANSWER,
    limits::CYCLE,
    limits::NO_DATE,
    limits::NO_MEASURE,
    limits::NO_START,
    limit_fields::DECISION,
    limit_fields::BUDGET,
    limit_fields::YEARLY_REPORT,
    limit_fields::WORDINGS,
    limit_fields::UNITS,
    // Legal bases.
    basis_titles::REPEATED,
    basis_titles::SHORT,
    basis_titles::INFORMAL,
    basis_titles::REPEALED,
    basis_titles::NOT_YET,
    basis_titles::UNCERTAIN,
    basis_titles::MISSPELT,
    basis_titles::PREFIX,
    basis_titles::TWO_SPELLINGS,
    basis_titles::ONE_YEAR,
    basis_titles::NO_REGULATION,
    basis_numbers::WRONG_DECREE,
    basis_numbers::OLD_VERSION,
    basis_numbers::NO_DECREE,
    basis_numbers::NO_ORDINAL,
    basis_numbers::BRACKETS,
    basis_numbers::NUMBER_FORM,
    basis_numbers::WRONG_NUMBER,
    basis_numbers::TWO_NUMBERS,
    basis_numbers::FORMS,
    basis_numbers::FUTURE,
    basis_numbers::NO_ARTICLE,
    basis_numbers::CLAUSE,
    basis_form::INNER,
    basis_form::INNER_END,
    basis_form::NO_INNER,
    basis_form::SECRET,
    basis_form::INTERNAL,
    basis_form::NO_TITLE,
    basis_form::OPEN_END,
    basis_form::SEPARATORS,
    basis_form::STRAY,
    basis_fit::OTHER_SUBJECT,
    basis_fit::FOREIGN,
    // Names and people.
    names::REPEATED,
    names::REPEATED_ELSEWHERE,
    names::GROUP_REPEATED,
    names::BODY_SPELLING,
    names::BODY_SEPARATORS,
    heading::FUTURE,
    heading::OLD,
    heading::UNIT,
    heading::SAME_PERSON,
    heading::MISSING,
    // Upkeep.
    upkeep::NO_SECTION,
    upkeep::NO_RESPONSIBLE,
    upkeep::NO_CYCLE,
    upkeep::LONG_CYCLE,
    upkeep::NOT_A_LINK,
    // Text.
    punctuation::HALF_WIDTH,
    punctuation::FULL_WIDTH,
    punctuation::UNPAIRED,
    punctuation::DOUBLED,
    punctuation::LEADING,
    punctuation::OPEN_END,
    punctuation::ENDS,
    spaces::SPACES,
    spaces::BREAKS,
    words::SLIP,
    words::RADICALS,
    words::LETTERS,
    words::BOXES,
    words::DOUBLED,
    words::RESIDUE,
    words::NOTE_RESIDUE,
    words::QUESTION,
    words::DITTO,
    words::UNPRINTABLE,
    lists::GAP,
    lists::MIXED,
    lists::ENDS,
    lists::REPEATED,
];
