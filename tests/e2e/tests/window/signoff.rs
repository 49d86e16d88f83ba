//! Sign-off between two PCs that never meet a network, and what a printed code says.

use std::fs;

use anyhow::{Result, ensure};
use mulu_e2e::{Key, Place, Window};

const PREPARER: &str = "甲某";
const REVIEWER: &str = "乙某";
const APPROVER: &str = "丙某";
pub(crate) const PIN: &str = "830517";
/// The cells that the next version changes, the fields in which that is done, and what is written there.
const REVISED: [(&str, &str, &str); 3] = [
    ("cell-1-content", "field-content", "职能依据和办公电话"),
    ("cell-2-time_limit", "field-time_limit", "每年三月底前"),
    ("cell-3-item", "field-item", "机构领导简介"),
];

#[tokio::test]
async fn a_catalogue_is_reviewed_on_another_pc_comes_back_and_is_signed() -> Result<()> {
    let here = Place::new()?;
    let there = here.another()?;

    let window = Window::start(&here).await?;
    window.click("person-button").await?;
    fill_person(&window, PREPARER, &[]).await?;
    window.click("people-close").await?;
    window.open_sample().await?;
    window.click("step-primary").await?;
    sign(&window).await?;
    window.until_text("standing", "待复核").await?;
    hand_over(&window, "step-handoff", &here, &there).await?;
    window.close().await?;

    let window = Window::start(&there).await?;
    window.click("person-button").await?;
    // The first person prepares, where nothing else is chosen.
    fill_person(&window, REVIEWER, &["preparer", "reviewer"]).await?;
    window.click("person-add").await?;
    fill_person(&window, APPROVER, &["approver"]).await?;
    window.click("people-close").await?;
    take_in(&window).await?;
    window.find("review-screen").await?;
    remark(&window, 4, "请核对依据的文号。", 0).await?;
    remark(&window, 5, "请写明起算日。", 1).await?;
    window.click("step-send_back").await?;
    sign(&window).await?;
    hand_over(&window, "review-handoff", &there, &here).await?;
    window.close().await?;

    let window = Window::start(&here).await?;
    come(&window, PREPARER).await?;
    take_in(&window).await?;
    window.until_text("standing", "2条批注").await?;
    answer(&window, "remark-answer-changed", "已改").await?;
    window.until_text("standing", "1条批注").await?;
    answer(&window, "remark-answer-not-changed", "按上级来文的口径填写。").await?;
    window
        .until(
            "none waits",
            "!document.querySelector('[data-testid=standing]').textContent.includes('1条批注')",
        )
        .await?;
    window.click("step-primary").await?;
    sign(&window).await?;
    window.until_text("standing", "待复核").await?;
    hand_over(&window, "step-handoff", &here, &there).await?;
    window.close().await?;

    let window = Window::start(&there).await?;
    come(&window, REVIEWER).await?;
    take_in(&window).await?;
    window.find("review-screen").await?;
    for left in [1, 0] {
        window.click("review-waiting").await?;
        window.click("review-close-remark").await?;
        until_waiting(&window, left).await?;
    }
    window.click("step-review").await?;
    sign(&window).await?;
    window.click("back").await?;
    window.until_text("standing", "待审签").await?;
    window.keys(&mulu_e2e::ctrl("l")).await?;
    come(&window, APPROVER).await?;
    window.click("step-primary").await?;
    window.find("review-screen").await?;
    window.click("step-approve").await?;
    sign(&window).await?;
    window.click("back").await?;
    window.until_text("standing", "已审签").await?;
    hand_over(&window, "step-handoff", &there, &here).await?;
    window.close().await?;

    let window = Window::start(&here).await?;
    come(&window, PREPARER).await?;
    take_in(&window).await?;
    window.until_text("standing", "已审签").await?;
    window.click("step-versions").await?;
    let code = window.text("version-code").await?;
    window.click("code-open").await?;
    window.fill("code-text", &code.to_lowercase()).await?;
    window.click("code-check").await?;
    window.until_text("code-answer", APPROVER).await?;
    window.until_text("code-answer", "第1版").await?;
    window.press(Key::Escape, 1).await?;
    window.click("back").await?;

    // The next version differs in three cells, and that is what its approver is shown.
    window.click("step-primary").await?;
    sign(&window).await?;
    window.until("it can be edited", "!document.querySelector('[data-testid=standing]')").await?;
    for (cell, field, text) in REVISED {
        window.click(cell).await?;
        window.fill(field, text).await?;
    }
    window.until_saved().await?;
    window.click("step-primary").await?;
    sign(&window).await?;
    window.until_text("standing", "待复核").await?;
    hand_over(&window, "step-handoff", &here, &there).await?;
    window.close().await?;

    let window = Window::start(&there).await?;
    come(&window, REVIEWER).await?;
    take_in(&window).await?;
    see_three_changes(&window).await?;
    window.click("step-review").await?;
    sign(&window).await?;
    window.click("back").await?;
    window.until_text("standing", "待审签").await?;
    window.keys(&mulu_e2e::ctrl("l")).await?;
    come(&window, APPROVER).await?;
    window.click("step-primary").await?;
    see_three_changes(&window).await?;
    window.click("step-approve").await?;
    sign(&window).await?;
    window.click("back").await?;
    window.until_text("standing", "第2版已审签").await?;
    window.close().await
}

/// The review shows the three changes of the new version, each in a row of its own, and no more.
async fn see_three_changes(window: &Window) -> Result<()> {
    window.until_text("review-counts", "改动3格，新增0项，删除0项，移动0项").await?;
    let rows = "[...document.querySelectorAll('[data-testid=review-row][data-change]')]";
    window.until("three changes have a row", &format!("{rows}.length === {}", REVISED.len())).await?;
    for (_, _, text) in REVISED {
        let row = format!("{rows}.filter((row) => row.textContent.includes('{text}')).length === 1");
        window.until(&format!("a row says {text}"), &row).await?;
    }
    window.until_text("review-sub", "与第1版").await
}

/// Fills the form of a new person; `roles` are pressed.
pub(crate) async fn fill_person(window: &Window, name: &str, roles: &[&str]) -> Result<()> {
    window.fill("person-name", name).await?;
    window.fill("person-unit", "中卫市人力资源和社会保障局").await?;
    for role in roles {
        window.click(&format!("role-{role}")).await?;
    }
    window.fill("pin", PIN).await?;
    window.fill("pin-again", PIN).await?;
    window.click("person-save").await?;
    window.find(&format!("person-{name}")).await.map(drop)
}

/// Somebody begins to work who is known to the library.
pub(crate) async fn come(window: &Window, name: &str) -> Result<()> {
    come_with(window, name, PIN).await
}

/// Somebody begins to work with another PIN than all others have here.
pub(crate) async fn come_with(window: &Window, name: &str, pin: &str) -> Result<()> {
    window.click(&format!("lock-person-{name}")).await?;
    window.fill("lock-pin", pin).await?;
    window.click("lock-enter").await?;
    window.until("the lock is gone", "!document.querySelector('[data-testid=lock]')").await
}

pub(crate) async fn sign(window: &Window) -> Result<()> {
    sign_with(window, PIN).await
}

pub(crate) async fn sign_with(window: &Window, pin: &str) -> Result<()> {
    window.fill("sign-pin", pin).await?;
    window.click("sign-confirm").await?;
    window.until("it is signed", "!document.querySelector('[data-testid=sign-dialog]')").await
}

/// Writes a hand-off file and carries it to the other PC.
async fn hand_over(window: &Window, button: &str, from: &Place, to: &Place) -> Result<()> {
    window.click(button).await?;
    window.click("handoff-path").await?;
    sign(window).await?;
    window.until_text("toast", ".mulu").await?;
    fs::copy(from.save_as().with_extension("mulu"), to.open().with_extension("mulu"))?;
    Ok(())
}

/// Opens the hand-off file that was carried here, and trusts whoever is in it.
async fn take_in(window: &Window) -> Result<()> {
    window.click("handoff-open").await?;
    window.click("handoff-look").await?;
    window.find("handoff-title").await?;
    let strangers = window
        .execute(
            "const boxes = [...document.querySelectorAll('[data-testid=handoff-trust]')];
             boxes.forEach((box) => box.click());
             return boxes.length",
        )
        .await?;
    ensure!(strangers.as_u64().is_some(), "the people are listed");
    window.click("handoff-take").await?;
    window.until("it is taken in", "!document.querySelector('[data-testid=handoff-dialog]')").await
}

/// Writes a remark on one of the cells that the review lists; `known` remarks wait already.
async fn remark(window: &Window, cell: usize, text: &str, known: usize) -> Result<()> {
    // Found and pressed at one go: the list is drawn anew while it finds its heights.
    let buttons = "document.querySelectorAll('[data-testid=review-remark]')";
    let press = format!("((button) => button && (button.click(), true))({buttons}[{cell}])");
    window.until("the cells are listed", &press).await?;
    window.fill("review-text", text).await?;
    window.click("review-write").await?;
    until_waiting(window, known + 1).await
}

/// Waits until so many remarks wait for somebody.
async fn until_waiting(window: &Window, count: usize) -> Result<()> {
    let script = format!("document.querySelectorAll('[data-testid=review-waiting]').length === {count}");
    window.until(&format!("{count} remarks wait"), &script).await
}

/// Answers the first remark in the strip below the table: those that wait come first.
pub(crate) async fn answer(window: &Window, how: &str, text: &str) -> Result<()> {
    window.click("remark-row-1").await?;
    window.fill("remark-text", text).await?;
    window.click(how).await
}
