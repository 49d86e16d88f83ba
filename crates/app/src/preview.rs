//! The preview: the very pages that are exported. The last layout is kept, because its pages are fetched one by
//! one.

use mulu_form::{Form, Options, Status, lay_out};
use mulu_model::{Catalogue, Id};

use crate::{
    error::from::count,
    wire::{Paper, PaperView, PreviewView},
};

const PAPERS: [Paper; 2] = [Paper::A3, Paper::A4];

/// A catalogue laid out on every paper.
pub(crate) struct Preview {
    catalogue: Id,
    revision: u32,
    missing_characters: Vec<String>,
    forms: Vec<(Paper, Form)>,
}

impl Preview {
    pub(crate) fn new(id: &Id, revision: u32, catalogue: &Catalogue) -> Self {
        let mut missing: Vec<char> =
            mulu_form::Fonts::get().missing(catalogue).into_iter().map(|missing| missing.character).collect();
        missing.sort_unstable();
        missing.dedup();
        Self {
            catalogue: id.clone(),
            revision,
            missing_characters: missing.into_iter().map(String::from).collect(),
            forms: PAPERS.map(|paper| (paper, lay_out(catalogue, &options(paper)))).into(),
        }
    }

    pub(crate) fn is_of(&self, id: &Id, revision: u32) -> bool {
        self.catalogue == *id && self.revision == revision
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

/// How the form is laid out: nothing is approved yet, so every page says that it is a draft.
pub(crate) fn options(paper: Paper) -> Options {
    let paper = match paper {
        Paper::A3 => mulu_form::Paper::A3,
        Paper::A4 => mulu_form::Paper::A4,
    };
    Options { paper, status: Status::Draft }
}
