//! Reads a file and says how long that took and what came of it, one line for each table; without a file, a
//! workbook of 10,000 rows and 14 columns that it makes. With `--cells` the cells are listed too.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used)]

use std::time::Instant;

use mulu_import::read;
use rust_xlsxwriter::Workbook;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let lists_cells = arguments.iter().any(|argument| argument == "--cells");
    let path = arguments.iter().find(|argument| !argument.starts_with("--"));
    let (bytes, name) = match path {
        Some(path) => (std::fs::read(path).expect("the file is there"), path.as_str()),
        None => (workbook(10_000, 14), "made.xlsx"),
    };
    let start = Instant::now();
    let document = read(&bytes, name);
    let taken = start.elapsed();
    println!("{name}: {} bytes in {taken:?}", bytes.len());
    match document {
        Err(error) => println!("{error}"),
        Ok(document) => {
            for table in &document.tables {
                let grid = &table.grid;
                let [above, below] = [table.above.len(), table.below.len()];
                println!(
                    "{:?} {:?} hidden={} {}x{} cells={} above={above} below={below}",
                    document.format,
                    table.name,
                    table.is_hidden,
                    grid.rows,
                    grid.columns,
                    grid.cells.len()
                );
                if lists_cells {
                    println!("above {:?}", table.above);
                    for cell in &grid.cells {
                        println!(
                            "{},{} +{}x{} {}{:?} @{},{}",
                            cell.row,
                            cell.column,
                            cell.row_span,
                            cell.column_span,
                            if cell.is_hidden { "hidden " } else { "" },
                            cell.text,
                            cell.place.row,
                            cell.place.column
                        );
                    }
                    println!("below {:?}", table.below);
                }
            }
        }
    }
}

/// A workbook of texts as long as those of a catalogue.
fn workbook(rows: u32, columns: u16) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..rows {
        for column in 0..columns {
            let text = format!("第{row}行第{column}列：信息形成或者变更之日起20个工作日内");
            sheet.write_string(row, column, text).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}
