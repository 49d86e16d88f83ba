//! Documents of others: looked at, taken in, refused.

use std::{fs, path::Path};

use mulu_import::Format;

use super::*;

const TABLE: &str = "序号,一级事项,二级事项,公开内容,公开时限,公开主体,公开渠道和载体,负责人\n\
    1,机构信息,机构职能,职能,长期公开,某县司法局,■政府网站 □公开栏,甲\n\
    3,机构信息,内设机构,科室,长期公开,某县司法局,□政府网站 ■公开栏,乙\n";

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[test]
fn a_document_is_looked_at_with_its_columns_and_findings_and_nothing_is_taken() {
    let office = Office::new();
    let path = office.path("目录.csv");
    fs::write(&path, TABLE).unwrap();
    let view = office.app.look_at(&path, &Choice::default()).unwrap();
    assert_eq!((view.format, view.groups, view.items), (Some(Format::Csv), 1, 2));
    assert_eq!((view.tables.len(), view.tables[0].rows, view.tables[0].is_taken), (1, 3, true));
    let keys: Vec<String> =
        view.columns.iter().flat_map(|column| &column.keys).map(ToString::to_string).collect();
    let expected = "number group item content time_limit disclosing_body channels custom:负责人".split(' ');
    assert_eq!(keys, expected.collect::<Vec<_>>());
    let jump = view.findings.iter().find(|finding| finding.found.rule() == "number-jump").unwrap();
    assert_eq!((jump.place.table, jump.place.row), (1, Some(3)));
    assert_eq!(jump.item.as_ref().map(|item| (item.index, item.name.as_str())), Some((1, "内设机构")));
    assert!(office.app.library_view().unwrap().catalogues.is_empty());
}

#[test]
fn a_document_becomes_a_catalogue_of_the_library() {
    let office = Office::new();
    let path = office.path("目录.csv");
    fs::write(&path, TABLE).unwrap();
    let id = office.app.import(&path).unwrap();
    let view = office.app.open(&id).unwrap();
    assert_eq!(first_item(&view).name, "机构职能");
    assert_eq!(first_item(&view).channels[0].label, "政府网站");
}

#[test]
fn a_template_gives_the_catalogue_its_columns() {
    let office = Office::new();
    let path = office.path("目录.csv");
    fs::write(&path, TABLE).unwrap();
    let template = shipped_template("zhongwei-social-insurance").unwrap();
    for path in [path, asset("zhongwei-hrss-2022")] {
        let choice = Choice { template: Some(template.clone()), ..Choice::default() };
        let reading = read(&path, &choice, &System).unwrap();
        assert_eq!(reading.catalogue.template, template);
    }
    assert_eq!(shipped_template("none"), Err(AppError::NoSource { id: "none".to_owned() }));
}

#[test]
fn one_table_of_several_is_chosen_by_its_number() {
    let office = Office::new();
    let path = office.path("目录.html");
    let row = |cells: &str| {
        let cells: String = cells.split(',').map(|cell| format!("<td>{cell}</td>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let table = |rows: &[&str]| format!("<table>{}</table>", rows.iter().map(|r| row(r)).collect::<String>());
    let names = table(&["姓名,电话", "甲,1"]);
    let header = "序号,一级事项,二级事项,公开内容,公开时限,公开主体";
    let first = table(&[header, "1,机构信息,机构职能,职能,长期,甲局"]);
    let second = table(&[header, "1,政策文件,规章,正文,长期,甲局", "2,政策文件,规划,正文,长期,甲局"]);
    fs::write(&path, format!("<html><body>{names}{first}{second}</body></html>")).unwrap();
    let look = |table: Option<u32>| {
        office.app.look_at(&path, &Choice { tables: table.into_iter().collect(), ..Choice::default() })
    };
    assert_eq!(look(None).unwrap().items, 3);
    let view = look(Some(3)).unwrap();
    assert_eq!((view.items, view.columns[0].table), (2, 3));
    let taken: Vec<bool> = view.tables.iter().map(|table| table.is_taken).collect();
    assert_eq!(taken, [false, false, true]);
    let refused = |problem| Err(AppError::BadDocument { path: shown(&path), problem });
    assert_eq!(look(Some(4)), refused(DocumentProblem::NoSuchTable { asked: 4, tables: 3 }));
    let Err(AppError::BadDocument { problem: DocumentProblem::NoCatalogue { tables }, .. }) = look(Some(1))
    else {
        panic!("the table of names was taken")
    };
    assert_eq!(tables[0].first, ["姓名", "电话"]);
    let exchange =
        office.app.look_at(&asset("zhongwei-hrss-2022"), &Choice { tables: vec![2], ..Choice::default() });
    assert!(matches!(exchange, Err(AppError::BadDocument { .. })));
}

#[test]
fn an_exchange_file_is_known_by_its_content_too() {
    let office = Office::new();
    let path = office.path("目录.txt");
    fs::copy(asset("yinchuan-hrss-2020"), &path).unwrap();
    let view = office.app.look_at(&path, &Choice::default()).unwrap();
    assert_eq!((view.format, view.items, view.columns.len()), (None, 27, 17));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    let office = Office::new();
    let path = office.path("目录.csv");
    fs::File::create(&path).unwrap().set_len(2 << 30).unwrap();
    let problem = ExchangeProblem::TooLarge;
    assert_eq!(office.app.import(&path), Err(AppError::BadExchangeFile { path: shown(&path), problem }));
}
