//! Words in catalogues: the terms that recur in a column ([`Vocabulary`], [`rename()`]), and finding and replacing words or
//! patterns in cells ([`find()`], [`replace()`]).

mod cells;
mod matching;
mod rename;
mod search;
mod standard;
mod vocabulary;

pub use rename::{NoTerm, rename};
pub use search::{BadPattern, Find, Found, Hit, find, replace};
pub use vocabulary::{Term, TermUse, Vocabulary};
