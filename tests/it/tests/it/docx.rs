//! The Word document as our own reader reads it.

use std::path::Path;

use mulu_import::{Draft, Severity, draft, find_all, read, unfold};
use mulu_model::{Catalogue, Id};

use crate::expected::{self, CATALOGUES};

fn ids() -> impl FnMut() -> Id {
    let mut count = 0;
    move || {
        count += 1;
        Id::new(&format!("x{count}")).unwrap()
    }
}

fn imported(path: &Path) -> Draft {
    let document = unfold(read(&std::fs::read(path).unwrap(), "目录.docx").unwrap());
    let found = find_all(&document).unwrap();
    let tables: Vec<_> = found.iter().map(|(index, mapping)| (&document.tables[*index], mapping)).collect();
    draft(&tables, None, &mut ids())
}

/// The same catalogue with identities that count.
fn renamed(mut catalogue: Catalogue) -> Catalogue {
    let mut new_id = ids();
    for group in &mut catalogue.groups {
        group.id = new_id();
        group.items.iter_mut().for_each(|item| item.id = new_id());
    }
    catalogue
}

#[test]
fn the_four_catalogues_are_read_back_from_their_documents() {
    let folder = tempfile::tempdir().unwrap();
    for name in CATALOGUES {
        let path = folder.path().join(format!("{name}.docx"));
        expected::export(name, &path);
        let (mut expected, mut draft) = (renamed(expected::catalogue(name)), imported(&path));
        expected = renamed(expected);
        draft.catalogue = renamed(draft.catalogue);
        for (found, expected) in draft.catalogue.groups.iter().zip(&expected.groups) {
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(draft.catalogue, expected, "{name}");
        let wrong: Vec<_> =
            draft.findings.iter().filter(|finding| finding.severity != Severity::Info).collect();
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
}
