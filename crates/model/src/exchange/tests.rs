//! The exchange format against the four real catalogues and against files that are wrong in one place.

use serde_json::{Value, json};

use super::*;
use crate::{Catalogue, Id, Statistics, TemplateError};

const CATALOGUES: [(&str, &str); 4] = [
    ("zhongwei-hrss-2022", include_str!("../../../../assets/catalogues/zhongwei-hrss-2022.json")),
    ("yinchuan-hrss-2020", include_str!("../../../../assets/catalogues/yinchuan-hrss-2020.json")),
    (
        "zhongwei-social-insurance",
        include_str!("../../../../assets/catalogues/zhongwei-social-insurance.json"),
    ),
    ("jalaid-social-insurance", include_str!("../../../../assets/catalogues/jalaid-social-insurance.json")),
];

fn counting_ids() -> impl FnMut() -> Id {
    let mut next = 0;
    move || {
        next += 1;
        Id::new(&format!("id-{next}")).unwrap()
    }
}

fn read_text(text: &str) -> Result<Catalogue, ExchangeError> {
    read(text.as_bytes(), &mut counting_ids())
}

fn without_ids(mut value: Value) -> Value {
    for group in value["groups"].as_array_mut().into_iter().flatten() {
        group.as_object_mut().map(|map| map.remove("id"));
        for item in group["items"].as_array_mut().into_iter().flatten() {
            item.as_object_mut().map(|map| map.remove("id"));
        }
    }
    value
}

/// A small catalogue, changed by `change` before it is read.
fn read_changed(change: impl Fn(&mut Value)) -> Result<Catalogue, ExchangeError> {
    let mut value = json!({
        "format": "mulu.catalogue/1", "title": "目录", "responsible_unit": null, "preparer": null,
        "reviewer": null, "approver": null, "prepared_at": "2022-12-18",
        "template": {
            "id": "small",
            "columns": [
                {"key": "group", "header": ["事项", "一级"]}, {"key": "item", "header": ["事项", "二级"]},
                {"key": "content", "header": ["公开内容"]}, {"key": "channels", "header": ["渠道"]},
            ],
            "channel_options": ["网站", "其他"], "channel_options_with_note": ["其他"], "levels": [],
            "numbering": {"group": "chinese", "item": "running"}, "merge_equal": [],
            "sign_off_line": true, "statistics_line": true,
        },
        "groups": [
            {"id": "g1", "name": "甲", "items": [
                {"id": "i1", "name": "一", "content": "子\n丑", "parts": [
                    {"content": "子", "channels": [{"label": "网站", "note": null}]},
                    {"content": "丑", "channels": []},
                ]},
            ]},
            {"id": "g2", "name": "乙", "items": [{"id": "i2", "name": "二", "content": "", "channels": []}]},
        ],
    });
    change(&mut value);
    read_text(&value.to_string())
}

#[test]
fn the_four_catalogues_come_out_as_they_went_in() {
    for (name, text) in CATALOGUES {
        let catalogue = read_text(text).unwrap();
        let written: Value = serde_json::from_slice(&write(&catalogue)).unwrap();
        let original: Value = serde_json::from_str(text).unwrap();
        assert_eq!(without_ids(written), original, "{name}");
    }
}

#[test]
fn identities_survive_a_second_reading() {
    for (name, text) in CATALOGUES {
        let first = read_text(text).unwrap();
        let mut never = || -> Id { panic!("an identity was made anew") };
        let second = read(&write(&first), &mut never).unwrap();
        assert_eq!(first, second, "{name}");
    }
}

#[test]
fn statistics_are_counted_and_not_copied() {
    let lines: Vec<String> =
        CATALOGUES.iter().map(|(_, text)| Statistics::of(&read_text(text).unwrap()).to_string()).collect();
    assert_eq!(lines[0], "政府信息：主动公开一级事项6项，二级事项42项；依申请公开二级事项0项");
    // The document claims 26.
    assert_eq!(lines[1], "政府信息：主动公开一级事项6项，二级事项27项；依申请公开二级事项0项");
}

#[test]
fn canonical_bytes_do_not_depend_on_the_order_of_keys_or_ticks() {
    let plain = read_changed(|_| {}).unwrap();
    let shuffled = read_changed(|value| {
        let parts = &mut value["groups"][0]["items"][0]["parts"][1]["channels"];
        *parts = json!([{"note": "甲网", "label": "其他"}, {"label": "网站"}]);
    })
    .unwrap();
    let ordered = read_changed(|value| {
        let parts = &mut value["groups"][0]["items"][0]["parts"][1]["channels"];
        *parts = json!([{"label": "网站", "note": null}, {"label": "其他", "note": "甲网"}]);
    })
    .unwrap();
    assert_eq!(canonical_bytes(&shuffled), canonical_bytes(&ordered));
    assert_ne!(canonical_bytes(&plain), canonical_bytes(&ordered));
}

#[test]
fn values_that_no_column_shows_are_still_written() {
    let catalogue = read_changed(|value| {
        value["groups"][1]["items"][0]["basis"] = json!("《条例》");
        value["groups"][1]["items"][0]["custom"] = json!({"责任科室": "办公室"});
        value["groups"][1]["items"][0]["levels"] = json!(["市级"]);
    })
    .unwrap();
    let written: Value = serde_json::from_slice(&write(&catalogue)).unwrap();
    let item = &written["groups"][1]["items"][0];
    assert_eq!(item["basis"], "《条例》");
    assert_eq!(item["custom"]["责任科室"], "办公室");
    assert_eq!(item["levels"], json!(["市级"]));
    assert_eq!(item.get("time_limit"), None);
}

#[test]
fn a_template_file_is_read_back_as_it_is_written() {
    for text in [
        include_str!("../../../../assets/templates/national-13-labels.json"),
        include_str!("../../../../assets/templates/yinchuan-hrss-2020.json"),
    ] {
        let named = read_template(text.as_bytes()).unwrap();
        let written: Value = serde_json::from_slice(&write_template(&named)).unwrap();
        assert_eq!(written, serde_json::from_str::<Value>(text).unwrap());
    }
}

#[test]
fn what_is_not_json_is_refused_with_its_place() {
    assert!(matches!(read_text("{\n \"format\": "), Err(ExchangeError::NotJson { line: 2, .. })));
    let cut = &CATALOGUES[0].1[..5_000];
    assert!(matches!(read_text(cut), Err(ExchangeError::NotJson { .. })));
    let not_text = read(&[b'{', 0xff, b'}'], &mut counting_ids());
    assert!(matches!(not_text, Err(ExchangeError::NotUtf8 { valid_up_to: 1 })));
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let text = format!("\u{feff}{}", CATALOGUES[0].1);
    assert_eq!(read_text(&text).unwrap(), read_text(CATALOGUES[0].1).unwrap());
}

#[test]
fn other_json_is_told_from_another_version() {
    for other in ["{}", "[]", "3", r#"{"format": null}"#, r#"{"format": 1}"#] {
        assert!(matches!(read_text(other), Err(ExchangeError::NotACatalogue)), "{other}");
    }
    let newer = read_changed(|value| value["format"] = json!("mulu.catalogue/2"));
    assert!(matches!(newer, Err(ExchangeError::WrongFormat { found }) if found == "mulu.catalogue/2"));
}

#[test]
fn each_wrong_place_is_named() {
    let unknown_key = read_changed(|v| v["template"]["columns"][2]["key"] = json!("contents"));
    assert!(matches!(unknown_key, Err(ExchangeError::UnknownColumnKey { key }) if key == "contents"));

    let unknown_word = read_changed(|v| v["groups"][1]["items"][0]["method"] = json!(["by_mail"]));
    assert!(matches!(unknown_word, Err(ExchangeError::UnknownWord { field: "method", .. })));

    let date = read_changed(|v| v["prepared_at"] = json!("2022年"));
    assert!(matches!(date, Err(ExchangeError::NotADate { text }) if text == "2022年"));

    let groups = read_changed(|v| v["groups"][1]["id"] = json!("g1"));
    assert!(matches!(groups, Err(ExchangeError::DuplicateId { groups: true, .. })));

    let items = read_changed(|v| v["groups"][1]["items"][0]["id"] = json!("i1"));
    assert!(matches!(items, Err(ExchangeError::DuplicateId { groups: false, .. })));

    let id = read_changed(|v| v["groups"][1]["id"] = json!("g 1"));
    assert!(matches!(id, Err(ExchangeError::InvalidId { text }) if text == "g 1"));

    let parts = read_changed(|v| v["groups"][0]["items"][0]["content"] = json!("另外的内容"));
    assert!(matches!(parts, Err(ExchangeError::ContentContradictsParts { item_index: 0, .. })));

    let shape = read_changed(|v| v["groups"][1]["items"] = json!("none"));
    assert!(matches!(shape, Err(ExchangeError::Shape { .. })));

    let note = read_changed(|v| v["template"]["channel_options_with_note"] = json!(["微信"]));
    assert!(matches!(note, Err(ExchangeError::Template(TemplateError::NoteWithoutOption(_)))));

    let long = read_changed(|v| v["groups"][1]["items"][0]["content"] = json!("长".repeat(100_001)));
    assert!(matches!(long, Err(ExchangeError::Item { item_index: 1, .. })));
}

#[test]
fn canonical_bytes_are_read_back_and_nothing_else_is_taken_for_them() {
    for (name, text) in CATALOGUES {
        let catalogue = read_text(text).unwrap();
        let bytes = canonical_bytes(&catalogue);
        assert_eq!(canonical_bytes(&read_canonical(&bytes).unwrap()), bytes, "{name}");
        assert_eq!(read_canonical(&write(&catalogue)), None, "{name}: with white space");
        assert_eq!(read_canonical(text.as_bytes()), None, "{name}: without identities");
    }
}
