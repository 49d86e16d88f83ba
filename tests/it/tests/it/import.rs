//! What we write is read back: out as a form, in as a catalogue, to the letter.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use mulu_app::{Choice, Reading, System, wire::ImportFinding};
use mulu_model::{Catalogue, Id, Template, exchange};
use proptest::prelude::*;

use crate::{
    expected::{CATALOGUES, bare, catalogue, convert, export},
    random,
};

fn read(path: &Path) -> Reading {
    mulu_app::read(path, &Choice::default(), &System).unwrap()
}

/// Written in a format and read back.
fn through(name: &str, extension: &str) -> Reading {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("目录.{extension}"));
    export(name, &path);
    read(&path)
}

/// The groups with identities that count.
fn groups(mut catalogue: Catalogue) -> Vec<mulu_model::Group> {
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Id::new(&format!("id-{next}")).unwrap()
    };
    for group in &mut catalogue.groups {
        group.id = new_id();
        for item in &mut group.items {
            item.id = new_id();
        }
    }
    catalogue.groups
}

/// Whether two catalogues have the same groups and items, in the same words.
fn assert_same_items(found: &Catalogue, expected: &Catalogue, what: &str) {
    let (found, expected) = (groups(found.clone()), groups(expected.clone()));
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found.name, expected.name, "{what}");
        for (found, expected) in found.items.iter().zip(&expected.items) {
            assert_eq!(found, expected, "{what}");
        }
        assert_eq!(found.items.len(), expected.items.len(), "{what} {}", found.name);
    }
    assert_eq!(found.len(), expected.len(), "{what}");
}

/// Everything that a table shows of its template. White space in header words is a matter of layout and not read.
fn shape(template: &Template) -> Template {
    let mut shape = Template { id: String::new(), ..template.clone() };
    for word in shape.columns.iter_mut().flat_map(|column| &mut column.header) {
        *word = bare(word);
    }
    shape
}

/// What is left of it in comma-separated values: they have no lines above the table and no merged cells.
fn left_by_csv(template: &Template) -> Template {
    Template { merge_equal: Vec::new(), sign_off_line: false, statistics_line: false, ..shape(template) }
}

fn rules(findings: &[ImportFinding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.found.rule()).collect()
}

#[test]
fn a_workbook_document_or_page_of_ours_comes_back_as_the_very_catalogue() {
    for name in CATALOGUES {
        let expected = catalogue(name);
        for extension in ["xlsx", "docx", "html"] {
            let Reading { catalogue: found, view, .. } = through(name, extension);
            let what = format!("{name}.{extension}");
            assert_same_items(&found, &expected, &what);
            assert_eq!(found.heading, expected.heading, "{what}");
            assert_eq!(shape(&found.template), shape(&expected.template), "{what}");
            // The page says that it is a draft; one basis of the documents is cut in the original.
            let told = rules(&view.findings);
            assert!(told.iter().all(|rule| ["line", "text-cut"].contains(rule)), "{what}: {told:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_catalogue_written_in_any_format_comes_back(catalogue in random::catalogue()) {
        let folder = tempfile::tempdir().unwrap();
        let source = folder.path().join("目录.json");
        std::fs::write(&source, exchange::write(&catalogue)).unwrap();
        let merge_equal = random::visibly_merged(&catalogue);
        let whole = Template { merge_equal, ..shape(&catalogue.template) };
        for extension in ["xlsx", "docx", "html", "csv"] {
            let path = folder.path().join(format!("目录.{extension}"));
            convert(&source, &path);
            let found = read(&path).catalogue;
            assert_same_items(&found, &catalogue, extension);
            if extension == "csv" {
                prop_assert_eq!(left_by_csv(&found.template), left_by_csv(&whole), "csv");
            } else {
                prop_assert_eq!(&found.heading, &catalogue.heading, "{}", extension);
                prop_assert_eq!(shape(&found.template), whole.clone(), "{}", extension);
            }
        }
    }
}

#[test]
fn comma_separated_values_of_ours_come_back_with_every_cell() {
    for name in CATALOGUES {
        let expected = catalogue(name);
        let Reading { catalogue: found, view, .. } = through(name, "csv");
        assert_same_items(&found, &expected, name);
        assert_eq!(left_by_csv(&found.template), left_by_csv(&expected.template), "{name}");
        assert!(!found.template.sign_off_line && !found.template.statistics_line, "{name}");
        let told = rules(&view.findings);
        assert!(told.iter().all(|rule| *rule == "text-cut"), "{name}: {told:?}");
    }
}

/// The files that LibreOffice has made of one of our files: of a workbook or of a document.
fn saved_by_libreoffice(of: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/libreoffice").join(of);
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn what_libreoffice_has_saved_is_still_the_very_catalogue() {
    for (of, kinds) in
        [("workbook", ["html", "ods", "xls", "xlsx"].as_slice()), ("document", &["docx", "html"])]
    {
        let mut seen = BTreeSet::new();
        for path in saved_by_libreoffice(of) {
            let (name, extension) = path.file_name().and_then(|name| name.to_str()?.split_once('.')).unwrap();
            seen.insert(extension.to_owned());
            let what = format!("{of} {name}.{extension}");
            let expected = catalogue(name);
            let Reading { catalogue: found, view, .. } = read(&path);
            assert_same_items(&found, &expected, &what);
            assert_eq!(found.heading, expected.heading, "{what}");
            assert_eq!(shape(&found.template), shape(&expected.template), "{what}");
            let told = rules(&view.findings);
            assert!(told.iter().all(|rule| ["line", "text-cut"].contains(rule)), "{what}: {told:?}");
        }
        assert!(seen.iter().eq(kinds), "{of}: {seen:?}");
    }
}
