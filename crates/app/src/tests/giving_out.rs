//! Files: taken in, given out, previewed.

use std::{fs, ops::ControlFlow};

use mulu_model::exchange::{self, canonical_bytes};

use super::*;
use crate::wire::Progress;

fn read(path: &std::path::Path) -> mulu_model::Catalogue {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::new(&format!("n{next}")).unwrap()
    };
    exchange::read(&fs::read(path).unwrap(), &mut new_id).unwrap()
}

/// Identities aside.
fn without_ids(mut catalogue: mulu_model::Catalogue) -> Vec<u8> {
    let mut next = 0;
    for group in &mut catalogue.groups {
        group.id = Id::new(&format!("g{next}")).unwrap();
        for item in &mut group.items {
            item.id = Id::new(&format!("i{next}")).unwrap();
            next += 1;
        }
    }
    canonical_bytes(&catalogue)
}

#[test]
fn the_four_catalogues_go_through_the_library_without_loss() {
    let office = Office::new();
    for name in
        ["zhongwei-hrss-2022", "yinchuan-hrss-2020", "zhongwei-social-insurance", "jalaid-social-insurance"]
    {
        let id = office.app.import(&asset(name)).unwrap();
        let out = office.path("给出 文件.json");
        let written = office.app.export(&id, ExportFormat::Json, Paper::A3, &out, &mut unwatched).unwrap();
        assert_eq!(u64::from(written.bytes), fs::metadata(&out).unwrap().len());
        assert_eq!(without_ids(read(&out)), without_ids(read(&asset(name))), "{name}");
    }
}

#[test]
fn every_format_is_written_and_begins_as_such_files_do() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let cases = [
        (ExportFormat::Pdf, b"%PDF-".as_slice()),
        (ExportFormat::Xlsx, b"PK\x03\x04"),
        (ExportFormat::Docx, b"PK\x03\x04"),
        (ExportFormat::Html, b"<!"),
        (ExportFormat::Csv, b"\xef\xbb\xbf"),
        (ExportFormat::Json, b"{"),
    ];
    for (format, beginning) in cases {
        let path = office.path(&default_file_name("目录", format.extension()));
        office.app.export(&id, format, Paper::A4, &path, &mut unwatched).unwrap();
        assert!(fs::read(&path).unwrap().starts_with(beginning), "{format:?}");
    }
}

#[test]
fn an_export_that_is_stopped_leaves_the_old_file() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let path = office.path("目录.pdf");
    fs::write(&path, "old").unwrap();
    let mut calls = 0;
    let mut stop = |_: Progress| {
        calls += 1;
        if calls > 1 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let stopped = office.app.export(&id, ExportFormat::Pdf, Paper::A3, &path, &mut stop);
    assert_eq!(stopped, Err(AppError::Cancelled));
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn editing_goes_on_while_an_export_is_under_way() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let item = first_item(&office.app.open(&id).unwrap()).id.clone();
    let path = office.path("目录.csv");
    let mut edit_once = |_: Progress| {
        // Would wait for ever if the export held the lock.
        office.app.edit(&id, set_text(&item, "basis", "导出途中改的"), false).unwrap();
        ControlFlow::Continue(())
    };
    office.app.export(&id, ExportFormat::Csv, Paper::A3, &path, &mut edit_once).unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains("导出途中改的"), "the export shows one moment");
    office.app.export(&id, ExportFormat::Csv, Paper::A3, &path, &mut unwatched).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("导出途中改的"));
}

#[test]
fn the_preview_follows_the_revision_and_shows_every_page() {
    let office = Office::new();
    let id = office.sample("zhongwei-hrss-2022");
    let view = office.app.preview(&id, Paper::A3).unwrap();
    assert_eq!(view.papers.len(), 2);
    assert_eq!((view.pages, view.revision), (view.papers[0].pages, 0));
    assert!(view.missing_characters.is_empty());
    for page in 0..view.pages {
        assert!(office.app.preview_page(&id, Paper::A3, page).unwrap().starts_with("<svg"));
    }
    assert_eq!(office.app.preview_page(&id, Paper::A3, view.pages), Err(AppError::NoSuchPlace));
    let title = EditRequest::SetHeading { field: HeadingField::Title, value: "一本新目录".to_owned() };
    office.app.edit(&id, title, false).unwrap();
    assert_eq!(office.app.preview(&id, Paper::A4).unwrap().revision, 1);
}

#[test]
fn files_that_are_no_catalogue_are_refused_and_nothing_is_taken_in() {
    let office = Office::new();
    let text = office.path("说明.json");
    fs::write(&text, "说明").unwrap();
    let problem = ExchangeProblem::NotJson { line: 1, column: 1 };
    let path = |path: &std::path::Path| path.display().to_string();
    assert_eq!(office.app.import(&text), Err(AppError::BadExchangeFile { path: path(&text), problem }));
    let folder = office.folder.path();
    assert_eq!(office.app.import(folder), Err(AppError::IsAFolder { path: path(folder) }));
    let missing = office.path("没有.json");
    assert_eq!(office.app.import(&missing), Err(AppError::FileNotFound { path: path(&missing) }));
    assert!(office.app.library_view().unwrap().catalogues.is_empty());
}

#[test]
fn the_published_schema_describes_what_ships_and_what_is_written() {
    let schema = include_str!("../../../../docs/mulu.catalogue-1.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let check = |name: &str, bytes: &[u8]| {
        let instance: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        let errors: Vec<_> =
            validator.iter_errors(&instance).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        instance
    };
    for name in
        ["zhongwei-hrss-2022", "yinchuan-hrss-2020", "zhongwei-social-insurance", "jalaid-social-insurance"]
    {
        check(name, &fs::read(asset(name)).unwrap());
        let mut written = check(name, &exchange::write(&read(&asset(name))));
        written["groups"][0]["items"][0]["method"] = serde_json::json!(["secret"]);
        assert!(!validator.is_valid(&written), "the schema takes anything");
    }
}
