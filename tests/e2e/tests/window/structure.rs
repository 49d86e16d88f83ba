//! Items and groups change their places, and the numbers follow.

use anyhow::{Result, ensure};
use mulu_e2e::{Place, Window, ctrl};

use crate::exported_items;

#[tokio::test]
async fn an_item_is_dragged_to_another_group_and_the_numbers_follow() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.open_sample().await?;
    let before = exported_items(&window, &place).await?;
    let name = |at: usize| before[at]["name"].as_str().unwrap_or_default().to_owned();
    // Of three items in the first group the second goes below the fifth, which is the second of the next group.
    window.drag("outline-item-2", "outline-item-5", 8.0).await?;
    window.until_text("cell-5-item", &name(1)).await?;
    window.until_saved().await?;
    window.until_text("cell-2-item", &name(2)).await?;
    window.until_text("cell-3-item", &name(3)).await?;
    window.until_text("cell-4-item", &name(4)).await?;
    window.until_text("outline-item-5", &name(1)).await?;
    let items = exported_items(&window, &place).await?;
    ensure!(items[4] == before[1] && items[5..] == before[5..]);
    window.keys(&ctrl("z")).await?;
    window.until_text("cell-2-item", &name(1)).await?;
    window.until_saved().await?;
    ensure!(exported_items(&window, &place).await? == before);
    window.close().await
}
