//! The files that writers make.

use std::ops::ControlFlow;

use mulu_model::{Catalogue, Date, TextField};

use super::{catalogues, form};
use crate::{Form, Paper, Progress, WriteError, csv, docx, html, pdf, unwatched, xlsx};

const DATE: Date = Date::constant(2022, 12, 18);

fn changed(catalogue: &mut Catalogue, text: &str) {
    catalogue.groups[0].items[0].texts[TextField::Content] = text.to_owned();
}

fn html_of(form: &Form) -> String {
    String::from_utf8(html::write(form, &mut unwatched).unwrap()).unwrap()
}

fn csv_of(form: &Form) -> String {
    String::from_utf8(csv::write(form, &mut unwatched).unwrap()).unwrap()
}

#[test]
fn the_same_catalogue_and_date_give_the_same_bytes() {
    let catalogue = catalogues::real("zhongwei-social-insurance");
    let write = || {
        let form = form(&catalogue, Paper::A3);
        [pdf::write, xlsx::write, docx::write].map(|write| write(&form, DATE, &mut unwatched).unwrap())
    };
    assert!(write() == write());
}

#[test]
fn the_files_of_42_items_are_small() {
    let form = form(&catalogues::real("zhongwei-hrss-2022"), Paper::A3);
    let pdf = pdf::write(&form, DATE, &mut unwatched).unwrap().len();
    let xlsx = xlsx::write(&form, DATE, &mut unwatched).unwrap().len();
    let docx = docx::write(&form, DATE, &mut unwatched).unwrap().len();
    assert!(pdf < 300_000 && xlsx < 40_000 && docx < 40_000, "PDF {pdf}, XLSX {xlsx}, DOCX {docx} bytes");
}

#[test]
fn difficult_catalogues_can_be_written_in_every_format() {
    let form = form(&catalogues::difficult(), Paper::A4);
    assert!(pdf::write(&form, DATE, &mut unwatched).unwrap().starts_with(b"%PDF-1.7"));
    assert!(xlsx::write(&form, DATE, &mut unwatched).unwrap().starts_with(b"PK"));
    assert!(docx::write(&form, DATE, &mut unwatched).unwrap().starts_with(b"PK"));
    assert!(html_of(&form).ends_with("</html>\n"));
    assert!(csv_of(&form).ends_with("\r\n"));
}

#[test]
fn a_catalogue_without_groups_is_a_form_of_one_page() {
    let mut catalogue = catalogues::real("yinchuan-hrss-2020");
    catalogue.groups.clear();
    let form = form(&catalogue, Paper::A3);
    assert_eq!((form.page_count(), form.first_item(0)), (1, None));
    assert!(
        [pdf::write, xlsx::write, docx::write].iter().all(|write| write(&form, DATE, &mut unwatched).is_ok())
    );
    assert!(html_of(&form).contains("<thead>") && csv_of(&form).starts_with("\u{feff}序号,"));
}

#[test]
fn writers_stop_when_asked() {
    let form = form(&catalogues::real("zhongwei-hrss-2022"), Paper::A3);
    let stop: &mut Progress<'_> = &mut |_, _| ControlFlow::Break(());
    let results = [
        pdf::write(&form, DATE, stop),
        xlsx::write(&form, DATE, stop),
        docx::write(&form, DATE, stop),
        html::write(&form, stop),
        csv::write(&form, stop),
    ];
    for result in results {
        assert!(matches!(result, Err(WriteError::Cancelled { done: 0, .. })), "{result:?}");
    }
}

#[test]
fn a_text_that_no_worksheet_cell_can_hold_is_refused_by_name() {
    let mut catalogue = catalogues::real("zhongwei-hrss-2022");
    changed(&mut catalogue, &"长".repeat(40_000));
    let form = form(&catalogue, Paper::A3);
    let result = xlsx::write(&form, DATE, &mut unwatched);
    assert!(matches!(result, Err(WriteError::CellTooLong { item: Some(0), chars: 40_000 })), "{result:?}");
}

#[test]
fn markup_in_a_cell_is_text_on_web_pages_and_in_the_preview() {
    let mut catalogue = catalogues::real("zhongwei-hrss-2022");
    changed(&mut catalogue, "<b>&\"本\"");
    let form = form(&catalogue, Paper::A3);
    for page in [html_of(&form), form.svg(0)] {
        assert!(page.contains("&lt;b&gt;&amp;&quot;本&quot;") && !page.contains("<b>"));
    }
}

#[test]
fn web_pages_have_headers_for_rows_groups_and_columns() {
    let html = html_of(&form(&catalogues::real("zhongwei-hrss-2022"), Paper::A3));
    let wanted = [
        "<html lang=\"zh-CN\">",
        "<th scope=\"colgroup\" colspan=\"3\">公开事项</th>",
        "<th scope=\"col\" rowspan=\"2\">公开依据</th>",
        "<th scope=\"rowgroup\" rowspan=\"3\" class=\"centre\">概况信息</th>",
        "<th scope=\"row\" class=\"centre\">机构信息</th>",
        "<span class=\"box\">☑中卫市人民政府门户网站</span>",
        "未审签，不得对外发布",
    ];
    for part in wanted {
        assert!(html.contains(part), "{part} is not there");
    }
    assert_eq!(html.matches("<tbody>").count(), 6);
    assert!(!html.contains("<script"));
}

#[test]
fn merged_values_stand_in_every_line_of_csv() {
    let csv = csv_of(&form(&catalogues::real("zhongwei-hrss-2022"), Paper::A3));
    assert_eq!(csv.matches(",概况信息,").count(), 3);
    assert!(csv.starts_with("\u{feff}序号,公开事项/一级事项,"));
}

#[test]
fn no_value_of_csv_runs_as_a_formula() {
    let mut catalogue = catalogues::real("zhongwei-hrss-2022");
    changed(&mut catalogue, "=HYPERLINK(\"x\")");
    let csv = csv_of(&form(&catalogue, Paper::A3));
    assert!(csv.contains(",\"\t=HYPERLINK(\"\"x\"\")\","), "{}", &csv[..400]);
}
