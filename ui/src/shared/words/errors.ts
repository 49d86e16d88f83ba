/** The sentence for each error code: what happened, to what, what to do next. */
import { AppFailure, type AppError, type HandoffProblem } from "@/platform";

import { documentProblem } from "./documents";
import { refusalSentence, roleWords, stageWords, waitWords } from "./signoff";
import { fill, table, type Entry } from "./table";

const sentences: Record<AppError["code"], Entry> = table.errors;

/** The problems that an error with the code names. */
type ProblemOf<Code> = Extract<AppError, { code: Code; problem: { kind: string } }>["problem"];
type Sentences<Code> = Record<ProblemOf<Code>["kind"], string>;

const exchangeProblems: Sentences<"bad_exchange_file"> = table.exchange;
const libraryProblems: Sentences<"bad_library"> = table.library;
const templateProblems: Sentences<"bad_template"> = table.template;
const pinProblems: Sentences<"bad_pin"> = table.pin;
const remarkProblems: Sentences<"remark_refused"> = table.remark;
const codeProblems: Sentences<"bad_check_code"> = table.code;
const handoffProblems: Record<HandoffProblem, string> = table.handoff;

/** What is wrong in detail, for the placeholders of the error's sentence. */
function detailOf(error: AppError): object {
  switch (error.code) {
    case "bad_exchange_file":
      return { problem: fill(exchangeProblems[error.problem.kind], error.problem) };
    case "bad_document":
      return { problem: documentProblem(error.problem) };
    case "bad_library":
      return { problem: fill(libraryProblems[error.problem.kind]) };
    case "bad_handoff":
      return { problem: fill(handoffProblems[error.problem]) };
    case "bad_template":
      return { problem: fill(templateProblems[error.problem.kind], error.problem) };
    case "bad_pin":
      return { problem: fill(pinProblems[error.problem.kind], error.problem) };
    case "bad_check_code":
      return { problem: fill(codeProblems[error.problem.kind], error.problem) };
    case "remark_refused": {
      const { problem } = error;
      return {
        problem: fill(remarkProblems[problem.kind], "role" in problem ? { role: roleWords[problem.role] } : {}),
      };
    }
    case "step_refused":
      return { refusal: refusalSentence(error.refusal) };
    case "not_editable":
      return { stage: stageWords[error.stage] };
    case "wrong_pin":
    case "must_wait":
      return { wait: waitWords(error.wait) };
    default:
      return {};
  }
}

function entryOf(error: AppError): Entry {
  if (error.code === "bad_document" && !error.path) return table.errors.bad_document_pasted;
  if (error.code === "wrong_pin" && error.wait > 0) return table.errors.wrong_pin_wait;
  return sentences[error.code];
}

export const errorSentence = (error: AppError): string => fill(entryOf(error), { ...error, ...detailOf(error) });

/** The sentence for anything thrown. */
export function failureSentence(cause: unknown): string {
  if (cause instanceof AppFailure) return errorSentence(cause.error);
  return "这一步没有做成。请再试一次；仍不行，请关闭本软件后重新打开。";
}
