//! What the rules know besides the catalogue: the law library and lists of words, read from `assets/checks`.

mod laws;

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;

pub(crate) use laws::is_package;
pub use laws::{Law, LawId, LawKind, LawLibrary, State, Version};

/// Laws and words.
#[derive(Debug)]
pub struct Knowledge {
    /// The law library.
    pub laws: LawLibrary,
    pub(crate) words: Words,
    pub(crate) fields: Fields,
}

/// Lists of words.
#[derive(Debug, Deserialize)]
pub(crate) struct Words {
    /// The 13 labels of the ministries' common form.
    pub(crate) standard_channels: Vec<String>,
    /// Labels that stand in published catalogues besides.
    pub(crate) channel_variants: Vec<String>,
    /// Slips with what is meant.
    pub(crate) slips: Vec<(String, String)>,
    radicals: Radicals,
    /// Words that are rightly doubled.
    pub(crate) doubled_right: Vec<String>,
    /// Words in the place of a limit that ministries print themselves.
    pub(crate) accepted_limit_words: Vec<String>,
    /// What a template leaves behind, anywhere in a text.
    pub(crate) residue: Vec<String>,
    /// The same, where it is all that a cell holds.
    pub(crate) residue_cells: Vec<String>,
    /// 同上 and its like.
    pub(crate) ditto: Vec<String>,
    /// Words that mark a secret paper.
    pub(crate) internal_marks: Vec<String>,
    /// Words that mark a paper as not meant for the public.
    pub(crate) internal_words: Vec<String>,
    /// Words in the place of a basis that name no text.
    pub(crate) vague_bases: Vec<String>,
    /// Characters that no text has twice in a row.
    pub(crate) function_words: String,
}

#[derive(Debug, Deserialize)]
struct Radicals {
    wrong: String,
    right: String,
}

/// Which laws belong to which subjects.
#[derive(Debug, Deserialize)]
pub(crate) struct Fields {
    /// Items with one of these words in their name rest on one of these laws.
    pub(crate) expected: Vec<Field>,
    /// These laws are for items that have one of these words anywhere.
    pub(crate) only_for: Vec<Field>,
}

/// A subject.
#[derive(Debug, Deserialize)]
pub(crate) struct Field {
    pub(crate) words: Vec<String>,
    /// Titles, as [`crate::parse::reference::key`] writes them.
    pub(crate) laws: Vec<String>,
}

static SHIPPED: LazyLock<Knowledge> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the files are part of the program; every test reads them")]
    fn read<T: for<'de> Deserialize<'de>>(text: &str) -> T {
        serde_json::from_str(text).expect("a shipped file")
    }
    Knowledge {
        laws: LawLibrary::new(read(include_str!("../../../assets/checks/laws.json"))),
        words: read(include_str!("../../../assets/checks/words.json")),
        fields: read(include_str!("../../../assets/checks/fields.json")),
    }
});

impl Knowledge {
    /// What is shipped with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }
}

impl Words {
    /// The characters that look like others and stand for them, with those.
    pub(crate) fn radicals(&self) -> HashMap<char, char> {
        self.radicals.wrong.chars().zip(self.radicals.right.chars()).collect()
    }
}
