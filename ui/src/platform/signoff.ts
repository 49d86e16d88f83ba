/** The commands of sign-off: people, steps, remarks, versions, hand-off files. What each does is said in the bindings. */
import { commands } from "./bindings";
import type {
  Action,
  CodeAnswer,
  ExcuseView,
  ExportFormat,
  ExportedFile,
  HandoffView,
  Id,
  OfficeView,
  Paper,
  PersonDraft,
  Policy,
  RemarkRequest,
  ReviewView,
  MergeSide,
  SignoffView,
  StateOf,
  TakenIn,
} from "./bindings";
import { sendFile, value } from "./answer";

export const office = (): Promise<OfficeView> => value(commands.office());

export const addPerson = (person: PersonDraft, pin: string): Promise<Id> => value(commands.addPerson(person, pin));

export const changePerson = (id: Id, person: PersonDraft): Promise<OfficeView> =>
  value(commands.changePerson(id, person));

export const changePin = async (oldPin: string, newPin: string): Promise<void> => {
  await value(commands.changePin(oldPin, newPin));
};

export const resetPin = (id: Id, pin: string): Promise<OfficeView> => value(commands.resetPin(id, pin));

export const startWorking = (id: Id, pin: string): Promise<OfficeView> => value(commands.startWorking(id, pin));

export const stopWorking = (): Promise<OfficeView> => value(commands.stopWorking());

export const setPolicy = (policy: Policy): Promise<OfficeView> => value(commands.setPolicy(policy));

export const signoff = (id: Id): Promise<SignoffView> => value(commands.signoff(id));

export const takeStep = (id: Id, action: Action, opinion: string, pin: string): Promise<SignoffView> =>
  value(commands.takeStep(id, action, opinion, pin));

export const remark = (id: Id, request: RemarkRequest): Promise<SignoffView> => value(commands.remark(id, request));

export const excuse = (id: Id, excuse: ExcuseView): Promise<SignoffView> => value(commands.excuse(id, excuse));

export const checkCode = (code: string): Promise<CodeAnswer> => value(commands.checkCode(code));

export const review = (id: Id, from: StateOf | null, to: StateOf): Promise<ReviewView> =>
  value(commands.review(id, from, to));

export const exportRevisionTable = (
  id: Id,
  from: StateOf,
  to: StateOf,
  format: ExportFormat,
  paper: Paper,
  path: string,
): Promise<ExportedFile> => value(commands.exportRevisionTable(id, from, to, format, paper, path));

export const exportVersion = (
  id: Id,
  number: number,
  format: ExportFormat,
  paper: Paper,
  path: string,
): Promise<ExportedFile> => value(commands.exportVersion(id, number, format, paper, path));

export const writeHandoff = (id: Id, path: string, pin: string): Promise<ExportedFile> =>
  value(commands.writeHandoff(id, path, pin));

/** A hand-off file: where it is, or, where it was dropped, the file itself. */
export type HandoffFile = string | File;

export const lookAtHandoff = (file: HandoffFile): Promise<HandoffView> =>
  typeof file === "string" ? value(commands.lookAtHandoff(file)) : sendFile("look_at_handoff_bytes", file);

export const takeInHandoff = (file: HandoffFile, trusted: string[], sides: MergeSide[]): Promise<TakenIn> =>
  typeof file === "string"
    ? value(commands.takeInHandoff(file, trusted, sides))
    : sendFile("take_in_handoff_bytes", file, { decisions: JSON.stringify({ trusted, sides }) });

export const chooseHandoffPath = (id: Id): Promise<string | null> => value(commands.chooseHandoffPath(id));

export const chooseHandoffFile = (): Promise<string | null> => commands.chooseHandoffFile();

export const chooseTablePath = (name: string, format: ExportFormat): Promise<string | null> =>
  commands.chooseTablePath(name, format);
