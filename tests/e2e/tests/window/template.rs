//! The template of a filled catalogue changes, and nothing that was filled in is lost.

use anyhow::{Result, ensure};
use mulu_e2e::{Place, Window};

use crate::exported_items;

#[tokio::test]
async fn a_column_is_taken_out_and_put_back_with_all_that_it_held() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    design(&window).await?;
    window.click("column-time_limit-on").await?;
    window.until_text("hidden-data", "42").await?;
    window.click("template-apply").await?;
    window.find("cell-1-content").await?;
    let gone = "!document.querySelector('[data-testid=\"cell-1-time_limit\"]')";
    window.until("the column is not shown any more", gone).await?;
    window.until_saved().await?;
    ensure!(exported_items(&window, &place).await? == before, "what does not show is still there");

    design(&window).await?;
    // The message that offers to take back lies over the button for a while.
    window.until("the message has gone", "!document.querySelector('[data-testid=toast]')").await?;
    window.click("add-column").await?;
    window.click("add-column-time_limit").await?;
    window.click("template-apply").await?;
    window.find("cell-1-content").await?;
    window.until_text("cell-1-time_limit", "20个工作日").await?;
    window.until_saved().await?;
    ensure!(exported_items(&window, &place).await? == before);
    window.close().await
}

async fn design(window: &Window) -> Result<()> {
    window.click("more").await?;
    window.click("more-template").await?;
    window.find("template-screen").await.map(drop)
}
