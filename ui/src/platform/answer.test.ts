import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, expect, it, vi } from "vitest";

import { AppFailure, sendFile } from "./answer";

vi.stubGlobal("window", globalThis);
afterEach(clearMocks);

it("a dropped file is sent as bytes, and one that is too large is not even read", async () => {
  const sent: unknown[] = [];
  mockIPC((command, given) => sent.push([command, [...new Uint8Array(given as unknown as ArrayBuffer)]]));
  await sendFile("take", new File([new Uint8Array([1, 2])], "甲.csv"));
  expect(sent).toEqual([["take", [1, 2]]]);
  const large = Object.defineProperty(new File([], "大.csv"), "size", { value: 2 ** 31 });
  await expect(sendFile("take", large)).rejects.toEqual(
    new AppFailure({ code: "bad_exchange_file", path: "大.csv", problem: { kind: "too_large" } }),
  );
  expect(sent.length).toBe(1);
});
