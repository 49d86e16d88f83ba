//! Tests over whole forms: the four real catalogues, a catalogue made to be difficult, and random ones.

mod catalogues;
mod docx;
mod files;
mod invariants;
mod revision;
mod snapshots;
mod stamp;

use mulu_model::Catalogue;

use crate::{Form, Op, Options, Paper, Stamp, Status, lay_out};

fn form(catalogue: &Catalogue, paper: Paper) -> Form {
    lay_out(catalogue, &Options { paper, status: Status::Draft, typed: Vec::new() })
}

fn stamp() -> Stamp {
    Stamp { version: 2, check_code: "7KQF-M3XD-9TWA-R4HC".to_owned() }
}

fn approved(catalogue: &Catalogue, paper: Paper) -> Form {
    lay_out(catalogue, &Options { paper, status: Status::Approved(stamp()), typed: Vec::new() })
}

/// The texts of a page, one run after the other.
fn words_on(form: &Form, page: usize) -> Vec<String> {
    let text = |op| match op {
        Op::Text { text, .. } => Some(text.into_owned()),
        Op::Rule { .. } | Op::Figure { .. } => None,
    };
    form.page(page).into_iter().filter_map(text).collect()
}
