// Generated from the list of commands in crates/api. Do not edit.


import { call, given, type FileToRead, type Watch } from "./call";

/** Why the library could not be opened; every other command fails then. */
export const startUpProblem = (): Promise<AppError | null> => call("start_up_problem", {});

/** Asks the long command that was called with this number to stop. */
export const stopTask = (number: number): Promise<void> => call("stop_task", { number });

/** What the library screen shows. */
export const library = (): Promise<LibraryView> => call("library", {});

/** How much is wrong with a catalogue of the list. */
export const checkCounts = (id: Id): Promise<CheckCounts> => call("check_counts", { id });

/** Makes a catalogue from a starting point or a template. */
export const createFromSource = (id: string, kind: SourceKind, title: string, responsibleUnit: string): Promise<Id> => call("create_from_source", { id, kind, title, responsible_unit: responsibleUnit });

/** Takes in an exchange file. */
export const importFile = async (file: FileToRead): Promise<Id> => call("import_file", { file: await given(file) });

/** Puts a catalogue into the bin. */
export const deleteCatalogue = (id: Id): Promise<void> => call("delete_catalogue", { id });

/** Takes a catalogue out of the bin. */
export const restoreCatalogue = (id: Id): Promise<void> => call("restore_catalogue", { id });

/** Makes a new catalogue out of one, for the next year: sign-off emptied, dated today. */
export const copyCatalogue = (id: Id, title: string): Promise<Id> => call("copy_catalogue", { id, title });

/** The items that can be picked from a catalogue or a starting point. */
export const itemsToPick = (from: PickFrom): Promise<PickGroup[]> => call("items_to_pick", { from });

/** Everything the catalogue screen shows. */
export const openCatalogue = (id: Id): Promise<CatalogueView> => call("open_catalogue", { id });

/** Changes a catalogue; on disk when this returns. What goes on with the change before, as typing into one cell
 * does, is one step with it in 撤销. */
export const edit = (id: Id, request: EditRequest, goesOn: boolean): Promise<Change> => call("edit", { id, request, goes_on: goesOn });

/** Takes the last change back. */
export const undo = (id: Id): Promise<Change> => call("undo", { id });

/** Makes the change again that was last taken back. */
export const redo = (id: Id): Promise<Change> => call("redo", { id });

/** What can be gone back to. */
export const history = (id: Id): Promise<History> => call("history", { id });

/** Takes back as many steps as `steps` says where it is negative, else makes so many again. */
export const goTo = (id: Id, steps: number): Promise<CatalogueView> => call("go_to", { id, steps });

/** Terms that could be meant by what is typed into a column. */
export const suggest = (id: Id, column: ColumnKey, typed: string): Promise<Term[]> => call("suggest", { id, column, typed });

/** All terms of a column, with the places where they stand. */
export const terms = (id: Id, column: ColumnKey): Promise<TermUse[]> => call("terms", { id, column });

/** Renames a term in all other catalogues of the library; says in how many cells. */
export const renameTermElsewhere = (id: Id, column: ColumnKey, from: string, to: string): Promise<number> => call("rename_term_elsewhere", { id, column, from, to });

/** Finds words or a pattern, with what would stand in their place. */
export const find = (id: Id, wanted: Find, replacement: string): Promise<Found> => call("find", { id, wanted, replacement });

/** What a check finds wrong. */
export const findings = (id: Id): Promise<Finding[]> => call("findings", { id });

/** The template of a starting point or of that name. */
export const template = (id: string, kind: SourceKind): Promise<NamedTemplate> => call("template", { id, kind });

/** Keeps a template in the library for other catalogues. */
export const keepTemplate = (name: string, template: Template): Promise<Id> => call("keep_template", { name, template });

/** Takes a template out of the library. */
export const removeTemplate = (id: Id): Promise<void> => call("remove_template", { id });

/** Takes a template file into the library. */
export const importTemplate = async (file: FileToRead): Promise<Id> => call("import_template", { file: await given(file) });

/** Writes a template into a file. */
export const exportTemplate = (name: string, template: Template, path: string): Promise<ExportedFile> => call("export_template", { name, template, path });

/** The data of a catalogue that a template would not show. */
export const hiddenBy = (id: Id, template: Template): Promise<HiddenData[]> => call("hidden_by", { id, template });

/** Lays the form out. */
export const preview = (id: Id, paper: Paper): Promise<PreviewView> => call("preview", { id, paper });

/** A page of the form as SVG, counted from 0. */
export const previewPage = (id: Id, paper: Paper, page: number): Promise<string> => call("preview_page", { id, paper, page });

/** The font families that the pages of the form use. */
export const fontFamilies = (): Promise<string[]> => call("font_families", {});

/** What a catalogue is called as a file of this format. */
export const catalogueFileName = (id: Id, format: ExportFormat): Promise<string> => call("catalogue_file_name", { id, format });

/** What something of this name is called as a file of this format. */
export const fileName = (name: string, format: ExportFormat): Promise<string> => call("file_name", { name, format });

/** Writes a catalogue into a file. */
export const exportCatalogue = (id: Id, format: ExportFormat, paper: Paper, path: string, watch: Watch): Promise<ExportedFile> => call("export_catalogue", { id, format, paper, path }, watch);

/** Opens a document for taking in. */
export const openDocument = async (file: FileToRead): Promise<OpenDocument> => call("open_document", { file: await given(file) });

/** Opens what was pasted for taking in: its HTML where the clipboard has some, otherwise its text. */
export const openPasted = (html: string, text: string): Promise<OpenDocument> => call("open_pasted", { html, text });

/** Forgets a document. */
export const closeDocument = (document: number): Promise<void> => call("close_document", { document });

/** How a document is read with what was chosen and corrected. */
export const lookAtDocument = (document: number, choice: ImportChoice): Promise<ImportView> => call("look_at_document", { document, choice });

/** At most `wanted` rows of a table of a document (from 1), from row `first` (from 0) on, as they stand there. */
export const documentRows = (document: number, table: number, first: number, wanted: number): Promise<ImportRow[]> => call("document_rows", { document, table, first, wanted });

/** What the rows of a table of a document (from 1) were taken for when it was last looked at. */
export const documentReadings = (document: number, table: number): Promise<ImportReading[]> => call("document_readings", { document, table });

/** What taking a document in would change of a catalogue. */
export const importDifference = (document: number, choice: ImportChoice, cleanings: number[], into: ImportInto): Promise<ImportDifference> => call("import_difference", { document, choice, cleanings, into });

/** Takes a document in. */
export const takeDocument = (document: number, choice: ImportChoice, cleanings: number[], into: ImportInto): Promise<ImportTaken> => call("take_document", { document, choice, cleanings, into });

/** Who works with this library. */
export const office = (): Promise<OfficeView> => call("office", {});

/** Makes a person and returns the identity. The first one may be made by anybody, becomes 管理 too, and is then
 * working. */
export const addPerson = (person: PersonDraft, pin: string): Promise<Id> => call("add_person", { person, pin });

/** Changes name, unit, roles, or whether the person may act. */
export const changePerson = (id: Id, person: PersonDraft): Promise<OfficeView> => call("change_person", { id, person });

/** Gives the one who is working another PIN; the key stays. */
export const changePin = (oldPin: string, newPin: string): Promise<void> => call("change_pin", { old_pin: oldPin, new_pin: newPin });

/** Gives a person another PIN, and with it another key. */
export const resetPin = (id: Id, pin: string): Promise<OfficeView> => call("reset_pin", { id, pin });

/** A person begins to work, with the PIN. */
export const startWorking = (id: Id, pin: string): Promise<OfficeView> => call("start_working", { id, pin });

/** Nobody is working any more; the screens also call this after a while without a key. */
export const stopWorking = (): Promise<OfficeView> => call("stop_working", {});

/** Sets what the office wants. */
export const setPolicy = (policy: Policy): Promise<OfficeView> => call("set_policy", { policy });

/** All that is to be known of the sign-off of a catalogue. */
export const signoff = (id: Id): Promise<SignoffView> => call("signoff", { id });

/** Takes a step, signed by the one who is working; 退回 may come with an opinion on the whole. */
export const takeStep = (id: Id, action: Action, opinion: string, pin: string): Promise<SignoffView> => call("take_step", { id, action, opinion, pin });

/** Makes an entry in the log of remarks. */
export const remark = (id: Id, request: RemarkRequest): Promise<SignoffView> => call("remark", { id, request });

/** Says why a finding is left as it is. */
export const excuse = (id: Id, excuse: ExcuseView): Promise<SignoffView> => call("excuse", { id, excuse });

/** What a printed check code belongs to. */
export const checkCode = (code: string): Promise<CodeAnswer> => call("check_code", { code });

/** What has changed between two states. Where `from` is not given: from the last approved version, else from what
 * the catalogue was copied from, else from nothing. */
export const review = (id: Id, from: StateOf | null, to: StateOf): Promise<ReviewView> => call("review", { id, from, to });

/** Writes the 修订对照表 of two states as PDF or XLSX. */
export const exportRevisionTable = (id: Id, from: StateOf, to: StateOf, format: ExportFormat, paper: Paper, path: string): Promise<ExportedFile> => call("export_revision_table", { id, from, to, format, paper, path });

/** Writes an approved version into a file. */
export const exportVersion = (id: Id, number: number, format: ExportFormat, paper: Paper, path: string): Promise<ExportedFile> => call("export_version", { id, number, format, paper, path });

/** What a catalogue is called as a hand-off file. */
export const handoffFileName = (id: Id): Promise<string> => call("handoff_file_name", { id });

/** Writes a catalogue with all that proves where it stands, signed by the one who is working. */
export const writeHandoff = (id: Id, path: string, pin: string): Promise<ExportedFile> => call("write_handoff", { id, path, pin });

/** What a hand-off file is; nothing is taken in. */
export const lookAtHandoff = async (file: FileToRead): Promise<HandoffView> => call("look_at_handoff", { file: await given(file) });

/** Takes a hand-off file in. `trusted` are the fingerprints that were compared; `sides` says for each conflict which
 * side is taken. */
export const takeInHandoff = async (file: FileToRead, trusted: string[], sides: MergeSide[]): Promise<TakenIn> => call("take_in_handoff", { file: await given(file), trusted, sides });

export const COLUMNS = [{"header":["序号"],"is_required":false,"key":"number","kind":"number","owner":"group","share":0,"terms":null},{"header":["公开事项","一级事项"],"is_required":true,"key":"group","kind":"name","owner":"group","share":0,"terms":null},{"header":["公开事项"],"is_required":false,"key":"sub:","kind":"name","owner":"item","share":70,"terms":"whole"},{"header":["公开事项","二级事项"],"is_required":false,"key":"item_number","kind":"number","owner":"item","share":0,"terms":null},{"header":["公开事项","二级事项"],"is_required":true,"key":"item","kind":"name","owner":"item","share":105,"terms":null},{"header":["公开内容（要素）"],"is_required":true,"key":"content","kind":"text","owner":"part","share":150,"terms":null},{"header":["公开依据"],"is_required":true,"key":"basis","kind":"text","owner":"item","share":175,"terms":"citation"},{"header":["公开时限"],"is_required":true,"key":"time_limit","kind":"text","owner":"item","share":110,"terms":"whole"},{"header":["更新周期"],"is_required":false,"key":"update_cycle","kind":"text","owner":"item","share":70,"terms":"whole"},{"header":["公开主体"],"is_required":true,"key":"disclosing_body","kind":"text","owner":"item","share":80,"terms":"whole"},{"header":["责任科室"],"is_required":false,"key":"responsible_section","kind":"text","owner":"item","share":80,"terms":"whole"},{"header":["公开渠道和载体"],"is_required":false,"key":"channels","kind":"channels","owner":"part","share":0,"terms":"label"},{"header":["公开对象","全社会"],"is_required":false,"key":"audience:general_public","kind":"mark","owner":"item","share":0,"terms":null},{"header":["公开对象","特定群体"],"is_required":false,"key":"audience:specific_groups","kind":"mark","owner":"item","share":0,"terms":null},{"header":["公开方式","主动公开"],"is_required":false,"key":"method:proactive","kind":"mark","owner":"item","share":0,"terms":null},{"header":["公开方式","依申请公开"],"is_required":false,"key":"method:on_application","kind":"mark","owner":"item","share":0,"terms":null},{"header":["所属“五公开”类型","决策"],"is_required":false,"key":"aspect:decision_making","kind":"mark","owner":"item","share":0,"terms":null},{"header":["所属“五公开”类型","执行"],"is_required":false,"key":"aspect:implementation","kind":"mark","owner":"item","share":0,"terms":null},{"header":["所属“五公开”类型","管理"],"is_required":false,"key":"aspect:management","kind":"mark","owner":"item","share":0,"terms":null},{"header":["所属“五公开”类型","服务"],"is_required":false,"key":"aspect:services","kind":"mark","owner":"item","share":0,"terms":null},{"header":["所属“五公开”类型","结果"],"is_required":false,"key":"aspect:results","kind":"mark","owner":"item","share":0,"terms":null},{"header":["公开层级"],"is_required":false,"key":"level:","kind":"mark","owner":"item","share":0,"terms":null},{"header":["网站所属栏目"],"is_required":false,"key":"website_section","kind":"text","owner":"item","share":95,"terms":"whole"},{"header":["公开链接"],"is_required":false,"key":"link","kind":"text","owner":"item","share":70,"terms":null},{"header":[],"is_required":false,"key":"custom:","kind":"text","owner":"item","share":70,"terms":"whole"},{"header":["备注"],"is_required":false,"key":"remarks","kind":"text","owner":"item","share":40,"terms":"whole"}] as const;

export const DOCUMENT_EXTENSIONS = ["xlsx","xls","ods","docx","html","htm","csv","tsv","txt","json","xlsm","et","wps","mulu"] as const;

export const LEVEL_NAMES = ["一级事项","二级事项","三级事项","四级事项","五级事项","六级事项"] as const;


/**  What 撤销 calls several changes that were made as one. */
export type Act = 
/**  Cells were set. */
"set_cells" | 
/**  Cells were filled from the one above. */
"fill_down" | 
/**  Cells were emptied. */
"clear" | 
/**  What was copied was put in. */
"paste" | 
/**  Words found were replaced. */
"replace" | 
/**  A term was put in the place of another. */
"rename_term" | 
/**  Items were put into another order. */
"sort" | 
/**  Items were moved. */
"move" | 
/**  Items were deleted. */
"remove" | 
/**  Items were copied. */
"copy" | 
/**  Items of another catalogue were added. */
"pick" | 
/**  Items were joined to one. */
"join" | 
/**  A document was taken in. */
"import";

/**  步骤: what a person does with a whole catalogue. */
export type Action = 
/**  送审 */
"submit" | 
/**  撤回 */
"withdraw" | 
/**  保密审查通过 */
"pass_secrecy_review" | 
/**  复核通过 */
"review" | 
/**  审签 */
"approve" | 
/**  退回 */
"send_back" | 
/**  修订: begins the next version. */
"revise";

/**  Why something could not be done. A code exists only where somebody is told something different. */
export type AppError = 
/**  There is no such file. */
{ code: "file_not_found"; 
/**  The file. */
path: string } | 
/**  A folder stands where a file is needed. */
{ code: "is_a_folder"; 
/**  The folder. */
path: string } | 
/**  The file or its folder may not be read or written. */
{ code: "not_allowed"; 
/**  The file. */
path: string } | 
/**  The disk is full; nothing was written. */
{ code: "disk_full"; 
/**  The file. */
path: string } | 
/**  Reading or writing failed in another way. */
{ code: "io"; 
/**  The file. */
path: string; 
/**  What the system said, for logs. */
detail: string } | 
/**  The file's name says a kind that cannot be written. */
{ code: "unknown_file_kind"; 
/**  The file. */
path: string } | 
/**  The file is no exchange file of this version. */
{ code: "bad_exchange_file"; 
/**  The file. */
path: string; 
/**  What is wrong with it. */
problem: ExchangeProblem } | 
/**  The document cannot be read, or holds no catalogue. */
{ code: "bad_document"; 
/**  The file. */
path: string; 
/**  What is wrong with it. */
problem: DocumentProblem } | 
/**  The library file is not one, is damaged, or is newer than this program. */
{ code: "bad_library"; 
/**  The library file. */
path: string; 
/**  What is wrong with it. */
problem: LibraryProblem } | 
/**  Another program holds the library. */
{ code: "library_busy"; 
/**  The library file. */
path: string } | 
/**  There is no such catalogue in the library, or it is in the bin. */
{ code: "no_catalogue"; 
/**  What was asked for. */
id: string } | 
/**  There is no such template or starting point. */
{ code: "no_source"; 
/**  What was asked for. */
id: string } | 
/**  The catalogue was changed elsewhere since it was shown; it was loaded anew and nothing was changed. */
{ code: "changed_elsewhere" } | 
/**  There is nothing to undo or redo. */
{ code: "nothing_to_undo" } | 
/**  The group, item or cell is not there. */
{ code: "no_such_place" } | 
/**  A text is longer than allowed. */
{ code: "text_too_long"; 
/**  Characters allowed. */
max: number } | 
/**  There would be more of something than allowed. */
{ code: "too_many"; 
/**  How many are allowed. */
max: number } | 
/**  The date is none. */
{ code: "not_a_date"; 
/**  What was given. */
text: string } | 
/**  A value does not fit its place; a defect of the caller. */
{ code: "bad_request"; 
/**  What, for logs. */
detail: string } | 
/**  The regular expression is none. */
{ code: "bad_pattern"; 
/**  What is wrong, for logs. */
detail: string } | 
/**  The template cannot be used. */
{ code: "bad_template"; 
/**  What is wrong with it. */
problem: TemplateProblem } | 
/**  The form cannot be laid out or written. */
{ code: "form"; 
/**  What, for logs. */
detail: string } | 
/**  The user stopped it; nothing was written. */
{ code: "cancelled" } | 
/**  No folder for the library is known to the system. */
{ code: "no_data_folder" } | 
/**  Nobody is working; somebody has to come with a PIN first. */
{ code: "nobody_is_working" } | 
/**  Only 管理 may do that. */
{ code: "not_an_administrator" } | 
/**  There is no such person, or the person may no longer act. */
{ code: "no_person"; 
/**  What was asked for. */
id: string } | 
/**  A person needs a name, and a role. */
{ code: "bad_person" } | 
/**  Somebody in that unit has that name already. */
{ code: "name_taken" } | 
/**  Nobody would be left who is 管理. */
{ code: "last_administrator" } | 
/**  The PIN is wrong. */
{ code: "wrong_pin"; 
/**  Seconds before the next try; 0 where none need be waited. */
wait: number } | 
/**  After wrong PINs one has to wait. */
{ code: "must_wait"; 
/**  Seconds. */
wait: number } | 
/**  The PIN cannot be taken. */
{ code: "bad_pin"; 
/**  What is wrong with it. */
problem: PinProblem } | 
/**  The person's key cannot be opened though the PIN may be right: it is damaged. 管理 can give another. */
{ code: "lost_key" } | 
/**  The step cannot be taken. */
{ code: "step_refused"; 
/**  The rule that stands in the way. */
refusal: StepRefusal } | 
/**  The remark cannot be made. */
{ code: "remark_refused"; 
/**  Why. */
problem: RemarkProblem } | 
/**  The catalogue is signed or on its way: it can be read, and not changed. */
{ code: "not_editable"; 
/**  Where it stands. */
stage: Stage } | 
/**  There is no such version or step. */
{ code: "no_such_version" } | 
/**  What was typed is no check code. */
{ code: "bad_check_code"; 
/**  What is wrong with it. */
problem: CodeProblem } | 
/**  The hand-off file cannot be read. */
{ code: "bad_handoff"; 
/**  The file. */
path: string; 
/**  What is wrong with it. */
problem: HandoffProblem } | 
/**  Keys in the hand-off file are not trusted yet, or cells are not decided. */
{ code: "not_decided" };

/**  五公开: the phase of government work that the information belongs to. */
export type Aspect = 
/**  决策 */
"decision_making" | 
/**  执行 */
"implementation" | 
/**  管理 */
"management" | 
/**  服务 */
"services" | 
/**  结果 */
"results";

/**  公开对象: to whom the information is open. */
export type Audience = 
/**  全社会 */
"general_public" | 
/**  特定群体 */
"specific_groups";

/**  What every change of a catalogue can change besides the groups themselves. */
export type CatalogueState = {
	/**  Counts up with every edit, undo and redo. */
	revision: number,
	/**  The statistics line, computed. */
	statistics: string,
	/**  What 撤销 would take back. */
	undo: EditName | null,
	/**  What 重做 would make again. */
	redo: EditName | null,
	/**  When the last change was written to disk. */
	saved_at: string,
};

/**  A catalogue in a list. */
export type CatalogueSummary = {
	/**  Its identity. */
	id: Id,
	/**  标题 */
	title: string,
	/**  责任单位 */
	responsible_unit: string,
	/**  填表时间 as `YYYY-MM-DD`, or empty. */
	prepared_at: string,
	/**  How far the sign-off is. */
	stage: Stage,
	/**  版本号: of the version that is being made, or has been approved. */
	version: number,
	/**  Whether it is back with who prepares it. */
	is_sent_back: boolean,
	/**  Remarks that wait for an answer. */
	open_remarks: number,
	/**  Since when it stands there; nothing before the first step. */
	stage_since: string | null,
	/**  核对码 of the approved version, where it is approved. */
	check_code: string | null,
	/**  Number of 一级事项. */
	groups: number,
	/**  Number of 二级事项. */
	items: number,
	/**  When it was last changed. */
	changed_at: string,
	/**  When it was put into the bin. */
	deleted_at: string | null,
};

/**  An open catalogue with everything the catalogue screen shows. */
export type CatalogueView = {
	/**  Its identity. */
	id: Id,
	/**  Title and sign-off line. */
	heading: Heading,
	/**  The shape of the table. */
	template: Template,
	/**  The header cells of the table in reading order. */
	header: HeaderCell[],
	/**  How far the sign-off is. */
	stage: Stage,
	/**  The order of the groups, with their numbers. */
	places: GroupPlace[],
	/**  The groups, top down. */
	groups: GroupView[],
	/**  What follows from them. */
	state: CatalogueState,
};

/**  What a cell shall hold. */
export type CellAnswer = 
/**  Nothing. */
"empty" | 
/**  A √. */
"ticked";

/**  A cell that was decided. */
export type CellChoice = {
	/**  The table, counted from 1. */
	table: number,
	/**  A row of the item. */
	row: number,
	/**  The column. */
	column: ColumnKey,
	/**  What it shall hold. */
	answer: CellAnswer,
};

/**  A cell to be set. */
export type CellEdit = {
	/**  The item. */
	item: Id,
	/**  Which of its rows, for content and channels of an item that has parts; otherwise `None`. */
	part: number | null,
	/**  The column. */
	column: ColumnKey,
	/**  What it shall hold. */
	value: Value,
};

/**  To what a cell of a column belongs. */
export type CellOwner = 
/**  一级事项 */
"group" | 
/**  二级事项 */
"item" | 
/**  One of the rows of an item that has several. */
"part";

/**  What an edit, an undo or a redo has changed. */
export type Change = {
	/**  All groups in order, where their order or their numbers may be others than before. */
	places: GroupPlace[] | null,
	/**  What changed in the groups. */
	groups: GroupChange[],
	/**  Title and sign-off line. */
	heading: Heading,
	/**  The shape of the table, where it changed. */
	shape: Shape | null,
	/**  The item or group the change was about, to be shown. */
	focus: Focus | null,
	/**  What follows. */
	state: CatalogueState,
};

/**  A ticked channel, or one line of free text. */
export type Channel = {
	/**  Its label. */
	label: string,
	/**  Its note, such as the site behind 其他; mostly empty. */
	note: string,
};

/**  How much is wrong with a catalogue. */
export type CheckCounts = {
	/**  Errors for which no reason was given: 送审 waits for them. */
	errors: number,
	/**  Warnings. */
	warnings: number,
};

/**  What a printed check code belongs to. */
export type CodeAnswer = {
	/**  The code as it is printed. */
	check_code: string,
	/**  The approved version; none where it is none of this library, or of this hand-off file. */
	version: CodeVersion | null,
};

/**  What is wrong with a check code. */
export type CodeProblem = 
/**  It has another number of characters. */
{ kind: "length"; 
/**  How many it has. */
found: number; 
/**  How many it must have. */
wanted: number } | 
/**  A character is none that codes have. */
{ kind: "character"; 
/**  Which. */
character: string; 
/**  Where, from 1. */
at: number } | 
/**  A character is mistyped, or two are in the wrong order. */
{ kind: "mistyped" };

/**  The version of a check code. */
export type CodeVersion = {
	/**  The catalogue. */
	catalogue: Id,
	/**  标题; empty where the version is missing. */
	title: string,
	/**  版本号 */
	number: number,
	/**  When it was approved. */
	approved_at: string,
	/**  姓名 of who approved it. */
	approved_by: string,
	/**  Whether its signatures hold. */
	is_proved: boolean,
};

/**  One column of the table. */
export type Column = {
	/**  What the column shows. */
	key: ColumnKey,
	/**  The header cells above it, top down. Neighbours with an equal beginning share those cells. */
	header: string[],
};

/**  A column that was corrected. */
export type ColumnChoice = {
	/**  The table, counted from 1. */
	table: number,
	/**  Its place in the table, counted from 1. */
	position: number,
	/**  What its cells are. */
	use_as: ColumnUse,
};

/**  What the program knows of a column. */
export type ColumnFacts = {
	/**
	 *  The key. In the rows for 中间层级事项, 公开层级 and columns of the body's own it stands for all keys of the
	 *  kind, and is written as `sub:`, `level:` and `custom:`.
	 */
	key: string,
	/**  What its cells hold. */
	kind: ColumnKind,
	/**
	 *  To what a cell belongs. 序号 belongs to the group where groups are numbered, so ask
	 *  [`Template::is_group_column`](crate::Template::is_group_column) of it.
	 */
	owner: CellOwner,
	/**  What a term of its vocabulary is; `None` where what stands in it is each item's own. */
	terms: TermKind | null,
	/**
	 *  Whether every item must fill it.
	 * 
	 *  Source: 国办发〔2019〕54号, the elements that a catalogue has at least (名称, 内容, 依据, 时限, 主体).
	 */
	is_required: boolean,
	/**  The header cells that official forms print above it, top down. A label of the body's own comes after them. */
	header: string[],
	/**
	 *  Its share of the room that a screen has for words, in hundredths of that of a usual column; 0 for a column of marks,
	 *  numbers or boxes, which takes what it needs.
	 */
	share: number,
};

/**  Which field of a group or an item a column shows. */
export type ColumnKey = string;

/**  What the cells of a column hold. */
export type ColumnKind = 
/**  A number that is worked out and never typed. */
"number" | 
/**  The name of a group or an item, or one between them. */
"name" | 
/**  A text. */
"text" | 
/**  Ticked boxes, or lines of text where the template has no options. */
"channels" | 
/**  A √. */
"mark";

/**  What the cells of a column are taken for. */
export type ColumnUse = 
/**  A column of the catalogue. */
{ kind: "column"; 
/**  Which one. */
key: ColumnKey } | 
/**  Words in place of several columns of √: 主动公开, 县级. */
{ kind: "words"; 
/**  Of which. */
of: MarkKind } | 
/**  A √ for one channel. */
{ kind: "channel"; 
/**  Its label. */
label: string } | 
/**  Nothing; the column is left out. */
{ kind: "nothing" };

/**  How sure it is what a column shows. */
export type Confidence = 
/**  Told from its cells only. */
"guess" | 
/**  Its header contains a known word. */
"likely" | 
/**  Its header is a known word. */
"certain";

/**  A cell that both sides have changed. */
export type ConflictView = {
	/**  The item's number here over the whole catalogue; none where it is not about an item or the item is gone. */
	number: number | null,
	/**  The name of the item or group; empty for what stands above the table. */
	name: string,
	/**  What the column or field is called; empty where the whole item or group is meant. */
	label: string,
	/**  What is here. */
	ours: SideView,
	/**  What the file has. */
	theirs: SideView,
};

/**  What a user has corrected of how a document is read. */
export type Corrections = {
	/**  Headers that stand elsewhere. */
	headers?: ImportHeader[],
	/**  Columns that were corrected. */
	columns?: ColumnChoice[],
	/**  Rows of items that were corrected. */
	rows?: RowChoice[],
	/**  Cells that were decided. */
	cells?: CellChoice[],
};

/**  The kinds of document that are read. */
export type DocumentFormat = 
/**  Excel workbook (.xlsx). */
"xlsx" | 
/**  Excel workbook of 97 to 2003 (.xls). */
"xls" | 
/**  OpenDocument spreadsheet (.ods). */
"ods" | 
/**  Word document (.docx). */
"docx" | 
/**  Web page, or HTML of the clipboard. */
"html" | 
/**  Values separated by commas, semicolons or tabs. */
"csv" | 
/**  Plain text. */
"text";

/**  What is wrong with a document. */
export type DocumentProblem = 
/**  It has no bytes, or nothing but white space. */
{ kind: "empty" } | 
/**  A password is needed to open it. */
{ kind: "encrypted"; 
/**  What it is inside, where that is known. */
format: DocumentFormat | null } | 
/**  It ends before its content does. */
{ kind: "truncated"; 
/**  What it began as, where that is known. */
format: DocumentFormat | null } | 
/**  Its parts contradict its format. */
{ kind: "damaged"; 
/**  What it should be. */
format: DocumentFormat } | 
/**  It is a file of another kind, whatever its name says. */
{ kind: "not_a_document"; 
/**  What its content says. */
looks_like: LooksLike } | 
/**  Something in it is larger than any catalogue. */
{ kind: "too_large"; 
/**  What is too large. */
what: Measure; 
/**  How large it may be. */
limit: number } | 
/**  It can be read, but holds no table. */
{ kind: "no_table"; 
/**  What it is. */
format: DocumentFormat; 
/**  How many lines of text it has instead. */
lines: number } | 
/**  None of its tables is a catalogue. */
{ kind: "no_catalogue"; 
/**  What was looked at instead. */
tables: SeenTable[] } | 
/**  It has no table of this number. */
{ kind: "no_such_table"; 
/**  The number, from 1. */
asked: number; 
/**  How many tables there are. */
tables: number };

/**  What a change is called in 撤销 and 重做; the words are the window's. */
export type EditName = 
/**  A field above the table was set. */
{ kind: "set_heading"; 
/**  Which one. */
field: HeadingField } | 
/**  One cell was set. */
{ kind: "set_cell"; 
/**  The column. */
column: ColumnKey; 
/**  The item's name. */
item: string } | 
/**  Several changes were made at once. */
{ kind: "several"; 
/**  What they are called. */
act: Act; 
/**  How many. */
count: number } | 
/**  A group was added. */
{ kind: "add_group"; 
/**  Its name. */
name: string } | 
/**  A group was deleted. */
{ kind: "remove_group"; 
/**  Its name. */
name: string } | 
/**  A group was moved. */
{ kind: "move_group"; 
/**  Its name. */
name: string } | 
/**  A group got another name. */
{ kind: "rename_group"; 
/**  Its new name. */
name: string } | 
/**  An item was added. */
{ kind: "add_item"; 
/**  Its name. */
name: string } | 
/**  An item was deleted. */
{ kind: "remove_item"; 
/**  Its name. */
name: string } | 
/**  An item was moved. */
{ kind: "move_item"; 
/**  Its name. */
name: string } | 
/**  The rows of an item were split, joined or reordered. */
{ kind: "set_parts"; 
/**  The item's name. */
item: string } | 
/**  The template was changed. */
{ kind: "set_template" };

/**  What the window asks to be changed. Identities of new groups and items are made by the program. */
export type EditRequest = 
/**  Set a field above the table. */
{ kind: "set_heading"; 
/**  Which one. */
field: HeadingField; 
/**  The text; the date as `YYYY-MM-DD` or empty. */
value: string } | 
/**  Set cells, as one step. */
{ kind: "set_cells"; 
/**  What this is called where it is more than one cell. */
act: Act; 
/**  The cells. */
cells: CellEdit[] } | 
/**  Add an empty group. */
{ kind: "add_group"; 
/**  Before which position; as many as there are groups means the end. */
at: number; 
/**  Its name. */
name: string } | 
/**  Delete a group with its items. */
{ kind: "remove_group"; 
/**  Which one. */
group: Id } | 
/**  Move a group. */
{ kind: "move_group"; 
/**  Which one. */
group: Id; 
/**  Its position afterwards. */
to: number } | 
/**  Give a group another name. */
{ kind: "rename_group"; 
/**  Which one. */
group: Id; 
/**  The name. */
name: string } | 
/**  Put a copy of a group right after it. */
{ kind: "duplicate_group"; 
/**  Which one. */
group: Id } | 
/**  Add an item. */
{ kind: "add_item"; 
/**  To which group. */
group: Id; 
/**  Before which position in it. */
at: number; 
/**  Its name. */
name: string; 
/**  What else it holds from the beginning. */
cells: NewCell[] } | 
/**  Put copies of items into a group, in the order in which they stand in the catalogue. */
{ kind: "copy_items"; 
/**  Which ones. */
items: Id[]; 
/**  Into which group. */
group: Id; 
/**  Before which of its items; none means its end. */
before: Id | null } | 
/**  Delete items. */
{ kind: "remove_items"; 
/**  Which ones. */
items: Id[] } | 
/**  Move items, which then stand together in the order in which they stood in the catalogue. */
{ kind: "move_items"; 
/**  Which ones. */
items: Id[]; 
/**  To which group. */
group: Id; 
/**  Before which of its items; none means its end. One of those that are moved means: where it stands. */
before: Id | null } | 
/**  Put the items of a group into another order. */
{ kind: "order_items"; 
/**  Which group. */
group: Id; 
/**  All its items in their new order. */
items: Id[] } | 
/**  Make one item of several of a group: the first, with a row for each of their rows. */
{ kind: "join_items"; 
/**  Which ones. */
items: Id[] } | 
/**  Replace the rows of an item: split it, join it. */
{ kind: "set_parts"; 
/**  Which item. */
item: Id; 
/**  Its rows; none for an item of one row. */
parts: Part[]; 
/**  The content of an item of one row. */
content: string; 
/**  The channels of an item of one row. */
channels: Channel[] } | 
/**  Give the catalogue another template. What it does not show is kept. */
{ kind: "set_template"; 
/**  The template. */
template: Template } | 
/**  Replace what is found. */
{ kind: "replace"; 
/**  What is looked for. */
find: Find; 
/**  What shall stand in its place; with a pattern `$1` is what its first group has matched. */
replacement: string; 
/**  The hits to be left as they are, by [`Hit::index`](super::Hit::index). */
skip: number[] } | 
/**
 *  Put another term in the place of one, wherever it stands in this catalogue. Where the other stands
 *  already in the same cell it is not repeated.
 */
{ kind: "rename_term"; 
/**  The column whose vocabulary it belongs to. */
column: ColumnKey; 
/**  The term. */
from: string; 
/**  What shall stand in its place. */
to: string } | 
/**  Add items of another catalogue, each into the group of the same name, which is added where it is missing. */
{ kind: "pick_items"; 
/**  From where. */
from: PickFrom; 
/**  Which items. */
items: Id[]; 
/**  Into this group instead. */
group: Id | null } | 
/**  Several changes as one step. Each is worked out for the catalogue as it is before all of them. */
{ kind: "several"; 
/**  What this is called. */
act: Act; 
/**  The changes. */
requests: EditRequest[] };

/**  What an entry of a remark does. */
export type EntryKind = 
/**  Asks, for the first time or again. */
"asked" | 
/**  Answers: 已修改. */
"changed" | 
/**  Answers: 未修改, because of what the text says. */
"not_changed" | 
/**  Closes it: 已了结. */
"closed";

/**  What is wrong with an exchange file. */
export type ExchangeProblem = 
/**  It is larger than allowed. */
{ kind: "too_large" } | 
/**  It is not UTF-8 text. */
{ kind: "not_utf8" } | 
/**  It is not JSON, or cut short. */
{ kind: "not_json"; 
/**  Line from 1. */
line: number; 
/**  Column from 1. */
column: number } | 
/**  It does not say that it is a catalogue. */
{ kind: "not_a_catalogue" } | 
/**  It is of another format or version. */
{ kind: "wrong_format"; 
/**  What it says. */
found: string } | 
/**  A field is missing or of another type. */
{ kind: "shape"; 
/**  Line from 1. */
line: number; 
/**  Column from 1. */
column: number } | 
/**  A column key that names no field. */
{ kind: "unknown_column_key"; 
/**  The key. */
key: string } | 
/**  A word that the field does not have. */
{ kind: "unknown_word"; 
/**  The field. */
field: string; 
/**  The word. */
word: string } | 
/**  The date of preparation is none. */
{ kind: "not_a_date"; 
/**  What stands there. */
text: string } | 
/**  An identity is empty, too long or has white space. */
{ kind: "invalid_id"; 
/**  What stands there. */
text: string } | 
/**  Two groups have one identity. */
{ kind: "duplicate_group_id"; 
/**  The identity. */
id: string } | 
/**  Two items have one identity. */
{ kind: "duplicate_item_id"; 
/**  The identity. */
id: string } | 
/**  An item's content contradicts that of its parts. */
{ kind: "content_contradicts_parts"; 
/**  The item's position over the whole catalogue, from 1. */
number: number; 
/**  Its name. */
item: string } | 
/**  An item holds more than allowed. */
{ kind: "item_too_large"; 
/**  The item's position over the whole catalogue, from 1. */
number: number } | 
/**  There is more of something than allowed. */
{ kind: "too_much" } | 
/**  The template describes no table. */
{ kind: "bad_template"; 
/**  What, for logs. */
detail: string };

/**  说明: why a finding is left as it is. */
export type ExcuseView = {
	/**  The kind of the finding's problem. */
	rule: string,
	/**  The item. */
	item: Id,
	/**  Which of its rows. */
	part: number | null,
	/**  The column. */
	column: ColumnKey,
	/**  The reason; an empty one takes the reason back. */
	reason: string,
};

/**  The files that can be given out. */
export type ExportFormat = 
/**  The official form for print and publication. */
"pdf" | 
/**  The official form as a workbook. */
"xlsx" | 
/**  The official form as a Word document. */
"docx" | 
/**  A page for the website. */
"html" | 
/**  Rows for other programs. */
"csv" | 
/**  The exchange format. */
"json";

/**  A file that was written. */
export type ExportedFile = {
	/**  Its whole path. */
	path: string,
	/**  Its size in bytes. */
	bytes: number,
};

/**  What became of an item. */
export type Fate = 
/**  It is new. */
"added" | 
/**  It is gone. */
"removed" | 
/**  It stands elsewhere; cells may have changed too. */
"moved" | 
/**  Cells have changed. */
"changed";

/**  What is looked for. */
export type Find = {
	/**  The words, or the pattern. */
	text: string,
	/**  Whether `text` is a regular expression. */
	is_pattern: boolean,
	/**  Whether capital letters differ from small ones. */
	match_case: boolean,
	/**  In which columns; none means all. Column `group` is the groups' names. */
	columns: ColumnKey[],
	/**  In which items; none means all. */
	items: Id[],
};

/**  Something that is wrong with a cell. */
export type Finding = {
	/**  The item. */
	item: Id,
	/**  The row of the item, where it has several and the column is one that rows have of their own. */
	part: number | null,
	/**  The column at which it is shown. */
	column: ColumnKey,
	/**  How bad it is. */
	severity: Severity,
	/**  What is wrong. */
	problem: Problem,
};

/**  What was found. Texts are the document's own. */
export type FindingKind = 
/**  A column whose header is not known: kept as a column of the body's own. */
{ kind: "own_column"; 
/**  Its header. */
header: string } | 
/**  A second column for the same field: kept as a column of the body's own. */
{ kind: "column_repeated"; 
/**  Its header. */
header: string } | 
/**  What the column is was told from its cells, because its header does not say. */
{ kind: "column_guessed"; 
/**  Its header, perhaps empty. */
header: string } | 
/**  The table's sheet is hidden. */
{ kind: "hidden_table" } | 
/**  The row is hidden; it was taken all the same. */
{ kind: "hidden_row" } | 
/**  The column is hidden; it was taken all the same. */
{ kind: "hidden_column"; 
/**  Its header. */
header: string } | 
/**  The row's cells do not stand below their headers; they were put where they fit. */
{ kind: "row_shifted" } | 
/**  The row is the rest of the row above, cut by a page; it was joined to it. */
{ kind: "row_joined" } | 
/**  At a page's end the same was printed twice; once was left out. */
{ kind: "printed_twice"; 
/**  What was left out. */
text: string } | 
/**  A cell's text went on in the cell of a row below; known from the same text elsewhere in the column. */
{ kind: "cell_joined" } | 
/**  A row with texts but no name; it was taken as a further row of the item above. */
{ kind: "row_without_name" } | 
/**  An item without a name, known by its number. */
{ kind: "item_without_name" } | 
/**  A text that stands in no column. */
{ kind: "text_without_column"; 
/**  It. */
text: string } | 
/**  One cell goes over several columns; its text was taken for the first. */
{ kind: "cell_over_columns" } | 
/**  A number stood in one cell with the name. */
{ kind: "number_glued"; 
/**  The number. */
number: number } | 
/**  Numbers do not follow one another. */
{ kind: "number_jump"; 
/**  What should have come. */
expected: number; 
/**  What came. */
found: number } | 
/**  The items' numbers begin anew in each group. */
{ kind: "numbers_restart" } | 
/**  A name was put together from pieces in several cells. */
{ kind: "name_joined"; 
/**  The whole. */
name: string } | 
/**  A name stood twice in its cell. */
{ kind: "name_doubled"; 
/**  Once. */
name: string } | 
/**  A group whose name stood further up already; it was kept as a group of its own. */
{ kind: "group_again"; 
/**  The name. */
name: string } | 
/**  Nothing says to which group items belong; they stand in one without a name. */
{ kind: "no_groups" } | 
/**  同上 and its like: the text was taken from where it points. */
{ kind: "ditto"; 
/**  The row in which that text stands, as the document counts; `None` where it is not known. */
row: number | null } | 
/**  同上 and its like with nothing to point to. */
{ kind: "ditto_of_nothing" } | 
/**  Empty cells below filled ones, in a table that has lost its merged cells: taken as one with them. */
{ kind: "taken_from_above"; 
/**  Their columns. */
columns: ColumnKey[] } | 
/**  Brackets are open at the end or closed before they open: the text may be cut. */
{ kind: "text_cut" } | 
/**  The rows of one item differ in a column that an item has only once; the texts were put together. */
{ kind: "rows_differ" } | 
/**  A cell for a √ holds something else. */
{ kind: "mark_unreadable"; 
/**  It. */
text: string } | 
/**  A √ whose column cannot be known. */
{ kind: "mark_undecided"; 
/**  The columns it may belong to; empty where that is unknown too. */
columns: ColumnKey[] } | 
/**  Columns for √ of which no row of the table has any: the document may have lost them. */
{ kind: "marks_missing"; 
/**  They. */
columns: ColumnKey[] } | 
/**  A √ was moved to the only column where it does not contradict the rest of the document. */
{ kind: "mark_moved"; 
/**  The columns that are ticked now. */
columns: ColumnKey[] } | 
/**  All boxes of the cell are empty. */
{ kind: "nothing_ticked" } | 
/**  The document says that ■ is mandatory and □ optional, so that □ does not mean "not used". */
{ kind: "channel_legend"; 
/**  Its words. */
text: string } | 
/**  A channel that is none of the template's options; kept as it is. */
{ kind: "channel_unknown"; 
/**  Its label. */
label: string } | 
/**  Traditional characters in a catalogue that is written in simplified ones. */
{ kind: "mixed_script"; 
/**  They. */
characters: string } | 
/**  The statistics line says something else than the rows. */
{ kind: "statistics_disagree"; 
/**  What the line says: groups, proactive items, items on application; `None` where it does not say. */
stated: [(number | null), (number | null), (number | null)]; 
/**  What the rows say, in the same order. */
counted: [number, number, number] } | 
/**  A date that cannot be read. */
{ kind: "date_unclear"; 
/**  As it stands. */
text: string } | 
/**  A line above or below the table for which a catalogue has no place. */
{ kind: "line"; 
/**  It. */
text: string } | 
/**  A text that is longer than a catalogue can hold was shortened. */
{ kind: "text_too_long" } | 
/**  More rows than a catalogue can hold; the rest was left out. */
{ kind: "too_many_rows" };

/**  What can be wrong with a text without its words being wrong. */
export type Flaw = 
/**  A line break in the middle of words. */
"line_break" | 
/**  Half-width punctuation in Chinese text. */
"punctuation" | 
/**  Spaces inside Chinese text. */
"space" | 
/**  Traditional characters. */
"script";

/**  Where a change happened. */
export type Focus = 
/**  In a group. */
{ kind: "group"; 
/**  Its identity. */
group: Id } | 
/**  In an item. */
{ kind: "item"; 
/**  Its identity. */
item: Id; 
/**  The column, where it was one cell. */
column: ColumnKey | null };

/**  What was found. */
export type Found = {
	/**  The hits, top down; no more than a screen can be asked to list. */
	hits: Hit[],
	/**  How many there are, also those that `hits` leaves out. */
	total: number,
};

/**  A group that is new or changed; what is `None` is as it was. */
export type GroupChange = {
	/**  Its identity. */
	id: Id,
	/**  Its name. */
	name: string,
	/**  Its items, top down. */
	order: Id[] | null,
	/**  The items that are new or changed, whole; the window knows all others of `order`. */
	items: Item[],
	/**  As [`GroupView::spans`]. */
	spans: number[][] | null,
};

/**  How 序号 counts groups. */
export type GroupNumbering = 
/**  一, 二, 三 */
"chinese" | 
/**  1, 2, 3 */
"arabic" | 
/**  Groups have no number; 序号 counts items. */
"none";

/**  A group in the order of groups, with what its position gives it. */
export type GroupPlace = {
	/**  The group. */
	id: Id,
	/**  Its number as 序号 prints it; empty where groups have none. */
	number: string,
	/**  The number of its first item over the whole catalogue, from 1. */
	first_item: number,
};

/**  A group as the table shows it. */
export type GroupView = {
	/**  Its identity. */
	id: Id,
	/**  Its name. */
	name: string,
	/**  Its items, top down. An item takes as many rows as it has parts, at least one. */
	items: Item[],
	/**  For each column how many rows each cell covers; 0 for a cell covered from above. */
	spans: number[][],
};

/**  What is wrong with a hand-off file. */
export type HandoffProblem = 
/**  It is another kind of file. */
"not_a_handoff" | 
/**  It was written by a newer version of the program. */
"newer" | 
/**  It is cut short or damaged. */
"damaged" | 
/**  It is larger than allowed. */
"too_large" | 
/**  What it holds was altered after it was signed. */
"altered";

/**  What a hand-off file is, before anything of it is taken in. */
export type HandoffView = {
	/**  标题 */
	title: string,
	/**  状态 */
	stage: Stage,
	/**  版本号 */
	version: number,
	/**  姓名 of who sent it. */
	sender: string,
	/**  单位 of who sent it. */
	unit: string,
	/**  When. */
	sent_at: string,
	/**  What it is to this library. */
	relation: Relation,
	/**  Keys in it that are not known here yet. Nothing is taken in before each is trusted. */
	introductions: IntroductionView[],
	/**  Cells that both sides have changed. */
	conflicts: ConflictView[],
	/**  What does not hold in it. With anything but warnings it cannot be taken in. */
	problems: ProofProblem[],
};

/**  A cell of the header. */
export type HeaderCell = {
	/**  Its text. */
	text: string,
	/**  Its row from 0. */
	row: number,
	/**  Its first column from 0. */
	column: number,
	/**  How many rows it covers. */
	row_span: number,
	/**  How many columns it covers. */
	column_span: number,
};

/**  表头信息: title and sign-off line. */
export type Heading = {
	/**  标题 */
	title: string,
	/**  责任单位 */
	responsible_unit: string,
	/**  填表人 */
	preparer: string,
	/**  复核人 */
	reviewer: string,
	/**  审签人 */
	approver: string,
	/**  填表时间 */
	prepared_at: string | null,
};

/**  The texts of a [`Heading`]; the date of preparation is set on its own. */
export type HeadingField = 
/**  标题 */
"title" | 
/**  责任单位 */
"responsible_unit" | 
/**  填表人 */
"preparer" | 
/**  复核人 */
"reviewer" | 
/**  审签人 */
"approver" | 
/**  填表时间, as `YYYY-MM-DD` or empty. */
"prepared_at";

/**  Data that a template does not show. They stay in the catalogue. */
export type HiddenData = {
	/**  What kind of data. */
	column: ColumnKey,
	/**  In how many cells there are such data. */
	cells: number,
};

/**  What can be gone back to, and what can be made again. */
export type History = {
	/**  What was done, last first. */
	done: HistoryStep[],
	/**  What was taken back, next to be made again first. */
	undone: HistoryStep[],
	/**  Whether there are older steps than `done` lists. */
	has_more: boolean,
};

/**  A step of the history. */
export type HistoryStep = {
	/**  What was done. */
	name: EditName,
	/**  When. */
	at: string,
	/**  By whom. */
	actor: string,
};

/**  One place where what was looked for stands. */
export type Hit = {
	/**  Its position among all hits, from 0; by it a hit is left out of a replacement. */
	index: number,
	/**  The group. */
	group: Id,
	/**  The item; none where it stands in the group's name. */
	item: Id | null,
	/**  The row of the item, where it has several and the column is one that rows have of their own. */
	part: number | null,
	/**  The column. */
	column: ColumnKey,
	/**  What stands before it, shortened. */
	before: string,
	/**  The words found. */
	text: string,
	/**  What would stand in their place. */
	replacement: string,
	/**  What stands behind it, shortened. */
	after: string,
};

/**
 *  The identity of a group or an item: 1 to [`limits::ID_CHARS`] characters without white space or
 *  control characters. The program makes UUIDs; other programs' exchange files may use what they like.
 */
export type Id = string;

/**  A cell of a document. */
export type ImportCell = {
	/**  The first column in which it is shown, counted from 1. */
	position: number,
	/**  The column in which the document has it, counted from 1. */
	from: number,
	/**  Whether it was read under no column; then it stands in one that is free. */
	is_unread: boolean,
	/**  How many rows it covers. */
	row_span: number,
	/**  How many columns it covers. */
	column_span: number,
	/**  Its text; long ones are shortened to [`ImportCell::SHOWN`] characters. */
	text: string,
};

/**  How a document shall be read: what the user has chosen and corrected. All rows are those of a table's grid, from 0. */
export type ImportChoice = {
	/**  The template that the catalogue gets. */
	template?: ImportTemplate,
	/**  The tables that are taken as one, counted from 1; none chosen means all that are catalogues. */
	tables?: number[],
	/**  What was corrected. */
	corrections?: Corrections,
};

/**  A text that could be cleaned up. */
export type ImportCleaning = {
	/**  What is wrong with it. */
	flaw: Flaw,
	/**  The item whose text it is; none for the title and the names of groups. */
	item: ImportItem | null,
	/**  The column; none for the title. */
	column: ColumnKey | null,
	/**  The text as it is. */
	before: string,
	/**  The text without this flaw. */
	after: string,
};

/**  A column of a table, and what its cells were taken for. */
export type ImportColumn = {
	/**  The table, counted from 1. */
	table: number,
	/**  Its place in the table, counted from 1. */
	position: number,
	/**  What its cells were taken for. */
	use_as: ColumnUse,
	/**  Its header cells, top down; empty where it has none. */
	header: string[],
	/**
	 *  The columns of the catalogue that it became: none where it was left out, several where it holds words in
	 *  place of several columns of √.
	 */
	keys: ColumnKey[],
	/**  The channel for which its cells are ticked, where that is all it says. */
	channel: string | null,
	/**  How sure that is. */
	confidence: Confidence,
};

/**  What taking a document in would change of a catalogue. */
export type ImportDifference = {
	/**  What would change, as the review screen shows it. */
	entries: ReviewEntry[],
	/**  Items that were found again. */
	matched: number,
	/**  Changed cells. */
	changed: number,
	/**  New items. */
	added: number,
	/**  Items that would be gone. */
	removed: number,
	/**  Items that would stand elsewhere. */
	moved: number,
};

/**  Something that a person should know who takes the catalogue. */
export type ImportFinding = {
	/**  What it is. */
	found: FindingKind,
	/**  How much it matters. */
	severity: ImportSeverity,
	/**  Where it stands. */
	place: ImportPlace,
	/**  The row of the table's grid in which it stands, from 0; `None` is the whole table. */
	row: number | null,
	/**  The item it is about. */
	item: ImportItem | null,
	/**  The column it is about. */
	column: ColumnKey | null,
};

/**  Where the header of a table stands. */
export type ImportHeader = {
	/**  The table, counted from 1. */
	table: number,
	/**  Its first row in the table's grid, from 0. */
	first: number,
	/**  How many rows it has; 0 where the table goes on with the columns of the one before. */
	rows: number,
};

/**  Where a document goes. */
export type ImportInto = 
/**  A catalogue of its own. */
{ kind: "new_catalogue" } | 
/**  The catalogue becomes what the document says. Groups and items are matched by identity, else by name. */
{ kind: "version"; 
/**  Which one; it must be with who prepares it. */
id: Id } | 
/**  Its items are added to the catalogue, each to the group of the same name, which is added where it is missing. */
{ kind: "items"; 
/**  Which one; it must be with who prepares it. */
id: Id };

/**  An item that was read. */
export type ImportItem = {
	/**  Its position over the whole catalogue, from 0. */
	index: number,
	/**  The name of its group. */
	group: string,
	/**  Its name. */
	name: string,
};

/**  A place in a document, as its own program would count it: all from 1. */
export type ImportPlace = {
	/**  The table. */
	table: number,
	/**  Row or line; `None` is the whole table. */
	row: number | null,
	/**  Column or cell; `None` is the whole row. */
	column: number | null,
};

/**  What a row of a document was taken for. */
export type ImportReading = {
	/**  What it is; none in a table that is not taken. */
	role: RowRole | null,
	/**
	 *  The item it begins, where it begins one: its position over the whole catalogue, from 0. None where it was
	 *  left out.
	 */
	item: number | null,
	/**  Whether that item begins a group. */
	begins_group: boolean,
	/**  Its cells under the columns under which they were read, where they are out of line with the header. */
	cells: ImportCell[] | null,
};

/**  A row of a document as it stands there. */
export type ImportRow = {
	/**  Its number as the document's own program counts it; 0 where no cell begins in it. */
	number: number,
	/**  The cells that begin in it, from left to right. */
	cells: ImportCell[],
};

/**  How much a finding matters. */
export type ImportSeverity = 
/**  How the document was read; nothing is doubtful. */
"info" | 
/**  Read from evidence, not from the cell alone, or contradicted by the document: to be looked at. */
"warning" | 
/**  The document does not say it, so it was left empty, or it says it where nothing can hold it. */
"error";

/**  A table of a document. */
export type ImportTable = {
	/**  The name of its sheet; empty where the format has none. */
	name: string,
	/**  Whether its sheet is hidden. */
	is_hidden: boolean,
	/**  How many rows it has. */
	rows: number,
	/**  How many columns it has. */
	columns: number,
	/**  The first texts in it, at most eight. */
	first: string[],
	/**  Whether it was taken for a catalogue, or for a part of one. */
	is_taken: boolean,
};

/**  What was taken in. */
export type ImportTaken = {
	/**  The catalogue it is in. */
	id: Id,
	/**  How many items were read. */
	items: number,
	/**  How many changes that was to a catalogue that was there already. */
	changes: number,
};

/**  The template of a catalogue that is taken in. */
export type ImportTemplate = 
/**  The columns that the document has. */
{ kind: "found" } | 
/**  One of the program's or of the user's own. */
{ kind: "kept"; 
/**  Its name. */
id: string; 
/**  Whose. */
of: SourceKind } | 
/**  That of a catalogue of the library. */
{ kind: "catalogue"; 
/**  Which one. */
id: Id };

/**  A file as it is read. */
export type ImportView = {
	/**  What the file is; `None` is an exchange file, which is either right or refused. */
	format: DocumentFormat | null,
	/**  Its tables, in its order; an exchange file has none to choose from. */
	tables: ImportTable[],
	/**  The headers of the tables that were taken. */
	headers: ImportHeader[],
	/**  The columns of the tables that were taken, table by table, left to right. */
	columns: ImportColumn[],
	/**  标题, as it was found. */
	title: string,
	/**  The template that the catalogue gets. */
	template: Template,
	/**  Rows below the headers that were read. */
	rows: number,
	/**  Check boxes in them, ticked or not. */
	boxes: number,
	/**  Rows that repeat a header on a further page; they are left out. */
	repeated: number,
	/**  Number of 一级事项. */
	groups: number,
	/**  Number of 二级事项. */
	items: number,
	/**  What was odd, by table and place. */
	findings: ImportFinding[],
	/**  What could be cleaned up in its texts, top down; nothing is done that is not chosen. */
	cleanings: ImportCleaning[],
};

/**  A key that is not known here. */
export type IntroductionView = {
	/**  姓名 */
	name: string,
	/**  单位 */
	unit: string,
	/**  The fingerprint, in groups to be read aloud. */
	fingerprint: string,
	/**
	 *  The fingerprint that the person is known by here, where that is another: such a file is not taken in unless 管理
	 *  trusts the new key.
	 */
	known_fingerprint: string | null,
};

/**  二级事项: one thing that is published. Written down, its texts stand beside its other fields, by their keys. */
export type Item = {
	/**  Its identity; stays when it moves. */
	id: Id,
	/**  Its name: the deepest name of its row. */
	name: string,
	/**  The names between its group and itself, top down. */
	path: string[],
	/**  公开渠道和载体: what is ticked; empty where the item has parts. */
	channels: Channel[],
	/**  公开对象 */
	audience: Audience[],
	/**  Words that stand in the 特定群体 cell instead of a √. */
	audience_note: string,
	/**  公开方式 */
	method: Method[],
	/**  所属“五公开”类型 */
	aspects: Aspect[],
	/**  公开层级: labels of the template's levels. */
	levels: string[],
	/**  Texts of the body's own columns, by label. */
	custom: { [key in string]: string },
	/**  The rows of an item that has several; empty for the usual item of one row. */
	parts: Part[],
} & Texts;

/**  How items are counted. */
export type ItemNumbering = 
/**  1, 2, 3 over the whole catalogue. */
"running" | 
/**  Items have no number. */
"none";

/**  The key of somebody elsewhere. */
export type KeyView = {
	/**  姓名 */
	name: string,
	/**  单位 */
	unit: string,
	/**  Its fingerprint, in groups to be read aloud. */
	fingerprint: string,
	/**  Since when it is trusted. */
	since: string,
};

/**  What is wrong with a library file. */
export type LibraryProblem = 
/**  It is another kind of file. */
{ kind: "not_a_library" } | 
/**  It was written by a newer version of the program. */
{ kind: "newer" } | 
/**  It is a library but damaged. */
{ kind: "damaged" };

/**  What the library screen shows. */
export type LibraryView = {
	/**  The file in which everything is kept. */
	place: string,
	/**  The catalogues, last changed first. */
	catalogues: CatalogueSummary[],
	/**  The catalogues in the bin, last deleted first. */
	bin: CatalogueSummary[],
	/**  What a new catalogue can be made from. */
	sources: Source[],
	/**  What was altered past the program, catalogues in use aside. While there is anything nobody signs. */
	problems: ProofProblem[],
	/**  The program's version. */
	version: string,
};

/**  Kinds of file that are recognised and not read. */
export type LooksLike = 
/**  A picture: PNG, JPEG, GIF, BMP, TIFF, WebP. */
"picture" | 
/**  A PDF. */
"pdf" | 
/**  An OFD, the fixed layout of Chinese offices. */
"ofd" | 
/**  A packed archive of files. */
"archive" | 
/**  A program. */
"executable" | 
/**  A Word document of 97 to 2003, or one of WPS Writer. */
"doc97" | 
/**  Rich text. */
"rtf" | 
/**  Slides. */
"presentation" | 
/**  A text document of OpenDocument. */
"open_document_text" | 
/**  A binary workbook (.xlsb). */
"binary_workbook" | 
/**  A workbook older than Excel 97. */
"old_workbook" | 
/**  A workbook or document of Office 2003 as one XML file, or other XML. */
"xml" | 
/**  A web page with its pictures in one file (.mht). */
"web_archive" | 
/**  A database. */
"database" | 
/**  Nothing that is known. */
"unknown";

/**  The kinds of mark. */
export type MarkKind = 
/**  公开对象 */
"audience" | 
/**  公开方式 */
"method" | 
/**  五公开 */
"aspects" | 
/**  公开层级 */
"levels";

/**  What has a limit. */
export type Measure = 
/**  Bytes of the file. */
"file_bytes" | 
/**  Bytes that a packed file unpacks to. */
"unpacked_bytes" | 
/**  Tags in a packed file. */
"tags" | 
/**  Files within a packed file. */
"entries" | 
/**  Elements within one another. */
"depth" | 
/**  Characters of one cell or line. */
"text_chars" | 
/**  Bytes of all texts. */
"text_bytes" | 
/**  Cells of the document. */
"cells" | 
/**  Lines and paragraphs of the document. */
"lines" | 
/**  Rows of a table. */
"rows" | 
/**  Columns of a table. */
"columns" | 
/**  Tables of the document. */
"tables";

/**  One of the two states. */
export type MergeSide = 
/**  The first: what is here. */
"ours" | 
/**  The second: what came from elsewhere. */
"theirs";

/**  公开方式: whether the body publishes by itself or answers a request. */
export type Method = 
/**  主动公开 */
"proactive" | 
/**  依申请公开 */
"on_application";

/**  A file that a page gives to a command. */
export type NamedFile = 
/**  One that the host can read. */
{ kind: "path"; 
/**  Where it is. */
path: string } | 
/**  One that the page has sent. The command that names it takes it. */
{ kind: "sent"; 
/**  The number under which it was kept. */
number: number };

/**  A template with its name. */
export type NamedTemplate = {
	/**  Its name. */
	name: string,
	/**  What it is. */
	template: Template,
};

/**  What a new item holds in a column. */
export type NewCell = {
	/**  The column. */
	column: ColumnKey,
	/**  What it shall hold. */
	value: Value,
};

/**  How groups and items are numbered. */
export type Numbering = {
	/**  Numbers of groups. */
	group: GroupNumbering,
	/**  Numbers of items. */
	item: ItemNumbering,
};

/**  人员和设置: who works with this library. */
export type OfficeView = {
	/**  The people of this library; none before the first one is made. */
	people: PersonView[],
	/**  Who is working; nobody before somebody has come with a PIN. */
	current: Id | null,
	/**  What the office has set. */
	policy: Policy,
	/**  Keys of people elsewhere that were trusted by their fingerprint. */
	keys: KeyView[],
	/**  What was done to people and keys, last first. */
	log: PeopleStep[],
};

/**  A document that is open for taking in. */
export type OpenDocument = {
	/**  The number by which it is asked for. */
	document: number,
	/**  The file's name; empty for what was pasted. */
	name: string,
	/**  How it is read without any correction. */
	view: ImportView,
};

/**  A paper, always landscape. */
export type Paper = 
/**  420 × 297 mm */
"a3" | 
/**  297 × 210 mm */
"a4";

/**  What a paper size would give. */
export type PaperView = {
	/**  The paper. */
	paper: Paper,
	/**  Number of pages. */
	pages: number,
	/**  Size of the text in tenths of a point. */
	font_size: number,
};

/**  One of several rows of an item, with content and channels of its own. */
export type Part = {
	/**  公开内容（要素） */
	content: string,
	/**  公开渠道和载体 */
	channels: Channel[],
};

/**  What was done to a person. */
export type PeopleAct = 
/**  Added. */
"added" | 
/**  Given another name, unit or other roles. */
"changed" | 
/**  Put out of use. */
"removed" | 
/**  Put into use again. */
"returned" | 
/**  The person has chosen another PIN; the key is the same. */
"pin_changed" | 
/**  Somebody in charge has given them a new PIN, and with it a new key. */
"key_reset" | 
/**  A person elsewhere was trusted by the fingerprint. */
"trusted";

/**  Something that was done to people and keys. */
export type PeopleStep = {
	/**  When. */
	at: string,
	/**  By whom; empty for the first person. */
	by: string,
	/**  What. */
	act: PeopleAct,
	/**  To whom. */
	name: string,
};

/**  What can be said of a person. */
export type PersonDraft = {
	/**  姓名 */
	name: string,
	/**  单位 */
	unit: string,
	/**  角色. The first person becomes 管理 too. */
	roles: Role[],
	/**  Whether the person may act. */
	is_active: boolean,
};

/**  人员 */
export type PersonView = {
	/**  The identity. */
	id: Id,
	/**  姓名 */
	name: string,
	/**  单位 */
	unit: string,
	/**  角色, in the order of the steps. */
	roles: Role[],
	/**  Whether the person may act. */
	is_active: boolean,
	/**  The fingerprint of the key, in groups to be read aloud. */
	fingerprint: string,
};

/**  From where items are picked. */
export type PickFrom = 
/**  From a starting point. */
{ kind: "starting_point"; 
/**  Its name. */
id: string } | 
/**  From a catalogue of the library. */
{ kind: "catalogue"; 
/**  Which one. */
id: Id };

/**  A group whose items can be picked. */
export type PickGroup = {
	/**  Its identity there. */
	id: Id,
	/**  Its name. */
	name: string,
	/**  Its items. */
	items: PickItem[],
};

/**  An item that can be picked. */
export type PickItem = {
	/**  Its identity there. */
	id: Id,
	/**  Its name. */
	name: string,
	/**  The beginning of its content. */
	content: string,
};

/**  What is wrong with a PIN. */
export type PinProblem = 
/**  It is shorter than needed. */
{ kind: "too_short"; 
/**  Characters needed. */
min: number } | 
/**  It is longer than allowed. */
{ kind: "too_long"; 
/**  Characters allowed. */
max: number } | 
/**  It is one character over and over, or a run such as 123456. */
{ kind: "too_plain" };

/**  What the office has set. */
export type Policy = {
	/**  Whether one person may act in two roles on one version. */
	one_person_may_hold_two_roles: boolean,
	/**  Whether 保密审查 comes before 复核. Counts at 送审; what is under way is not affected. */
	secrecy_review: boolean,
};

/**  The laid-out form, page by page fetched on demand. */
export type PreviewView = {
	/**  Of which revision of the catalogue this is. */
	revision: number,
	/**  Number of pages. */
	pages: number,
	/**  Size of the text in tenths of a point. */
	font_size: number,
	/**  Number of pages on the other paper sizes, with their text size. */
	papers: PaperView[],
	/**  Characters that no font of the program has, each once. */
	missing_characters: string[],
};

/**  What can be wrong with a cell. */
export type Problem = 
/**  A cell that must be filled is empty. */
{ kind: "empty" } | 
/**  Neither 主动公开 nor 依申请公开 is ticked. */
{ kind: "no_method" } | 
/**  Both 主动公开 and 依申请公开 are ticked. */
{ kind: "both_methods" } | 
/**  No channel is ticked. */
{ kind: "no_channel" } | 
/**  A channel that takes a note has none. */
{ kind: "no_note"; 
/**  Its label. */
label: string } | 
/**  Another item of the group has the same name. */
{ kind: "same_name"; 
/**  The other item's number over the whole catalogue, from 1. */
number: number };

/**  How far a long action is. */
export type Progress = {
	/**  What is done. */
	done: number,
	/**  Of how much. */
	total: number,
};

/**  What may not hold. */
export type ProofFault = 
/**  A step is missing, there twice, or another catalogue's. */
"out_of_order" | 
/**  The step was made after another one than stands before it. */
"broken_link" | 
/**  A newer program made it. */
"unknown_algorithm" | 
/**  The record, or its signature, has been altered. */
"bad_signature" | 
/**  The key is nobody's that is known here. */
"unknown_key" | 
/**  The key is another person's. */
"key_of_another" | 
/**  The step was not possible then. */
"not_allowed" | 
/**  The step was made on something else than was submitted. */
"other_content" | 
/**  What the step was made on is not there. */
"content_missing" | 
/**  What the step was made on has been altered. */
"content_altered" | 
/**  Something is kept as a version that no step was made on. */
"unsigned" | 
/**  Remarks that were there at that step are gone or have been altered. */
"remarks_altered" | 
/**  The catalogue is said to stand elsewhere than the steps lead. */
"other_stage" | 
/**  The catalogue is not what the last step was made on. */
"catalogue_altered" | 
/**  The step is dated before the one before it; clocks of two PCs differ. */
"clock_set_back" | 
/**  The hand-off file, or the sender's signature, has been altered. */
"cover_altered" | 
/**  A part of the library was altered by something else than this program. */
"altered_outside";

/**  Something that does not hold. */
export type ProofProblem = {
	/**  The version. */
	version: number | null,
	/**  The step, from 1. */
	step: number | null,
	/**  Which part of the library's data, where it was altered past the program. */
	part: SealedPart | null,
	/**  What. */
	fault: ProofFault,
	/**  Whether it is only to be told, and forbids nothing. */
	is_warning: boolean,
};

/**  What a hand-off file is to this library. */
export type Relation = 
/**  The catalogue is not here. */
"new" | 
/**  Everything in it is here already. */
"known" | 
/**  It goes on from what is here. */
"newer" | 
/**  What is here goes on from it. */
"older" | 
/**  Both sides have gone on. */
"both";

/**  An entry of a remark. */
export type RemarkEntryView = {
	/**  姓名 of who wrote it. */
	name: string,
	/**  When. */
	at: string,
	/**  What it does. */
	kind: EntryKind,
	/**  What it says. */
	text: string,
};

/**  Why a remark cannot be made. */
export type RemarkProblem = 
/**  At this stage nobody makes such entries. */
{ kind: "not_now" } | 
/**  The person does not have the role. */
{ kind: "not_in_role"; 
/**  The role that is needed. */
role: Role } | 
/**  There is no such remark. */
{ kind: "no_remark" } | 
/**  The remark is closed. */
{ kind: "closed" } | 
/**  A question, and a reason for changing nothing, need words. */
{ kind: "no_words" };

/**  An entry to be made. */
export type RemarkRequest = {
	/**  The remark to which it belongs; none begins another. */
	remark: Id | null,
	/**  What that is about. */
	place: RemarkSpot,
	/**  What the entry does. */
	kind: EntryKind,
	/**  What it says. */
	text: string,
};

/**  What a remark is about: a cell, an item where no column is named, the whole catalogue where no item is. */
export type RemarkSpot = {
	/**  The item; it may be gone by now. */
	item: Id | null,
	/**  Which of its rows, for cells that rows have of their own. */
	part: number | null,
	/**  The column. */
	column: ColumnKey | null,
};

/**  Whose turn it is with a remark. */
export type RemarkTurn = 
/**  It waits for an answer. */
"open" | 
/**  It is answered and waits for the checker. */
"answered" | 
/**  已了结 */
"closed";

/**  意见: a question on a place and what became of it. */
export type RemarkView = {
	/**  Its identity. */
	id: Id,
	/**  What it is about. */
	place: RemarkSpot,
	/**  Whose turn it is. */
	state: RemarkTurn,
	/**  What was said; never empty. */
	entries: RemarkEntryView[],
};

/**  A changed cell. */
export type ReviewCell = {
	/**  The column; none above the table. */
	column: ColumnKey | null,
	/**  Which of the item's rows. */
	part: number | null,
	/**  What the column or the field above the table is called. */
	label: string,
	/**  What it held. */
	before: Run[],
	/**  What it holds. */
	after: Run[],
	/**  理由 of the change; empty where nobody has given one. */
	reason: string,
};

/**  What has changed of one item, of a group, or of the whole. */
export type ReviewEntry = {
	/**  What became of it. */
	fate: Fate,
	/**  The item; none for what concerns a group or the whole. */
	item: Id | null,
	/**  The item's number over the whole catalogue, in the new state, and in the old one where it is gone. */
	number: number | null,
	/**  The name of its group; of the group where it concerns one; empty for the whole. */
	group: string,
	/**  The item's name; empty where there is no item. */
	name: string,
	/**  Where the item stood, where it stands elsewhere now: the name of the group. */
	from_group: string | null,
	/**  The cells that have changed; all that are filled of a new item or one that is gone. */
	cells: ReviewCell[],
	/**  理由 of what became of it as a whole; empty where nobody has given one. */
	reason: string,
};

/**  What has changed. */
export type ReviewView = {
	/**
	 *  The state before. Asked for without one: the last approved version, else what it was copied from, else
	 *  nothing.
	 */
	old: StateOf,
	/**  The state after. */
	new: StateOf,
	/**  The last step of who is working on this catalogue, from where one can also compare; none before. */
	last_look: number | null,
	/**  What can be compared, oldest first. */
	states: StateView[],
	/**
	 *  What has changed above the table and in the template, then the changed items, in the order of the new state;
	 *  what is gone stands where it stood.
	 */
	entries: ReviewEntry[],
	/**  理由 of the changes that no one of them has: what was said of the whole; empty where nothing was. */
	reason: string,
	/**  Changed cells, those above the table too. */
	changed: number,
	/**  New items. */
	added: number,
	/**  Items that are gone. */
	removed: number,
	/**  Items that stand elsewhere. */
	moved: number,
};

/**  角色: what a person may do. */
export type Role = 
/**  填表 */
"preparer" | 
/**  保密审查 */
"secrecy_reviewer" | 
/**  复核 */
"reviewer" | 
/**  审签 */
"approver" | 
/**  管理: people and settings; no step of a catalogue. */
"administrator";

/**  What is done with an item that was read. */
export type RowChange = 
/**  It is not taken. */
{ kind: "leave_out" } | 
/**  It begins a group: it and what follows it in its group. Where it begins one already, that gets the name. */
{ kind: "begin_group"; 
/**  The group's name. */
name: string } | 
/**  The group that it begins goes on with the group above. */
{ kind: "join_group_above" };

/**  A row that was corrected. */
export type RowChoice = {
	/**  The table, counted from 1. */
	table: number,
	/**  The first row of an item. */
	row: number,
	/**  What to do with that item. */
	change: RowChange,
};

/**  What a row of a table was taken for. */
export type RowRole = 
/**  A line above the header: title, sign-off line, statistics line. */
"above" | 
/**  A row of the header. */
"header" | 
/**  The first row of an item. */
"item" | 
/**  A further row of the item above. */
"further" | 
/**  A line that names a group. */
"group" | 
/**  A line of text among or below the items. */
"line" | 
/**  The header, or what stands above it, printed again on a further page; left out. */
"repeated" | 
/**  Nothing. */
"blank";

/**  A stretch of text. */
export type Run = {
	/**  The text. */
	text: string,
	/**  Whether only this side has it. */
	is_changed: boolean,
};

/**  What is sealed, as far as users tell it apart. */
export type SealedPart = 
/**  Tables, triggers and indexes themselves. */
"schema" | 
/**  Catalogues in the bin, or gone from the library. */
"bin" | 
/**  The people of the workplace. */
"people" | 
/**  What was done to them. */
"people_log" | 
/**  The keys that are trusted here. */
"keys" | 
/**  What the office has set. */
"settings" | 
/**  The templates that users have kept. */
"templates" | 
/**  A catalogue's heading, template and order of groups, and where it stands. */
"catalogue" | 
/**  Its groups. */
"groups" | 
/**  Its items. */
"items" | 
/**  Its edit log. */
"edit_log" | 
/**  Its signed steps. */
"records" | 
/**  What these were made on. */
"versions" | 
/**  Its remarks. */
"remarks" | 
/**  The reasons for its findings. */
"excuses";

/**  A table that is no catalogue. */
export type SeenTable = {
	/**  The name of its sheet, perhaps empty. */
	name: string,
	/**  How many rows it has. */
	rows: number,
	/**  How many columns it has. */
	columns: number,
	/**  The first texts in it, at most eight. */
	first: string[],
	/**  The words of catalogue headers that it has. */
	known: string[],
};

/**  How bad a finding is. */
export type Severity = 
/**  错误: must not be signed as it is. */
"error" | 
/**  提醒: likely wrong, to be looked at. */
"warning" | 
/**  提示: a matter of style, or something to think of. */
"info";

/**  The shape of the table. */
export type Shape = {
	/**  The template. */
	template: Template,
	/**  The header cells of the table in reading order. */
	header: HeaderCell[],
};

/**  One side of a conflict. */
export type SideView = {
	/**  What stands there; nothing where this side has taken the item or group out. */
	text: string | null,
	/**  Who changed it last. */
	by: string,
	/**  When; empty where the log does not tell. */
	at: string,
};

/**  签审: all that is to be known of the sign-off of a catalogue. */
export type SignoffView = {
	/**  状态 */
	stage: Stage,
	/**  版本号, from 1: of the version that is being made, or has been approved. */
	version: number,
	/**  Whether it is back with who prepares it: the last step was 退回. */
	is_sent_back: boolean,
	/**  Whether 保密审查 comes before 复核. */
	has_secrecy_review: boolean,
	/**  What can be done now, and what stands in the way for who is working. */
	options: StepOption[],
	/**  All steps, oldest first. */
	steps: StepView[],
	/**  The approved versions, oldest first. */
	versions: VersionView[],
	/**  意见, in the order in which they were first made. */
	remarks: RemarkView[],
	/**  The reasons for findings that are left as they are. */
	excuses: ExcuseView[],
	/**  Findings of severity error that have no reason yet. */
	unexcused_errors: number,
	/**  What does not hold of signatures, digests and the chain. While there is anything but warnings nobody signs. */
	problems: ProofProblem[],
};

/**  Something that a new catalogue can be made from. */
export type Source = {
	/**  The name by which it is asked for. */
	id: string,
	/**  Whether it comes with items. */
	kind: SourceKind,
	/**  Its name for users. */
	name: string,
	/**  One sentence about it. */
	description: string,
	/**  Number of 一级事项. */
	groups: number,
	/**  Number of 二级事项. */
	items: number,
	/**  Number of columns. */
	columns: number,
};

/**  The kinds of [`Source`]. */
export type SourceKind = 
/**  样例目录: a whole catalogue to start from. */
"starting_point" | 
/**  空白模板: columns without items. */
"template" | 
/**  自存模板: a template that users have kept in the library. */
"own_template";

/**  状态: where a catalogue stands on its way to being signed. */
export type Stage = 
/**  填表中 */
"preparing" | 
/**  保密审查; only where the setting demands it. */
"secrecy_review" | 
/**  待复核 */
"in_review" | 
/**  待审签 */
"in_approval" | 
/**  已审签 */
"approved";

/**  A state of a catalogue. */
export type StateOf = 
/**  As it is now. */
{ kind: "now" } | 
/**  An approved version. */
{ kind: "version"; 
/**  版本号 */
number: number } | 
/**  As it was at a step. */
{ kind: "step"; 
/**  Which one, from 1. */
seq: number } | 
/**  The catalogue of which it is a copy, as that is now. */
{ kind: "copied_from" } | 
/**  Nothing: everything is new. */
{ kind: "nothing" };

/**  A state that can be compared. */
export type StateView = {
	/**  Which. */
	state: StateOf,
	/**  When it was so; empty for what it was copied from. */
	at: string,
};

/**  A step that the stage has. */
export type StepOption = {
	/**  What would be done. */
	action: Action,
	/**  In which role. */
	role: Role,
	/**  What stands in the way; nothing where it can be done. */
	refusal: StepRefusal | null,
};

/**  The rule that stands in the way of a step. */
export type StepRefusal = 
/**  Nobody is working. */
{ kind: "no_person" } | 
/**  At this stage nobody can do that. */
{ kind: "not_now" } | 
/**  The person does not have the role. */
{ kind: "not_in_role"; 
/**  The role that is needed. */
role: Role } | 
/**  The person has acted on this version in another role. */
{ kind: "second_role"; 
/**  The role in which the person has acted. */
role: Role } | 
/**  The person has edited this version and cannot check it too. */
{ kind: "has_edited" } | 
/**  Only who submitted it can withdraw it. */
{ kind: "not_the_submitter" } | 
/**  Somebody has acted on it since it was submitted. */
{ kind: "acted_on" } | 
/**  退回 needs at least one remark that asks for something. */
{ kind: "no_remark" } | 
/**  Remarks wait for an answer. */
{ kind: "unanswered_remarks"; 
/**  How many. */
count: number } | 
/**  Remarks are not closed. */
{ kind: "unclosed_remarks"; 
/**  How many. */
count: number } | 
/**  Findings of severity error have no reason. */
{ kind: "unexcused_errors"; 
/**  How many. */
count: number } | 
/**  Signatures, digests or the chain do not hold. */
{ kind: "not_proved" };

/**  A step that was taken. */
export type StepView = {
	/**  Which one, from 1. */
	seq: number,
	/**  版本号 after the step. */
	version: number,
	/**  What was done. */
	action: Action,
	/**  In which role. */
	role: Role,
	/**  姓名, then. */
	name: string,
	/**  单位, then. */
	unit: string,
	/**  When, by the clock of the person's PC. */
	at: string,
	/**  Where the catalogue stood afterwards. */
	stage: Stage,
	/**  Remarks that waited for an answer afterwards. */
	open_remarks: number,
};

/**  A hand-off file that was taken in. */
export type TakenIn = {
	/**  The catalogue. */
	catalogue: Id,
	/**  What it was to this library. */
	relation: Relation,
	/**  How many changes of the file were merged into what is here. */
	merged: number,
};

/**  目录样式: the shape of a catalogue's table. */
export type Template = {
	/**  The name by which the template is known; not shown to users. */
	id: string,
	/**  The columns, left to right. */
	columns: Column[],
	/**  The boxes of 公开渠道和载体 in printed order; empty where channels are free lines of text. */
	channel_options: string[],
	/**  The options that take a note, such as 精准推送 and 其他. */
	channel_options_with_note: string[],
	/**  The labels of 公开层级, in printed order. */
	levels: string[],
	/**  What 序号 and the items' numbers look like. */
	numbering: Numbering,
	/**  The columns in which equal neighbours inside a group print as one merged cell. */
	merge_equal: ColumnKey[],
	/**  Whether 责任单位 填表人 复核人 审签人 填表时间 are printed above the table. */
	sign_off_line: boolean,
	/**  Whether the counts of groups and items are printed above the table. */
	statistics_line: boolean,
};

/**  What is wrong with a template. */
export type TemplateProblem = 
/**  It has no columns, or too many. */
{ kind: "column_count"; 
/**  How many it has. */
found: number; 
/**  How many it may have. */
max: number } | 
/**  Two columns show the same. */
{ kind: "duplicate_column"; 
/**  What they show. */
column: ColumnKey } | 
/**  A column has no header words, or too many above each other. */
{ kind: "header"; 
/**  The column. */
column: ColumnKey } | 
/**  There is no column for 二级事项. */
{ kind: "no_item_column" } | 
/**  A channel option is empty, too long or there twice, or there are too many. */
{ kind: "channel_option"; 
/**  The option. */
option: string } | 
/**  An option is said to take a note but is no option. */
{ kind: "note_without_option"; 
/**  The option. */
option: string };

/**  A term that could be meant by what is being typed. */
export type Term = {
	/**  The term. */
	text: string,
	/**
	 *  Where in `text` the typed characters stand, as UTF-16 position and length; none where the term was found
	 *  by its pinyin initials.
	 */
	mark: [number, number] | null,
	/**  In how many cells of this catalogue it stands. */
	uses: number,
	/**  In how many cells of the other catalogues of the library it stands. */
	uses_elsewhere: number,
};

/**  What a term of a column's vocabulary is. */
export type TermKind = 
/**  The whole text of a cell. */
"whole" | 
/**  A citation, of which a cell lists several. */
"citation" | 
/**  The label of a channel. */
"label";

/**  A term with the places where it stands. */
export type TermUse = {
	/**  The term. */
	text: string,
	/**  The items of this catalogue in which it stands, top down. */
	items: Id[],
	/**  In how many cells of the other catalogues of the library it stands. */
	uses_elsewhere: number,
};

/**
 *  The texts that every item can have; a new one comes last. What the program knows of each stands in
 *  [the table of columns](super::ColumnFacts).
 */
export type TextField = 
/**  公开内容（要素） */
"content" | 
/**  公开依据 */
"basis" | 
/**  公开时限 */
"time_limit" | 
/**  公开主体 */
"disclosing_body" | 
/**  网站所属栏目 */
"website_section" | 
/**  备注 */
"remarks" | 
/**  责任科室 */
"responsible_section" | 
/**  更新周期 */
"update_cycle" | 
/**  公开链接 */
"link";

/**
 *  The texts of an item: one for each [`TextField`], mostly some of them empty. They are written down as a map by key;
 *  a text that is missing there is empty, so that a new kind of text needs no new format.
 */
export type Texts = Partial<{ [key in TextField]: string }>;

/**  What a cell can be set to. */
export type Value = 
/**  For columns of text and names. */
{ kind: "text"; 
/**  The text. */
text: string } | 
/**  For 公开渠道和载体. */
{ kind: "channels"; 
/**  What is ticked. */
channels: Channel[] } | 
/**  For columns of √. */
{ kind: "mark"; 
/**  Whether it is set. */
on: boolean; 
/**  Words in its place; only 特定群体 takes them. */
note: string };

/**  版本: an approved version. */
export type VersionView = {
	/**  版本号 */
	number: number,
	/**  When it was approved. */
	approved_at: string,
	/**  Number of 一级事项. */
	groups: number,
	/**  Number of 二级事项. */
	items: number,
	/**  核对码, as it is printed. */
	check_code: string,
};
