//! Tables that were written with one line for each row, as for other programs: header cells as paths such as
//! 公开方式/主动公开, and what was merged repeated in every row. Put back into merged cells, nothing of them needs
//! to be guessed.

use mulu_model::{ColumnKey, TextField, limits};

use crate::{Cell, Grid, Table, lexicon::header, map};

/// Rows that are searched for such a header.
const SEARCHED: usize = 20;

/// The table with its merged cells, if its header is written so.
pub(super) fn spanned(table: &Table) -> Option<Table> {
    let grid = &table.grid;
    if grid.cells.iter().any(|cell| cell.row_span > 1 || cell.column_span > 1) {
        return None;
    }
    let row = (0..grid.rows.min(SEARCHED)).find(|row| is_header(grid, *row))?;
    let table = with_header(table, row);
    Some(with_parts(&table).unwrap_or(table))
}

fn cells_of(grid: &Grid, row: usize) -> impl Iterator<Item = &Cell> {
    let start = grid.cells.partition_point(|cell| cell.row < row);
    grid.cells[start..].iter().take_while(move |cell| cell.row == row)
}

/// The first word of a path and the rest of it.
fn split(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(['/', '／'])?;
    let (first, rest) = (first.trim(), rest.trim());
    (!first.is_empty() && !rest.is_empty()).then_some((first, rest))
}

/// Whether at least two neighbours stand below one word that headers say.
fn is_header(grid: &Grid, row: usize) -> bool {
    let cells: Vec<&Cell> = cells_of(grid, row).collect();
    let known = cells.iter().filter(|cell| says(&cell.text)).count();
    known >= 3
        && cells.windows(2).any(|pair| match (split(&pair[0].text), split(&pair[1].text)) {
            (Some((left, _)), Some((right, _))) => left == right && header::says_header(left),
            _ => false,
        })
}

fn says(text: &str) -> bool {
    header::says_header(text) || split(text).is_some_and(|(first, _)| header::says_header(first))
}

/// A stretch of the header with the words that are left of its paths.
type Run<'a> = Vec<(&'a Cell, &'a str)>;

fn with_header(table: &Table, row: usize) -> Table {
    let mut header = Vec::new();
    let run: Run<'_> = cells_of(&table.grid, row).map(|cell| (cell, cell.text.trim())).collect();
    lay(&run, 0, &mut header);
    let depth = header.iter().map(|cell| cell.row + 1).max().unwrap_or(1);
    for cell in &mut header {
        if cell.row_span == 0 {
            cell.row_span = depth - cell.row;
        }
        cell.row += row;
    }
    header.sort_by_key(|cell| (cell.row, cell.column));
    let moved = |cell: &Cell| Cell { row: cell.row + depth - 1, ..cell.clone() };
    let above = table.grid.cells.iter().filter(|cell| cell.row < row).cloned();
    let below = table.grid.cells.iter().filter(|cell| cell.row > row).map(moved);
    let cells = above.chain(header).chain(below).collect();
    let grid = Grid { rows: table.grid.rows + depth - 1, columns: table.grid.columns, cells };
    Table { grid, ..table.clone() }
}

fn first_word(text: &str) -> &str {
    split(text).map_or(text, |(first, _)| first)
}

/// Lays out the cells of a run from this level of the header down. A row span of 0 goes down to its end.
fn lay(run: &Run<'_>, level: usize, header: &mut Vec<Cell>) {
    let is_one = |left: &(&Cell, &str), right: &(&Cell, &str)| {
        left.0.column + 1 == right.0.column
            && first_word(left.1) == first_word(right.1)
            && split(left.1).is_some() == split(right.1).is_some()
    };
    for equal in run.chunk_by(is_one) {
        let [(first, text), ..] = equal else { continue };
        let below = split(text).filter(|(word, _)| {
            level + 1 < limits::HEADER_DEPTH && (equal.len() > 1 || level == 0 && header::heads_marks(word))
        });
        let Some((word, _)) = below else {
            // What is no path here may still differ.
            for same in equal.chunk_by(|left, right| left.1 == right.1) {
                let [(first, text), ..] = same else { continue };
                let cell = Cell { text: (*text).to_owned(), column_span: same.len(), ..(*first).clone() };
                header.push(Cell { row: level, row_span: 0, ..cell });
            }
            continue;
        };
        let cell = Cell { text: word.to_owned(), column_span: equal.len(), ..(*first).clone() };
        header.push(Cell { row: level, row_span: 1, ..cell });
        let rest: Run<'_> =
            equal.iter().map(|(cell, text)| (*cell, split(text).map_or(*text, |(_, rest)| rest))).collect();
        lay(&rest, level + 1, header);
    }
}

/// The table with the rows of one item merged: those that repeat its name and its number, or, where items have no
/// number, its name and everything else that no part has of its own.
fn with_parts(table: &Table) -> Option<Table> {
    let mapping = map::find(table)?;
    let position = |key: &ColumnKey| Some(mapping.column(key)?.position);
    let name = position(&ColumnKey::Item)?;
    let of_parts = [ColumnKey::Text(TextField::Content), ColumnKey::Channels].map(|key| position(&key));
    let repeated: Vec<usize> = match position(&ColumnKey::ItemNumber) {
        Some(number) => vec![number],
        None => (0..table.grid.columns).filter(|column| !of_parts.contains(&Some(*column))).collect(),
    };
    let mut merged: Vec<Cell> = Vec::with_capacity(table.grid.cells.len());
    // Where in `merged` the cell of each column is that the rows of one item repeat.
    let mut open: Vec<Option<usize>> = vec![None; table.grid.columns];
    for row in 0..table.grid.rows {
        let is_same = |column: usize, merged: &[Cell]| {
            let mut cells = cells_of(&table.grid, row);
            let above = open[column].map(|at| merged[at].text.as_str());
            cells.find(|cell| cell.column == column).map(|cell| cell.text.as_str()) == above
        };
        let goes_on = row > mapping.body.start
            && open[name].is_some()
            && is_same(name, &merged)
            && repeated.iter().all(|column| is_same(*column, &merged));
        let mut kept: Vec<Option<usize>> = vec![None; table.grid.columns];
        for cell in cells_of(&table.grid, row) {
            let above = open[cell.column].filter(|at| goes_on && merged[*at].text == cell.text);
            if let Some(at) = above {
                merged[at].row_span += 1;
            } else {
                merged.push(cell.clone());
            }
            kept[cell.column] =
                above.or_else(|| merged.len().checked_sub(1)).filter(|_| row >= mapping.body.start);
        }
        open = kept;
    }
    merged.sort_by_key(|cell| (cell.row, cell.column));
    Some(Table { grid: Grid { cells: merged, ..table.grid.clone() }, ..table.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row, column, rows, columns and text of a cell.
    type Laid = (usize, usize, usize, usize, String);

    fn header_of(words: &str) -> Option<Vec<Laid>> {
        let body = "1,机构,职能,长期,√,";
        let lines = [words, body].into_iter().enumerate();
        let cells = lines.flat_map(|(row, line)| {
            line.split(',').enumerate().filter(|(_, text)| !text.is_empty()).map(move |(column, text)| Cell {
                row,
                column,
                row_span: 1,
                column_span: 1,
                text: text.to_owned(),
                ..Cell::default()
            })
        });
        let grid = Grid { rows: 2, columns: 6, cells: cells.collect() };
        let table = spanned(&Table { grid, ..Table::default() })?;
        let header = table.grid.cells.into_iter().filter(|cell| cell.row + cell.row_span <= 2);
        Some(header.map(|c| (c.row, c.column, c.row_span, c.column_span, c.text)).collect())
    }

    #[test]
    fn words_that_neighbours_share_become_one_merged_cell_above_them() {
        let header =
            header_of("序号,公开事项/一级事项,公开事项/二级事项,公开时限,公开方式/主动,公开方式/依申请");
        let cell = |row, column, rows, columns, text: &str| (row, column, rows, columns, text.to_owned());
        let expected = vec![
            cell(0, 0, 2, 1, "序号"),
            cell(0, 1, 1, 2, "公开事项"),
            cell(0, 3, 2, 1, "公开时限"),
            cell(0, 4, 1, 2, "公开方式"),
            cell(1, 1, 1, 1, "一级事项"),
            cell(1, 2, 1, 1, "二级事项"),
            cell(1, 4, 1, 1, "主动"),
            cell(1, 5, 1, 1, "依申请"),
        ];
        assert_eq!(header, Some(expected));
    }

    #[test]
    fn a_stroke_between_two_words_for_one_column_is_no_path() {
        assert_eq!(header_of("序号,一级事项,二级事项,公开时限,公开渠道/载体,公开主体/责任科室"), None);
    }
}
