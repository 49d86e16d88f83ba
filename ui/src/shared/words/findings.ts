/** What a check says of a cell. */
import type { Problem, Severity } from "@/platform";

import { fill, table } from "./table";

export const severityWords: Record<Severity, string> = table.severities;

/** Said beside a field that must be filled, where the whole sentence would say no more. */
export const notFilled = "未填";

const sentences: Record<Problem["kind"], string> = table.rules;

export const problemSentence = (problem: Problem): string => fill(sentences[problem.kind], problem);
