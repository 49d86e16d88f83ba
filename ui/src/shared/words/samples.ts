/**
 * One value of each kind that has words, for tests. The compiler demands every kind; tests write them into
 * `tests/fixtures/words.json`, so that the command line is tried with the same values.
 */
import type {
  AppError,
  DocumentProblem,
  FindingKind,
  HandoffProblem,
  LooksLike,
  Measure,
  Problem,
  ProofFault,
  SealedPart,
  StepRefusal,
} from "@/platform";

/** One of each kind, by its kind. */
type Kinds<T extends { kind: string }> = { [Kind in T["kind"]]: Extract<T, { kind: Kind }> };
type ProblemOf<Code> = Extract<AppError, { code: Code; problem: { kind: string } }>["problem"];

const path = "D:\\目录 库\\甲.json";

export const errors: { [Code in AppError["code"]]: Extract<AppError, { code: Code }> } = {
  file_not_found: { code: "file_not_found", path },
  is_a_folder: { code: "is_a_folder", path },
  not_allowed: { code: "not_allowed", path },
  disk_full: { code: "disk_full", path },
  io: { code: "io", path, detail: "os error 5" },
  unknown_file_kind: { code: "unknown_file_kind", path },
  bad_exchange_file: { code: "bad_exchange_file", path, problem: { kind: "not_utf8" } },
  bad_library: { code: "bad_library", path, problem: { kind: "damaged" } },
  library_busy: { code: "library_busy", path },
  no_catalogue: { code: "no_catalogue", id: "c" },
  no_source: { code: "no_source", id: "s" },
  changed_elsewhere: { code: "changed_elsewhere" },
  nothing_to_undo: { code: "nothing_to_undo" },
  no_such_place: { code: "no_such_place" },
  text_too_long: { code: "text_too_long", max: 100000 },
  too_many: { code: "too_many", max: 100 },
  not_a_date: { code: "not_a_date", text: "2022-13-01" },
  bad_request: { code: "bad_request", detail: "wrong value" },
  bad_pattern: { code: "bad_pattern", detail: "unclosed group" },
  bad_template: { code: "bad_template", problem: { kind: "no_item_column" } },
  form: { code: "form", detail: "too narrow" },
  cancelled: { code: "cancelled" },
  no_data_folder: { code: "no_data_folder" },
  bad_document: { code: "bad_document", path: "目录.xlsx", problem: { kind: "not_a_document", looks_like: "picture" } },
  nobody_is_working: { code: "nobody_is_working" },
  not_an_administrator: { code: "not_an_administrator" },
  no_person: { code: "no_person", id: "a" },
  bad_person: { code: "bad_person" },
  name_taken: { code: "name_taken" },
  last_administrator: { code: "last_administrator" },
  wrong_pin: { code: "wrong_pin", wait: 90 },
  must_wait: { code: "must_wait", wait: 5 },
  bad_pin: { code: "bad_pin", problem: { kind: "too_plain" } },
  lost_key: { code: "lost_key" },
  step_refused: { code: "step_refused", refusal: { kind: "unexcused_errors", count: 3 } },
  remark_refused: { code: "remark_refused", problem: { kind: "no_words" } },
  not_editable: { code: "not_editable", stage: "in_review" },
  no_such_version: { code: "no_such_version" },
  bad_check_code: { code: "bad_check_code", problem: { kind: "mistyped" } },
  bad_handoff: { code: "bad_handoff", path: "流转.mulu", problem: "altered" },
  not_decided: { code: "not_decided" },
};

export const exchangeProblems: Kinds<ProblemOf<"bad_exchange_file">> = {
  too_large: { kind: "too_large" },
  not_utf8: { kind: "not_utf8" },
  not_json: { kind: "not_json", line: 3, column: 14 },
  not_a_catalogue: { kind: "not_a_catalogue" },
  wrong_format: { kind: "wrong_format", found: "mulu.catalogue/9" },
  shape: { kind: "shape", line: 3, column: 14 },
  unknown_column_key: { kind: "unknown_column_key", key: "colour" },
  unknown_word: { kind: "unknown_word", field: "公开方式", word: "其他" },
  not_a_date: { kind: "not_a_date", text: "昨天" },
  invalid_id: { kind: "invalid_id", text: "a b" },
  duplicate_group_id: { kind: "duplicate_group_id", id: "g1" },
  duplicate_item_id: { kind: "duplicate_item_id", id: "i1" },
  content_contradicts_parts: { kind: "content_contradicts_parts", number: 89, item: "服务信息" },
  item_too_large: { kind: "item_too_large", number: 3 },
  too_much: { kind: "too_much" },
  bad_template: { kind: "bad_template", detail: "no columns" },
};

export const libraryProblems: Kinds<ProblemOf<"bad_library">> = {
  not_a_library: { kind: "not_a_library" },
  newer: { kind: "newer" },
  damaged: { kind: "damaged" },
};

export const templateProblems: Kinds<ProblemOf<"bad_template">> = {
  column_count: { kind: "column_count", found: 0, max: 60 },
  duplicate_column: { kind: "duplicate_column", column: "basis" },
  header: { kind: "header", column: "basis" },
  no_item_column: { kind: "no_item_column" },
  channel_option: { kind: "channel_option", option: "政府网站" },
  note_without_option: { kind: "note_without_option", option: "其他" },
};

export const pinProblems: Kinds<ProblemOf<"bad_pin">> = {
  too_short: { kind: "too_short", min: 6 },
  too_long: { kind: "too_long", max: 64 },
  too_plain: { kind: "too_plain" },
};

export const remarkProblems: Kinds<ProblemOf<"remark_refused">> = {
  not_now: { kind: "not_now" },
  not_in_role: { kind: "not_in_role", role: "reviewer" },
  no_remark: { kind: "no_remark" },
  closed: { kind: "closed" },
  no_words: { kind: "no_words" },
};

export const codeProblems: Kinds<ProblemOf<"bad_check_code">> = {
  length: { kind: "length", found: 15, wanted: 16 },
  character: { kind: "character", character: "O", at: 3 },
  mistyped: { kind: "mistyped" },
};

const handoffProblems: Record<HandoffProblem, true> = {
  not_a_handoff: true,
  newer: true,
  damaged: true,
  too_large: true,
  altered: true,
};

export const refusals: Kinds<StepRefusal> = {
  no_person: { kind: "no_person" },
  not_now: { kind: "not_now" },
  not_in_role: { kind: "not_in_role", role: "approver" },
  second_role: { kind: "second_role", role: "preparer" },
  has_edited: { kind: "has_edited" },
  not_the_submitter: { kind: "not_the_submitter" },
  acted_on: { kind: "acted_on" },
  no_remark: { kind: "no_remark" },
  unanswered_remarks: { kind: "unanswered_remarks", count: 2 },
  unclosed_remarks: { kind: "unclosed_remarks", count: 2 },
  unexcused_errors: { kind: "unexcused_errors", count: 2 },
  not_proved: { kind: "not_proved" },
};

const seen = { name: "表一", rows: 3, columns: 2, first: ["姓名", "电话"], known: [] };
export const documentProblems: Kinds<DocumentProblem> = {
  empty: { kind: "empty" },
  encrypted: { kind: "encrypted", format: null },
  truncated: { kind: "truncated", format: null },
  damaged: { kind: "damaged", format: "xlsx" },
  not_a_document: { kind: "not_a_document", looks_like: "picture" },
  too_large: { kind: "too_large", what: "rows", limit: 20000 },
  no_table: { kind: "no_table", format: "docx", lines: 0 },
  no_catalogue: { kind: "no_catalogue", tables: [seen] },
  no_such_table: { kind: "no_such_table", asked: 3, tables: 2 },
};

const strangers: Record<LooksLike, true> = {
  picture: true,
  pdf: true,
  ofd: true,
  archive: true,
  executable: true,
  doc97: true,
  rtf: true,
  presentation: true,
  open_document_text: true,
  binary_workbook: true,
  old_workbook: true,
  xml: true,
  web_archive: true,
  database: true,
  unknown: true,
};

const measures: Record<Measure, true> = {
  file_bytes: true,
  tags: true,
  unpacked_bytes: true,
  entries: true,
  depth: true,
  text_chars: true,
  text_bytes: true,
  cells: true,
  lines: true,
  rows: true,
  columns: true,
  tables: true,
};

export const documentFindings: Kinds<FindingKind> = {
  own_column: { kind: "own_column", header: "责任处室" },
  column_repeated: { kind: "column_repeated", header: "备注" },
  column_guessed: { kind: "column_guessed", header: "" },
  hidden_table: { kind: "hidden_table" },
  hidden_row: { kind: "hidden_row" },
  hidden_column: { kind: "hidden_column", header: "公开依据" },
  row_shifted: { kind: "row_shifted" },
  row_joined: { kind: "row_joined" },
  printed_twice: { kind: "printed_twice", text: "公开" },
  cell_joined: { kind: "cell_joined" },
  row_without_name: { kind: "row_without_name" },
  item_without_name: { kind: "item_without_name" },
  text_without_column: { kind: "text_without_column", text: "文字" },
  cell_over_columns: { kind: "cell_over_columns" },
  number_glued: { kind: "number_glued", number: 3 },
  number_jump: { kind: "number_jump", expected: 3, found: 5 },
  numbers_restart: { kind: "numbers_restart" },
  name_joined: { kind: "name_joined", name: "名称" },
  name_doubled: { kind: "name_doubled", name: "名称" },
  group_again: { kind: "group_again", name: "名称" },
  no_groups: { kind: "no_groups" },
  ditto: { kind: "ditto", row: 4 },
  ditto_of_nothing: { kind: "ditto_of_nothing" },
  taken_from_above: { kind: "taken_from_above", columns: ["basis", "content"] },
  text_cut: { kind: "text_cut" },
  rows_differ: { kind: "rows_differ" },
  mark_unreadable: { kind: "mark_unreadable", text: "是" },
  mark_undecided: { kind: "mark_undecided", columns: ["method:proactive"] },
  marks_missing: { kind: "marks_missing", columns: ["method:proactive", "method:on_application"] },
  mark_moved: { kind: "mark_moved", columns: ["method:proactive"] },
  nothing_ticked: { kind: "nothing_ticked" },
  channel_legend: { kind: "channel_legend", text: "■为必选" },
  channel_unknown: { kind: "channel_unknown", label: "微信" },
  mixed_script: { kind: "mixed_script", characters: "開" },
  statistics_disagree: { kind: "statistics_disagree", stated: [6, 26, null], counted: [6, 27, 0] },
  date_unclear: { kind: "date_unclear", text: "去年" },
  line: { kind: "line", text: "注" },
  text_too_long: { kind: "text_too_long" },
  too_many_rows: { kind: "too_many_rows" },
};

export const ruleProblems: Kinds<Problem> = {
  empty: { kind: "empty" },
  no_method: { kind: "no_method" },
  both_methods: { kind: "both_methods" },
  no_channel: { kind: "no_channel" },
  no_note: { kind: "no_note", label: "其他" },
  same_name: { kind: "same_name", number: 4 },
};

export const faults: Record<ProofFault, true> = {
  out_of_order: true,
  broken_link: true,
  unknown_algorithm: true,
  bad_signature: true,
  unknown_key: true,
  key_of_another: true,
  not_allowed: true,
  other_content: true,
  content_missing: true,
  content_altered: true,
  unsigned: true,
  remarks_altered: true,
  other_stage: true,
  catalogue_altered: true,
  clock_set_back: true,
  cover_altered: true,
  altered_outside: true,
};

export const parts: Record<SealedPart, true> = {
  schema: true,
  bin: true,
  people: true,
  people_log: true,
  keys: true,
  settings: true,
  templates: true,
  catalogue: true,
  groups: true,
  items: true,
  edit_log: true,
  records: true,
  versions: true,
  remarks: true,
  excuses: true,
};

const kinds = <Kind extends string>(record: Record<Kind, unknown>): Kind[] => Object.keys(record) as Kind[];

/** Documents with a problem of each kind; where a problem has a kind of its own, with each of those. */
export const everyDocumentProblem: DocumentProblem[] = [
  ...Object.values(documentProblems),
  { kind: "no_table", format: "docx", lines: 4 },
  { kind: "no_catalogue", tables: [seen, { ...seen, name: "", first: [] }, seen, seen] },
  ...kinds(strangers).map((looks_like): DocumentProblem => ({ kind: "not_a_document", looks_like })),
  ...kinds(measures).map((what): DocumentProblem => ({ kind: "too_large", what, limit: 64 * 1024 * 1024 })),
];

export const everyDocumentFinding: FindingKind[] = [
  ...Object.values(documentFindings),
  { kind: "number_jump", expected: 7, found: 1 },
  { kind: "ditto", row: null },
  { kind: "mark_undecided", columns: [] },
];

export const everyError: AppError[] = [
  ...Object.values(errors),
  ...Object.values(exchangeProblems).map((problem): AppError => ({ code: "bad_exchange_file", path, problem })),
  ...Object.values(libraryProblems).map((problem): AppError => ({ code: "bad_library", path, problem })),
  ...Object.values(templateProblems).map((problem): AppError => ({ code: "bad_template", problem })),
  ...Object.values(pinProblems).map((problem): AppError => ({ code: "bad_pin", problem })),
  ...Object.values(remarkProblems).map((problem): AppError => ({ code: "remark_refused", problem })),
  ...Object.values(codeProblems).map((problem): AppError => ({ code: "bad_check_code", problem })),
  ...Object.values(refusals).map((refusal): AppError => ({ code: "step_refused", refusal })),
  ...kinds(handoffProblems).map((problem): AppError => ({ code: "bad_handoff", path, problem })),
  ...everyDocumentProblem.map((problem): AppError => ({ code: "bad_document", path, problem })),
  { code: "bad_document", path: "", problem: { kind: "empty" } },
  { code: "wrong_pin", wait: 0 },
];

/** All of them, as they cross to the window and as the command line is tried with them. */
export const everySample = {
  errors: everyError,
  findings: everyDocumentFinding,
  rules: Object.values(ruleProblems),
  faults: kinds(faults),
  parts: kinds(parts),
};
