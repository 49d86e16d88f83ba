//! The preview: the very pages that are exported. The last layout is kept, because its pages are fetched one by
//! one.

use std::sync::Arc;

use mulu_form::{Form, Options, Status, lay_out};
use mulu_model::{Catalogue, HeadingField, Id};

use crate::{
    error::from::count,
    wire::{Paper, PaperView, PreviewView},
};

const PAPERS: [Paper; 2] = [Paper::A3, Paper::A4];

/// A catalogue as it is printed.
pub(crate) struct Printed {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) revision: u32,
    pub(crate) status: Status,
    /// What of its sign-off line was typed and signed by nobody.
    pub(crate) typed: Vec<HeadingField>,
    /// How many steps have been taken: each may put a name into the sign-off line.
    pub(crate) steps: usize,
}

impl Printed {
    /// How it is laid out.
    pub(crate) fn options(&self, paper: Paper) -> Options {
        Options { typed: self.typed.clone(), ..options(paper, &self.status) }
    }
}

/// A catalogue laid out on every paper.
pub(crate) struct Preview {
    catalogue: Id,
    revision: u32,
    status: Status,
    typed: Vec<HeadingField>,
    steps: usize,
    missing_characters: Vec<String>,
    forms: Vec<(Paper, Form)>,
}

impl Preview {
    pub(crate) fn new(id: &Id, printed: &Printed) -> Self {
        let catalogue = &*printed.catalogue;
        let mut missing: Vec<char> =
            mulu_form::Fonts::get().missing(catalogue).into_iter().map(|missing| missing.character).collect();
        missing.sort_unstable();
        missing.dedup();
        Self {
            catalogue: id.clone(),
            revision: printed.revision,
            status: printed.status.clone(),
            typed: printed.typed.clone(),
            steps: printed.steps,
            missing_characters: missing.into_iter().map(String::from).collect(),
            forms: PAPERS.map(|paper| (paper, lay_out(catalogue, &printed.options(paper)))).into(),
        }
    }

    pub(crate) fn is_of(&self, id: &Id, printed: &Printed) -> bool {
        self.catalogue == *id
            && (self.revision, self.steps) == (printed.revision, printed.steps)
            && self.status == printed.status
            && self.typed == printed.typed
    }

    pub(crate) fn view(&self, paper: Paper) -> PreviewView {
        let of = |(paper, form): &(Paper, Form)| PaperView {
            paper: *paper,
            pages: count(form.page_count()),
            font_size: (form.font_size() * 10.0).round() as u32,
        };
        let papers: Vec<_> = self.forms.iter().map(of).collect();
        let (pages, font_size) = papers
            .iter()
            .find(|view| view.paper == paper)
            .map_or((0, 0), |view| (view.pages, view.font_size));
        let missing_characters = self.missing_characters.clone();
        PreviewView { revision: self.revision, pages, font_size, papers, missing_characters }
    }

    /// A page as SVG; `None` behind the last one.
    pub(crate) fn page(&self, paper: Paper, page: usize) -> Option<String> {
        let (_, form) = self.forms.iter().find(|(of, _)| *of == paper)?;
        (page < form.page_count()).then(|| form.svg(page))
    }
}

/// How a form is laid out in which nothing was typed.
pub(crate) fn options(paper: Paper, status: &Status) -> Options {
    Options { paper: paper_of(paper), status: status.clone(), typed: Vec::new() }
}

/// 纸张, as the layout knows it.
pub(crate) fn paper_of(paper: Paper) -> mulu_form::Paper {
    match paper {
        Paper::A3 => mulu_form::Paper::A3,
        Paper::A4 => mulu_form::Paper::A4,
    }
}
