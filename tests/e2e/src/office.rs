//! What the people of an office do in the window: they come, sign, ask and answer, and carry files to each other.

use std::fs;

use anyhow::{Result, ensure};

use crate::{Place, Window, ctrl};

/// The PIN that everybody has.
pub const PIN: &str = "830517";

impl Window {
    /// Fills the form of a new person; `roles` are pressed.
    pub async fn add_person(&self, name: &str, roles: &[&str]) -> Result<()> {
        self.fill("person-name", name).await?;
        self.fill("person-unit", "中卫市人力资源和社会保障局").await?;
        for role in roles {
            self.click(&format!("role-{role}")).await?;
        }
        self.fill("pin", PIN).await?;
        self.fill("pin-again", PIN).await?;
        self.click("person-save").await?;
        self.find(&format!("person-{name}")).await.map(drop)
    }

    /// Somebody begins to work who is known to the library.
    pub async fn come(&self, name: &str) -> Result<()> {
        self.come_with(name, PIN).await
    }

    /// Somebody begins to work with another PIN than all others have here.
    pub async fn come_with(&self, name: &str, pin: &str) -> Result<()> {
        self.click(&format!("lock-person-{name}")).await?;
        self.fill("lock-pin", pin).await?;
        self.click("lock-enter").await?;
        self.until("the lock is gone", "!document.querySelector('[data-testid=lock]')").await
    }

    /// Somebody else takes the place at this PC.
    pub async fn take_over(&self, name: &str) -> Result<()> {
        self.keys(&ctrl("l")).await?;
        self.come(name).await
    }

    /// Signs in the dialog.
    pub async fn sign(&self) -> Result<()> {
        self.fill("sign-pin", PIN).await?;
        self.click("sign-confirm").await?;
        self.until("it is signed", "!document.querySelector('[data-testid=sign-dialog]')").await
    }

    /// Writes a hand-off file and carries it to the other PC.
    pub async fn hand_over(&self, button: &str, from: &Place, to: &Place) -> Result<()> {
        self.click(button).await?;
        self.click("handoff-path").await?;
        self.sign().await?;
        self.until_text("toast", ".mulu").await?;
        fs::copy(from.save_as().with_extension("mulu"), to.open().with_extension("mulu"))?;
        Ok(())
    }

    /// Opens the hand-off file that was carried here, and trusts whoever is in it.
    pub async fn take_in(&self) -> Result<()> {
        self.click("handoff-open").await?;
        self.click("handoff-look").await?;
        self.find("handoff-title").await?;
        let strangers = self
            .execute(
                "const boxes = [...document.querySelectorAll('[data-testid=handoff-trust]')];
                 boxes.forEach((box) => box.click());
                 return boxes.length",
            )
            .await?;
        ensure!(strangers.as_u64().is_some(), "the people are listed");
        self.click("handoff-take").await?;
        self.until("it is taken in", "!document.querySelector('[data-testid=handoff-dialog]')").await
    }

    /// Writes a remark on one of the cells that the review lists; `known` remarks wait already.
    pub async fn remark(&self, cell: usize, text: &str, known: usize) -> Result<()> {
        self.begin_remark(cell, text).await?;
        self.click("review-write").await?;
        self.until_waiting(known + 1).await
    }

    /// Types a remark on one of the cells that the review lists, and does not write it.
    pub async fn begin_remark(&self, cell: usize, text: &str) -> Result<()> {
        // Found and pressed at one go: the list is drawn anew while it finds its heights.
        let buttons = "document.querySelectorAll('[data-testid=review-remark]')";
        let press = format!("((button) => button && (button.click(), true))({buttons}[{cell}])");
        self.until("the cells are listed", &press).await?;
        self.fill("review-text", text).await
    }

    /// Waits until so many remarks wait for somebody.
    pub async fn until_waiting(&self, count: usize) -> Result<()> {
        let script = format!("document.querySelectorAll('[data-testid=review-waiting]').length === {count}");
        self.until(&format!("{count} remarks wait"), &script).await
    }

    /// Answers the first remark in the strip below the table: those that wait come first.
    pub async fn answer(&self, how: &str, text: &str) -> Result<()> {
        self.click("remark-row-1").await?;
        self.fill("remark-text", text).await?;
        self.click(how).await
    }
}
