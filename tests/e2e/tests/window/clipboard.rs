//! The clipboard, with what other programs put there and what they get.

use anyhow::{Result, ensure};
use mulu_e2e::{Clipboard, Key, Place, Window, ctrl, with};

use crate::{exported_items, until_items};

#[tokio::test]
async fn text_of_another_program_is_pasted_into_a_field_and_copied_from_it() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("cell-2-remarks").await?;
    window.click("field-remarks").await?;
    let block = Clipboard::hold("别处所抄", Some("<b>别处所抄</b>"))?;
    window.keys(&ctrl("v")).await?;
    window.until_text("cell-2-remarks", "别处所抄").await?;
    drop(block);
    window.fill("field-remarks", "抄往别处").await?;
    window.keys(&ctrl("a")).await?;
    window.keys(&ctrl("c")).await?;
    ensure!(Clipboard::text()? == "抄往别处");
    window.close().await
}

/// See `fixtures/README.md`.
const BLOCK: &str = include_str!("../../fixtures/block-20x6.html");

#[tokio::test]
async fn a_block_of_twenty_rows_and_six_columns_of_a_spreadsheet_is_pasted_as_one_step() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    window.click("cell-1-item").await?;
    window.until_focus("cell-1-item").await?;
    // Who reads the plain text only, would show it.
    let block = Clipboard::hold("只是文字", Some(BLOCK))?;
    window.keys(&ctrl("v")).await?;
    window.until_text("cell-1-item", "粘贴事项1").await?;
    window.until_saved().await?;
    drop(block);

    let items = exported_items(&window, &place).await?;
    for (row, item) in items.iter().take(20).enumerate() {
        let number = row + 1;
        ensure!(item["name"] == format!("粘贴事项{number}"), "{item}");
        let content = match number % 4 {
            1 => format!("第{number}条：对象与范围；\n办理<流程> & “时限”"),
            _ => format!("公开内容{number}"),
        };
        ensure!(item["content"] == content, "{item}");
        // Merged in the sheet over three and over five rows.
        let basis = item["basis"].as_str().unwrap_or_default();
        ensure!(basis.starts_with("《中华人民共和国政府信息公开条例》"), "{item}");
        ensure!(basis.contains("\n《公共企事业单位") && basis.ends_with("50号）"), "{item}");
        ensure!(item["time_limit"] == "信息形成或者变更之日起20个工作日内", "{item}");
        let body = if number == 7 { "社会保险局" } else { "中卫市人力资源和社会保障局" };
        ensure!(item["disclosing_body"] == body, "{item}");
        let channels: Vec<&str> = item["channels"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|box_| box_["label"].as_str())
            .collect();
        let second = if number % 2 == 1 { "政府公报" } else { "两微一端" };
        let mut wanted = vec!["中卫市人民政府门户网站", second];
        wanted.sort_unstable();
        let mut ticked = channels;
        ticked.sort_unstable();
        ensure!(ticked == wanted, "{item}");
        ensure!(item["audience"] == before[row]["audience"], "other columns are as they were");
    }
    ensure!(items[20..] == before[20..], "other rows are as they were");

    window.click("undo").await?;
    until_items(&window, &place, |items| items == before).await?;
    window.close().await
}

#[tokio::test]
async fn a_block_of_cells_is_copied_as_text_and_as_a_table() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    window.click("cell-1-item").await?;
    window.until_focus("cell-1-item").await?;
    window.keys(&with(&[Key::Shift], &char::from(Key::Down).to_string())).await?;
    window.keys(&with(&[Key::Shift], &char::from(Key::Right).to_string())).await?;
    window.keys(&ctrl("c")).await?;
    let (text, html) = (Clipboard::text()?, Clipboard::html()?);
    ensure!(text.starts_with("机构信息\t\"1、本单位主要职责；\n"), "{text}");
    ensure!(
        text.trim_end().ends_with("\n领导信息\t领导姓名、职务、主管或分管工作、联系指导县区情况等。"),
        "{text}"
    );
    ensure!(html.contains("<table") && html.matches("<tr").count() == 2, "{html}");
    ensure!(html.matches("<td").count() == 4, "{html}");
    window.close().await
}
