/** A document for the tests. */
import type { ImportCell, ImportColumn, ImportFinding, ImportView, RowRole } from "@/platform";

import type { ShownRow } from "./rows";

export const cell = (position: number, text: string, row_span = 1, column_span = 1): ImportCell => ({
  position,
  from: position,
  is_unread: false,
  row_span,
  column_span,
  text,
});

export const row = (
  at: number,
  role: RowRole | null,
  cells: ImportCell[] = [],
  item: number | null = role === "item" ? at : null,
): ShownRow => ({ row: at, number: at + 1, role, item, begins_group: false, cells });

export const finding = (kind: ImportFinding["found"], more: Partial<ImportFinding> = {}): ImportFinding => ({
  found: kind,
  severity: "warning",
  place: { table: 1, row: 3, column: null },
  row: 2,
  item: null,
  column: null,
  ...more,
});

const column = (
  position: number,
  key: string,
  header: string,
  confidence: ImportColumn["confidence"] = "certain",
): ImportColumn => ({
  table: 1,
  position,
  use_as: { kind: "column", key },
  header: [header],
  keys: [key],
  channel: null,
  confidence,
});

export const view = (more: Partial<ImportView> = {}): ImportView => ({
  format: "xlsx",
  tables: [{ name: "目录", is_hidden: false, rows: 40, columns: 4, first: [], is_taken: true }],
  headers: [{ table: 1, first: 0, rows: 1 }],
  columns: [
    column(1, "group", "一级事项"),
    column(2, "item", "二级事项"),
    column(4, "method:proactive", "主动", "likely"),
  ],
  title: "政务公开目录",
  template: {
    id: "",
    columns: [
      { key: "group", header: ["一级事项"] },
      { key: "item", header: ["二级事项"] },
      { key: "method:proactive", header: ["公开方式", "主动"] },
      { key: "method:on_application", header: ["公开方式", "依申请"] },
    ],
    channel_options: ["政府网站"],
    channel_options_with_note: [],
    levels: ["市级"],
    numbering: { group: "chinese", item: "running" },
    merge_equal: [],
    sign_off_line: true,
    statistics_line: true,
  },
  rows: 30,
  boxes: 0,
  repeated: 0,
  groups: 2,
  items: 30,
  findings: [],
  cleanings: [],
  ...more,
});
