//! What is typed is on the disk, and can be taken back, whatever comes between.

use anyhow::{Result, bail, ensure};
use mulu_e2e::{Key, Place, Window, ctrl};

use crate::{CONTENT, NOTE, edit_three_cells, see_three_edits, until_items};

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
    window.until_focus("cell-1-remarks").await?;
    for number in 1..=8 {
        // Type and down, no pause anywhere.
        window.keys(&format!("说明{number}")).await?;
        window.press(Key::Enter, 1).await?;
    }
    window.keys(&ctrl(&char::from(Key::Home).to_string())).await?;
    until_items(&window, &place, |items| {
        (1..=8).all(|number| items[number - 1]["remarks"] == format!("说明{number}"))
    })
    .await?;
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
