//! What the command line says of signatures and of what has changed.

use mulu_app::{
    FileReview, HandoffProblem, Proved,
    wire::{CodeAnswer, Fate, ProofFault, ProofProblem, ReviewEntry, Run, SealedPart, Stage},
};

use super::shown;

/// What a printed code belongs to in a library or a hand-off file.
pub(crate) fn code(answer: &CodeAnswer, is_handoff: bool) -> String {
    let place = if is_handoff { "这份流转文件" } else { "这个目录库" };
    match &answer.version {
        None => format!("核对码{}不属于{place}中的任何版本。\n", answer.check_code),
        Some(version) => format!(
            "核对码{}属于《{}》第{}版，{}由{}审签；签名{}。\n",
            answer.check_code,
            shown(&version.title),
            version.number,
            version.approved_at,
            shown(&version.approved_by),
            if version.is_proved { "核对无误" } else { "核对有误" }
        ),
    }
}

/// What was found of the library itself, a line each; nothing where all is well.
pub(crate) fn library_proved(problems: &[ProofProblem]) -> String {
    let lines: String = problems.iter().map(|found| format!("  {}\n", problem(found))).collect();
    if lines.is_empty() { lines } else { format!("目录库\t核对有误\n{lines}") }
}

/// What was found of a catalogue, a line each.
pub(crate) fn proved(proved: &Proved) -> String {
    let title = shown(&proved.title);
    let verdict = if proved.holds() { "核对无误" } else { "核对有误" };
    let mut text = format!("{title}\t第{}版\t{}\t{verdict}\n", proved.version, stage(proved.stage));
    for fingerprint in &proved.fingerprints {
        text += &format!("  签名钥匙指纹：{fingerprint}\n");
    }
    for problem in &proved.problems {
        text += &format!("  {}\n", self::problem(problem));
    }
    text
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Preparing => "填表中",
        Stage::SecrecyReview => "保密审查",
        Stage::InReview => "待复核",
        Stage::InApproval => "待审签",
        Stage::Approved => "已审签",
    }
}

fn problem(problem: &ProofProblem) -> String {
    let version = problem.version.map(|number| format!("第{number}版")).unwrap_or_default();
    let step = problem.step.map(|number| format!("第{number}步")).unwrap_or_default();
    let mark = if problem.is_warning { "提醒" } else { "错误" };
    let part = problem.part.map(part).unwrap_or_default();
    let place = format!("{version}{step}");
    let colon = if place.is_empty() { "" } else { "：" };
    format!("{mark}：{place}{colon}{part}{}", fault(problem.fault))
}

fn fault(fault: ProofFault) -> &'static str {
    match fault {
        ProofFault::OutOfOrder => "步骤缺失、重复或者属于别的目录",
        ProofFault::BrokenLink => "这一步不是接着上一步作出的",
        ProofFault::UnknownAlgorithm => "由更新版本的程序签名，请升级程序后再核对",
        ProofFault::BadSignature => "签名记录被改动过",
        ProofFault::UnknownKey => "签名的钥匙不属于任何已知人员",
        ProofFault::KeyOfAnother => "签名的钥匙属于别人",
        ProofFault::NotAllowed => "当时不能作出这一步",
        ProofFault::OtherContent => "签的不是送审的内容",
        ProofFault::ContentMissing => "签过的内容已缺失",
        ProofFault::ContentAltered => "签过的内容被改动过",
        ProofFault::Unsigned => "存有没有人签过的版本",
        ProofFault::RemarksAltered => "意见被删改过",
        ProofFault::OtherStage => "所标状态与步骤不符",
        ProofFault::CatalogueAltered => "目录现在的内容与签过的不同",
        ProofFault::ClockSetBack => "时间早于上一步，请核对两台电脑的时钟",
        ProofFault::CoverAltered => "流转文件被改动过",
        ProofFault::AlteredOutside => "被其他程序改动过",
    }
}

fn part(part: SealedPart) -> &'static str {
    match part {
        SealedPart::Schema => "目录库的结构",
        SealedPart::Bin => "回收站中的目录",
        SealedPart::People => "人员",
        SealedPart::PeopleLog => "人员的变动记录",
        SealedPart::Keys => "已知的签名钥匙",
        SealedPart::Settings => "签审设置",
        SealedPart::Templates => "自存模板",
        SealedPart::Catalogue => "标题、表格样式或者状态",
        SealedPart::Groups => "一级事项",
        SealedPart::Items => "二级事项",
        SealedPart::EditLog => "修改记录",
        SealedPart::Records => "签名记录",
        SealedPart::Versions => "各版内容",
        SealedPart::Remarks => "意见",
        SealedPart::Excuses => "检查结果的说明",
    }
}

/// What is wrong with a hand-off file, after its name.
pub(super) fn handoff(problem: HandoffProblem) -> &'static str {
    match problem {
        HandoffProblem::NotAHandoff => "不是流转文件；请选用本程序送出的.mulu文件。",
        HandoffProblem::Newer => "是由更新版本的程序写成的；请升级程序后重试。",
        HandoffProblem::Damaged => "不完整或者已经损坏；请向送出人重新索取。",
        HandoffProblem::TooLarge => "超过256MB，没有读取；请向送出人核实。",
        HandoffProblem::Altered => "在签名之后被改动过，没有接收；请向送出人重新索取。",
    }
}

/// What differs, a line for each cell.
pub(crate) fn review(review: &FileReview) -> String {
    let FileReview { entries, changed, added, removed, moved } = review;
    let lines: String = entries.iter().map(entry).collect();
    format!("{lines}改动{changed}处，新增{added}项，删除{removed}项，移动{moved}项\n")
}

fn entry(entry: &ReviewEntry) -> String {
    let fate = match entry.fate {
        Fate::Added => "新增",
        Fate::Removed => "删除",
        Fate::Moved => "移动",
        Fate::Changed => "改动",
    };
    let number = entry.number.map(|number| format!("第{number}项")).unwrap_or_default();
    let mut text = format!("{fate}\t{}\t{number}{}\n", shown(&entry.group), shown(&entry.name));
    if matches!(entry.fate, Fate::Changed | Fate::Moved) {
        for cell in &entry.cells {
            let [before, after] = [&cell.before, &cell.after].map(|runs| joined(runs));
            text += &format!("  {}：{before} → {after}\n", shown(&cell.label));
        }
    }
    text
}

fn joined(runs: &[Run]) -> String {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    if text.is_empty() { "（无）".to_owned() } else { shown(&text) }
}
