//! Typing with a Chinese input method: a real one, and one as Windows tells it to the page.

use anyhow::{Result, ensure};
use mulu_e2e::{InputMethod, Place, Window};

#[tokio::test]
async fn pinyin_typed_into_a_field_of_the_form_arrives_whole() -> Result<()> {
    let place = Place::new()?;
    let pinyin = InputMethod::start()?;
    let window = Window::start_with(&place, &pinyin).await?;
    window.open_sample().await?;
    window.click("cell-2-remarks").await?;
    window.click("field-remarks").await?;
    window.until_focus("field-remarks").await?;
    pinyin.until_on()?;
    for _ in 0..5 {
        pinyin.press("z h o n g g u o space")?;
    }
    window.until_text("cell-2-remarks", &"中国".repeat(5)).await?;
    ensure!(window.value("field-remarks").await? == "中国".repeat(5));
    window.close().await
}
