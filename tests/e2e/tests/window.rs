//! Journeys through the real window.
#![cfg(target_os = "linux")]

use std::process::Command;

use anyhow::{Context, Result, ensure};
use mulu_e2e::{Place, Window, ctrl};

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

    // The √, the note, the box and the content, one after the other.
    window.click("undo").await?;
    let unticked =
        "!document.querySelector('[data-testid=\"cell-2-method:on_application\"]').textContent.includes('√')";
    window.until("the √ is taken back", unticked).await?;
    window.keys(&ctrl("z")).await?;
    window.keys(&ctrl("z")).await?;
    window.keys(&ctrl("z")).await?;
    window.until_text("cell-1-content", before.lines().next().unwrap_or_default()).await?;
    window.until("nothing is left to undo", "document.querySelector('[data-testid=undo]').disabled").await?;
    window.click("redo").await?;
    window.until_text("cell-1-content", "办公地址和电话").await?;
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
