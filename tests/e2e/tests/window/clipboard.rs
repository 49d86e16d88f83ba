//! The clipboard, with what other programs put there and what they get.

use anyhow::{Result, ensure};
use mulu_e2e::{Clipboard, Place, Window, ctrl};

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
