//! The tasks of `docs/tasks.md`, done and counted; the page must say what is counted here.

use anyhow::{Result, ensure};
use mulu_e2e::{Effort, Hand, Key, Place, Window, with};
use serde_json::Value;

use crate::{exported_items, until_items};

/// The page with the counts.
const PAGE: &str = include_str!("../../../../docs/tasks.md");

/// The page has the row of this task with these numbers for us.
fn is_told(task: &str, effort: Effort) -> Result<()> {
    let ours = format!("| {task} | {} | {} |", effort.strokes, effort.characters);
    ensure!(PAGE.contains(&ours), "docs/tasks.md does not say: {ours}");
    Ok(())
}

#[tokio::test]
async fn the_time_limit_of_a_whole_group_takes_as_many_strokes_as_docs_tells() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    let mut hand = Hand::at(&window);
    hand.click_saying("outline-group", "行政权力运行").await?;
    hand.click("many-of-group").await?;
    hand.click("field-time_limit").await?;
    hand.write("自作出行政决定之日起7个工作日内").await?;
    hand.key(Key::Tab).await?;
    let limits = |items: &[Value]| {
        items[13..19].iter().all(|item| item["time_limit"] == "自作出行政决定之日起7个工作日内")
    };
    let items = until_items(&window, &place, limits).await?;
    ensure!(items[12] == before[12] && items[19] == before[19]);
    is_told("Time limit of a group", hand.effort())?;
    window.close().await
}

#[tokio::test]
async fn a_new_item_with_three_boxes_and_a_note_takes_as_many_strokes_as_docs_tells() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    let mut hand = Hand::at(&window);
    hand.click("outline-item-16").await?;
    window.until_focus("outline-item-16").await?;
    // It has the basis, the time limit and the publisher of the one above.
    hand.stroke(&with(&[Key::Control, Key::Shift], "d")).await?;
    window.until_focus("outline-item-17").await?;
    hand.key(Key::F6).await?;
    window.until_focus("cell-17-item").await?;
    hand.write("行政许可变更公开").await?;
    hand.key(Key::Tab).await?;
    hand.write("变更内容、变更日期").await?;
    hand.key(Key::Tab).await?;
    for _ in 0..3 {
        hand.key(Key::Right).await?;
    }
    window.until_focus("cell-17-channels").await?;
    // 两微一端 is ticked, 其他 is not any more, 精准推送 is ticked and asks for its note.
    hand.stroke("2").await?;
    hand.stroke("\\").await?;
    hand.stroke("=").await?;
    window.until_focus("note-精准推送").await?;
    hand.write("短信").await?;
    hand.key(Key::Escape).await?;
    let is_there = |items: &[Value]| {
        let channels: Vec<&str> = items[16]["channels"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|each| each["label"].as_str())
            .collect();
        channels == ["中卫市人民政府门户网站", "两微一端", "精准推送"]
            && items[16]["channels"][2]["note"] == "短信"
    };
    let items = until_items(&window, &place, is_there).await?;
    ensure!(items.len() == 43 && items[..16] == before[..16] && items[17..] == before[16..]);
    ensure!(items[16]["name"] == "行政许可变更公开" && items[16]["content"] == "变更内容、变更日期");
    ensure!(items[16]["basis"] == before[15]["basis"]);
    is_told("New item", hand.effort())?;
    window.close().await
}

#[tokio::test]
async fn the_catalogue_of_the_next_year_takes_as_many_strokes_as_docs_tells() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("back").await?;
    window.until_focus("library-row").await?;
    let mut hand = Hand::at(&window);
    hand.stroke(&with(&[Key::Control, Key::Shift], "n")).await?;
    window.until_focus("copy-title").await?;
    hand.key(Key::Enter).await?;
    window.find("cell-1-content").await?;
    hand.click("outline-heading").await?;
    hand.click("field-prepared_at").await?;
    hand.write("20231218").await?;
    hand.key(Key::Enter).await?;
    for (cell, publisher) in
        [("cell-2-disclosing_body", "中卫市社会保险局"), ("cell-4-disclosing_body", "中卫市就业局")]
    {
        hand.click(cell).await?;
        window.until_focus(cell).await?;
        hand.write(publisher).await?;
        hand.key(Key::Enter).await?;
    }
    let is_done = |items: &[Value]| {
        items[1]["disclosing_body"] == "中卫市社会保险局" && items[3]["disclosing_body"] == "中卫市就业局"
    };
    until_items(&window, &place, is_done).await?;
    window.until_text("heading", "填表时间：2023年12月18日").await?;
    is_told("Catalogue of the next year", hand.effort())?;
    window.close().await
}
