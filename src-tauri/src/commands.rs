//! The commands that the pages can call. Each takes what it was sent, calls a use case and returns.
#![allow(clippy::needless_pass_by_value, reason = "commands are given what they are sent by value")]

mod body;
mod catalogue;
mod export;
mod handoff;
mod import;
mod library;
mod people;
mod preview;
mod review;
mod signing;
mod template;
mod vocabulary;

use mulu_model::{ColumnFacts, LEVEL_NAMES};
use tauri::{Wry, ipc::Invoke};
use tauri_specta::{Builder, collect_commands};

type Handler = Box<dyn Fn(Invoke<Wry>) -> bool + Send + Sync>;

/// Answers every command.
pub(crate) fn handler() -> Handler {
    let builder = typed();
    let typed: Handler = Box::new(builder.invoke_handler());
    let raw: Handler = Box::new(tauri::generate_handler![
        preview::font_file,
        import::open_document_bytes,
        handoff::look_at_handoff_bytes,
        handoff::take_in_handoff_bytes
    ]);
    Box::new(move |invoke| match invoke.message.command() {
        "font_file" | "open_document_bytes" | "look_at_handoff_bytes" | "take_in_handoff_bytes" => {
            raw(invoke)
        }
        _ => typed(invoke),
    })
}

/// The commands whose types the pages know.
fn typed() -> Builder<Wry> {
    let builder = Builder::new()
        .disable_serde_phases()
        .typ::<ColumnFacts>()
        .constant("COLUMNS", ColumnFacts::all())
        .constant("LEVEL_NAMES", LEVEL_NAMES);
    builder.commands(collect_commands![
        library::start_up_problem,
        library::library,
        library::check_counts,
        library::create_from_source,
        library::import_file,
        import::choose_import_files,
        import::open_document,
        import::close_document,
        import::look_at_document,
        import::document_rows,
        import::document_readings,
        import::import_difference,
        import::take_document,
        library::delete_catalogue,
        library::restore_catalogue,
        library::copy_catalogue,
        library::items_to_pick,
        catalogue::open_catalogue,
        catalogue::edit,
        catalogue::undo,
        catalogue::redo,
        catalogue::history,
        catalogue::go_to,
        vocabulary::suggest,
        vocabulary::terms,
        vocabulary::rename_term_elsewhere,
        vocabulary::find,
        vocabulary::findings,
        template::template,
        template::keep_template,
        template::remove_template,
        template::import_template,
        template::choose_template_path,
        template::export_template,
        template::hidden_by,
        preview::preview,
        preview::preview_page,
        preview::font_families,
        export::choose_exchange_file,
        export::choose_export_path,
        export::export_catalogue,
        export::cancel_export,
        export::show_in_folder,
        export::print_form,
        people::office,
        people::add_person,
        people::change_person,
        people::change_pin,
        people::reset_pin,
        people::start_working,
        people::stop_working,
        people::set_policy,
        signing::signoff,
        signing::take_step,
        signing::remark,
        signing::excuse,
        signing::check_code,
        review::review,
        review::export_revision_table,
        review::export_version,
        handoff::write_handoff,
        handoff::look_at_handoff,
        handoff::take_in_handoff,
        handoff::choose_handoff_path,
        handoff::choose_handoff_file,
        review::choose_table_path,
    ])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use specta_typescript::Typescript;

    /// `MULU_WRITE_BINDINGS=1 cargo test -p mulu-desktop` writes them anew.
    #[test]
    fn the_bindings_of_the_pages_are_those_of_the_commands() {
        let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/platform/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let fresh = folder.path().join("bindings.ts");
        super::typed().export(Typescript::default(), &fresh).unwrap();
        let fresh = std::fs::read_to_string(&fresh).unwrap();
        if std::env::var_os("MULU_WRITE_BINDINGS").is_some() {
            std::fs::write(&committed, &fresh).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(&committed).unwrap(),
            fresh,
            "ui/src/platform/bindings.ts is stale"
        );
    }
}
