//! The table as CSV for other programs: UTF-8 with a byte order mark, without which Excel takes it for GB18030;
//! one line for each row, header cells joined by `/`, merged values in every row, so that it can be filtered.
//!
//! A value that a spreadsheet would run as a formula gets a tab in front: the spreadsheet then takes it as text,
//! and whoever reads it back and trims blanks has the very same text.

use crate::{Progress, WriteError, laid::Form, sheet::Walk, step};

/// The table as a CSV file. Progress counts rows.
pub fn write(form: &Form, progress: &mut Progress<'_>) -> Result<Vec<u8>, WriteError> {
    let sheet = &form.sheet;
    let mut csv = String::from('\u{feff}');
    end_line(&mut csv, sheet.columns.iter().map(|column| column.header.join("/")));
    let mut walk = Walk::new(sheet);
    for row in 0..sheet.rows.len() {
        if row % 512 == 0 {
            step(progress, row, sheet.rows.len())?;
        }
        end_line(&mut csv, walk.row(row).map(|(_, cell)| cell.plain(" ")));
    }
    step(progress, sheet.rows.len(), sheet.rows.len())?;
    Ok(csv.into_bytes())
}

fn end_line(csv: &mut String, values: impl Iterator<Item = String>) {
    for (index, value) in values.enumerate() {
        if index > 0 {
            csv.push(',');
        }
        push_value(csv, &value);
    }
    csv.push_str("\r\n");
}

fn push_value(csv: &mut String, value: &str) {
    let runs = value.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if !runs && !value.contains(['"', ',', '\n', ' ']) {
        csv.push_str(value);
        return;
    }
    csv.push('"');
    if runs {
        csv.push('\t');
    }
    csv.push_str(&value.replace('"', "\"\""));
    csv.push('"');
}
