/** The fields of the form, in printed order, as the template's columns make them. */
import type { Column, Item } from "@/platform";
import { isChannels } from "@/shared/columns";

import { isComputed, isMark, isOfPart } from "../cells";

export type FormField =
  | { kind: "text"; column: Column }
  | { kind: "channels"; column: Column }
  /** Neighbouring √ columns under one header. */
  | { kind: "marks"; label: string; columns: Column[] }
  /** Content and channels of each row of an item that has several. */
  | { kind: "parts"; columns: Column[] };

export function formFields(columns: Column[], item: Item): FormField[] {
  const fields: FormField[] = [];
  const ofParts = columns.filter((column) => isOfPart(column.key));
  for (const column of columns) {
    if (isComputed(column.key)) continue;
    if (isMark(column.key)) {
      const last = fields.at(-1);
      const label = column.header[0] ?? "";
      if (last?.kind === "marks" && last.label === label) last.columns.push(column);
      else fields.push({ kind: "marks", label, columns: [column] });
    } else if (item.parts.length && isOfPart(column.key)) {
      if (column === ofParts[0]) fields.push({ kind: "parts", columns: ofParts });
    } else {
      fields.push(isChannels(column.key) ? { kind: "channels", column } : { kind: "text", column });
    }
  }
  return fields;
}

/** What tells a field of the form from the others. */
export const fieldKey = (field: FormField): string =>
  field.kind === "marks" || field.kind === "parts" ? `${field.kind} ${field.columns[0]?.key}` : field.column.key;
