//! Sign-off between two PCs that never meet a network, and what a printed code says.

use anyhow::Result;
use mulu_e2e::{Key, Place, Window, with};

const PREPARER: &str = "甲某";
const REVIEWER: &str = "乙某";
const APPROVER: &str = "丙某";
const EXCUSE: &str = "依据正在修订，待公布后补填。";
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
    window.add_person(PREPARER, &[]).await?;
    window.click("people-close").await?;
    window.open_sample().await?;
    leave_an_error(&window).await?;
    window.click("step-primary").await?;
    window.sign().await?;
    window.until_text("standing", "待复核").await?;
    window.hand_over("step-handoff", &here, &there).await?;
    window.close().await?;

    let window = Window::start(&there).await?;
    window.click("person-button").await?;
    // The first person prepares, where nothing else is chosen.
    window.add_person(REVIEWER, &["preparer", "reviewer"]).await?;
    window.click("person-add").await?;
    window.add_person(APPROVER, &["approver"]).await?;
    window.click("people-close").await?;
    window.take_in().await?;
    window.find("review-screen").await?;
    window.click("review-excused").await?;
    window.until_text("review-excuse", EXCUSE).await?;
    window.click("review-show-changes").await?;
    window.remark(4, "请核对依据的文号。", 0).await?;
    // The second one is typed and not written: that is told before it goes back.
    window.begin_remark(5, "请写明起算日。").await?;
    window.keys(&with(&[Key::Control, Key::Shift], &char::from(Key::Delete).to_string())).await?;
    window.click("sign-write-all").await?;
    window.until_waiting(2).await?;
    window.sign().await?;
    window.until_focus("review-rows").await?;
    window.hand_over("review-handoff", &there, &here).await?;
    window.close().await?;

    let window = Window::start(&here).await?;
    window.come(PREPARER).await?;
    window.take_in().await?;
    window.until_text("standing", "2条批注").await?;
    window.answer("remark-answer-changed", "已改").await?;
    window.until_text("standing", "1条批注").await?;
    window.answer("remark-answer-not-changed", "按上级来文的口径填写。").await?;
    window
        .until(
            "none waits",
            "!document.querySelector('[data-testid=standing]').textContent.includes('1条批注')",
        )
        .await?;
    window.click("step-primary").await?;
    window.sign().await?;
    window.until_text("standing", "待复核").await?;
    window.hand_over("step-handoff", &here, &there).await?;
    window.close().await?;

    let window = Window::start(&there).await?;
    window.come(REVIEWER).await?;
    window.take_in().await?;
    window.find("review-screen").await?;
    for left in [1, 0] {
        window.click("review-waiting").await?;
        window.click("review-close-remark").await?;
        window.until_waiting(left).await?;
    }
    window.click("step-review").await?;
    window.sign().await?;
    window.click("back").await?;
    window.until_text("standing", "待审签").await?;
    window.take_over(APPROVER).await?;
    window.click("step-primary").await?;
    window.find("review-screen").await?;
    window.click("step-approve").await?;
    window.sign().await?;
    window.click("back").await?;
    window.until_text("standing", "已审签").await?;
    window.hand_over("step-handoff", &there, &here).await?;
    window.close().await?;

    let window = Window::start(&here).await?;
    window.come(PREPARER).await?;
    window.take_in().await?;
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
    window.sign().await?;
    window.until("it can be edited", "!document.querySelector('[data-testid=standing]')").await?;
    for (cell, field, text) in REVISED {
        window.click(cell).await?;
        window.fill(field, text).await?;
    }
    window.until_saved().await?;
    window.click("step-primary").await?;
    window.sign().await?;
    window.until_text("standing", "待复核").await?;
    window.hand_over("step-handoff", &here, &there).await?;
    window.close().await?;

    let window = Window::start(&there).await?;
    window.come(REVIEWER).await?;
    window.take_in().await?;
    see_three_changes(&window).await?;
    window.click("step-review").await?;
    window.sign().await?;
    window.click("back").await?;
    window.until_text("standing", "待审签").await?;
    window.take_over(APPROVER).await?;
    window.click("step-primary").await?;
    see_three_changes(&window).await?;
    window.click("step-approve").await?;
    window.sign().await?;
    window.click("back").await?;
    window.until_text("standing", "第2版已审签").await?;
    window.close().await
}

/// A cell is emptied, and why is said: then nothing is open any more, and it can be submitted.
async fn leave_an_error(window: &Window) -> Result<()> {
    window.click("cell-1-basis").await?;
    window.until_focus("cell-1-basis").await?;
    window.press(Key::Delete, 1).await?;
    window.until_saved().await?;
    window.until_text("check-count", "1").await?;
    window.click("step-primary").await?;
    window.until_text("toast", "第1项公开依据").await?;
    window.click("excuse-1").await?;
    window.fill("excuse-text", EXCUSE).await?;
    window.click("excuse-save").await?;
    window.until_text("excused-1", EXCUSE).await?;
    window.until("nothing is open", "!document.querySelector('[data-testid=check-count]')").await
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
