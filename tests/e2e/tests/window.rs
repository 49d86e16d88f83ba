//! Journeys through the real window.
#![cfg(target_os = "linux")]

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use mulu_e2e::{Key, Place, Window, ctrl, with};

const CONTENT: &str = "1、本单位主要职责；2、办公地址和电话。";
const NOTE: &str = "市民服务热线";

async fn edit_three_cells(window: &Window) -> Result<()> {
    window.click("cell-1-content").await?;
    window.fill("field-content", CONTENT).await?;
    window.click("box-其他").await?;
    window.fill("note-其他", NOTE).await?;
    window.click("cell-2-method:on_application").await?;
    window.until_saved().await
}

async fn see_three_edits(window: &Window) -> Result<()> {
    window.until_text("cell-1-content", "办公地址和电话").await?;
    window.until_text("cell-1-channels", NOTE).await?;
    window.until_text("cell-2-method:on_application", "√").await
}

/// Presses keys until the button of the same act has nothing left to do.
async fn press_until_disabled(window: &Window, button: &str, keys: &str) -> Result<()> {
    const MOST_STEPS: usize = 30;
    for _ in 0..MOST_STEPS {
        if window.find(button).await?.prop("disabled").await?.as_deref() == Some("true") {
            return Ok(());
        }
        window.keys(keys).await?;
        window.until_saved().await?;
    }
    bail!("{button} never ends")
}

fn output_of(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).output().with_context(|| program.to_owned())?;
    ensure!(output.status.success(), "{program}: {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).split_whitespace().collect())
}

#[tokio::test]
async fn edits_are_there_after_the_program_was_closed_and_can_still_be_undone() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = window.text("cell-1-content").await?;
    edit_three_cells(&window).await?;
    see_three_edits(&window).await?;
    window.close().await?;

    let window = Window::start(&place).await?;
    window.click("open").await?;
    see_three_edits(&window).await?;
    window.click("cell-1-content").await?;
    ensure!(window.value("field-content").await? == CONTENT);
    ensure!(window.value("note-其他").await? == NOTE);

    // Everything that was typed, box by box; a pause in the typing makes a step more.
    window.click("undo").await?;
    let unticked =
        "!document.querySelector('[data-testid=\"cell-2-method:on_application\"]').textContent.includes('√')";
    window.until("the √ is taken back", unticked).await?;
    press_until_disabled(&window, "undo", &ctrl("z")).await?;
    window.until_text("cell-1-content", before.lines().next().unwrap_or_default()).await?;
    press_until_disabled(&window, "redo", &ctrl("y")).await?;
    see_three_edits(&window).await?;
    window.close().await
}

#[tokio::test]
async fn both_official_files_go_to_a_path_with_chinese_characters_and_spaces() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    edit_three_cells(&window).await?;
    window.export("pdf").await?;
    window.export("xlsx").await?;
    window.close().await?;

    let pdf = place.save_as().with_extension("pdf");
    ensure!(pdf.to_string_lossy().contains("导出 目录"));
    let text = output_of("pdftotext", &["-raw", &pdf.to_string_lossy(), "-"])?;
    ensure!(text.contains(&CONTENT.replace(' ', "")), "the edited content is printed");
    ensure!(text.contains(NOTE), "the note is printed");
    ensure!(text.contains("依申请公开二级事项1项"), "the statistics line counts the new √");
    let workbook = std::fs::read(place.save_as().with_extension("xlsx"))?;
    ensure!(workbook.starts_with(b"PK"));
    Ok(())
}

#[tokio::test]
async fn the_preview_shows_the_pages_of_the_exported_file() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.export("pdf").await?;
    window.click("preview").await?;
    window.until_text("page-1", "中卫市人力资源和社会保障局政务公开清单目录").await?;
    let pdf = place.save_as().with_extension("pdf");
    let info = output_of("pdfinfo", &[&pdf.to_string_lossy()])?;
    let pages = window.execute("return document.querySelectorAll('[data-testid^=page-]').length").await?;
    ensure!(info.contains(&format!("Pages:{pages}Encrypted")), "{pages} pages on screen: {info}");
    window.close().await
}

#[tokio::test]
async fn a_deleted_catalogue_comes_back_from_the_bin() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("back").await?;
    window.click("remove").await?;
    window.click("place-bin").await?;
    window.click("restore").await?;
    window.click("place-catalogues").await?;
    window.click("open").await?;
    window.find("cell-42-content").await?;
    window.close().await
}

#[tokio::test]
async fn a_broken_file_is_refused_with_a_sentence_and_nothing_is_taken_in() -> Result<()> {
    let place = Place::new()?;
    std::fs::write(place.open(), "{\"format\": \"mulu.catalogue/1\",")?;
    let window = Window::start(&place).await?;
    window.click("start-import").await?;
    window.until_text("problem", "要 导入.json").await?;
    let sentence = window.text("problem").await?;
    ensure!(!sentence.chars().any(|c| "!！".contains(c)), "{sentence}");
    window.find("start").await?;
    window.close().await
}

#[tokio::test]
async fn a_file_that_is_no_library_is_named_and_left_alone() -> Result<()> {
    let place = Place::new()?;
    let bytes = "这不是目录库".repeat(100).into_bytes();
    std::fs::write(place.library(), &bytes)?;
    let window = Window::start(&place).await?;
    window.until_text("start-up-problem", "目录库.db").await?;
    window.close().await?;
    ensure!(std::fs::read(place.library())? == bytes);
    Ok(())
}

#[tokio::test]
async fn the_main_job_is_done_by_keyboard_alone() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.tab_to("use-zhongwei-hrss-2022").await?;
    window.press(Key::Enter, 1).await?;

    // Another time limit.
    window.until_focus("cell-1-item").await?;
    window.press(Key::Down, 15).await?;
    window.press(Key::Right, 3).await?;
    window.until_focus("cell-16-time_limit").await?;
    window.press(Key::Enter, 1).await?;
    window.until_focus("field-time_limit").await?;
    window.keys(&ctrl("a")).await?;
    window.keys("自作出决定之日起5个工作日内").await?;
    window.press(Key::Escape, 1).await?;
    window.until_focus("cell-16-time_limit").await?;
    window.until_text("cell-16-time_limit", "5个工作日").await?;

    // A box with a note: the twelfth is 精准推送. Then a √.
    window.press(Key::Right, 2).await?;
    window.until_focus("cell-16-channels").await?;
    window.keys("=").await?;
    window.until_focus("note-精准推送").await?;
    window.keys("短信").await?;
    window.press(Key::Escape, 1).await?;
    window.until_focus("cell-16-channels").await?;
    window.until_text("cell-16-channels", "短信").await?;
    window.press(Key::Right, 4).await?;
    window.until_focus("cell-16-method:on_application").await?;
    window.keys(" ").await?;
    window.until_text("cell-16-method:on_application", "√").await?;

    // A new item below, every field of it by Tab.
    window.keys(&with(&[Key::Control, Key::Shift], "=")).await?;
    window.until_focus("field-item").await?;
    window.keys("行政许可变更公开").await?;
    window.tab_to("field-content").await?;
    window.keys("1.变更内容；").await?;
    window.press(Key::Enter, 1).await?;
    window.keys("2.变更日期。").await?;
    window.tab_to("field-basis").await?;
    window.keys("《中华人民共和国行政许可法》").await?;
    window.tab_to("field-time_limit").await?;
    window.keys("自变更之日起7个工作日内").await?;
    window.tab_to("field-disclosing_body").await?;
    window.keys("中卫市人力资源和社会保障局").await?;
    window.tab_to("box-两微一端").await?;
    window.keys(" ").await?;
    window.tab_to("box-其他").await?;
    window.keys(" ").await?;
    window.until_focus("note-其他").await?;
    window.keys("微信群").await?;
    window.tab_to("field-audience:general_public").await?;
    window.keys(" ").await?;
    window.tab_to("field-method:proactive").await?;
    window.keys(" ").await?;
    window.tab_to("field-remarks").await?;
    window.keys("新增").await?;
    window.press(Key::Escape, 1).await?;
    window.until_focus("cell-17-remarks").await?;
    window.until_saved().await?;
    for (column, part) in [
        ("item", "行政许可变更公开"),
        ("content", "2.变更日期。"),
        ("basis", "行政许可法"),
        ("time_limit", "7个工作日"),
        ("disclosing_body", "社会保障局"),
        ("channels", "微信群"),
        ("audience:general_public", "√"),
        ("method:proactive", "√"),
        ("remarks", "新增"),
    ] {
        window.until_text(&format!("cell-17-{column}"), part).await?;
    }
    window.until_text("statistics", "二级事项43项").await?;

    // Undo and redo leave the cursor in the table; after a deletion it stands on what came in its place.
    window.press(Key::Left, 1).await?;
    window.until_focus("cell-17-method:on_application").await?;
    window.keys(" ").await?;
    window.until_text("statistics", "依申请公开二级事项2项").await?;
    window.keys(&ctrl("z")).await?;
    window.until_text("statistics", "依申请公开二级事项1项").await?;
    window.keys(&ctrl("y")).await?;
    window.until_text("statistics", "依申请公开二级事项2项").await?;
    window.until_focus("cell-17-method:on_application").await?;
    window.keys(&ctrl("-")).await?;
    window.until_text("cell-17-item", "行政处罚结果公开").await?;
    window.until_focus("cell-17-method:on_application").await?;
    window.press(Key::Up, 1).await?;
    window.until_focus("cell-16-method:on_application").await?;
    window.keys(&ctrl("z")).await?;
    window.until_text("cell-17-item", "行政许可变更公开").await?;
    window.until_focus("cell-17-method:on_application").await?;

    // Title and unit, from the outline.
    window.keys(&with(&[Key::Shift], &char::from(Key::F6).to_string())).await?;
    window.until_focus("outline-item-17").await?;
    window.press(Key::Home, 1).await?;
    window.until_focus("outline-heading").await?;
    window.press(Key::F2, 1).await?;
    window.until_focus("field-title").await?;
    window.keys(&ctrl("a")).await?;
    window.keys("某某局政务公开目录").await?;
    window.tab_to("field-responsible_unit").await?;
    window.keys(&ctrl("a")).await?;
    window.keys("某某局").await?;
    window.tab_to("field-approver").await?;
    window.press(Key::Tab, 1).await?;
    let calendar = "document.querySelector('.el-picker-panel')?.getClientRects().length";
    window.until("the calendar is there", calendar).await?;
    window.keys(&ctrl("a")).await?;
    window.keys("2025-03-04").await?;
    window.press(Key::Enter, 1).await?;
    window.until_text("heading", "填表时间：2025年3月4日").await?;
    window.press(Key::Escape, 1).await?;
    window.until_focus("heading").await?;
    window.until_text("heading", "责任单位：某某局").await?;

    // Preview, there the PDF; back, and the workbook from the menu.
    window.keys(&with(&[Key::Control], &char::from(Key::F2).to_string())).await?;
    window.until_text("page-1", "某某局政务公开目录").await?;
    window.tab_to("export-pdf").await?;
    window.press(Key::Enter, 1).await?;
    window.until_text("toast", ".pdf").await?;
    window.press(Key::Escape, 1).await?;
    window.until_focus("heading").await?;
    window.keys(&ctrl("e")).await?;
    window.until_focus("export-pdf").await?;
    window.press(Key::Down, 1).await?;
    window.press(Key::Enter, 1).await?;
    window.until_text("toast", ".xlsx").await?;
    window.until_focus("heading").await?;
    window.keys(&ctrl("e")).await?;
    window.until_focus("export-pdf").await?;
    window.press(Key::Up, 1).await?;
    window.until_focus("export-json").await?;
    window.press(Key::Enter, 1).await?;
    window.until_text("toast", ".json").await?;

    // Back in the library: delete, restore.
    window.keys(&with(&[Key::Alt], &char::from(Key::Left).to_string())).await?;
    window.until_focus("library-row").await?;
    window.press(Key::Delete, 1).await?;
    window.until_text("toast", "某某局政务公开目录").await?;
    window.tab_to("place-bin").await?;
    window.press(Key::Enter, 1).await?;
    window.until_focus("bin-row").await?;
    window.press(Key::Enter, 1).await?;
    window.until_text("toast", "已恢复").await?;
    window.tab_to("place-catalogues").await?;
    window.press(Key::Enter, 1).await?;
    window.until_focus("library-row").await?;

    // A new one from a template, then one from a file.
    window.keys(&ctrl("n")).await?;
    window.until_focus("new-title").await?;
    window.keys(&with(&[Key::Shift], &char::from(Key::Tab).to_string())).await?;
    window.press(Key::Down, 4).await?;
    window.tab_to("new-title").await?;
    window.keys("新的目录").await?;
    window.press(Key::Enter, 1).await?;
    window.until_text("heading", "新的目录").await?;
    window.until_focus("heading").await?;
    window.keys(&with(&[Key::Control, Key::Shift], "=")).await?;
    window.until_focus("field-group").await?;
    window.keys("概况信息").await?;
    window.keys(&with(&[Key::Control, Key::Shift], "=")).await?;
    window.until_focus("field-item").await?;
    window.keys("机构信息").await?;
    window.until_text("cell-1-item", "机构信息").await?;
    window.keys(&with(&[Key::Alt], &char::from(Key::Left).to_string())).await?;
    window.until_focus("library-row").await?;

    std::fs::copy(place.save_as().with_extension("json"), place.open())?;
    window.keys(&ctrl("o")).await?;
    window.until_text("heading", "某某局政务公开目录").await?;
    window.until_text("cell-17-item", "行政许可变更公开").await?;
    window.keys(&with(&[Key::Alt], &char::from(Key::Left).to_string())).await?;
    window
        .until("the library has three", "document.querySelectorAll('[data-testid=library-row]').length === 3")
        .await?;
    window.close().await
}

#[tokio::test]
async fn what_was_typed_just_before_the_window_is_closed_is_saved() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("cell-2-remarks").await?;
    window.click("field-remarks").await?;
    window.keys("关窗前一刻").await?;
    window.close_by_frame().await?;

    let window = Window::start(&place).await?;
    window.click("open").await?;
    window.until_text("cell-2-remarks", "关窗前一刻").await?;
    window.close().await
}

#[tokio::test]
async fn typed_text_survives_quick_steps_from_item_to_item() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("cell-1-remarks").await?;
    for number in 1..=8 {
        // Into the field, type, out of it, down: no pause anywhere.
        window.press(Key::Enter, 1).await?;
        window.keys(&format!("说明{number}")).await?;
        window.press(Key::Escape, 1).await?;
        window.press(Key::Down, 1).await?;
    }
    for number in 1..=8 {
        window.until_text(&format!("cell-{number}-remarks"), &format!("说明{number}")).await?;
    }
    window.until_saved().await?;
    window.close().await
}

#[tokio::test]
async fn a_shared_cell_changes_all_its_items_and_alone_only_one() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.click("use-zhongwei-social-insurance").await?;
    window.click("cell-3-time_limit").await?;
    window.until_text("form", "第3项至第9项").await?;
    window.fill("field-time_limit", "七项同改").await?;
    window.until_saved().await?;
    window.until_text("cell-3-time_limit", "七项同改").await?;
    window.until_text("cell-3-time_limit", "7项共用").await?;

    window.click("outline-item-5").await?;
    window.click("alone-time_limit").await?;
    window.fill("field-time_limit", "只改这项").await?;
    window.until_saved().await?;
    for (number, text) in [(3, "七项同改"), (5, "只改这项"), (6, "七项同改")] {
        window.until_text(&format!("cell-{number}-time_limit"), text).await?;
    }
    window.until_text("cell-3-time_limit", "2项共用").await?;
    window.until_text("cell-6-time_limit", "4项共用").await?;

    // What is saved in a pause of typing may equal the cell above; that one is no part of it.
    let above = "信息形成或者变更之日起20个工作日内";
    window.click("cell-88-time_limit").await?;
    window.fill("field-time_limit", above).await?;
    window.until_text("cell-86-time_limit", "3项共用").await?;
    window.keys("公开").await?;
    window.until_text("cell-88-time_limit", &format!("{above}公开")).await?;
    ensure!(!window.text("cell-86-time_limit").await?.contains("公开"));
    window.until_text("cell-86-time_limit", "2项共用").await?;
    window.close().await
}

#[tokio::test]
async fn each_row_of_an_item_with_several_is_filled_by_itself() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.click("use-zhongwei-social-insurance").await?;
    window.click("cell-89-content-1").await?;
    window.fill("field-content-1", "第二行的内容").await?;
    window.press(Key::Escape, 1).await?;
    window.press(Key::Down, 1).await?;
    window.press(Key::Right, 4).await?;
    window.until_focus("cell-89-channels-2").await?;
    // The second box is 政府公报.
    window.keys("2").await?;
    window.until_saved().await?;
    window.until_text("cell-89-content-1", "第二行的内容").await?;
    window.until_text("cell-89-channels-2", "政府公报").await?;
    ensure!(!window.text("cell-89-channels").await?.contains("政府公报"), "the other rows are as they were");
    // Their rows are one block in the table and two fields in the form.
    window.click_css("[data-testid=part-0] [data-testid=\"box-两微一端\"]").await?;
    window.until_text("cell-89-channels", "两微一端").await?;
    ensure!(!window.text("cell-89-channels-1").await?.contains("两微一端"), "the second row is as it was");

    window.click("add-part").await?;
    window.fill("field-content-3", "第四行的内容").await?;
    window.until_text("cell-89-content-3", "第四行的内容").await?;
    window.until_saved().await?;
    window.click("remove-part-3").await?;
    let three = "!document.querySelector('[data-testid=\"cell-89-content-3\"]')";
    window.until("the fourth row is gone", three).await?;
    window.close().await
}

#[tokio::test]
async fn channels_without_boxes_are_filled_line_by_line() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.click("use-jalaid-social-insurance").await?;
    window.click("cell-1-channels").await?;
    window.click("alone-channels").await?;
    window.fill("field-channels", "政府网站").await?;
    window.press(Key::Enter, 1).await?;
    window.keys("社区公示栏").await?;
    window.until_saved().await?;
    window.until_text("cell-1-channels", "政府网站").await?;
    window.until_text("cell-1-channels", "公示栏").await?;
    window.close().await?;

    let window = Window::start(&place).await?;
    window.click("open").await?;
    window.click("cell-1-channels").await?;
    ensure!(window.value("field-channels").await? == "政府网站\n社区公示栏");
    window.close().await
}

#[tokio::test]
async fn a_change_in_another_window_is_said_and_nothing_typed_is_lost() -> Result<()> {
    let place = Place::new()?;
    let mine = Window::start(&place).await?;
    mine.open_sample().await?;
    mine.click("cell-2-remarks").await?;
    let theirs = Window::start(&place).await?;
    theirs.click("open").await?;
    theirs.click("cell-1-remarks").await?;
    theirs.fill("field-remarks", "同事所填").await?;
    theirs.until_saved().await?;

    mine.fill("field-remarks", "我所填").await?;
    mine.until_text("save-problem", "目录在别处有改动").await?;
    mine.until_text("cell-1-remarks", "同事所填").await?;
    ensure!(mine.value("field-remarks").await? == "我所填", "what was typed stays in its field");
    mine.click("save-again").await?;
    mine.until_saved().await?;
    mine.until_text("cell-2-remarks", "我所填").await?;
    ensure!(!mine.has("save-problem").await?);

    // Taking back meets the change of the other window just as well.
    theirs.keys(&ctrl("z")).await?;
    theirs.until_text("save-problem", "目录在别处有改动").await?;
    theirs.until_text("cell-2-remarks", "我所填").await?;
    theirs.close().await?;
    mine.close().await
}

#[tokio::test]
async fn a_target_that_cannot_be_written_is_named_and_nothing_is_left_there() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let target = place.save_as().with_extension("pdf");
    std::fs::create_dir(&target)?;
    window.click("export").await?;
    window.click("export-pdf").await?;
    window.until_text("problem", "是文件夹").await?;
    window.until_text("problem", "导出 目录.pdf").await?;
    window.press(Key::Escape, 1).await?;
    window.until("the sentence is put away", "!document.querySelector('[data-testid=problem]')").await?;
    ensure!(std::fs::read_dir(&target)?.next().is_none());
    window.close().await
}

#[tokio::test]
async fn a_target_where_nobody_may_write_is_named() -> Result<()> {
    let place = Place::new()?.saving_as("/sys/kernel/目录.out");
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("export").await?;
    window.click("export-xlsx").await?;
    window.until_text("problem", "/sys/kernel/目录.xlsx").await?;
    window.until_text("problem", "的权限").await?;
    window.close().await
}
