//! What is offered to be cleaned up.

use mulu_import::{Flaw, clean_up, cleaning_edits};

use crate::seeds::imported;

#[test]
fn every_flaw_is_cleaned_and_nothing_else() {
    let cases = [
        (Flaw::Space, "信息形成之日起 20 个工作 日内", "信息形成之日起20个工作日内"),
        (Flaw::Space, "a b，第 3 条 App 端", "a b，第3条 App 端"),
        (Flaw::Space, "1.职权 类型； 2.职权名称", "1.职权类型； 2.职权名称"),
        (Flaw::Punctuation, "办法(2018年修正),条例;（一）", "办法（2018年修正），条例；（一）"),
        (Flaw::Punctuation, "1) 3,000元 a(b)", "1) 3,000元 a(b)"),
        (Flaw::LineBreak, "《关于印发\n办法的通知》", "《关于印发办法的通知》"),
        (Flaw::LineBreak, "扎赉特旗人力资源社会保障\n局", "扎赉特旗人力资源社会保障局"),
        (Flaw::LineBreak, "机构职能\n领导信息", "机构职能\n领导信息"),
        (Flaw::Script, "機構職能，后台", "机构职能，后台"),
    ];
    for (flaw, before, after) in cases {
        assert_eq!(flaw.cleaned(before), after);
        assert_eq!(flaw.cleaned(after), after);
    }
}

#[test]
fn what_is_chosen_is_cleaned_by_edits_and_then_not_offered_again() {
    for name in ["zhongwei-hrss-2022", "zhongwei-social-insurance", "jalaid-social-insurance"] {
        let mut catalogue = imported(name).catalogue;
        let offered = clean_up(&catalogue);
        assert!(!offered.is_empty(), "{name}");
        for edit in cleaning_edits(&offered) {
            catalogue.apply(&edit).unwrap();
        }
        assert_eq!(clean_up(&catalogue), [], "{name}");
    }
}
