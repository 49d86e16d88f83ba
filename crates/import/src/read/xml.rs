//! XML as a stream of events. Entities beyond the five of XML are dropped and a document type is passed over, so
//! that nothing expands and nothing is fetched.

use std::{
    borrow::Cow,
    io::{self, BufRead, Read},
};

use quick_xml::{
    Reader,
    escape::unescape,
    events::{BytesEnd, BytesRef, BytesStart, Event},
    name::QName,
};

use super::{
    error::{Fault, Measure},
    limits,
};

/// A reader of XML that knows how deep it stands.
pub(super) struct Xml<R> {
    reader: Reader<Metered<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// Gives so many bytes and then an error, as the reader above it holds each event whole.
struct Metered<R> {
    source: R,
    left: usize,
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let given = self.fill_buf()?;
        let count = given.len().min(buffer.len());
        buffer[..count].copy_from_slice(&given[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 { Err(io::ErrorKind::QuotaExceeded.into()) } else { self.source.fill_buf() }
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.source.consume(count);
    }
}

/// What comes next. Empty elements open and close.
pub(super) enum Node<'a> {
    /// An element opens.
    Open(BytesStart<'a>),
    /// An element of this name, without its prefix, closes.
    Close(Closed<'a>),
    /// Text between tags.
    Text(Cow<'a, str>),
    /// The document has ended, with all its elements closed.
    End,
}

/// An element that closes, known by its name without prefix.
pub(super) struct Closed<'a>(BytesEnd<'a>);

impl Closed<'_> {
    pub(super) fn name(&self) -> &str {
        local(self.0.name())
    }
}

impl PartialEq<str> for Closed<'_> {
    fn eq(&self, name: &str) -> bool {
        self.name() == name
    }
}

impl PartialEq<&str> for Closed<'_> {
    fn eq(&self, name: &&str) -> bool {
        self.name() == *name
    }
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(Metered { source, left: 0 });
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next event.
    pub(super) fn next(&mut self) -> Result<Node<'_>, Fault> {
        self.buffer.clear();
        self.reader.get_mut().left = limits::PIECE_BYTES;
        match self.reader.read_event_into(&mut self.buffer)? {
            Event::Start(element) => {
                self.depth += 1;
                if self.depth > limits::XML_DEPTH {
                    return Err(Fault::TooLarge(Measure::Depth));
                }
                Ok(Node::Open(element))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Node::Close(Closed(end)))
            }
            Event::Text(text) => Ok(Node::Text(text.into_inner())),
            Event::CData(text) => Ok(Node::Text(text.into_inner())),
            Event::GeneralRef(reference) => Ok(Node::Text(resolved(&reference))),
            Event::Eof if self.depth > 0 => Err(Fault::Truncated),
            Event::Eof => Ok(Node::End),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                Ok(Node::Text(Cow::Borrowed("")))
            }
        }
    }

    /// Passes over the rest of an element that has just opened.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Node::End) {
                return Err(Fault::Truncated);
            }
        }
        Ok(())
    }
}

fn resolved(reference: &BytesRef) -> Cow<'static, str> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => return Cow::Owned(character.into()),
        Ok(None) => {}
        Err(_) => return Cow::Borrowed(""),
    }
    Cow::Borrowed(match &**reference {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "apos" => "'",
        "quot" => "\"",
        _ => "",
    })
}

/// The name of an element without its prefix.
pub(super) fn name<'a>(element: &'a BytesStart) -> &'a str {
    local(element.name())
}

fn local<'a>(name: QName<'a>) -> &'a str {
    name.0.rsplit_once(':').map_or(name.0, |(_, local)| local)
}

/// The value of an attribute, by its name without prefix.
pub(super) fn attribute<'a>(element: &'a BytesStart, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    let found = attributes.flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(match found.value {
        Cow::Borrowed(value) => unescape(value).unwrap_or(Cow::Borrowed(value)),
        Cow::Owned(value) => Cow::Owned(unescape(&value).map(Cow::into_owned).unwrap_or(value)),
    })
}

/// The value of an attribute as a number.
pub(super) fn number<T: std::str::FromStr>(element: &BytesStart, name: &str) -> Option<T> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute switches something on; `absent` is what its absence means.
pub(super) fn flag(element: &BytesStart, name: &str, absent: bool) -> bool {
    attribute(element, name).map_or(absent, |value| !matches!(&*value, "0" | "false" | "off" | "none"))
}
