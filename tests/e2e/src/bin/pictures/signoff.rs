//! The screens of sign-off: people, steps, remarks, the review, versions, and files between two PCs.

use anyhow::Result;
use mulu_e2e::{Key, PIN, Place, Window, ctrl};

use crate::Camera;

const PREPARER: &str = "甲某";
const REVIEWER: &str = "乙某";
const APPROVER: &str = "丙某";
const ELSEWHERE: &str = "丁某";
const SECRECY: &str = "戊某";

/// What the second version changes: the cell, its field, the text.
const REVISED: [(&str, &str, &str); 4] = [
    ("cell-1-content", "field-content", "本单位职能依据、办公地址、办公电话。"),
    ("cell-2-time_limit", "field-time_limit", "信息形成或者变更之日起10个工作日内"),
    ("cell-3-item", "field-item", "机构领导简介"),
    ("cell-8-disclosing_body", "field-disclosing_body", "中卫市人力资源和社会保障局办公室"),
];

/// From the first person to the second version, with a camera beside it; `there` is the other PC.
pub(crate) async fn journey(camera: &Camera<'_>, here: &Place, there: &Place) -> Result<()> {
    people(camera).await?;
    first_version(camera).await?;
    revision(camera).await?;
    remarks(camera).await?;
    hand_over(camera.window, here, there).await
}

async fn people(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.click("person-button").await?;
    window.find("person-form").await?;
    camera.take("first-person").await?;
    window.add_person(PREPARER, &[]).await?;
    for (name, role) in [(REVIEWER, "reviewer"), (APPROVER, "approver"), (SECRECY, "secrecy_reviewer")] {
        window.click("person-add").await?;
        window.add_person(name, &[role]).await?;
    }
    window.click(&format!("stop-person-{SECRECY}")).await?;
    window.until_text(&format!("person-{SECRECY}"), "已停用").await?;
    camera.take("people").await?;
    window.click("change-pin").await?;
    camera.take("pin-change").await?;
    window.click("person-cancel").await?;
    window.click(&format!("reset-pin-{REVIEWER}")).await?;
    window.fill("pin", PIN).await?;
    window.fill("pin-again", "1").await?;
    window.click("pin-save").await?;
    window.find("pin-problem").await?;
    camera.take("pin-reset").await?;
    window.click("person-cancel").await?;
    for part in ["policy", "keys", "log"] {
        window.click(&format!("people-{part}")).await?;
        camera.take(&format!("people-{part}")).await?;
    }
    window.click("people-close").await
}

async fn first_version(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.open_sample().await?;
    window.click("outline-heading").await?;
    window.fill("field-approver", APPROVER).await?;
    window.until_saved().await?;
    camera.take("typed-name").await?;
    window.click("cell-1-basis").await?;
    window.click("basis-as-text").await?;
    window.fill("field-basis", &char::from(Key::Delete).to_string()).await?;
    window.until_saved().await?;
    window.click("step-primary").await?;
    window.click("excuse-1").await?;
    window.fill("excuse-text", "依据文件正在修订，待公布后补填。").await?;
    camera.take("excuse").await?;
    window.click("excuse-save").await?;
    window.find("excused-1").await?;
    camera.take("excused").await?;
    window.click("step-primary").await?;
    window.fill("sign-pin", "1").await?;
    window.click("sign-confirm").await?;
    window.find("sign-pin-problem").await?;
    camera.take("submit").await?;
    window.sign().await?;
    window.until_text("standing", "待复核").await?;
    camera.take("under-way").await?;
    window.keys(&ctrl("l")).await?;
    window.click(&format!("lock-person-{REVIEWER}")).await?;
    camera.take("lock").await?;
    window.come(REVIEWER).await?;
    window.click("step-primary").await?;
    window.click("step-review").await?;
    window.sign().await?;
    window.click("step-approve").await?;
    window.find("sign-refusal").await?;
    camera.take("sign-refused").await?;
    window.click("sign-other").await?;
    window.click(&format!("lock-person-{APPROVER}")).await?;
    camera.take("sign-other").await?;
    window.come(APPROVER).await?;
    window.find("sign-pin").await?;
    camera.take("approve").await?;
    window.sign().await?;
    window.click("back").await?;
    window.until_text("standing", "已审签").await?;
    camera.take("approved").await
}

async fn revision(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.click("step-versions").await?;
    let code = window.text("version-code").await?;
    window.click("code-open").await?;
    window.fill("code-text", &code).await?;
    window.click("code-check").await?;
    window.find("code-answer").await?;
    camera.take("code").await?;
    window.press(Key::Escape, 1).await?;
    window.click("back").await?;
    window.take_over(PREPARER).await?;
    window.click("step-primary").await?;
    camera.take("revise").await?;
    window.sign().await?;
    window.until("it can be edited", "!document.querySelector('[data-testid=standing]')").await?;
    for (cell, field, text) in REVISED {
        window.click(cell).await?;
        window.fill(field, text).await?;
    }
    window.click("outline-item-5").await?;
    window.keys(&mulu_e2e::with(&[Key::Control, Key::Shift], "d")).await?;
    window.click("outline-add-group").await?;
    window.fill("field-group", "公共数据").await?;
    window.until_saved().await?;
    window.click("step-primary").await?;
    window.sign().await?;
    window.until_text("standing", "待复核").await?;
    window.take_over(REVIEWER).await?;
    window.click("step-primary").await?;
    window.find("review-screen").await?;
    window.remark(1, "请写明电话是否对外公布。", 0).await?;
    window.press(Key::F8, 1).await?;
    window.press(Key::F8, 1).await?;
    camera.take("review").await?;
    window.click("review-show-all").await?;
    camera.take("review-all").await?;
    window.click("review-show-changes").await?;
    window.click("step-send_back").await?;
    window.fill("sign-opinion", "新增的一级事项请补齐二级事项。").await?;
    camera.take("send-back").await?;
    window.sign().await?;
    window.click("back").await
}

async fn remarks(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.take_over(PREPARER).await?;
    window.find("remark-row-1").await?;
    window.click("remark-row-1").await?;
    camera.take("remarks").await?;
    window.click("more").await?;
    camera.take("more").await?;
    window.click("more-versions").await?;
    window.find("compare-row").await?;
    camera.take("versions").await?;
    window.click("back").await?;
    window.click("back").await?;
    window.find("library-row").await?;
    more_catalogues(window).await?;
    window
        .until(
            "all are checked",
            "document.querySelectorAll('[data-testid=check-counts] .cell').length === 3",
        )
        .await?;
    camera.take("library-signoff").await?;
    window.click("turn-open-1").await?;
    window.find("cell-1-content").await?;
    window.click("more").await?;
    window.click("more-handoff").await?;
    window.click("handoff-path").await?;
    camera.take("handoff-write").await?;
    window.press(Key::Escape, 1).await
}

/// Two more of the samples, so that the library looks as in an office.
async fn more_catalogues(window: &Window) -> Result<()> {
    for sample in ["yinchuan-hrss-2020", "zhongwei-social-insurance"] {
        window.click("place-sources").await?;
        window.click(&format!("use-{sample}")).await?;
        window.click("create").await?;
        window.find("cell-1-content").await?;
        window.click("back").await?;
        window.find("library-row").await?;
    }
    Ok(())
}

/// Writes the file from the menu of the catalogue and carries it to the other PC.
async fn hand_over(window: &Window, from: &Place, to: &Place) -> Result<()> {
    window.click("more").await?;
    window.hand_over("more-handoff", from, to).await
}

/// The other PC looks at the file and takes it in, changes a cell, and sends it back.
pub(crate) async fn elsewhere(camera: &Camera<'_>, here: &Place, there: &Place) -> Result<()> {
    let window = camera.window;
    window.click("person-button").await?;
    window.add_person(ELSEWHERE, &[]).await?;
    window.click("people-close").await?;
    window.click("handoff-open").await?;
    window.click("handoff-look").await?;
    window.find("handoff-title").await?;
    camera.take("handoff-open").await?;
    window.press(Key::Escape, 1).await?;
    window.take_in().await?;
    window.click("cell-1-content").await?;
    window.fill("field-content", "本单位职能和办公地址。").await?;
    window.until_saved().await?;
    hand_over(window, there, here).await
}

/// The first PC has changed the same cell in the meantime.
pub(crate) async fn conflict(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.click(&format!("lock-person-{PREPARER}")).await?;
    camera.take("start-lock").await?;
    window.come(PREPARER).await?;
    window.click("turn-open-1").await?;
    window.click("cell-1-content").await?;
    window.fill("field-content", "本单位职能和办公电话。").await?;
    window.until_saved().await?;
    window.click("back").await?;
    window.click("handoff-open").await?;
    window.click("handoff-look").await?;
    window.find("handoff-conflict").await?;
    camera.take("handoff-conflict").await
}
