//! Arbitrary tables: nothing panics, and large ones are read whole.

use mulu_import::{Cell, Grid, Place, Table, clean_up, draft, find, find_all, with_header};
use proptest::prelude::*;

use crate::laid::{document, ids};

const WORDS: &[&str] = &[
    "",
    " ",
    "序号",
    "一级事项",
    "二级事项",
    "公开事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开渠道和载体",
    "公开对象",
    "公开方式",
    "主动",
    "依申请公开",
    "全社会",
    "特定群体",
    "县级",
    "决策",
    "执行",
    "管理",
    "网站所属栏目",
    "备注",
    "√",
    "☑",
    "1",
    "2",
    "一",
    "同上",
    "〃",
    "同左",
    "■政府网站 □公示栏",
    "□ 其他（注明：",
    "R政府网站 £公报",
    "口",
    "《条例",
    "》",
    "知》（某发〔2020〕1号）",
    "20个工作日内",
    "（续）",
    "概况（续）",
    "概况概况",
    "----",
    "\n\n",
    "（一）",
    "1 甲",
    "2、乙",
    "注：",
    "责任单位：甲 填表人：",
    "政府信息：主动公开一级事项6项，二级事项42项",
    "填表时间：2022年13月40日",
    "機構",
    "😀",
    "\u{200b}",
    "①",
    "合计",
    "其他：",
    "a_",
    "(",
    "）",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => prop::collection::vec(prop::sample::select(WORDS), 1..4).prop_map(|words| words.concat()),
        1 => "\\PC{0,12}",
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    (0..14_usize, 0..12_usize, 1..4_usize, 1..4_usize, text(), any::<bool>(), any::<bool>()).prop_map(
        |(row, column, rows, columns, text, spans, is_hidden)| Cell {
            row,
            column,
            row_span: if spans { rows } else { 1 },
            column_span: if spans { columns } else { 1 },
            text,
            is_hidden,
            place: Place { row: row as u32 + 1, column: column as u32 + 1 },
        },
    )
}

/// Cells that may even lie over one another; a reader that is wrong must not bring the mapping down.
fn any_table() -> impl Strategy<Value = Table> {
    let lines = || prop::collection::vec(text(), 0..3);
    (prop::collection::vec(cell(), 0..90), lines(), lines()).prop_map(|(mut cells, above, below)| {
        cells.sort_by_key(|cell| (cell.row, cell.column));
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        Table { above, below, grid: Grid { rows: 14, columns: 12, cells }, ..Table::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_table_brings_the_mapping_down(table in any_table(), from in 0..16_usize, depth in 0..4_usize) {
        let mapping = find(&table).unwrap_or_else(|| with_header(&table, from..from + depth));
        let draft = draft(&[(&table, &mapping), (&table, &mapping.continued(&table))], None, &mut ids());
        prop_assert_eq!(draft.catalogue.item_count(), draft.sources.len());
        prop_assert!(draft.catalogue.template.validate().is_ok(), "{:?}", draft.catalogue.template);
        clean_up(&draft.catalogue);
        let _ = find_all(&document(table));
    }
}

/// A catalogue of so many items, with groups of ten; merged or, as text has it, empty below the first.
fn large(items: usize, is_merged: bool) -> Table {
    let header = [
        "序号",
        "一级事项",
        "二级事项",
        "公开内容",
        "公开依据",
        "公开时限",
        "公开主体",
        "公开渠道和载体",
        "主动",
        "依申请公开",
    ];
    let mut cells = Vec::new();
    let mut add = |row: usize, column: usize, row_span: usize, text: String| {
        let place = Place { row: row as u32 + 1, column: column as u32 + 1 };
        cells.push(Cell { row, column, row_span, column_span: 1, text, is_hidden: false, place });
    };
    for (column, word) in header.iter().enumerate() {
        add(0, column, 1, (*word).to_owned());
    }
    let boxes = "■政府网站 □政府公报 □两微一端 □发布会/听证会 □广播电视 □纸质媒体 □公开查阅点 ■政务服务中心 □便民服务站 □入户/现场 □精准推送 □其他（注明）";
    for item in 0..items {
        let row = item + 1;
        if item % 10 == 0 {
            let span = if is_merged { 10.min(items - item) } else { 1 };
            add(row, 0, span, (item / 10 + 1).to_string());
            add(row, 1, span, format!("第{}类事项", item / 10 + 1));
        }
        add(row, 2, 1, format!("事项{item}的公开"));
        add(row, 3, 1, format!("1.事项名称；\n2.办理材料；\n3.办理时限；\n4.第{item}项内容。"));
        add(row, 4, 1, "《中华人民共和国政府信息公开条例》（国务院令第711号）、《社会保险法》".to_owned());
        add(row, 5, 1, "信息形成或者变更之日起20个工作日内".to_owned());
        add(row, 6, 1, "某市人力资源和社会保障局".to_owned());
        add(row, 7, 1, boxes.to_owned());
        add(row, 8 + item % 2, 1, "√".to_owned());
    }
    Table { grid: Grid { rows: items + 1, columns: header.len(), cells }, ..Table::default() }
}

#[test]
fn a_long_table_is_mapped_whole_whether_its_groups_are_merged_or_empty_below_their_first_item() {
    for is_merged in [true, false] {
        let table = large(1_000, is_merged);
        let mapping = find(&table).unwrap();
        let draft = draft(&[(&table, &mapping)], None, &mut ids());
        assert_eq!((draft.catalogue.groups.len(), draft.catalogue.item_count()), (100, 1_000));
        assert!(draft.findings.is_empty(), "{:?}", &draft.findings[..5.min(draft.findings.len())]);
    }
}

#[test]
fn cells_that_span_a_whole_sheet_are_one_item() {
    let cell = |row: usize, column: usize, text: &str, row_span: usize, column_span: usize| Cell {
        row,
        column,
        row_span,
        column_span,
        text: text.to_owned(),
        is_hidden: false,
        place: Place::default(),
    };
    let header = ["序号", "公开事项", "公开内容", "公开依据"];
    let mut cells: Vec<Cell> =
        header.iter().enumerate().map(|(column, word)| cell(0, column, word, 1, 1)).collect();
    cells.push(cell(1, 0, "1", 1_048_575, 1));
    cells.push(cell(1, 1, "甲", 1_048_575, 16_383));
    let table = Table { grid: Grid { rows: 1_048_576, columns: 16_384, cells }, ..Table::default() };
    // Whoever looks at each place of the sheet never comes to an end.
    let mapping = find(&table).unwrap();
    assert_eq!(draft(&[(&table, &mapping)], None, &mut ids()).catalogue.item_count(), 1);
}
