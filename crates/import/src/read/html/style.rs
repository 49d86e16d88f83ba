//! Symbol fonts in styles, and the classes of a style sheet that set one, as Excel and Word write them.

use std::collections::HashMap;

use super::super::mark::SymbolFont;

/// The classes with a symbol font.
#[derive(Debug, Default)]
pub(super) struct SymbolClasses {
    fonts: HashMap<String, SymbolFont>,
}

impl SymbolClasses {
    /// Takes a style sheet.
    pub(super) fn read(&mut self, css: &str) {
        for rule in css.split('}') {
            if let Some((selector, style)) = rule.split_once('{')
                && let Some(font) = family(style).and_then(first_of)
            {
                self.add(selector, font);
            }
        }
    }

    fn add(&mut self, selectors: &str, font: SymbolFont) {
        for selector in selectors.split(',') {
            let Some((_, class)) = selector.trim().rsplit_once('.') else { continue };
            if class.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
                self.fonts.insert(class.to_owned(), font);
            }
        }
    }

    /// The font of an element with these classes, as an element's own font is told.
    pub(super) fn font(&self, classes: Option<&str>) -> Option<Option<SymbolFont>> {
        if self.fonts.is_empty() {
            return None;
        }
        classes?.split_ascii_whitespace().find_map(|class| Some(Some(*self.fonts.get(class)?)))
    }
}

/// The value of the property `font-family` in a style.
pub(super) fn family(style: &str) -> Option<&str> {
    let at = style.to_ascii_lowercase().find("font-family")?;
    let value = style.get(at..)?.split_once(':')?.1;
    Some(value.split([';', '}']).next().unwrap_or(value))
}

/// The symbol font that stands first among the families.
pub(super) fn first_of(families: &str) -> Option<SymbolFont> {
    let first = families.split(',').next().unwrap_or_default();
    SymbolFont::named(first.trim().trim_matches(['"', '\'']))
}
