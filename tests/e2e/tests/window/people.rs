//! The people of an office: their PINs, the rules among them, and what becomes of steps when somebody goes.

use anyhow::{Result, ensure};
use mulu_e2e::{Key, PIN, Place, Window, ctrl};

const PREPARER: &str = "甲某";
const REVIEWER: &str = "乙某";
const APPROVER: &str = "丙某";
const SECRECY: &str = "丁某";
const SUBSTITUTE: &str = "戊某";
const NEW_PIN: &str = "517830";

#[tokio::test]
async fn a_pin_is_changed_by_its_owner_and_reset_by_who_manages_which_makes_another_key() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.click("person-button").await?;
    window.add_person(PREPARER, &[]).await?;
    window.click("person-add").await?;
    window.add_person(REVIEWER, &["reviewer"]).await?;
    let [own, before] = [fingerprint(&window, PREPARER).await?, fingerprint(&window, REVIEWER).await?];

    window.click("change-pin").await?;
    window.fill("pin-old", NEW_PIN).await?;
    new_pin(&window).await?;
    window.until_text("pin-problem", "口令").await?;
    window.fill("pin-old", PIN).await?;
    new_pin(&window).await?;
    window.find(&format!("person-{PREPARER}")).await?;
    ensure!(fingerprint(&window, PREPARER).await? == own, "another PIN, the same key");

    window.click(&format!("reset-pin-{REVIEWER}")).await?;
    new_pin(&window).await?;
    window.find(&format!("person-{REVIEWER}")).await?;
    ensure!(fingerprint(&window, REVIEWER).await? != before, "a reset makes another key");
    window.click("people-log").await?;
    window.until_text("people-log-lines", "重设口令").await?;
    window.until_text("people-log-lines", "修改口令").await?;
    window.click("people-close").await?;

    window.keys(&ctrl("l")).await?;
    window.click(&format!("lock-person-{REVIEWER}")).await?;
    window.fill("lock-pin", PIN).await?;
    window.press(Key::Enter, 1).await?;
    window.until_text("lock-pin-problem", "口令不对").await?;
    window.come_with(REVIEWER, NEW_PIN).await?;
    window.keys(&ctrl("l")).await?;
    window.come_with(PREPARER, NEW_PIN).await?;
    window.close().await
}

#[tokio::test]
async fn a_secrecy_review_comes_first_and_who_is_stopped_is_replaced_while_steps_are_open() -> Result<()> {
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.click("person-button").await?;
    window.add_person(PREPARER, &[]).await?;
    for (name, role) in [(REVIEWER, "reviewer"), (APPROVER, "approver"), (SECRECY, "secrecy_reviewer")] {
        window.click("person-add").await?;
        window.add_person(name, &[role]).await?;
    }
    window.click("people-policy").await?;
    window.click("policy-secrecy").await?;
    window.until_text("toast", "办理规则").await?;
    window.click("people-close").await?;

    window.open_sample().await?;
    window.click("step-primary").await?;
    window.sign().await?;
    window.until_text("standing", "待保密审查").await?;

    // Without a remark it goes back with an opinion on the whole, which is answered as a remark is.
    check_as(&window, SECRECY).await?;
    window.click("step-send_back").await?;
    window.fill("sign-pin", PIN).await?;
    window.until("it needs words", "document.querySelector('[data-testid=sign-confirm]').disabled").await?;
    window.fill("sign-opinion", "第3项的电话不宜公开。").await?;
    window.sign().await?;
    window.click("back").await?;
    window.take_over(PREPARER).await?;
    window.until_text("standing", "1条批注").await?;
    window.answer("remark-answer-changed", "已删去").await?;
    window.until_text("standing", "批注都已答复").await?;
    window.click("step-primary").await?;
    window.sign().await?;
    window.until_text("standing", "待保密审查").await?;
    check_as(&window, SECRECY).await?;
    window.click("review-waiting").await?;
    window.click("review-close-remark").await?;
    window.until_text("review-screen", "没有待答复的批注").await?;
    window.click("step-pass_secrecy_review").await?;
    window.sign().await?;
    window.click("back").await?;
    window.until_text("standing", &format!("{REVIEWER}复核")).await?;

    window.take_over(PREPARER).await?;
    window.click("back").await?;
    window.click("people").await?;
    window.click(&format!("stop-person-{REVIEWER}")).await?;
    window.until_text(&format!("person-{REVIEWER}"), "已停用").await?;
    window.click("person-add").await?;
    window.add_person(SUBSTITUTE, &["reviewer"]).await?;
    window.click("people-close").await?;
    window.keys(&ctrl("l")).await?;
    window.find("lock").await?;
    ensure!(!window.has(&format!("lock-person-{REVIEWER}")).await?, "who is stopped does not come");
    window.come(SUBSTITUTE).await?;
    window.click("open").await?;
    window.find("review-screen").await?;
    window.click("step-review").await?;
    window.sign().await?;

    // The approver signs in the dialog that somebody else has opened, who may not.
    window.click("step-approve").await?;
    window.until_text("sign-refusal", "审签").await?;
    window.click("sign-other").await?;
    window.come(APPROVER).await?;
    window.sign().await?;
    window.click("back").await?;
    window.until_text("standing", "第1版已审签").await?;
    window.close().await
}

/// Types the new PIN twice and saves it.
async fn new_pin(window: &Window) -> Result<()> {
    window.fill("pin", NEW_PIN).await?;
    window.fill("pin-again", NEW_PIN).await?;
    window.click("pin-save").await
}

/// The fingerprint of somebody's key, as the list of people shows it.
async fn fingerprint(window: &Window, name: &str) -> Result<String> {
    let script = format!(
        "return document.querySelector('[data-testid=\"person-{name}\"] .fingerprint').textContent.trim()"
    );
    let found = window.execute(&script).await?.as_str().unwrap_or_default().to_owned();
    ensure!(!found.is_empty(), "{name} has a key");
    Ok(found)
}

/// Somebody comes and goes to check the open catalogue.
async fn check_as(window: &Window, name: &str) -> Result<()> {
    window.take_over(name).await?;
    window.click("step-primary").await?;
    window.find("review-screen").await.map(drop)
}
