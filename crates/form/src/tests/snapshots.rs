//! The laid-out pages of the real catalogues as text: a change of the layout shows as a change of these files.

use std::fmt::Write;

use super::{catalogues, form};
use crate::{Form, Paper, pages::segments};

/// Pages, rows with their heights in whole points, and the first line of every cell where it begins.
pub(super) fn outline(form: &Form) -> String {
    let mut text = format!("{} pages, {} pt\n", form.page_count(), form.font_size());
    for (column, edges) in form.sheet.columns.iter().zip(form.edges.windows(2)) {
        writeln!(text, "{:>5.0}  {}", edges[1] - edges[0], column.header.join("/")).unwrap();
    }
    for (number, page) in form.pages().iter().enumerate() {
        writeln!(text, "page {}", number + 1).unwrap();
        let cells: Vec<_> = segments(form, page).collect();
        for placed in &page.placed {
            let starting = cells.iter().filter(|cell| cell.y == placed.y).map(|cell| {
                let line = cell
                    .laid
                    .lines
                    .first()
                    .map_or("", |line| &form.text(cell.column, cell.laid)[line.range.clone()]);
                let continued = if cell.continued { "…" } else { "" };
                format!("{continued}{}", line.chars().take(8).collect::<String>())
            });
            writeln!(text, "{:>5.0}  {}", placed.height, starting.collect::<Vec<_>>().join("|")).unwrap();
        }
    }
    text
}

#[test]
fn the_pages_of_the_real_catalogues_are_as_they_were() {
    for (name, _) in catalogues::REAL {
        insta::assert_snapshot!(name, outline(&form(&catalogues::real(name), Paper::A3)));
    }
}
