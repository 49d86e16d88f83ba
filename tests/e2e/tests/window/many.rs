//! Acts on many cells and items at once, each one step that can be taken back.

use anyhow::{Result, ensure};
use mulu_e2e::{Key, Place, Window, ctrl, with};
use serde_json::Value;

use crate::{exported_items, until_items};

#[tokio::test]
async fn filling_down_is_one_step_to_take_back() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("cell-4-remarks").await?;
    window.until_focus("cell-4-remarks").await?;
    window.keys("逐月更新").await?;
    window.press(Key::Enter, 1).await?;
    window.until_saved().await?;
    let before = exported_items(&window, &place).await?;
    window.click("cell-4-remarks").await?;
    window.until_focus("cell-4-remarks").await?;
    for _ in 0..5 {
        window.keys(&with(&[Key::Shift], &char::from(Key::Down).to_string())).await?;
    }
    window.keys(&ctrl("d")).await?;
    let items = until_items(&window, &place, |items| items[8]["remarks"] == "逐月更新").await?;
    ensure!((3..9).all(|row| items[row]["remarks"] == "逐月更新"), "{items:?}");
    ensure!(items[9] == before[9]);
    window.click("undo").await?;
    until_items(&window, &place, |items| items == before).await?;
    window.close().await
}

#[tokio::test]
async fn a_publisher_is_renamed_in_all_42_items_as_one_step() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    window.click("cell-1-disclosing_body").await?;
    window.click("more").await?;
    window.click("more-vocabulary").await?;
    window.find("vocabulary-dialog").await?;
    window.until_text("vocabulary-dialog", "中卫市人力资源和社会保障局").await?;
    window.click("term-0").await?;
    window.fill("term-to", "中卫市人社局").await?;
    window.click("term-apply").await?;
    window.press(Key::Escape, 1).await?;
    let is_renamed = |items: &[Value]| items.iter().all(|item| item["disclosing_body"] == "中卫市人社局");
    ensure!(until_items(&window, &place, is_renamed).await?.len() == 42);
    window.click("undo").await?;
    until_items(&window, &place, |items| items == before).await?;
    window.close().await
}

#[tokio::test]
async fn what_is_found_is_shown_before_it_is_replaced_and_what_is_not_ticked_stays() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    window.keys(&ctrl("h")).await?;
    window.until_focus("find-text").await?;
    window.keys("7个工作日").await?;
    window.tab_to("find-replacement").await?;
    window.keys("5个工作日").await?;
    window.until_text("find-count", "2").await?;
    window.until_text("hit-1", "5个工作日").await?;
    window.click("hit-1-tick").await?;
    window.click("replace-all").await?;
    let items = until_items(&window, &place, |items| items != before).await?;
    ensure!(items[15] == before[15], "what is not ticked stays");
    ensure!(items[16]["time_limit"] == "自作出行政决定之日起5个工作日内");
    window.click("undo").await?;
    until_items(&window, &place, |items| items == before).await?;

    // The same by a pattern, in all it finds.
    window.click("find-pattern").await?;
    window.fill("find-text", r"(\d+)个工作日").await?;
    window.fill("find-replacement", "$1天").await?;
    window.until_text("hit-1", "天").await?;
    window.click("replace-all").await?;
    let items = until_items(&window, &place, |items| items != before).await?;
    let left = items.iter().filter(|item| item["time_limit"].to_string().contains("个工作日")).count();
    ensure!(left == 0 && items[15]["time_limit"] == "自作出行政决定之日起7天内", "{left} are left");
    window.click("undo").await?;
    until_items(&window, &place, |items| items == before).await?;
    window.close().await
}
