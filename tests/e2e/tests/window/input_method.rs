//! Typing with a Chinese input method: a real one, and one as Windows tells it to the page.

use anyhow::{Result, ensure};
use mulu_e2e::{Composing, InputMethod, Key, Place, Window, ctrl};

use crate::exported_items;

/// What is typed, and the word that it stands for.
const WORDS: [(&str, &str); 5] =
    [("zhongguo", "中国"), ("shijian", "时间"), ("gongzuo", "工作"), ("beijing", "北京"), ("xuexi", "学习")];

/// Columns of text in the first sample, each with how many of its 42 cells are filled: a hundred.
const COLUMNS: [(&str, usize); 3] = [("remarks", 42), ("time_limit", 42), ("content", 16)];

/// The word for the cell in the row.
fn word(row: usize) -> (&'static str, &'static str) {
    WORDS[row % WORDS.len()]
}

/// Goes to the first cell of the column.
async fn to_top(window: &Window, column: &str) -> Result<()> {
    window.keys(&ctrl(&char::from(Key::Home).to_string())).await?;
    window.click("cell-1-item").await?;
    window.until_focus("cell-1-item").await?;
    let cell = format!("cell-1-{column}");
    loop {
        let before = window.focus().await?;
        if before == cell {
            break;
        }
        // A key goes by way of the input method and comes a little later.
        window.press(Key::Right, 1).await?;
        window.until_not_focus(&before).await?;
    }
    Ok(())
}

/// Waits for the last word of a column: keys that go by way of an input method are still under way when they are sent.
async fn until_typed(window: &Window, column: &str, rows: usize) -> Result<()> {
    window.until_text(&format!("cell-{rows}-{column}"), word(rows - 1).1).await
}

/// Each of the hundred cells holds its word, and nothing else.
async fn see_a_hundred_words(window: &Window, place: &Place) -> Result<()> {
    window.until_saved().await?;
    let items = exported_items(window, place).await?;
    let mut wrong = Vec::new();
    for (column, rows) in COLUMNS {
        for (row, item) in items.iter().take(rows).enumerate() {
            if item[column] != word(row).1 {
                wrong.push(format!("{} {column}: {} for {}", row + 1, item[column], word(row).1));
            }
        }
    }
    ensure!(wrong.is_empty(), "{} of 100 cells are wrong: {wrong:#?}", wrong.len());
    Ok(())
}

#[tokio::test]
async fn pinyin_typed_into_a_field_of_the_form_arrives_whole() -> Result<()> {
    let place = Place::new()?;
    let pinyin = InputMethod::start()?;
    let window = Window::start_with(&place, &pinyin).await?;
    window.open_sample().await?;
    window.click("cell-2-remarks").await?;
    window.click("field-remarks").await?;
    pinyin.until_on()?;
    for _ in 0..5 {
        pinyin.letters("zhongguo")?;
        pinyin.press("space")?;
    }
    window.until_text("cell-2-remarks", &"中国".repeat(5)).await?;
    ensure!(window.value("field-remarks").await? == "中国".repeat(5));
    window.close().await
}

#[tokio::test]
async fn a_hundred_cells_begun_by_typing_pinyin_hold_their_words_whole() -> Result<()> {
    let place = Place::new()?;
    let pinyin = InputMethod::start()?;
    let window = Window::start_with(&place, &pinyin).await?;
    window.open_sample().await?;
    for (column, rows) in COLUMNS {
        to_top(&window, column).await?;
        pinyin.until_on()?;
        for row in 0..rows {
            pinyin.letters(word(row).0)?;
            pinyin.press("space Return")?;
        }
        until_typed(&window, column, rows).await?;
    }
    see_a_hundred_words(&window, &place).await?;
    window.close().await
}

#[tokio::test]
async fn a_hundred_cells_composed_as_on_windows_hold_their_words_whole() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    for (column, rows) in COLUMNS {
        to_top(&window, column).await?;
        for row in 0..rows {
            let (letters, word) = word(row);
            window.compose(letters, word, Composing::Word).await?;
            window.press(Key::Enter, 1).await?;
        }
    }
    see_a_hundred_words(&window, &place).await?;
    window.close().await
}

#[tokio::test]
async fn enter_escape_and_a_click_elsewhere_in_the_middle_of_pinyin_do_no_harm() -> Result<()> {
    let place = Place::new()?;
    let pinyin = InputMethod::start()?;
    let window = Window::start_with(&place, &pinyin).await?;
    window.open_sample().await?;
    window.click("cell-2-remarks").await?;
    window.until_focus("cell-2-remarks").await?;
    pinyin.until_on()?;

    // Enter takes the letters as they are; only the next one ends the entry.
    pinyin.press("n i Return")?;
    window.until("the letters are there", &editor_holds("ni")).await?;
    window.until_focus("cell-2-remarks").await?;
    pinyin.press("Return")?;
    window.until_focus("cell-3-remarks").await?;
    window.until_text("cell-2-remarks", "ni").await?;

    // Escape drops them; the next one gives up the entry.
    pinyin.press("n i Escape")?;
    pinyin.press("h a o space")?;
    window.until("the word is there", &editor_holds("好")).await?;
    pinyin.press("Escape")?;
    window.until("the entry is given up", &editor_holds("")).await?;
    window.until_focus("cell-3-remarks").await?;

    // A click elsewhere: what was being composed never comes there.
    pinyin.press("n i")?;
    window.click("cell-5-remarks").await?;
    window.until_focus("cell-5-remarks").await?;
    pinyin.press("z h o n g g u o space Return")?;
    window.until_focus("cell-6-remarks").await?;
    window.until_saved().await?;

    let items = exported_items(&window, &place).await?;
    let remarks = |number: usize| items[number - 1]["remarks"].as_str().unwrap_or_default();
    ensure!(remarks(2) == "ni", "{}", remarks(2));
    ensure!(["", "ni", "你"].contains(&remarks(3)), "{}", remarks(3));
    ensure!(remarks(4).is_empty() && remarks(6).is_empty());
    ensure!(remarks(5) == "中国", "{}", remarks(5));
    window.close().await
}

#[tokio::test]
async fn enter_escape_and_a_click_elsewhere_while_composing_as_on_windows_do_no_harm() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("cell-2-remarks").await?;
    window.until_focus("cell-2-remarks").await?;

    window.compose("ni", "你", Composing::Letters).await?;
    window.until("the letters are there", &editor_holds("ni")).await?;
    window.until_focus("cell-2-remarks").await?;
    window.press(Key::Enter, 1).await?;
    window.until_focus("cell-3-remarks").await?;

    window.compose("ni", "你", Composing::Dropped).await?;
    window.until_focus("cell-3-remarks").await?;
    window.compose("hao", "好", Composing::Word).await?;
    window.until("the word is there", &editor_holds("好")).await?;
    window.press(Key::Escape, 1).await?;
    window.until("the entry is given up", &editor_holds("")).await?;

    window.compose("ni", "你", Composing::ClickedAway).await?;
    window.click("cell-5-remarks").await?;
    window.until_focus("cell-5-remarks").await?;
    window.compose("zhongguo", "中国", Composing::Word).await?;
    window.press(Key::Enter, 1).await?;
    window.until_focus("cell-6-remarks").await?;
    window.until_saved().await?;

    let items = exported_items(&window, &place).await?;
    let remarks = |number: usize| items[number - 1]["remarks"].as_str().unwrap_or_default();
    ensure!(remarks(2) == "ni", "{}", remarks(2));
    ensure!(["", "ni", "你"].contains(&remarks(3)), "{}", remarks(3));
    ensure!(remarks(4).is_empty() && remarks(6).is_empty());
    ensure!(remarks(5) == "中国", "{}", remarks(5));
    window.close().await
}

/// That the field over the active cell holds this.
fn editor_holds(text: &str) -> String {
    format!("document.querySelector('[data-testid=cell-editor]')?.value === '{text}'")
}
