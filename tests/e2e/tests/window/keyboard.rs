//! Work without the mouse.

use anyhow::Result;
use mulu_e2e::{Key, Place, Window, ctrl, with};

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
    window.keys("自作出决定之日起5个工作日内").await?;
    window.press(Key::Enter, 1).await?;
    window.until_focus("cell-17-time_limit").await?;
    window.press(Key::Up, 1).await?;
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

    // A new item below, filled in the table from its name to its remark.
    window.keys(&with(&[Key::Control, Key::Shift], "=")).await?;
    window.until_focus("cell-17-item").await?;
    window.keys("行政许可变更公开").await?;
    window.press(Key::Tab, 1).await?;
    window.keys("1.变更内容；").await?;
    window.keys(&with(&[Key::Alt], &char::from(Key::Enter).to_string())).await?;
    window.keys("2.变更日期。").await?;
    for text in ["《中华人民共和国行政许可法》", "自变更之日起7个工作日内", "中卫市人力资源和社会保障局"]
    {
        window.press(Key::Tab, 1).await?;
        window.keys(text).await?;
    }
    window.press(Key::Tab, 1).await?;
    window.until_focus("cell-17-channels").await?;
    // The second box is 两微一端, the last 其他.
    window.keys("2").await?;
    window.keys("\\").await?;
    window.until_focus("note-其他").await?;
    window.keys("微信群").await?;
    window.press(Key::Escape, 1).await?;
    window.until_focus("cell-17-channels").await?;
    window.press(Key::Right, 1).await?;
    window.keys(" ").await?;
    window.press(Key::Right, 2).await?;
    window.until_focus("cell-17-method:proactive").await?;
    window.keys(" ").await?;
    window.press(Key::Right, 2).await?;
    window.keys("新增").await?;
    window.press(Key::Enter, 1).await?;
    window.until_focus("cell-18-remarks").await?;
    window.press(Key::Up, 1).await?;
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
    // 主动公开 and 依申请 exclude each other: item 16 has gone over to the other side.
    window.until_text("statistics", "二级事项42项；依申请公开二级事项1项").await?;

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
    window.tab_to("field-prepared_at").await?;
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
    window.go_to(17).await?;
    window.until_text("cell-17-item", "行政许可变更公开").await?;
    window.keys(&with(&[Key::Alt], &char::from(Key::Left).to_string())).await?;
    window
        .until("the library has three", "document.querySelectorAll('[data-testid=library-row]').length === 3")
        .await?;
    window.close().await
}
