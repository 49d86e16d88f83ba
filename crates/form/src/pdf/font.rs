//! A font within a PDF file: only the glyphs that are used, and a table that tells their characters.

use std::collections::HashMap;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{
    Filter, Finish, Name, Pdf, Rect, Ref, Str,
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
};
use subsetter::GlyphRemapper;
use ttf_parser::Face as Parsed;

use super::EFFORT;
use crate::{Face, Fonts, WriteError};

const IDENTITY: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
/// The name of every character table.
const CMAP: Name<'_> = Name(b"Mulu");
/// Six letters before the name of a font that is embedded in part.
const SUBSET: &str = "MULUFP";

/// One face of the form as it is embedded. Every character has a code of its own, in the order of first use;
/// so what is copied is what was written, even where two characters look alike and share a glyph.
pub(super) struct Embedded {
    face: Face,
    codes: HashMap<char, u16>,
    /// By code: the character, its glyph within the embedded part, its advance.
    characters: Vec<(char, u16, u16)>,
    glyphs: GlyphRemapper,
    ids: Ids,
}

struct Ids {
    font: Ref,
    descendant: Ref,
    descriptor: Ref,
    file: Ref,
    glyph_table: Ref,
    character_table: Ref,
}

impl Embedded {
    pub(super) fn new(face: Face, next: &mut Ref) -> Self {
        let ids = Ids {
            font: next.bump(),
            descendant: next.bump(),
            descriptor: next.bump(),
            file: next.bump(),
            glyph_table: next.bump(),
            character_table: next.bump(),
        };
        // Code 0 is no character.
        let characters = vec![('\0', 0, 0)];
        Self { face, codes: HashMap::new(), characters, glyphs: GlyphRemapper::new(), ids }
    }

    /// The object of the font.
    pub(super) fn id(&self) -> Ref {
        self.ids.font
    }

    /// The name by which pages call it.
    pub(super) fn name(&self) -> &'static [u8] {
        match self.face {
            Face::Serif => b"Serif",
            Face::Bold => b"Bold",
            Face::Sans => b"Sans",
            Face::Symbols => b"Symbols",
        }
    }

    /// Whether any text is set in it.
    pub(super) fn is_used(&self) -> bool {
        !self.codes.is_empty()
    }

    /// The text in codes of two bytes. Characters that the face does not have are left out; the layout gives
    /// it none.
    pub(super) fn encode(&mut self, text: &str) -> Vec<u8> {
        let mut codes = Vec::with_capacity(text.len());
        for character in text.chars() {
            if let Some(code) = self.code(character) {
                codes.extend(code.to_be_bytes());
            }
        }
        codes
    }

    fn code(&mut self, character: char) -> Option<u16> {
        if let Some(code) = self.codes.get(&character) {
            return Some(*code);
        }
        let glyph = Fonts::get().glyph(self.face, character)?;
        let code = u16::try_from(self.characters.len()).ok()?;
        self.characters.push((character, self.glyphs.remap(glyph.id.get()), glyph.advance));
        self.codes.insert(character, code);
        Some(code)
    }

    /// Writes the font and what belongs to it.
    pub(super) fn write(&self, pdf: &mut Pdf) -> Result<(), WriteError> {
        let unusable = || WriteError::Font { family: self.face.family() };
        let parsed = Parsed::parse(self.face.bytes(), 0).map_err(|_| unusable())?;
        let part = subsetter::subset(self.face.bytes(), 0, &self.glyphs).map_err(|_| unusable())?;
        let name = format!("{SUBSET}+{}", self.face.postscript_name());
        let name = Name(name.as_bytes());

        let mut font = pdf.type0_font(self.ids.font);
        font.base_font(name).encoding_predefined(Name(b"Identity-H"));
        font.descendant_font(self.ids.descendant).to_unicode(self.ids.character_table);
        font.finish();

        let mut descendant = pdf.cid_font(self.ids.descendant);
        descendant.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY);
        descendant.font_descriptor(self.ids.descriptor).default_width(1000.0);
        descendant.cid_to_gid_map_stream(self.ids.glyph_table);
        let mut widths = descendant.widths();
        for (code, (_, _, advance)) in
            (0..).zip(&self.characters).filter(|(_, (_, _, advance))| *advance != 1000)
        {
            widths.same(code, code, f32::from(*advance));
        }
        widths.finish();
        descendant.finish();

        let unit = 1000.0 / f32::from(parsed.units_per_em());
        let scaled = |value: i16| f32::from(value) * unit;
        let bounds = parsed.global_bounding_box();
        let mut descriptor = pdf.font_descriptor(self.ids.descriptor);
        descriptor
            .name(name)
            .flags(FontFlags::SYMBOLIC)
            .italic_angle(0.0)
            .stem_v(80.0)
            .font_file2(self.ids.file);
        descriptor.bbox(Rect::new(
            scaled(bounds.x_min),
            scaled(bounds.y_min),
            scaled(bounds.x_max),
            scaled(bounds.y_max),
        ));
        descriptor.ascent(scaled(parsed.ascender())).descent(scaled(parsed.descender()));
        descriptor.cap_height(scaled(parsed.capital_height().unwrap_or(parsed.ascender())));
        descriptor.finish();

        let packed = compress_to_vec_zlib(&part, EFFORT);
        let mut file = pdf.stream(self.ids.file, &packed);
        file.filter(Filter::FlateDecode).pair(Name(b"Length1"), part.len() as i32);
        file.finish();
        let glyphs: Vec<u8> = self.characters.iter().flat_map(|(_, glyph, _)| glyph.to_be_bytes()).collect();
        let packed = compress_to_vec_zlib(&glyphs, EFFORT);
        pdf.stream(self.ids.glyph_table, &packed).filter(Filter::FlateDecode);

        let mut table = UnicodeCmap::<u16>::new(CMAP, IDENTITY);
        for (code, (character, ..)) in (0..).zip(&self.characters).skip(1) {
            table.pair(code, *character);
        }
        let packed = compress_to_vec_zlib(&table.finish().into_vec(), EFFORT);
        pdf.cmap(self.ids.character_table, &packed).filter(Filter::FlateDecode);
        Ok(())
    }
}
