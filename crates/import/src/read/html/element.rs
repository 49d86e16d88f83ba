//! What an open element does to the text within it.

use super::{
    super::mark::SymbolFont,
    style::{SymbolClasses, family, first_of},
    tokens::Tag,
};

/// An open element.
#[derive(Debug)]
pub(super) struct Element {
    name: String,
    is_unseen: bool,
    font: Option<SymbolFont>,
    /// The number of the next item, in a list that counts.
    number: Option<usize>,
}

/// Whether a tag says that what it opens is not shown.
pub(super) fn is_switched_off(tag: &Tag) -> bool {
    let style = tag.attribute("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    tag.attribute("hidden").is_some() || style.contains("display:none") || style.contains("mso-hide:all")
}

impl Element {
    /// The element that a tag opens within `around`.
    pub(super) fn new(tag: &Tag, symbols: &SymbolClasses, around: Option<&Self>) -> Self {
        let name = tag.name.as_str();
        // Hidden rows and cells are kept and said to be hidden; all else that is not shown is no text.
        let is_table = matches!(name, "tr" | "td" | "th");
        let is_unseen = around.is_some_and(|around| around.is_unseen)
            || !is_table && is_switched_off(tag)
            || matches!(
                name,
                "script"
                    | "style"
                    | "title"
                    | "template"
                    | "rt"
                    | "rp"
                    | "iframe"
                    | "noembed"
                    | "noframes"
                    | "object"
                    | "svg"
                    | "option"
            )
            || name == "del" && tag.attribute("datetime").is_some();
        let own = own_font(tag).or_else(|| symbols.font(tag.attribute("class").as_deref()));
        let font = own.unwrap_or_else(|| around.and_then(|around| around.font));
        let start = tag.attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let number = (name == "ol").then_some(start);
        Self { name: tag.name.clone(), is_unseen, font, number }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn is_unseen(&self) -> bool {
        self.is_unseen
    }

    pub(super) fn font(&self) -> Option<SymbolFont> {
        self.font
    }

    pub(super) fn is_cell(&self) -> bool {
        matches!(self.name.as_str(), "td" | "th" | "caption")
    }

    /// Whether it never has an end.
    pub(super) fn is_void(&self) -> bool {
        matches!(
            self.name.as_str(),
            "br" | "input"
                | "img"
                | "hr"
                | "col"
                | "meta"
                | "link"
                | "wbr"
                | "area"
                | "base"
                | "embed"
                | "source"
                | "track"
                | "param"
        )
    }

    /// Counts an item of a list that counts.
    pub(super) fn next_number(&mut self) -> Option<usize> {
        let number = self.number?;
        self.number = Some(number.saturating_add(1));
        Some(number)
    }
}

/// The font that a tag names: `Some(None)` is one of letters.
fn own_font(tag: &Tag) -> Option<Option<SymbolFont>> {
    let style = tag.attribute("style");
    if let Some(families) = style.as_deref().and_then(family) {
        return Some(first_of(families));
    }
    let face = tag.attribute("face").filter(|_| tag.name == "font")?;
    Some(first_of(&face))
}
