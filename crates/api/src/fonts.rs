//! The fonts of the printed form.

use mulu_app::Fonts;

/// The font families that the pages of the form use.
pub(crate) fn font_families() -> Vec<String> {
    Fonts::files().into_iter().map(|(family, _)| family.to_owned()).collect()
}

/// The file of a font of the form; `None` for a family that is not ours.
pub fn font(family: &str) -> Option<&'static [u8]> {
    Fonts::files().into_iter().find(|(name, _)| *name == family).map(|(_, bytes)| bytes)
}
