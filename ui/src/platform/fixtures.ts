/** What tests put in place of the program. */
import { mockIPC } from "@tauri-apps/api/mocks";

/** Answers commands, by their names and parameters as the program gets them, and what else a host is asked. */
export function answerCommands(answer: (command: string, params: unknown) => unknown): void {
  mockIPC((name, payload) => {
    if (name !== "call") return answer(name, payload);
    const { command, params } = payload as { command: string; params: unknown };
    return answer(command, params);
  });
}
