//! Catalogues: kept, listed, changed, put into the bin; templates; seals.

use std::slice;

use mulu_model::{
    Edit,
    exchange::canonical_bytes,
    library::{LibraryError, NewStep, prelude::*},
    log::StepKind,
};

use crate::{
    Place,
    desk::{Desk, at, id, samples, set_content, set_title},
};

/// The four catalogues come back as they were put in.
#[expect(clippy::needless_pass_by_value, reason = "the library is gone with its place, after the test")]
pub fn the_four_catalogues_come_back_as_they_were_put_in<P: Place>(place: P) {
    let mut library = place.open("新 目录库");
    for (index, (_, catalogue)) in samples().iter().enumerate() {
        library.create(&id(&format!("c{index}")), catalogue, None, at(0)).unwrap();
    }
    for (index, (name, catalogue)) in samples().iter().enumerate() {
        let loaded = library.load(&id(&format!("c{index}"))).unwrap();
        assert_eq!(canonical_bytes(&loaded.catalogue), canonical_bytes(catalogue), "{name}");
        assert_eq!((loaded.revision, loaded.changed_at), (0, at(0)));
    }
}

/// The list counts groups and items and shows the last changed first.
pub fn the_list_counts_groups_and_items_and_shows_the_last_changed_first<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let other = id("c2");
    desk.library.create(&other, &desk.catalogue, None, at(10)).unwrap();
    let listed = desk.library.list().unwrap();
    let ids: Vec<_> = listed.iter().map(|summary| summary.id.as_str()).collect();
    assert_eq!(ids, ["c2", "c1"]);
    assert_eq!(listed[1].groups as usize, desk.catalogue.groups.len());
    assert_eq!(listed[1].items as usize, desk.catalogue.item_count());
    assert_eq!(listed[1].title, desk.catalogue.heading.title);
}

/// A catalogue in the bin is neither loaded nor changed and comes back whole.
pub fn a_catalogue_in_the_bin_is_neither_loaded_nor_changed_and_comes_back_whole<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    desk.edit(&set_title("改过的标题"));
    desk.library.delete(&desk.id, at(5)).unwrap();
    assert_eq!(desk.library.list().unwrap()[0].deleted_at, Some(at(5)));
    assert!(matches!(desk.library.load(&desk.id), Err(LibraryError::NoCatalogue { .. })));
    assert!(matches!(desk.library.delete(&desk.id, at(6)), Err(LibraryError::NoCatalogue { .. })));
    let edit = set_title("x");
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &edit, at: at(7), actor: "", joined: false };
    let refused = desk.library.apply(&desk.id, desk.revision, slice::from_ref(&step), &desk.catalogue);
    assert!(matches!(refused, Err(LibraryError::NoCatalogue { .. })));
    desk.library.restore(&desk.id).unwrap();
    assert_eq!(desk.stored(), desk.catalogue);
}

/// A change for an old revision is refused and nothing of it is written.
pub fn a_change_for_an_old_revision_is_refused_and_nothing_of_it_is_written<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    desk.edit(&set_title("甲"));
    let before = desk.stored();
    let edit = set_title("乙");
    let inverse = desk.catalogue.apply(&edit).unwrap();
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at: at(2), actor: "", joined: false };
    let refused = desk.library.apply(&desk.id, 0, slice::from_ref(&step), &desk.catalogue);
    assert!(matches!(refused, Err(LibraryError::Stale { expected: 0, .. })));
    assert_eq!(desk.stored(), before);
    assert_eq!(desk.library.done(&desk.id, 1).unwrap()[0].edit, set_title("甲"));
}

/// A copy knows what it was copied from.
pub fn a_copy_knows_what_it_was_copied_from<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let copy = id("c2");
    desk.library.create(&copy, &desk.catalogue, Some(&desk.id), at(1)).unwrap();
    let origins: Vec<_> =
        desk.library.list().unwrap().into_iter().map(|summary| summary.copied_from).collect();
    assert_eq!(origins, [Some(desk.id.clone()), None]);
    assert_eq!(desk.library.load(&copy).unwrap().catalogue, desk.catalogue);
    assert!(desk.library.done(&copy, 1).unwrap().is_empty());
}

/// Templates are kept by name until they are taken out.
pub fn templates_are_kept_by_name_until_they_are_taken_out<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let template = desk.catalogue.template.clone();
    desk.library.keep_template(&id("t1"), "B 模板", &template, at(1)).unwrap();
    desk.library.keep_template(&id("t2"), "A 模板", &template, at(2)).unwrap();
    desk.reopen();
    let kept = desk.library.list_templates().unwrap();
    let names: Vec<_> = kept.iter().map(|kept| (kept.name.as_str(), kept.kept_at)).collect();
    assert_eq!(names, [("A 模板", at(2)), ("B 模板", at(1))]);
    assert_eq!(kept[0].template, template);
    desk.library.remove_template(&id("t2")).unwrap();
    assert!(matches!(desk.library.remove_template(&id("t2")), Err(LibraryError::NoTemplate { .. })));
    assert_eq!(desk.library.list_templates().unwrap(), kept[1..]);
}

/// What one program has written another sees, and neither overwrites the other.
pub fn two_that_have_it_open_see_and_do_not_overwrite_each_other<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let mut other = desk.place.open("library");
    desk.edit(&set_title("甲"));
    let loaded = other.load(&desk.id).unwrap();
    assert_eq!((loaded.catalogue.heading.title.as_str(), loaded.revision), ("甲", 1));
    assert_eq!(other.revision(&desk.id).unwrap(), 1);
    let (edit, mut catalogue) = (set_title("乙"), loaded.catalogue);
    let inverse = catalogue.apply(&edit).unwrap();
    let step =
        NewStep { kind: StepKind::Edit, edit: &edit, inverse: &inverse, at: at(2), actor: "", joined: false };
    assert_eq!(other.apply(&desk.id, 1, slice::from_ref(&step), &catalogue).unwrap(), 2);
    let refused = desk.library.apply(&desk.id, 1, slice::from_ref(&step), &catalogue);
    assert!(matches!(refused, Err(LibraryError::Stale { expected: 1, .. })));
    assert_eq!(desk.stored().heading.title, "乙");
}

/// What there is not is said to be missing, by whatever it is asked for.
pub fn what_there_is_not_is_said_to_be_missing<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let none = id("none");
    let is_missing = |error: LibraryError| matches!(error, LibraryError::NoCatalogue { id } if id == none);
    assert!(is_missing(desk.library.load(&none).unwrap_err()));
    assert!(is_missing(desk.library.revision(&none).unwrap_err()));
    assert!(is_missing(desk.library.standing(&none).unwrap_err()));
    assert!(is_missing(desk.library.delete(&none, at(1)).unwrap_err()));
    assert!(is_missing(desk.library.restore(&none).unwrap_err()));
    assert!(is_missing(desk.library.apply(&none, 0, &[], &desk.catalogue).unwrap_err()));
    assert!(
        matches!(desk.library.restore(&desk.id), Err(LibraryError::NoCatalogue { .. })),
        "it is not in the bin"
    );
    assert_eq!(desk.library.list().unwrap().len(), 1);
}

/// What this program has written is sealed.
pub fn what_this_program_has_written_is_sealed<P: Place>(place: P) {
    let mut desk = Desk::new(place);
    let item = desk.catalogue.groups[0].items[0].clone();
    desk.edit(&set_content(&item, "新内容"));
    desk.edit(&Edit::RemoveItem { item: item.id });
    desk.edit(&Edit::RemoveGroup { group: desk.catalogue.groups[1].id.clone() });
    desk.undo();
    desk.library.keep_template(&id("t1"), "模板", &desk.catalogue.template, at(1)).unwrap();
    desk.library.remove_template(&id("t1")).unwrap();
    desk.library.create(&id("c2"), &desk.catalogue, None, at(1)).unwrap();
    desk.library.delete(&id("c2"), at(2)).unwrap();
    let altered =
        |desk: &Desk<P>| (desk.library.unsealed().unwrap(), desk.library.unsealed_of(&desk.id).unwrap());
    assert_eq!(altered(&desk), (vec![], vec![]));
    desk.reopen();
    assert_eq!(altered(&desk), (vec![], vec![]));
    assert_eq!(desk.library.unsealed_of(&id("c2")).unwrap(), []);
}
