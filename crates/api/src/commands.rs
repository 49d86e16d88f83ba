//! The one list of commands.

use mulu_app::{
    AppError, HANDOFF_EXTENSION, default_file_name,
    wire::{
        Action, CatalogueView, Change, CheckCounts, CodeAnswer, EditRequest, ExcuseView, ExportFormat,
        ExportedFile, Find, Finding, Found, HandoffView, HiddenData, History, ImportChoice, ImportDifference,
        ImportInto, ImportReading, ImportRow, ImportTaken, ImportView, LibraryView, MergeSide, NamedTemplate,
        OfficeView, OpenDocument, Paper, PersonDraft, PickFrom, PickGroup, Policy, PreviewView,
        RemarkRequest, ReviewView, SignoffView, SourceKind, StateOf, TakenIn, Term, TermUse,
    },
};
use mulu_model::{ColumnKey, Id, Template};

use crate::{NamedFile, declare::declare, fonts::font_families};

declare! {
    /// Why the library could not be opened; every other command fails then.
    start_up_problem() -> Option<AppError> = |call| Ok(call.app().err());

    /// Asks the long command that was called with this number to stop.
    stop_task(number: u32) -> () = |call| {
        call.session.stop(number);
        Ok(())
    };

    // The library screen.

    /// What the library screen shows.
    library() -> LibraryView = |call| call.app()?.library_view();

    /// How much is wrong with a catalogue of the list.
    check_counts(id: Id) -> CheckCounts = |call| call.app()?.check_counts(&id);

    /// Makes a catalogue from a starting point or a template.
    create_from_source(id: String, kind: SourceKind, title: String, responsible_unit: String) -> Id
        = |call| call.app()?.create_from_source(&id, kind, &title, &responsible_unit);

    /// Takes in an exchange file.
    import_file(file: NamedFile) -> Id = |call| call.app()?.import(call.given(file)?.file());

    /// Puts a catalogue into the bin.
    delete_catalogue(id: Id) -> () = |call| call.app()?.delete(&id);

    /// Takes a catalogue out of the bin.
    restore_catalogue(id: Id) -> () = |call| call.app()?.restore(&id);

    /// Makes a new catalogue out of one, for the next year: sign-off emptied, dated today.
    copy_catalogue(id: Id, title: String) -> Id = |call| call.app()?.copy_catalogue(&id, &title);

    /// The items that can be picked from a catalogue or a starting point.
    items_to_pick(from: PickFrom) -> Vec<PickGroup> = |call| call.app()?.items_to_pick(&from);

    // The catalogue screen.

    /// Everything the catalogue screen shows.
    open_catalogue(id: Id) -> CatalogueView = |call| call.app()?.open(&id);

    /// Changes a catalogue; on disk when this returns. What goes on with the change before, as typing into one cell
    /// does, is one step with it in 撤销.
    edit(id: Id, request: EditRequest, goes_on: bool) -> Change
        = |call| call.app()?.edit(&id, request, goes_on);

    /// Takes the last change back.
    undo(id: Id) -> Change = |call| call.app()?.undo(&id);

    /// Makes the change again that was last taken back.
    redo(id: Id) -> Change = |call| call.app()?.redo(&id);

    /// What can be gone back to.
    history(id: Id) -> History = |call| call.app()?.history(&id);

    /// Takes back as many steps as `steps` says where it is negative, else makes so many again.
    go_to(id: Id, steps: i32) -> CatalogueView = |call| call.app()?.go_to(&id, steps);

    /// Terms that could be meant by what is typed into a column.
    suggest(id: Id, column: ColumnKey, typed: String) -> Vec<Term>
        = |call| call.app()?.suggest(&id, &column, &typed);

    /// All terms of a column, with the places where they stand.
    terms(id: Id, column: ColumnKey) -> Vec<TermUse> = |call| call.app()?.terms(&id, &column);

    /// Renames a term in all other catalogues of the library; says in how many cells.
    rename_term_elsewhere(id: Id, column: ColumnKey, from: String, to: String) -> u32
        = |call| call.app()?.rename_term_elsewhere(&id, &column, &from, &to);

    /// Finds words or a pattern, with what would stand in their place.
    find(id: Id, wanted: Find, replacement: String) -> Found
        = |call| call.app()?.find(&id, &wanted, &replacement);

    /// What a check finds wrong.
    findings(id: Id) -> Vec<Finding> = |call| call.app()?.findings(&id);

    // Templates.

    /// The template of a starting point or of that name.
    template(id: String, kind: SourceKind) -> NamedTemplate = |call| call.app()?.template(&id, kind);

    /// Keeps a template in the library for other catalogues.
    keep_template(name: String, template: Template) -> Id = |call| call.app()?.keep_template(&name, &template);

    /// Takes a template out of the library.
    remove_template(id: Id) -> () = |call| call.app()?.remove_template(&id);

    /// Takes a template file into the library.
    import_template(file: NamedFile) -> Id = |call| call.app()?.import_template(call.given(file)?.file());

    /// Writes a template into a file.
    export_template(name: String, template: Template, path: String) -> ExportedFile
        = |call| call.app()?.export_template(&name, &template, &call.target(&path)?);

    /// The data of a catalogue that a template would not show.
    hidden_by(id: Id, template: Template) -> Vec<HiddenData> = |call| call.app()?.hidden_by(&id, &template);

    // Preview and export.

    /// Lays the form out.
    preview(id: Id, paper: Paper) -> PreviewView = |call| call.app()?.preview(&id, paper);

    /// A page of the form as SVG, counted from 0.
    preview_page(id: Id, paper: Paper, page: u32) -> String = |call| call.app()?.preview_page(&id, paper, page);

    /// The font families that the pages of the form use.
    font_families() -> Vec<String> = |_| Ok(font_families());

    /// What a catalogue is called as a file of this format.
    catalogue_file_name(id: Id, format: ExportFormat) -> String
        = |call| Ok(default_file_name(&call.app()?.title(&id)?, format.extension()));

    /// What something of this name is called as a file of this format.
    file_name(name: String, format: ExportFormat) -> String
        = |_| Ok(default_file_name(&name, format.extension()));

    /// Writes a catalogue into a file.
    export_catalogue(id: Id, format: ExportFormat, paper: Paper, path: String) -> ExportedFile, reports progress
        = |call| {
            let path = call.target(&path)?;
            call.watched(|watch| call.app()?.export(&id, format, paper, &path, watch))
        };

    // Documents of others.

    /// Opens a document for taking in.
    open_document(file: NamedFile) -> OpenDocument = |call| call.app()?.open_document(call.given(file)?.file());

    /// Opens what was pasted for taking in: its HTML where the clipboard has some, otherwise its text.
    open_pasted(html: String, text: String) -> OpenDocument = |call| call.app()?.open_pasted(&html, &text);

    /// Forgets a document.
    close_document(document: u32) -> () = |call| {
        call.app()?.close_document(document);
        Ok(())
    };

    /// How a document is read with what was chosen and corrected.
    look_at_document(document: u32, choice: ImportChoice) -> ImportView
        = |call| call.app()?.look_at_document(document, &choice);

    /// At most `wanted` rows of a table of a document (from 1), from row `first` (from 0) on, as they stand there.
    document_rows(document: u32, table: u32, first: u32, wanted: u32) -> Vec<ImportRow>
        = |call| call.app()?.document_rows(document, table, first, wanted);

    /// What the rows of a table of a document (from 1) were taken for when it was last looked at.
    document_readings(document: u32, table: u32) -> Vec<ImportReading>
        = |call| call.app()?.document_readings(document, table);

    /// What taking a document in would change of a catalogue.
    import_difference(document: u32, choice: ImportChoice, cleanings: Vec<u32>, into: ImportInto) -> ImportDifference
        = |call| call.app()?.import_difference(document, &choice, &cleanings, &into);

    /// Takes a document in.
    take_document(document: u32, choice: ImportChoice, cleanings: Vec<u32>, into: ImportInto) -> ImportTaken
        = |call| call.app()?.take_document(document, &choice, &cleanings, &into);

    // People, and who is working.

    /// Who works with this library.
    office() -> OfficeView = |call| call.app()?.office();

    /// Makes a person and returns the identity. The first one may be made by anybody, becomes 管理 too, and is then
    /// working.
    add_person(person: PersonDraft, pin: String) -> Id = |call| call.app()?.add_person(person, &pin);

    /// Changes name, unit, roles, or whether the person may act.
    change_person(id: Id, person: PersonDraft) -> OfficeView = |call| call.app()?.change_person(&id, person);

    /// Gives the one who is working another PIN; the key stays.
    change_pin(old_pin: String, new_pin: String) -> () = |call| call.app()?.change_pin(&old_pin, &new_pin);

    /// Gives a person another PIN, and with it another key.
    reset_pin(id: Id, pin: String) -> OfficeView = |call| call.app()?.reset_pin(&id, &pin);

    /// A person begins to work, with the PIN.
    start_working(id: Id, pin: String) -> OfficeView = |call| call.app()?.start_working(&id, &pin);

    /// Nobody is working any more; the screens also call this after a while without a key.
    stop_working() -> OfficeView = |call| call.app()?.stop_working();

    /// Sets what the office wants.
    set_policy(policy: Policy) -> OfficeView = |call| call.app()?.set_policy(policy);

    // Sign-off.

    /// All that is to be known of the sign-off of a catalogue.
    signoff(id: Id) -> SignoffView = |call| call.app()?.signoff(&id);

    /// Takes a step, signed by the one who is working; 退回 may come with an opinion on the whole.
    take_step(id: Id, action: Action, opinion: String, pin: String) -> SignoffView
        = |call| call.app()?.take_step(&id, action, &opinion, &pin);

    /// Makes an entry in the log of remarks.
    remark(id: Id, request: RemarkRequest) -> SignoffView = |call| call.app()?.remark(&id, request);

    /// Says why a finding is left as it is.
    excuse(id: Id, excuse: ExcuseView) -> SignoffView = |call| call.app()?.excuse(&id, excuse);

    /// What a printed check code belongs to.
    check_code(code: String) -> CodeAnswer = |call| call.app()?.check_code(&code);

    /// What has changed between two states. Where `from` is not given: from the last approved version, else from what
    /// the catalogue was copied from, else from nothing.
    review(id: Id, from: Option<StateOf>, to: StateOf) -> ReviewView = |call| call.app()?.review(&id, from, to);

    /// Writes the 修订对照表 of two states as PDF or XLSX.
    export_revision_table(
        id: Id, from: StateOf, to: StateOf, format: ExportFormat, paper: Paper, path: String
    ) -> ExportedFile
        = |call| call.app()?.export_revision_table(&id, from, to, format, paper, &call.target(&path)?);

    /// Writes an approved version into a file.
    export_version(id: Id, number: u32, format: ExportFormat, paper: Paper, path: String) -> ExportedFile
        = |call| call.app()?.export_version(&id, number, format, paper, &call.target(&path)?);

    // Hand-off files (流转文件).

    /// What a catalogue is called as a hand-off file.
    handoff_file_name(id: Id) -> String
        = |call| Ok(default_file_name(&call.app()?.title(&id)?, HANDOFF_EXTENSION));

    /// Writes a catalogue with all that proves where it stands, signed by the one who is working.
    write_handoff(id: Id, path: String, pin: String) -> ExportedFile
        = |call| call.app()?.write_handoff(&id, &call.target(&path)?, &pin);

    /// What a hand-off file is; nothing is taken in.
    look_at_handoff(file: NamedFile) -> HandoffView = |call| call.app()?.look_at_handoff(call.given(file)?.file());

    /// Takes a hand-off file in. `trusted` are the fingerprints that were compared; `sides` says for each conflict which
    /// side is taken.
    take_in_handoff(file: NamedFile, trusted: Vec<String>, sides: Vec<MergeSide>) -> TakenIn
        = |call| call.app()?.take_in_handoff(call.given(file)?.file(), &trusted, &sides);
}
