/** The formats that can be given out, in the order in which they are offered. */
import type { ExportFormat } from "@/platform";

export const exportFormats: readonly ExportFormat[] = ["pdf", "xlsx", "docx", "html", "csv", "json"];

/** Those of a revision table (修订对照表), which is no catalogue and has no data to go on with. */
export const revisionFormats: readonly ExportFormat[] = ["pdf", "xlsx", "docx"];
