//! What a file is, by its first bytes.

use super::error::LooksLike;

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// Packed files.
    Zip,
    /// A compound file of Office 97 to 2003.
    Compound,
    /// A kind that is not read.
    Other(LooksLike),
    /// Bytes that may be text.
    Text,
}

/// What the bytes begin as.
pub(super) fn container(bytes: &[u8]) -> Container {
    use LooksLike::{Archive, Database, Executable, OldWorkbook, Pdf, Picture, Rtf};
    const SIGNS: [(&[u8], Container); 22] = [
        (b"PK\x03\x04", Container::Zip),
        (b"PK\x05\x06", Container::Zip),
        (b"PK\x07\x08", Container::Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Container::Compound),
        (b"%PDF-", Container::Other(Pdf)),
        (b"{\\rtf", Container::Other(Rtf)),
        (b"\x89PNG\r\n\x1a\n", Container::Other(Picture)),
        (b"\xff\xd8\xff", Container::Other(Picture)),
        (b"GIF8", Container::Other(Picture)),
        (b"II*\0", Container::Other(Picture)),
        (b"MM\0*", Container::Other(Picture)),
        (b"Rar!\x1a\x07", Container::Other(Archive)),
        (b"7z\xbc\xaf\x27\x1c", Container::Other(Archive)),
        (b"\x1f\x8b", Container::Other(Archive)),
        (b"\x7fELF", Container::Other(Executable)),
        (b"SQLite format 3\0", Container::Other(Database)),
        (b"\0\x01\0\0Standard", Container::Other(Database)),
        (b"\x09\x08\x10\0\0\x05", Container::Other(OldWorkbook)),
        (b"\x09\x08\x08\0\0\x05", Container::Other(OldWorkbook)),
        (b"\x09\x04\x06\0", Container::Other(OldWorkbook)),
        (b"\x09\x02\x06\0", Container::Other(OldWorkbook)),
        (b"\x09\0\x04\0\x02\0", Container::Other(OldWorkbook)),
    ];
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let is_bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    let is_program = bytes.starts_with(b"MZ") && bytes.iter().take(1024).any(|byte| *byte == 0);
    if is_webp || is_bitmap {
        return Container::Other(Picture);
    }
    if is_program {
        return Container::Other(Executable);
    }
    // Some programs put white space or a mark before a PDF.
    if bytes
        .iter()
        .take(1024)
        .position(|byte| *byte == b'%')
        .is_some_and(|at| bytes[at..].starts_with(b"%PDF-"))
    {
        return Container::Other(Pdf);
    }
    let found = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign));
    found.map_or(Container::Text, |(_, container)| *container)
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    /// A web page or a part of one.
    Html,
    /// A spreadsheet of OpenDocument as one XML file.
    FlatOds,
    /// A kind that is not read.
    Other(LooksLike),
    /// No markup.
    None,
}

/// What markup a text is in.
pub(super) fn markup(text: &str) -> Markup {
    const LOOKED_AT: usize = 4096;
    let text = text.trim_start();
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[..end].to_ascii_lowercase();
    if head.starts_with("mime-version:") || head.contains("\ncontent-type: multipart/related") {
        return Markup::Other(LooksLike::WebArchive);
    }
    if head.contains("opendocument.spreadsheet") && head.starts_with("<?xml") {
        return Markup::FlatOds;
    }
    if html_like(&head) {
        return Markup::Html;
    }
    let is_xml = head.starts_with("<?xml") || head.contains("schemas-microsoft-com:office:");
    if is_xml && head.starts_with('<') { Markup::Other(LooksLike::Xml) } else { Markup::None }
}

/// Whether the beginning of a text, in small letters, is that of a web page or of a part of one with a table.
fn html_like(head: &str) -> bool {
    const STARTS: [&str; 8] =
        ["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<!--startfragment"];
    let is_clipboard = head.starts_with("version:") && head.contains("starthtml:");
    let is_page = STARTS.iter().any(|start| head.starts_with(start));
    let is_inside = head.starts_with('<') && (head.contains("<html") || head.contains("<table"));
    is_clipboard || is_page || is_inside
}
