//! Cells that several items share, items of several rows, channels without boxes.

use anyhow::{Result, ensure};
use mulu_e2e::{Key, Place, Window};

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
    window.go_to(88).await?;
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
    window.until_focus("cell-1-item").await?;
    window.go_to(89).await?;
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
