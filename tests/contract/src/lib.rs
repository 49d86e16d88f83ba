//! What whatever keeps a library promises: a suite of tests over the traits of [`mulu_model::library`].
//!
//! An implementation says where its libraries are kept ([`Place`]) and writes `mulu_contract::tests!(PlaceType::new);`
//! in a test of its own, which expands to one test for each promise.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

pub mod catalogues;
pub mod desk;
pub mod history;
pub mod people;
pub mod signing;

use mulu_model::library::Library;

pub use desk::Desk;

/// Where the libraries of a test are kept. All of them are gone with it.
pub trait Place {
    /// The kind of library.
    type Library: Library;

    /// Opens the library of this name; makes it where there is none. What is opened twice is one library.
    fn open(&self, name: &str) -> Self::Library;
}

/// One test for each promise; `$place` makes a new [`Place`].
#[macro_export]
macro_rules! tests {
    ($place:expr) => {
        $crate::each! { $place;
            catalogues { the_four_catalogues_come_back_as_they_were_put_in the_list_counts_groups_and_items_and_shows_the_last_changed_first a_catalogue_in_the_bin_is_neither_loaded_nor_changed_and_comes_back_whole a_change_for_an_old_revision_is_refused_and_nothing_of_it_is_written a_copy_knows_what_it_was_copied_from templates_are_kept_by_name_until_they_are_taken_out two_that_have_it_open_see_and_do_not_overwrite_each_other what_there_is_not_is_said_to_be_missing what_this_program_has_written_is_sealed }
            history { undo_and_redo_go_through_the_edits_as_through_a_stack joined_rows_are_one_step several_steps_are_written_all_or_none undo_concerns_one_catalogue_and_not_its_neighbours }
            signing { a_step_writes_record_version_and_stage_together a_submitted_catalogue_is_changed_by_nobody_and_a_revision_by_its_preparer steps_are_refused_where_the_library_has_others_or_another_revision edits_from_another_pc_are_written_between_the_steps_that_allow_them a_catalogue_from_another_pc_arrives_with_its_way_and_its_log }
            people { people_are_kept_with_their_keys_and_what_was_done_to_them settings_and_reasons_are_kept_and_can_be_taken_back }
        }

        #[test]
        fn whatever_is_edited_the_library_agrees_with_memory() {
            $crate::history::whatever_is_edited_the_library_agrees_with_memory($place);
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! each {
    ($place:expr; $($module:ident { $($name:ident)* })*) => {
        $($(#[test]
        fn $name() {
            $crate::$module::$name($place());
        })*)*
    };
}
