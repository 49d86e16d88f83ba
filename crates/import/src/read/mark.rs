//! Check boxes and symbols of every making as the characters they show.

/// A ticked box.
pub(super) const TICKED: char = '☑';
/// A box that is not ticked.
pub(super) const UNTICKED: char = '□';

/// The box of a form control.
pub(super) fn check_box(is_ticked: bool) -> char {
    if is_ticked { TICKED } else { UNTICKED }
}

/// A font whose letters are pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SymbolFont {
    Wingdings,
    Wingdings2,
    /// Any other: its private characters are read by what they mostly mean.
    Other,
}

impl SymbolFont {
    /// The symbol font of that name, if it is one.
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        match name.as_str() {
            "wingdings" => Some(Self::Wingdings),
            "wingdings 2" | "wingdings2" => Some(Self::Wingdings2),
            "wingdings 3" | "webdings" | "symbol" | "zapfdingbats" | "zapf dingbats" => Some(Self::Other),
            _ => None,
        }
    }

    /// What a character of the font shows; itself where that is not known.
    pub(super) fn shown(self, character: char) -> char {
        let code = match u32::from(character) {
            code @ 0xf020..=0xf0ff => code - 0xf000,
            code @ 0x20..=0xff => code,
            // Windows took the byte for a letter of its western code page.
            0x2dc => 0x98,
            0x2021 => 0x87,
            _ => return character,
        };
        let shown = match self {
            Self::Wingdings => wingdings(code),
            Self::Wingdings2 => wingdings2(code),
            Self::Other => None,
        };
        shown.unwrap_or_else(|| private(character))
    }

    /// What a text in the font shows.
    pub(super) fn text(self, text: &str) -> String {
        text.chars().map(|character| self.shown(character)).collect()
    }
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x6c => '●',
        0x6d => '○',
        0x6e => '■',
        0x6f | 0x70 | 0x71 | 0x72 | 0xa8 => UNTICKED,
        0x75 | 0x77 => '◆',
        0xa1 | 0xa2 => '○',
        0xa7 => '▪',
        0xfb => '✗',
        0xfc => '√',
        0xfd | 0xfe => TICKED,
        _ => return None,
    })
}

fn wingdings2(code: u32) -> Option<char> {
    Some(match code {
        0x4f => '✗',
        0x50 => '√',
        0x51..=0x54 => TICKED,
        0x96..=0x98 => '●',
        0xa2 => '■',
        0x2a | 0x30 | 0xa3 => UNTICKED,
        _ => return None,
    })
}

/// A character of a symbol font whose name is lost, by its place in the private area.
fn private(character: char) -> char {
    match u32::from(character) {
        0xf052 | 0xf053 | 0xf0fd | 0xf0fe => TICKED,
        0xf06f | 0xf070 | 0xf071 | 0xf072 | 0xf0a3 | 0xf0a8 => UNTICKED,
        0xf050 | 0xf0fc => '√',
        0xf06e => '■',
        0xf06c => '●',
        _ => character,
    }
}

/// A text as it is shown: one character for each kind of box, `\n` between lines, nothing that is not seen.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    plain.push('\n');
                }
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => plain.push('\n'),
            '\u{a0}' | '\u{2007}' | '\u{202f}' => plain.push(' '),
            '☒' | '🗹' | '🗷' | '🗵' | '🗳' | '⊠' | '✅' => plain.push(TICKED),
            '☐' | '◻' | '❏' | '❑' | '❐' | '❒' | '⬜' => plain.push(UNTICKED),
            '\u{e000}'..='\u{f8ff}' => plain.push(private(character)),
            // Marks of direction and width that only steer how the text is drawn.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {}
            '\u{fe0e}' | '\u{fe0f}' => {}
            '\n' | '\t' => plain.push(character),
            _ if character.is_control() => {}
            _ => plain.push(character),
        }
    }
    plain
}

/// A text in which HTML has been left standing, as converters do: check boxes, lists and line breaks. Brackets
/// that are no tags, as in 〈…〉 typed as `<…>`, stay.
pub(super) fn without_tags(text: &str) -> String {
    if !text.contains('<') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let Some((tag, after)) = Tag::parse(rest) else {
            plain.push('<');
            rest = &rest[1..];
            continue;
        };
        match tag.name.as_str() {
            "input" if tag.is_check_box() => plain.push(check_box(tag.is_checked())),
            "br" | "li" | "p" | "div" if !tag.is_end => plain.push('\n'),
            _ => {}
        }
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// A tag that stands in a plain text.
struct Tag {
    name: String,
    attributes: String,
    is_end: bool,
}

impl Tag {
    const MOST_LETTERS: usize = 8;
    const NAMES: [&str; 14] =
        ["input", "br", "li", "ul", "ol", "p", "div", "span", "b", "strong", "label", "u", "sup", "sub"];

    /// The tag with which `text` begins, and what follows it.
    fn parse(text: &str) -> Option<(Self, &str)> {
        let inner = &text[1..];
        let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        let length = inner.bytes().take(Self::MOST_LETTERS).take_while(u8::is_ascii_alphanumeric).count();
        let name = inner[..length].to_ascii_lowercase();
        if !Self::NAMES.contains(&name.as_str()) {
            return None;
        }
        let rest = &inner[length..];
        let end = rest.find(['<', '>']).filter(|end| rest[*end..].starts_with('>'))?;
        let (attributes, after) = (&rest[..end], &rest[end + 1..]);
        let is_whole = attributes.is_empty() || attributes.starts_with([' ', '\t', '\n', '/']);
        is_whole.then(|| (Self { name, attributes: attributes.to_ascii_lowercase(), is_end }, after))
    }

    fn is_check_box(&self) -> bool {
        self.attributes.contains("checkbox") || self.attributes.contains("radio")
    }

    fn is_checked(&self) -> bool {
        let marked = self.attributes.replace("checkbox", "");
        marked.contains("checked") && !marked.contains("checked=\"false\"")
    }
}
