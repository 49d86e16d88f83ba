//! The official form of a catalogue: one layout, and writers that only draw it.
//!
//! [`lay_out`] turns a [`Catalogue`] into a [`Form`]: column widths, line breaks, row heights, pages. The
//! writers [`pdf`], [`xlsx`], [`docx`], [`html`], [`csv`] and [`Form::svg`] take their rows, texts, merged cells, widths,
//! heights and page breaks from it and decide nothing about them.
//!
//! [`revision`] lays out what differs between two versions of a catalogue in the same way.
//!
//! The crate does no IO and reads no clock: writers give bytes, and dates come from the caller, so that the
//! same catalogue and date give the same bytes. It knows no column by name; it asks the template.
//!
//! ```
//! # fn show(catalogue: &mulu_model::Catalogue) -> Result<(), mulu_form::WriteError> {
//! use mulu_form::{Options, Paper, Status, pdf};
//!
//! let options = Options { paper: Paper::A3, status: Status::Draft, typed: Vec::new() };
//! let form = mulu_form::lay_out(catalogue, &options);
//! let first_page = form.svg(0);
//! let file = pdf::write(&form, mulu_model::Date::constant(2022, 12, 18), &mut mulu_form::unwatched)?;
//! # Ok(())
//! # }
//! ```

pub mod csv;
pub mod docx;
mod draw;
mod fonts;
pub mod html;
mod laid;
mod layout;
mod pages;
mod paper;
pub mod pdf;
mod rectangle;
pub mod revision;
mod sheet;
mod stamp;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod widths;
mod words;
pub mod xlsx;

use std::ops::ControlFlow;

use mulu_model::{Catalogue, HeadingField};

pub use draw::Op;
pub use fonts::{Face, Fonts, MissingCharacter};
pub use laid::Form;
pub use paper::Paper;
pub use rectangle::Rectangle;
pub use stamp::{Stamp, Status};

/// How a form is printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Options {
    /// 纸张
    pub paper: Paper,
    /// 状态, as every page says it.
    pub status: Status,
    /// 录入: what stands in the sign-off line without anybody having signed it, where people sign; it is marked so.
    pub typed: Vec<HeadingField>,
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The caller asked to stop.
    #[error("cancelled after {done} of {total} steps")]
    Cancelled {
        /// Steps done.
        done: usize,
        /// Steps in all.
        total: usize,
    },
    /// One of the fonts could not be read.
    #[error("the font {family} cannot be embedded")]
    Font {
        /// Its family name.
        family: &'static str,
    },
    /// The form has more rows than a worksheet can hold.
    #[error("{rows} rows are more than a worksheet holds")]
    TooManyRows {
        /// Rows in all.
        rows: usize,
    },
    /// A text is longer than a cell of a worksheet can hold.
    #[error("a text of {chars} characters is longer than a worksheet's cell holds")]
    CellTooLong {
        /// The position of its item from 0 over the whole catalogue; `None` outside of items.
        item: Option<usize>,
        /// Characters of the text.
        chars: usize,
    },
    /// The form has more columns than a Word table can have.
    #[error("{columns} columns are more than a Word table can have")]
    TooManyColumns {
        /// Columns in all.
        columns: usize,
    },
    /// The parts of the Word document could not be put together.
    #[error("the Word document cannot be written")]
    Docx(#[from] zip::result::ZipError),
    /// The workbook could not be put together.
    #[error("the workbook cannot be written")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}

/// Told how many of how many steps are done, several times a second on long exports; the answer `Break` stops
/// the writer, which then fails with [`WriteError::Cancelled`].
pub type Progress<'a> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'a;

/// A [`Progress`] that nobody watches.
pub fn unwatched(_done: usize, _total: usize) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Lays the catalogue out as the official form.
pub fn lay_out(catalogue: &Catalogue, options: &Options) -> Form {
    Form::new(catalogue, options)
}

/// Reports progress and turns the wish to stop into an error.
fn step(progress: &mut Progress<'_>, done: usize, total: usize) -> Result<(), WriteError> {
    match progress(done, total) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(WriteError::Cancelled { done, total }),
    }
}
