//! Preview and files.

use anyhow::{Context, Result, ensure};
use mulu_e2e::{Key, Place, Window};
use mulu_programs::Program;

use crate::{CONTENT, NOTE, edit_three_cells};

fn output_of(program: Program, arguments: &[&str]) -> Result<String> {
    let output = program.command().args(arguments).output().with_context(|| program.name())?;
    ensure!(output.status.success(), "{}: {}", program.name(), output.status);
    Ok(String::from_utf8_lossy(&output.stdout).split_whitespace().collect())
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
    let text = output_of(Program::Pdftotext, &["-raw", &pdf.to_string_lossy(), "-"])?;
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
    let info = output_of(Program::Pdfinfo, &[&pdf.to_string_lossy()])?;
    let pages = window.execute("return document.querySelectorAll('[data-testid^=page-]').length").await?;
    ensure!(info.contains(&format!("Pages:{pages}Encrypted")), "{pages} pages on screen: {info}");
    window.close().await
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
