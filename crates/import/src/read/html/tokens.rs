//! A web page as tags and texts.
//!
//! Written anew, because the tokenizers there are compare every attribute of a tag with all others of it: a page of
//! one tag with a million attributes keeps them busy for hours. This one takes time in proportion to the page.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;

/// Attributes of a tag that are looked at.
const MOST_ATTRIBUTES: usize = 64;
/// Letters of the longest name of a character.
const MOST_LETTERS: usize = 32;

/// A part of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// An element opens.
    Open(Tag<'a>),
    /// The element of this name closes.
    Close(String),
    /// Text, with its character references resolved.
    Text(Cow<'a, str>),
    /// What an element like `<style>` holds.
    Raw(&'a str),
}

/// The tag that opens an element.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// In small letters.
    pub(super) name: String,
    attributes: Vec<(&'a str, &'a str)>,
}

impl Tag<'_> {
    /// The value of an attribute; empty if it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = self.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, value)| resolved(value))
    }
}

/// Takes a page apart.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The element that was opened last, if it holds no markup.
    raw: Option<String>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html, raw: None }
    }

    /// What stands before the end of an element that holds no markup.
    fn raw(&mut self, name: &str) -> Token<'a> {
        let is_end = |at: usize| {
            let after = &self.rest.as_bytes()[at + 2..];
            let is_name =
                after.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()));
            is_name
                && after
                    .get(name.len())
                    .is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(|at| is_end(*at));
        Token::Raw(self.take(end.unwrap_or(self.rest.len())))
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Passes over what a bracket begins that opens or closes no element. Says whether it did.
    fn pass_over(&mut self) -> bool {
        let (begin, end) = if self.rest.starts_with("<!--") {
            // `<!-->` is a whole one.
            (2, "-->")
        } else if self.rest.starts_with("<!") || self.rest.starts_with("<?") || self.rest.starts_with("</") {
            (2, ">")
        } else {
            return false;
        };
        let length = self.rest[begin..].find(end).map_or(self.rest.len(), |at| begin + at + end.len());
        self.take(length);
        true
    }

    /// The name that stands here, in small letters, and the attributes up to the end of the tag.
    fn tag(&mut self) -> Tag<'a> {
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
        let length = self.rest.find(is_end).unwrap_or(self.rest.len());
        let mut tag = Tag { name: self.take(length).to_ascii_lowercase(), attributes: Vec::new() };
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if self.rest.is_empty() {
                return tag;
            }
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                return tag;
            }
            let attribute = self.attribute();
            if tag.attributes.len() < MOST_ATTRIBUTES {
                tag.attributes.push(attribute);
            }
        }
    }

    fn attribute(&mut self) -> (&'a str, &'a str) {
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
        // A name may begin with an equals sign, or it would never be passed.
        let first = self.rest.chars().next().map_or(0, char::len_utf8);
        let length = self.rest[first..].find(is_end).map_or(self.rest.len(), |at| first + at);
        let name = self.take(length);
        let Some(value) = self.rest.trim_ascii_start().strip_prefix('=') else { return (name, "") };
        self.rest = value.trim_ascii_start();
        for quote in ['"', '\''] {
            if let Some(value) = self.rest.strip_prefix(quote) {
                let (value, rest) = value.split_once(quote).unwrap_or((value, ""));
                self.rest = rest;
                return (name, value);
            }
        }
        let is_end = |c: char| c.is_ascii_whitespace() || c == '>';
        let length = self.rest.find(is_end).unwrap_or(self.rest.len());
        (name, self.take(length))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw(&name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let begins_name = |at: usize| self.rest.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
            if self.rest.starts_with('<') && begins_name(1) {
                self.take(1);
                let tag = self.tag();
                self.raw = is_raw(&tag.name).then(|| tag.name.clone());
                return Some(Token::Open(tag));
            }
            if self.rest.starts_with("</") && begins_name(2) {
                self.take(2);
                return Some(Token::Close(self.tag().name));
            }
            if self.pass_over() {
                continue;
            }
            // A bracket that begins nothing is text.
            let first = usize::from(self.rest.starts_with('<'));
            let length = self.rest[first..].find('<').map_or(self.rest.len(), |at| first + at);
            return Some(Token::Text(resolved(self.take(length))));
        }
    }
}

fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "xmp" | "iframe" | "noembed" | "noframes" | "title" | "textarea")
}

/// A text with its character references resolved. Those that name no character stay.
fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        match reference(after) {
            Some((shown, length)) => {
                plain.push_str(&shown);
                rest = &after[length..];
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// What the reference shows with which a text begins behind its `&`, and how long it is.
fn reference(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b'#') {
        let is_hexadecimal = matches!(bytes.get(1), Some(b'x' | b'X'));
        let (start, radix) = if is_hexadecimal { (2, 16) } else { (1, 10) };
        let is_digit = |byte: &&u8| char::from(**byte).is_digit(radix);
        let digits = bytes.get(start..)?.iter().take(MOST_LETTERS).take_while(is_digit).count();
        let end = start + digits;
        let code = u32::from_str_radix(&text[start..end], radix).ok()?;
        let end = end + usize::from(bytes.get(end) == Some(&b';'));
        return Some((numbered(code).to_string().into(), end));
    }
    let letters = bytes.iter().take(MOST_LETTERS).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(letters) == Some(&b';') {
        return Some((resolve_html5_entity(&text[..letters])?.into(), letters + 1));
    }
    // Of old these may stand without their end.
    let old = ["nbsp", "amp", "lt", "gt", "quot"].into_iter().find(|name| text.starts_with(name))?;
    Some((resolve_html5_entity(old)?.into(), old.len()))
}

/// The character of that number. Numbers of control characters mean those of the western code page of Windows.
fn numbered(code: u32) -> char {
    let character = char::from_u32(code).filter(|character| *character != '\0');
    let Some(character) = character else { return char::REPLACEMENT_CHARACTER };
    match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(&[byte])
            .0
            .chars()
            .next()
            .unwrap_or(character),
        _ => character,
    }
}
