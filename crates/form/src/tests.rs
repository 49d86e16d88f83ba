//! Tests over whole forms: the four real catalogues, a catalogue made to be difficult, and random ones.

mod catalogues;
mod files;
mod invariants;
mod snapshots;

use mulu_model::Catalogue;

use crate::{Form, Op, Options, Paper, lay_out};

fn form(catalogue: &Catalogue, paper: Paper) -> Form {
    lay_out(catalogue, &Options { paper, draft: true })
}

/// The texts of a page, one run after the other.
fn words_on(form: &Form, page: usize) -> Vec<String> {
    let text = |op| match op {
        Op::Text { text, .. } => Some(text.into_owned()),
        Op::Rule { .. } => None,
    };
    form.page(page).into_iter().filter_map(text).collect()
}
