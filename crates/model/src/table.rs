//! The table as forms and screens show it: header cells, rows and merged cells. All of it is worked out from
//! the catalogue each time; nothing of it is stored.

use crate::{
    catalogue::{Cell, Group, Item},
    column::ColumnKey,
    numbering::chinese_number,
    template::{GroupNumbering, ItemNumbering, Template},
};

/// A cell of the header, spanning columns and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// Its text.
    pub text: String,
    /// Its row from 0.
    pub row: usize,
    /// Its first column from 0.
    pub column: usize,
    /// How many rows it covers.
    pub row_span: usize,
    /// How many columns it covers.
    pub column_span: usize,
}

/// The header cells in reading order. Neighbouring columns whose headers begin alike share those cells; a
/// column with fewer header cells than the table has header rows stretches its last one down.
pub fn header(template: &Template) -> Vec<HeaderCell> {
    let depth = template.header_depth();
    let columns = &template.columns;
    let mut cells = Vec::new();
    for row in 0..depth {
        let mut column = 0;
        while column < columns.len() {
            let path = &columns[column].header;
            let Some(text) = path.get(row) else {
                column += 1;
                continue;
            };
            // Columns with the very same whole header share all of it, as the item's number and name do.
            let is_last = row + 1 == path.len();
            let shares = |other: &Vec<String>| {
                if is_last { other == path } else { other.len() > row + 1 && other[..=row] == path[..=row] }
            };
            let span = columns[column..].iter().take_while(|c| shares(&c.header)).count();
            let row_span = if is_last { depth - row } else { 1 };
            cells.push(HeaderCell { text: text.clone(), row, column, row_span, column_span: span });
            column += span;
        }
    }
    cells
}

/// One row of a group: an item, or one part of an item that has several.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The item.
    pub item: &'a Item,
    /// Which of its rows, from 0.
    pub part: usize,
    /// The item's number over the whole catalogue, from 1.
    pub number: usize,
}

/// The rows of a group; `first_number` is the number of its first item.
pub fn rows(group: &Group, first_number: usize) -> Vec<Row<'_>> {
    let row = |(index, item)| {
        let number = first_number + index;
        (0..Item::row_count(item)).map(move |part| Row { item, part, number })
    };
    group.items.iter().enumerate().flat_map(row).collect()
}

/// How many rows each cell of a column covers, from the top of the group: 0 for a cell that is covered from
/// above. Group columns are one cell; an item's cells cover its parts; in `merge_equal` columns equal
/// neighbours are one cell.
pub fn spans(template: &Template, rows: &[Row<'_>], key: &ColumnKey) -> Vec<usize> {
    let is_group = template.is_group_column(key);
    let merges = template.merge_equal.contains(key);
    let joined = |above: &Row<'_>, below: &Row<'_>| {
        let same_item = above.item.id == below.item.id;
        is_group || (same_item && !key.is_of_part()) || (merges && equal_cells(above, below, key))
    };
    let mut spans = vec![0; rows.len()];
    let mut top = 0;
    for index in 0..rows.len() {
        if index > 0 && !joined(&rows[index - 1], &rows[index]) {
            top = index;
        }
        spans[top] += 1;
    }
    spans
}

/// Empty cells are never equal: nothing said twice is not one thing said.
fn equal_cells(above: &Row<'_>, below: &Row<'_>, key: &ColumnKey) -> bool {
    let (a, b) = (above.item.cell(above.part, key), below.item.cell(below.part, key));
    let filled = match a {
        None => false,
        Some(Cell::Text(text)) => !text.is_empty(),
        Some(Cell::Channels(channels)) => !channels.is_empty(),
        Some(Cell::Mark { on, note }) => on || !note.is_empty(),
    };
    filled && a == b
}

/// What 序号 or the item's number prints for a row; `group` is the group's position from 0.
pub fn number(template: &Template, key: &ColumnKey, group: usize, item_number: usize) -> String {
    let numbering = template.numbering;
    match key {
        ColumnKey::Number => match numbering.group {
            GroupNumbering::Chinese => chinese_number(group + 1),
            GroupNumbering::Arabic => (group + 1).to_string(),
            GroupNumbering::None if numbering.item == ItemNumbering::Running => item_number.to_string(),
            GroupNumbering::None => String::new(),
        },
        ColumnKey::ItemNumber if numbering.item == ItemNumbering::Running => item_number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Catalogue, Column, Id, exchange};

    fn catalogue(text: &str) -> Catalogue {
        let mut next = 0;
        let mut new_id = || {
            next += 1;
            Id::new(&format!("id-{next}")).unwrap()
        };
        exchange::read(text.as_bytes(), &mut new_id).unwrap()
    }

    fn header_lines(template: &Template) -> Vec<String> {
        let line = |cell: &HeaderCell| {
            format!("{},{} {}x{} {}", cell.row, cell.column, cell.row_span, cell.column_span, cell.text)
        };
        header(template).iter().map(line).collect()
    }

    #[test]
    fn header_cells_with_an_equal_beginning_are_one() {
        let catalogue = catalogue(include_str!("../../../assets/catalogues/zhongwei-hrss-2022.json"));
        insta::assert_snapshot!(header_lines(&catalogue.template).join("\n"), @r"
        0,0 2x1 序号
        0,1 1x3 公开事项
        0,4 2x1 公开内容 (要素)
        0,5 2x1 公开依据
        0,6 2x1 公开时限
        0,7 2x1 公开主体
        0,8 2x1 公开渠道和载体
        0,9 1x2 公开对象
        0,11 1x2 公开方式
        0,13 2x1 备注
        1,1 1x1 一级事项
        1,2 1x2 二级事项
        1,9 1x1 全社会
        1,10 1x1 特定群体
        1,11 1x1 主动公开
        1,12 1x1 依申请
        ");
    }

    #[test]
    fn equal_words_below_different_headers_stay_apart() {
        let mut template =
            catalogue(include_str!("../../../assets/catalogues/zhongwei-hrss-2022.json")).template;
        let column = |key: &str, header: &[&str]| Column {
            key: key.parse().unwrap(),
            header: header.iter().map(|word| (*word).to_owned()).collect(),
        };
        template.columns = vec![
            column("item", &["事项", "名称"]),
            column("custom:甲", &["科室", "名称"]),
            column("custom:乙", &["科室"]),
        ];
        let lines = header_lines(&template);
        assert_eq!(lines, ["0,0 1x1 事项", "0,1 1x1 科室", "0,2 2x1 科室", "1,0 1x1 名称", "1,1 1x1 名称"]);
    }

    #[test]
    fn parts_and_equal_neighbours_print_as_merged_cells() {
        let catalogue = catalogue(include_str!("../../../assets/catalogues/zhongwei-social-insurance.json"));
        let template = &catalogue.template;
        let group = catalogue.groups.iter().find(|g| g.items.iter().any(|i| i.parts.len() == 3)).unwrap();
        let rows = rows(group, 1);
        let spans = |key: &str| spans(template, &rows, &key.parse().unwrap());
        let all = rows.len();
        assert_eq!(all, group.items.len() + 2);
        assert_eq!(spans("group")[0], all);
        assert_eq!(spans("number")[0], all);
        let parted = rows.iter().position(|row| row.item.parts.len() == 3).unwrap();
        assert_eq!(spans("item")[parted..parted + 3], [3, 0, 0]);
        assert_eq!(spans("content")[parted..parted + 3], [1, 1, 1]);
        // The first two parts have equal channels.
        assert_eq!(spans("channels")[parted..parted + 3], [2, 0, 1]);
    }

    #[test]
    fn a_span_never_leaves_a_gap() {
        for text in [
            include_str!("../../../assets/catalogues/zhongwei-social-insurance.json"),
            include_str!("../../../assets/catalogues/jalaid-social-insurance.json"),
        ] {
            let catalogue = catalogue(text);
            for group in &catalogue.groups {
                let rows = rows(group, 1);
                for column in &catalogue.template.columns {
                    let spans = spans(&catalogue.template, &rows, &column.key);
                    assert_eq!(spans.iter().sum::<usize>(), rows.len());
                }
            }
        }
    }
}
