//! The fonts that are measured and printed with, so that a form has the same lines and page breaks on every
//! computer. They are part of the program; no font of the system is ever used.
//!
//! A character that no font has is never a blank: it is drawn as a frame with its code point, and
//! [`Fonts::missing`] names it before anything is exported.

use std::{
    collections::{BTreeMap, HashMap},
    num::NonZeroU16,
    sync::OnceLock,
};

use mulu_model::Catalogue;
use ttf_parser::Face as Parsed;

use crate::sheet::{GAP, Sheet};

/// One of the fonts of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// 宋体: the text of the table.
    Serif,
    /// 宋体 bold: the title and the headers.
    Bold,
    /// 黑体: the draft tag, and lines that the bold cannot set.
    Sans,
    /// 宋体: rare and traditional characters that the others do not have.
    Rare,
    /// The tick boxes.
    Symbols,
}

/// What a text is set in; each style falls back to faces that have more characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Body,
    Strong,
    Tag,
}

/// A character that no font has, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingCharacter {
    /// The character.
    pub character: char,
    /// The position of the item from 0 over the whole catalogue; `None` for the title, the sign-off line,
    /// the header and the names of groups.
    pub item: Option<usize>,
    /// The text that holds it.
    pub text: String,
}

/// 字体: the glyphs of all characters; a face is read when it is first asked for a glyph.
pub struct Fonts {
    glyphs: [OnceLock<Glyphs>; Face::ALL.len()],
}

/// The glyphs of a face by character; the Basic Multilingual Plane as a plain table, because measuring is the
/// inner loop of the layout.
struct Glyphs {
    basic: Vec<Option<Glyph>>,
    beyond: HashMap<char, Glyph>,
}

/// A character in a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Its number in the font file, never 0.
    pub(crate) id: NonZeroU16,
    /// Its advance in thousandths of the font size.
    pub(crate) advance: u16,
}

/// The advance of the frame that stands for a missing character.
const FRAME_ADVANCE: u16 = 1000;

static FONTS: Fonts = Fonts { glyphs: [const { OnceLock::new() }; Face::ALL.len()] };

impl Face {
    /// All faces.
    pub const ALL: [Self; 5] = [Self::Serif, Self::Bold, Self::Sans, Self::Rare, Self::Symbols];

    /// The name by which SVG pages call the face.
    pub fn family(self) -> &'static str {
        match self {
            Self::Serif => "Mulu Serif",
            Self::Bold => "Mulu Serif Bold",
            Self::Sans => "Mulu Sans",
            Self::Rare => "Mulu Rare",
            Self::Symbols => "Mulu Symbols",
        }
    }

    /// The name by which PDF documents call the face.
    pub(crate) fn postscript_name(self) -> &'static str {
        match self {
            Self::Serif => "NotoSerifSC-Regular",
            Self::Bold => "NotoSerifSC-Bold",
            Self::Sans => "NotoSansSC-Regular",
            Self::Rare => "NotoSerifCJKsc-Rare",
            Self::Symbols => "MuluSymbols-Regular",
        }
    }

    /// The TrueType file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../../assets/fonts/NotoSerifSC-Regular.ttf"),
            Self::Bold => include_bytes!("../../../assets/fonts/NotoSerifSC-Bold.ttf"),
            Self::Sans => include_bytes!("../../../assets/fonts/NotoSansSC-Regular.ttf"),
            Self::Rare => include_bytes!("../../../assets/fonts/NotoSerifCJKsc-Rare.ttf"),
            Self::Symbols => include_bytes!("../../../assets/fonts/MuluSymbols.ttf"),
        }
    }
}

impl Glyphs {
    fn of(face: Face) -> Self {
        let mut glyphs = Self { basic: vec![None; 0x1_0000], beyond: HashMap::new() };
        // The files are part of the program; one that cannot be parsed shows as frames all over the page.
        let Ok(parsed) = Parsed::parse(face.bytes(), 0) else { return glyphs };
        let unit = 1000.0 / f32::from(parsed.units_per_em());
        let subtables = parsed.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for subtable in subtables.filter(|subtable| subtable.is_unicode()) {
            subtable.codepoints(|code| {
                let Some(id) = subtable.glyph_index(code) else { return };
                let advance = parsed.glyph_hor_advance(id).unwrap_or(0);
                if let (Some(character), Some(id)) = (char::from_u32(code), NonZeroU16::new(id.0)) {
                    glyphs.set(character, Glyph { id, advance: (f32::from(advance) * unit).round() as u16 });
                }
            });
        }
        glyphs
    }

    fn set(&mut self, character: char, glyph: Glyph) {
        match self.basic.get_mut(character as usize) {
            Some(slot) => *slot = Some(glyph),
            None => _ = self.beyond.insert(character, glyph),
        }
    }

    fn get(&self, character: char) -> Option<Glyph> {
        match self.basic.get(character as usize) {
            Some(glyph) => *glyph,
            None => self.beyond.get(&character).copied(),
        }
    }
}

impl Fonts {
    /// The fonts of the program.
    pub fn get() -> &'static Self {
        &FONTS
    }

    /// The family names and files of all faces, for a screen that shows the pages as SVG.
    pub fn files() -> [(&'static str, &'static [u8]); Face::ALL.len()] {
        Face::ALL.map(|face| (face.family(), face.bytes()))
    }

    /// The face that sets the character in this style, and its advance in thousandths of the font size.
    /// `None` for a character that no face has.
    pub(crate) fn find(&self, style: Style, character: char) -> Option<(Face, u16)> {
        style.faces().iter().find_map(|face| Some((*face, self.glyph(*face, character)?.advance)))
    }

    /// The glyph of the character in this face.
    pub(crate) fn glyph(&self, face: Face, character: char) -> Option<Glyph> {
        self.glyphs[face as usize].get_or_init(|| Glyphs::of(face)).get(character)
    }

    /// The advance in thousandths of the font size; of a missing character, that of its frame.
    pub(crate) fn advance(&self, style: Style, character: char) -> u32 {
        if is_invisible(character) {
            return 0;
        }
        u32::from(self.find(style, character).map_or(FRAME_ADVANCE, |(_, advance)| advance))
    }

    /// The characters of the catalogue that no font has, each with the first place where it stands.
    pub fn missing(&self, catalogue: &Catalogue) -> Vec<MissingCharacter> {
        let sheet = Sheet::new(catalogue, &[]);
        let heading = [sheet.title.as_str()].into_iter().chain(sheet.sign_off.iter().map(String::as_str));
        let header = sheet.header.iter().map(|cell| cell.text.as_str());
        let mut found = BTreeMap::new();
        let mut look = |text: &str, item: Option<usize>| {
            for character in text.chars().filter(|c| self.is_missing(*c)) {
                let place = || MissingCharacter { character, item, text: text.to_owned() };
                found.entry(character).or_insert_with(place);
            }
        };
        heading.chain(header).for_each(|text| look(text, None));
        for (column, cells) in sheet.columns.iter().zip(&sheet.cells) {
            for cell in cells {
                let item = if column.is_group() { None } else { sheet.rows[cell.first].item };
                look(&cell.text, item);
            }
        }
        found.into_values().collect()
    }

    /// Whether the form can be printed with the character.
    pub fn has(&self, character: char) -> bool {
        is_invisible(character) || character == '\n' || self.find(Style::Body, character).is_some()
    }

    fn is_missing(&self, character: char) -> bool {
        !self.has(character)
    }
}

impl Style {
    fn faces(self) -> &'static [Face] {
        match self {
            // The boxes come first: the text font has □ too, but not one that looks like ☑.
            Self::Body => &[Face::Symbols, Face::Serif, Face::Rare],
            Self::Strong => &[Face::Symbols, Face::Bold, Face::Serif, Face::Rare],
            Self::Tag => &[Face::Sans, Face::Symbols, Face::Rare],
        }
    }

    /// The style for a whole line of bold text: a line with a character that the bold lacks is set in the
    /// sans as a whole, and one with a character that the sans lacks too as body text, because two faces
    /// within one title look like a mistake.
    pub(crate) fn strong_for(text: &str) -> Self {
        let fonts = Fonts::get();
        let carries =
            |face: Face| text.chars().all(|c| c == '\n' || is_invisible(c) || fonts.glyph(face, c).is_some());
        if carries(Face::Bold) {
            Self::Strong
        } else if carries(Face::Sans) {
            Self::Tag
        } else {
            Self::Body
        }
    }
}

/// Characters without width of their own that only steer other programs: joiners, variation selectors, marks
/// of direction. They are neither drawn nor missing.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
        || character == GAP
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn every_word_of_the_program_can_be_set() {
        let fonts = Fonts::get();
        let own = [words::DRAFT, words::DRAFT_NOTICE, words::CONTINUED, words::NOTE_WANTED, words::MARK];
        for character in own.iter().flat_map(|word| word.chars()).chain([words::TICKED, words::UNTICKED]) {
            assert!(fonts.find(Style::Body, character).is_some(), "{character} is in no font");
        }
        assert_eq!(fonts.find(Style::Body, words::TICKED), Some((Face::Symbols, 1000)));
        assert_eq!(fonts.find(Style::Body, '√'), Some((Face::Serif, 1000)));
    }

    #[test]
    fn rare_characters_are_set_in_a_face_like_that_of_the_text() {
        let fonts = Fonts::get();
        assert_eq!(fonts.find(Style::Body, '𠮷'), Some((Face::Rare, 1000)));
        assert_eq!(fonts.find(Style::Body, '〇'), Some((Face::Serif, 1000)));
        let [body, rare] = [Face::Serif, Face::Rare].map(|face| Parsed::parse(face.bytes(), 0).unwrap());
        assert_eq!((rare.ascender(), rare.descender()), (body.ascender(), body.descender()));
    }

    #[test]
    fn a_title_with_a_rare_character_is_set_in_one_face() {
        assert_eq!(Style::strong_for("中卫市政务公开目录"), Style::Strong);
        assert_eq!(Style::strong_for("㬚坪镇政务公开目录"), Style::Tag);
        assert_eq!(Style::strong_for("𠮷林镇政务公开目录"), Style::Body);
    }
}
