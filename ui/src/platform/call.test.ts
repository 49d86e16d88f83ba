import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, expect, it, vi } from "vitest";

import { AppFailure, call, given } from "./call";

vi.stubGlobal("window", globalThis);
afterEach(clearMocks);

it("a file that was dropped is sent as bytes, and one that is too large is not even read", async () => {
  const sent: unknown[] = [];
  mockIPC((command, bytes) => {
    sent.push([command, [...new Uint8Array(bytes as unknown as ArrayBuffer)]]);
    return 7;
  });
  expect(await given(new File([new Uint8Array([1, 2])], "甲.csv"))).toEqual({ kind: "sent", number: 7 });
  expect(sent).toEqual([["send_file", [1, 2]]]);
  const large = Object.defineProperty(new File([], "大.csv"), "size", { value: 2 ** 31 });
  await expect(given(large)).rejects.toEqual(
    new AppFailure({ code: "bad_exchange_file", path: "大.csv", problem: { kind: "too_large" } }),
  );
  expect(sent.length).toBe(1);
});

it("a file with a path is named by it and not sent", async () => {
  mockIPC(() => {
    throw new Error("nothing is called");
  });
  expect(await given("/桌面/目录.xlsx")).toEqual({ kind: "path", path: "/桌面/目录.xlsx" });
});

it("what the program says is wrong is thrown with its code, and a fault of the page as it is", async () => {
  mockIPC(() => Promise.reject({ code: "not_decided" }));
  await expect(call("take_in_handoff", {})).rejects.toEqual(new AppFailure({ code: "not_decided" }));
  mockIPC(() => Promise.reject(new TypeError("no host")));
  await expect(call("library", {})).rejects.toEqual(new TypeError("no host"));
});
