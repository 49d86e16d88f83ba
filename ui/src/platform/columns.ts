/** The model's table of columns. It needs no host, so it stands apart from the commands. */
import { COLUMNS, LEVEL_NAMES, type ColumnFacts } from "./client";

/** What the program knows of each column, in the order in which forms print them. */
export const columnTable: readonly ColumnFacts[] = COLUMNS.map((facts) => ({ ...facts, header: [...facts.header] }));

/** What the levels of names are called, top down. */
export const levelNames: readonly string[] = LEVEL_NAMES;
