//! Pictures of every screen in the two sizes that matter, into the folder that the only argument names. Those
//! in `docs/images` are made by this.

use std::path::PathBuf;

use anyhow::{Context, Result};
use mulu_e2e::{Place, Window};

const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];
const SAMPLES: [&str; 4] =
    ["yinchuan-hrss-2020", "zhongwei-social-insurance", "jalaid-social-insurance", "zhongwei-hrss-2022"];

#[tokio::main]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("takes the folder for the pictures")?);
    std::fs::create_dir_all(&folder)?;
    for (width, height) in SIZES {
        let place = Place::new()?;
        let window = Window::start(&place).await?;
        window.resize(width, height).await?;
        let picture = async |name: &str| window.picture(&folder.join(format!("{name}-{width}.png"))).await;

        window.find("start").await?;
        picture("start").await?;
        for sample in SAMPLES {
            window.click(&format!("use-{sample}")).await?;
            if window.has("place-sources").await? {
                window.click("create").await?;
            }
            window.find("cell-1-content").await?;
            picture(sample).await?;
            window.click("back").await?;
            window.click("place-sources").await?;
        }
        window.find("use-national-13-labels").await?;
        picture("sources").await?;
        window.click("place-catalogues").await?;
        window.find("library-row").await?;
        picture("library").await?;
        window.click("new-catalogue").await?;
        window.find("create").await?;
        picture("new").await?;
        window.keys("\u{e00c}").await?;

        window.click("open").await?;
        window.click("cell-16-time_limit").await?;
        picture("catalogue").await?;
        window.click("outline-heading").await?;
        picture("heading").await?;
        window.click("export").await?;
        picture("export").await?;
        window.keys("\u{e00c}").await?;
        window.click("preview").await?;
        window.until_text("page-1", "填表时间").await?;
        window.until("its fonts are there", "document.fonts.status === 'loaded'").await?;
        picture("preview").await?;
        window.close().await?;
    }
    Ok(())
}
