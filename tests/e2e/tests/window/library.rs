//! Start and library.

use anyhow::{Result, ensure};
use mulu_e2e::{Place, Window};

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
    window.find("cell-1-content").await?;
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
