//! From the bytes of a file, or from the clipboard, to a [`Document`].
//!
//! What a file is, its bytes decide; its name only tells values separated by commas from other text. Readers of
//! packed and of old formats are our own above `zip`, `quick-xml` and `cfb`: they need what spreadsheet libraries
//! leave out (how numbers are shown, what is hidden, merged cells of every format), and nothing in a file may make
//! the program end.

mod archive;
mod bars;
mod delimited;
mod docx;
mod encoding;
mod error;
mod flow;
mod html;
mod limits;
mod mark;
mod number;
mod ods;
mod sheet;
mod sniff;
mod text;
mod xls;
mod xlsx;
mod xml;

use archive::Archive;
use error::Fault;
pub use error::{LooksLike, Measure, ReadError};
use flow::Content;
use sniff::{Container, Markup};
use xml::Xml;

use crate::document::{Document, Format, Table};

/// Reads a file. `name` is its name, with or without folders; it may be empty.
///
/// # Errors
/// [`ReadError`] says why there is nothing to read, or what the file is instead.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, ReadError> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(ReadError::TooLarge { what: Measure::FileBytes, limit: limits::FILE_BYTES });
    }
    if bytes.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace()) {
        return Err(ReadError::Empty);
    }
    let extension = extension(name);
    match sniff::container(bytes) {
        Container::Zip => packed(bytes, extension.as_deref()),
        Container::Compound => compound(bytes, extension.as_deref()),
        Container::Other(looks_like) => Err(ReadError::NotADocument { looks_like }),
        Container::Text => {
            let unknown = ReadError::NotADocument { looks_like: LooksLike::Unknown };
            let text = encoding::decoded(bytes).ok_or(unknown)?;
            written(&text, extension.as_deref())
        }
    }
}

/// Reads HTML of the clipboard.
///
/// # Errors
/// As [`read`]; [`ReadError::NoTable`] where the HTML has none and its text may still be read by [`read_text`].
pub fn read_html(html: &str) -> Result<Document, ReadError> {
    if html.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if html.len() as u64 > limits::PAGE_BYTES {
        return Err(ReadError::TooLarge { what: Measure::FileBytes, limit: limits::PAGE_BYTES });
    }
    let content = html::read(html).map_err(|fault| fault.of(Format::Html))?;
    running(content, Format::Html)
}

/// Reads text of the clipboard.
///
/// # Errors
/// As [`read`].
pub fn read_text(text: &str) -> Result<Document, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    if text.len() as u64 > limits::FILE_BYTES {
        return Err(ReadError::TooLarge { what: Measure::FileBytes, limit: limits::FILE_BYTES });
    }
    let table = text::read(text).map_err(|fault| fault.of(Format::Text))?;
    document(table.into_iter().collect(), Format::Text)
}

fn extension(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    (!stem.is_empty()).then(|| extension.to_ascii_lowercase())
}

/// What a file should be by its name.
fn promised(extension: Option<&str>) -> Option<Format> {
    Some(match extension? {
        "xlsx" | "xlsm" | "xltx" => Format::Xlsx,
        "xls" | "xlt" | "et" => Format::Xls,
        "ods" | "ots" | "fods" => Format::Ods,
        "docx" | "docm" | "dotx" => Format::Docx,
        "html" | "htm" | "xhtml" => Format::Html,
        "csv" | "tsv" | "tab" => Format::Csv,
        "txt" | "md" => Format::Text,
        _ => return None,
    })
}

fn packed(bytes: &[u8], extension: Option<&str>) -> Result<Document, ReadError> {
    let promised = promised(extension);
    let mut archive = Archive::open(bytes).map_err(|fault| match fault {
        Fault::Truncated => ReadError::Truncated { format: promised },
        Fault::Encrypted => ReadError::Encrypted { format: promised },
        fault => fault.of(promised.unwrap_or(Format::Xlsx)),
    })?;
    let (format, path) = match kind(&mut archive) {
        Ok(found) => found,
        Err(looks_like) => return Err(ReadError::NotADocument { looks_like }),
    };
    let fail = |fault: Fault| fault.of(format);
    match format {
        Format::Docx => running(docx::read(&mut archive, &path).map_err(fail)?, format),
        Format::Ods => {
            let xml = archive.xml(&path).map_err(fail)?;
            let tables = ods::read(&mut xml.ok_or(Fault::Damaged).map_err(fail)?).map_err(fail)?;
            document(tables, format)
        }
        _ => document(xlsx::read(&mut archive).map_err(fail)?, format),
    }
}

/// The format of a packed document and the path of its main part, or what it is instead.
fn kind(archive: &mut Archive) -> Result<(Format, String), LooksLike> {
    let main = xlsx::main_part(archive).ok();
    if let Some(main) = main {
        let file = main.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
        let folder = main.split('/').next().unwrap_or_default().to_ascii_lowercase();
        match (folder.as_str(), file.as_str()) {
            (_, file) if file.ends_with(".bin") => return Err(LooksLike::BinaryWorkbook),
            ("word", _) | (_, "document.xml") => return Ok((Format::Docx, main)),
            ("xl", _) | (_, "workbook.xml") => return Ok((Format::Xlsx, main)),
            ("ppt", _) => return Err(LooksLike::Presentation),
            _ => {}
        }
    }
    let kind = archive.text("mimetype").ok().flatten().unwrap_or_default();
    match kind.trim() {
        "application/vnd.oasis.opendocument.spreadsheet"
        | "application/vnd.oasis.opendocument.spreadsheet-template" => {
            return Ok((Format::Ods, "content.xml".to_owned()));
        }
        kind if kind.contains("opendocument.text") => return Err(LooksLike::OpenDocumentText),
        kind if kind.contains("opendocument.presentation") => return Err(LooksLike::Presentation),
        _ => {}
    }
    let is_ofd = archive.has("OFD.xml");
    Err(if is_ofd { LooksLike::Ofd } else { LooksLike::Archive })
}

fn compound(bytes: &[u8], extension: Option<&str>) -> Result<Document, ReadError> {
    let fail = |fault: Fault| fault.of(Format::Xls);
    match xls::open(bytes).map_err(fail)? {
        xls::Compound::Workbook(book) => document(xls::read(*book).map_err(fail)?, Format::Xls),
        xls::Compound::Encrypted => Err(ReadError::Encrypted { format: promised(extension) }),
        xls::Compound::Other(looks_like) => Err(ReadError::NotADocument { looks_like }),
    }
}

/// A file of characters.
fn written(text: &str, extension: Option<&str>) -> Result<Document, ReadError> {
    let promised = promised(extension);
    match sniff::markup(text) {
        Markup::Html => return read_html(text),
        Markup::FlatOds => {
            let tables = ods::read(&mut Xml::new(text.as_bytes())).map_err(|fault| fault.of(Format::Ods))?;
            return document(tables, Format::Ods);
        }
        Markup::Other(looks_like) => return Err(ReadError::NotADocument { looks_like }),
        Markup::None if promised == Some(Format::Html) => return read_html(text),
        Markup::None => {}
    }
    if promised == Some(Format::Csv) {
        let table = delimited::read(text).map_err(|fault| fault.of(Format::Csv))?;
        return document(table.into_iter().collect(), Format::Csv);
    }
    read_text(text)
}

/// The document of a format in which tables stand within text. Where there is no table its lines may be rows.
fn running(content: Content, format: Format) -> Result<Document, ReadError> {
    let Content { mut tables, lines } = content;
    if tables.is_empty() && lines.iter().any(|line| line.contains('\t') || line.contains('|')) {
        tables.extend(text::read(&lines.join("\n")).map_err(|fault| fault.of(format))?);
    }
    match document(tables, format) {
        Err(ReadError::NoTable { format, .. }) => Err(ReadError::NoTable { format, lines: lines.len() }),
        read => read,
    }
}

fn document(tables: Vec<Table>, format: Format) -> Result<Document, ReadError> {
    if tables.is_empty() {
        Err(ReadError::NoTable { format, lines: 0 })
    } else {
        Ok(Document { format, tables })
    }
}

#[cfg(test)]
mod tests;
