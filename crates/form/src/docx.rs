//! The form as a Word document to go on editing: a real table with the widths, heights and merged cells of the
//! layout, header rows that repeat, looks as styles. It opens in Word, WPS and LibreOffice.
//!
//! These programs break lines and pages themselves, so the heights here are those of the whole table, and nothing
//! says （续）.

mod heading;
mod package;
mod page;
mod parts;
mod table;
mod xml;

use mulu_model::Date;

use package::Package;

use crate::{Progress, WriteError, laid::Form};

/// Word opens no table with more columns.
const MOST_COLUMNS: usize = 63;

/// The form as a DOCX file; `date` becomes its date of creation. Progress counts rows of the table.
pub fn write(form: &Form, date: Date, progress: &mut Progress<'_>) -> Result<Vec<u8>, WriteError> {
    let columns = form.sheet.columns.len();
    if columns > MOST_COLUMNS {
        return Err(WriteError::TooManyColumns { columns });
    }
    let code = page::Code::new(form);
    let mut package = Package::new();
    package.put("[Content_Types].xml", parts::content_types().as_bytes())?;
    package.put("_rels/.rels", parts::relationships(parts::ROOT).as_bytes())?;
    package.put("docProps/core.xml", parts::core_properties(form, date).as_bytes())?;
    package.put("docProps/app.xml", parts::app_properties(form).as_bytes())?;
    package.put("word/_rels/document.xml.rels", parts::relationships(parts::DOCUMENT).as_bytes())?;
    package.put("word/styles.xml", parts::styles(form).as_bytes())?;
    package.put("word/settings.xml", parts::settings().as_bytes())?;
    package.put("word/fontTable.xml", parts::fonts().as_bytes())?;
    for (number, header) in (1..).zip(page::headers(form)) {
        package.put(&format!("word/header{number}.xml"), header.as_bytes())?;
    }
    for number in [1, 2] {
        let footer = page::footer(form, code.as_ref());
        package.put(&format!("word/footer{number}.xml"), footer.as_bytes())?;
        if code.is_some() {
            let picture = parts::relationships(parts::FOOTER);
            package.put(&format!("word/_rels/footer{number}.xml.rels"), picture.as_bytes())?;
        }
    }
    if let Some(code) = &code {
        package.put("word/media/code.bmp", &code.picture)?;
    }
    package.begin("word/document.xml")?;
    table::write(form, &mut package, progress)?;
    package.finish()
}
