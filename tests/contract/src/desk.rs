//! A library under test, with one catalogue in it.

use std::slice;

use jiff::Timestamp;
use mulu_model::{
    Catalogue, ColumnKey, Edit, HeadingField, Id, Item, TextField, Value, exchange,
    library::{NewStep, prelude::*},
    log::StepKind,
};

use crate::Place;

/// A library with one catalogue in it, which is in memory too.
pub struct Desk<P: Place> {
    /// Where the library is kept.
    pub place: P,
    /// It.
    pub library: P::Library,
    /// The identity of its catalogue.
    pub id: Id,
    /// The catalogue, as it should be.
    pub catalogue: Catalogue,
    /// The catalogue's revision.
    pub revision: u32,
}

impl<P: Place> Desk<P> {
    /// A new library in this place.
    pub fn new(place: P) -> Self {
        let mut library = place.open("library");
        let (id, catalogue) = (id("c1"), sample());
        library.create(&id, &catalogue, None, at(0)).unwrap();
        Self { place, library, id, catalogue, revision: 0 }
    }

    /// Closes the library and opens it anew.
    pub fn reopen(&mut self) {
        let other = self.place.open("other");
        drop(std::mem::replace(&mut self.library, other));
        self.library = self.place.open("library");
    }

    /// Makes a step in memory and in the library.
    pub fn save(&mut self, kind: StepKind, edit: &Edit) {
        let inverse = self.catalogue.apply(edit).unwrap();
        let step = NewStep { kind, edit, inverse: &inverse, at: at(1), actor: "clerk", joined: false };
        let steps = slice::from_ref(&step);
        self.revision = self.library.apply(&self.id, self.revision, steps, &self.catalogue).unwrap();
    }

    /// Makes a change.
    pub fn edit(&mut self, edit: &Edit) {
        self.save(StepKind::Edit, edit);
    }

    /// Whether there was something to undo.
    pub fn undo(&mut self) -> bool {
        let top = self.library.done(&self.id, 1).unwrap().pop();
        top.is_some_and(|step| {
            self.save(StepKind::Undo, &step.inverse);
            true
        })
    }

    /// Whether there was something to redo.
    pub fn redo(&mut self) -> bool {
        let top = self.library.undone(&self.id, 1).unwrap().pop();
        top.is_some_and(|step| {
            self.save(StepKind::Redo, &step.edit);
            true
        })
    }

    /// The catalogue as the library has it.
    pub fn stored(&self) -> Catalogue {
        self.library.load(&self.id).unwrap().catalogue
    }
}

/// The four real catalogues, with their names.
pub fn samples() -> Vec<(&'static str, Catalogue)> {
    let read = |(name, json): (&'static str, &str)| {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            id(&format!("n{next}"))
        };
        (name, exchange::read(json.as_bytes(), &mut new_id).unwrap())
    };
    SAMPLES.into_iter().map(read).collect()
}

macro_rules! samples {
    ($($name:literal),*) => {
        [$(($name, include_str!(concat!("../../../assets/catalogues/", $name, ".json")))),*]
    };
}

const SAMPLES: [(&str, &str); 4] = samples!(
    "jalaid-social-insurance",
    "yinchuan-hrss-2020",
    "zhongwei-hrss-2022",
    "zhongwei-social-insurance"
);

/// One of them.
pub fn sample() -> Catalogue {
    samples().remove(0).1
}

/// An identity.
pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A moment.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

/// Another text in 公开内容.
pub fn set_content(item: &Item, text: &str) -> Edit {
    Edit::SetCell {
        item: item.id.clone(),
        part: None,
        column: ColumnKey::Text(TextField::Content),
        value: Value::Text { text: text.to_owned() },
    }
}

/// Another title.
pub fn set_title(text: &str) -> Edit {
    Edit::SetHeading { field: HeadingField::Title, value: text.to_owned() }
}
