//! A font within a PDF file: only the glyphs that are used, and the characters they stand for.

use std::collections::HashMap;

use printpdf::{FontId, ParsedFont, PdfFont};
use subsetter::GlyphRemapper;

use crate::{Face, Fonts, WriteError};

/// Six letters before the name of a font that is embedded in part.
const SUBSET: &str = "MULUFP";

/// One face of the form as it is embedded. Every character has a code of its own, in the order of first use;
/// so what is copied is what was written, even where two characters look alike and share a glyph.
pub(super) struct Embedded {
    face: Face,
    codes: HashMap<char, u16>,
    /// By code: the glyph within the embedded part. Code 0 is no character.
    glyphs: Vec<u16>,
    part: GlyphRemapper,
}

impl Embedded {
    pub(super) fn new(face: Face) -> Self {
        Self { face, codes: HashMap::new(), glyphs: vec![0], part: GlyphRemapper::new() }
    }

    /// The name by which pages call it.
    pub(super) fn id(&self) -> FontId {
        FontId(format!("{:?}", self.face))
    }

    /// Its name as part of a font.
    pub(super) fn name(&self) -> String {
        format!("{SUBSET}+{}", self.face.postscript_name())
    }

    /// Whether any text is set in it.
    pub(super) fn is_used(&self) -> bool {
        !self.codes.is_empty()
    }

    /// Takes up the characters of a text that are new. Those that the face does not have are left out; the
    /// layout gives it none.
    pub(super) fn learn(&mut self, text: &str) {
        for character in text.chars() {
            if self.codes.contains_key(&character) {
                continue;
            }
            let glyph = Fonts::get().glyph(self.face, character);
            if let (Some(glyph), Ok(code)) = (glyph, u16::try_from(self.glyphs.len())) {
                self.glyphs.push(self.part.remap(glyph.id.get()));
                self.codes.insert(character, code);
            }
        }
    }

    /// The part of the font as printpdf embeds it. It believes the codes to be the glyphs; the
    /// [table](Self::glyph_table) leads from the ones to the others.
    pub(super) fn embed(&self) -> Result<PdfFont, WriteError> {
        let unusable = || WriteError::Font { family: self.face.family() };
        let part = subsetter::subset(self.face.bytes(), 0, &self.part).map_err(|_| unusable())?;
        let mut font = ParsedFont::from_bytes(&part, 0, &mut Vec::new()).ok_or_else(unusable)?;
        font.font_name = Some(self.name());
        font.codepoint_to_glyph =
            self.codes.iter().map(|(character, code)| (u32::from(*character), *code)).collect();
        let width = |glyph: &u16| font.glyph_widths.get(glyph).copied().unwrap_or(0);
        font.glyph_widths = (0..).zip(self.glyphs.iter().map(width)).collect();
        Ok(PdfFont::new(font))
    }

    /// The glyphs by code.
    pub(super) fn glyph_table(&self) -> Vec<u8> {
        self.glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_share_a_glyph_have_codes_of_their_own() {
        let mut font = Embedded::new(Face::Serif);
        font.learn("9〜10～");
        let code = |character| usize::from(font.codes[&character]);
        assert_ne!(code('〜'), code('～'));
        assert_eq!(font.glyphs[code('〜')], font.glyphs[code('～')]);
        assert_ne!(font.glyphs[code('〜')], font.glyphs[code('1')]);
        let embedded = font.embed().unwrap().parsed_font;
        assert_eq!(embedded.lookup_glyph_index('～'.into()), Some(font.codes[&'～']));
        assert_eq!(embedded.get_glyph_width(font.codes[&'～']), Some(1000));
    }
}
