//! Documents of others: looked at, corrected, taken; several at once; dropped and pasted.

use anyhow::{Context, Result, ensure};
use mulu_e2e::{Clipboard, Key, Place, Window, ctrl};
use serde_json::{Value, json};

use crate::exported_items;

/// Items of a document: group, name, content, what stands in its cells of 主动公开 and 依申请公开.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

const PROACTIVE: &str = "<td>√</td><td></td>";
/// A √ of which nobody can say to which of the two columns it belongs.
const BETWEEN: &str = "<td colspan=\"2\">√</td>";

const ROWS: [Row<'_>; 4] = [
    ("机构信息", "领导简介", "姓名、职务、分工", PROACTIVE),
    ("机构信息", "内设机构", "职责、负责人、电话", BETWEEN),
    ("政策文件", "规范性文件", "标题、文号、全文", PROACTIVE),
    ("政策文件", "政策解读", "解读材料", PROACTIVE),
];

/// A web page with a catalogue in it; the last column is one of the body's own.
fn page(title: &str, rows: &[Row<'_>]) -> String {
    let header = [
        "一级事项",
        "二级事项",
        "公开内容",
        "公开依据",
        "公开时限",
        "公开主体",
        "公开渠道和载体",
        "主动公开",
        "依申请公开",
        "责任处室",
    ];
    let header: String = header.iter().map(|name| format!("<th>{name}</th>")).collect();
    let row = |(group, name, content, marks): &Row<'_>| {
        format!(
            "<tr><td>{group}</td><td>{name}</td><td>{content}</td><td>《政府信息公开条例》</td>\
             <td>20个工作日内</td><td>市人社局</td><td>政府网站</td>{marks}<td>办公室</td></tr>"
        )
    };
    let rows: String = rows.iter().map(row).collect();
    format!(
        "<html><meta charset=\"utf-8\"><body><p>{title}</p><table><tr>{header}</tr>{rows}</table></body></html>"
    )
}

/// Chooses from a list, as by mouse.
async fn choose(window: &Window, id: &str, value: &str) -> Result<()> {
    window.find(id).await?;
    let script = format!(
        "const list = document.querySelector('[data-testid={}]');
         const choice = [...list.options].find((each) => each.value === {value} || each.text.startsWith({value}));
         list.value = choice.value;
         list.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        json!(id),
        value = json!(value)
    );
    window.execute(&script).await.map(drop)
}

/// Waits until the document is read and all of its rows are there.
async fn until_looked_at(window: &Window) -> Result<()> {
    window.find_css("[data-testid=raw-grid][data-loading=false]").await?;
    window
        .until(
            "nothing is being read",
            "document.querySelector('[data-testid=import-screen]').dataset.busy === 'false'",
        )
        .await
}

async fn opened(window: &Window, button: &str) -> Result<()> {
    window.click(button).await?;
    until_looked_at(window).await
}

async fn press_next(window: &Window) -> Result<()> {
    window.keys(&ctrl(&char::from(Key::Enter).to_string())).await
}

fn named<'a>(items: &'a [Value], name: &str) -> Result<&'a Value> {
    items.iter().find(|item| item["name"] == name).with_context(|| format!("no item {name}"))
}

#[tokio::test]
async fn a_web_page_is_corrected_and_taken_as_a_new_catalogue_and_its_next_year_as_a_new_version_of_it()
-> Result<()> {
    let place = Place::new()?;
    let document = place.path("要 导入.html");
    std::fs::write(&document, page("市人社局政务公开目录", &ROWS))?;
    let window = Window::start(&place).await?;
    opened(&window, "start-import").await?;
    window.until_text("import-facts", "2个一级事项、4个二级事项").await?;

    // One column is another one, one √ is decided, one row is left out.
    choose(&window, "map-J", r#"["column",["remarks"]]"#).await?;
    window.find_css("[data-testid=map-J][data-use=remarks]").await?;
    window.click("act-tick-method:on_application").await?;
    window.until_text("import-decision", "依申请公开").await?;
    until_looked_at(&window).await?;
    window.click("raw-menu-5").await?;
    window.click("row-menu-leaveOut").await?;
    window.until_text("import-next", "导入3项").await?;

    // What was left out by mistake would come back.
    window.keys(&ctrl("z")).await?;
    window.until_text("import-next", "导入4项").await?;
    until_looked_at(&window).await?;
    window.click("raw-menu-5").await?;
    window.click("row-menu-leaveOut").await?;
    window.until_text("import-next", "导入3项").await?;
    until_looked_at(&window).await?;

    press_next(&window).await?;
    window.until_text("into-summary", "3个二级事项").await?;
    press_next(&window).await?;
    window.until_text("toast", "已导入3项").await?;
    let items = exported_items(&window, &place).await?;
    ensure!(items.len() == 3 && items.iter().all(|item| item["remarks"] == "办公室"), "{items:?}");
    ensure!(named(&items, "内设机构")?["method"] == json!(["on_application"]), "{items:?}");
    ensure!(named(&items, "领导简介")?["method"] == json!(["proactive"]), "{items:?}");

    let mut next = ROWS;
    next[0].2 = "姓名、职务、分工、照片";
    next[1].3 = "<td></td><td>√</td>";
    std::fs::write(&document, page("市人社局政务公开目录", &next).replace("责任处室", "备注"))?;
    window.click("back").await?;
    opened(&window, "import").await?;
    press_next(&window).await?;
    window.click("into-version").await?;
    choose(&window, "into-catalogue", "市人社局政务公开目录").await?;
    window.until_text("into-counts", "改动1格，新增1项，删除0项").await?;
    window.until_text("difference-row", "领导简介").await?;
    window.click("import-next").await?;
    window.until_text("toast", "按Ctrl+Z可以撤销").await?;
    let items = exported_items(&window, &place).await?;
    ensure!(items.len() == 4, "{items:?}");
    ensure!(named(&items, "领导简介")?["content"] == "姓名、职务、分工、照片", "{items:?}");
    window.close().await
}

#[tokio::test]
async fn items_of_a_document_are_added_to_the_open_catalogue() -> Result<()> {
    let place = Place::new()?;
    std::fs::write(place.path("要 导入.html"), page("补充目录", &ROWS[2..]))?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    window.click("more").await?;
    opened(&window, "more-importItems").await?;
    press_next(&window).await?;
    window.until_text("into-add", "2项将加入").await?;
    window.click("import-next").await?;
    window.until_text("toast", "已导入2项").await?;
    let after = exported_items(&window, &place).await?;
    ensure!(after.len() == before.len() + 2, "{} items", after.len());
    named(&after, "政策解读")?;
    window.close().await
}

/// Every kind of name that is offered; what a file is, its bytes say.
const TEN: [&str; 10] = ["csv", "et", "htm", "html", "tsv", "txt", "wps", "xls", "xlsm", "xlsx"];

#[tokio::test]
async fn ten_files_are_taken_at_once_and_a_broken_one_stops_none_of_them() -> Result<()> {
    let place = Place::new()?;
    for (at, kind) in TEN.iter().enumerate() {
        let rows = if at == 0 { &ROWS[..] } else { &ROWS[2..] };
        std::fs::write(place.path("要 导入").with_extension(kind), page(&format!("目录{at}"), rows))?;
    }
    std::fs::write(place.path("要 导入.xlsx"), b"\x89PNG\r\n\x1a\n0000IHDR")?;
    let window = Window::start(&place).await?;
    window.click("start-import").await?;
    window.until_text("batch-counted", "可导入8个，须核对1个，打不开1个").await?;
    window.until_text("batch-10", "图片").await?;

    // The one with an open question is looked at, and comes back decided.
    window.click("batch-check-1").await?;
    until_looked_at(&window).await?;
    window.click("act-leave_empty").await?;
    window.find("import-decision").await?;
    window.click("import-next").await?;
    window.until_text("batch-counted", "可导入9个，须核对0个，打不开1个").await?;
    window.click("batch-choose-9").await?;
    window.until_text("batch-take", "8个").await?;
    window.click("batch-take").await?;
    window.until_text("batch-summary", "已导入8份目录，18项").await?;
    window.click("batch-leave").await?;
    window.until_text("place-catalogues", "8").await?;
    window.close().await
}

#[tokio::test]
async fn a_table_is_pasted_and_a_file_dropped_on_the_library_and_what_is_neither_is_refused() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.find("start").await?;
    let copied = Clipboard::hold("只是文字", Some(&page("复制的目录", &ROWS)))?;
    window.keys(&ctrl("v")).await?;
    until_looked_at(&window).await?;
    drop(copied);
    window.until_text("import-facts", "粘贴的表格").await?;
    window.press(Key::Escape, 1).await?;
    window.find("start").await?;

    drop_on(
        &window,
        &format!("data.items.add(new File([{}], '目录.html'))", json!(page("拖来的目录", &ROWS))),
    )
    .await?;
    until_looked_at(&window).await?;
    window.until_text("import-facts", "目录.html").await?;
    window.press(Key::Escape, 1).await?;
    window.find("start").await?;

    drop_on(&window, "data.setData('text/plain', '一段文字')").await?;
    window.until_text("problem", "拖来的不是文件").await?;
    drop_on(&window, "data.items.add(new File(['一段话，没有表格。'], '通知.txt'))").await?;
    window.until_text("problem", "没有导入“通知.txt”").await?;
    window.find("start").await?;
    window.close().await
}

#[tokio::test]
async fn a_hand_off_file_that_is_chosen_or_dropped_is_looked_at_at_once() -> Result<()> {
    let here = Place::new()?;
    let there = here.another()?;
    let window = Window::start(&here).await?;
    window.click("person-button").await?;
    window.add_person("甲某", &[]).await?;
    window.click("people-close").await?;
    window.open_sample().await?;
    window.click("more").await?;
    window.hand_over("more-handoff", &here, &there).await?;
    window.close().await?;

    let window = Window::start(&there).await?;
    window.click("person-button").await?;
    window.add_person("乙某", &[]).await?;
    window.click("people-close").await?;
    window.click("start-import").await?;
    window.until_text("handoff-sender", "甲某").await?;
    window.press(Key::Escape, 1).await?;
    window.until("the dialog is closed", "!document.querySelector('[data-testid=handoff-dialog]')").await?;
    let bytes = std::fs::read(there.open().with_extension("mulu"))?;
    drop_on(&window, &format!("data.items.add(new File([new Uint8Array({bytes:?})], '流转.mulu'))")).await?;
    window.until_text("handoff-sender", "甲某").await?;
    window.trust_and_take_in().await?;
    window.find("cell-1-content").await?;
    window.close().await
}

/// Drops something on the window, as the browser tells of it.
async fn drop_on(window: &Window, filled: &str) -> Result<()> {
    let script = format!(
        "const data = new DataTransfer();
         {filled};
         for (const name of ['dragover', 'drop']) {{
           document.body.dispatchEvent(new DragEvent(name, {{ dataTransfer: data, bubbles: true, cancelable: true }}));
         }}"
    );
    window.execute(&script).await.map(drop)
}
