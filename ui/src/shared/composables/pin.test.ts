import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { effectScope } from "vue";

import { AppFailure } from "@/platform";

import { usePin } from "./pin";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const scope = effectScope();
const wrong = (wait: number) => () => Promise.reject(new AppFailure({ code: "wrong_pin", wait }));

it("a PIN is forgotten after each try, right or wrong", async () => {
  const entry = scope.run(usePin) as ReturnType<typeof usePin>;
  entry.pin.value = "135790";
  expect(await entry.attempt(wrong(0))).toBe(false);
  expect([entry.pin.value, entry.sentence.value]).toEqual(["", "口令不对，请再输一次。"]);
  entry.pin.value = "246813";
  const given: string[] = [];
  expect(await entry.attempt(async (pin) => void given.push(pin))).toBe(true);
  expect([entry.pin.value, entry.sentence.value, given.join()]).toEqual(["", "", "246813"]);
});

it("says how long to wait, counts down, and lets one try again only then", async () => {
  const entry = scope.run(usePin) as ReturnType<typeof usePin>;
  entry.pin.value = "135790";
  await entry.attempt(wrong(30));
  entry.pin.value = "246813";
  expect([entry.sentence.value, entry.canTry.value]).toEqual(["口令不对。请30秒后再试。", false]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([entry.sentence.value, entry.canTry.value]).toEqual(["口令不对。请10秒后再试。", false]);
  await vi.advanceTimersByTimeAsync(10_500);
  expect([entry.sentence.value, entry.canTry.value]).toEqual(["口令不对，请再输一次。", true]);
});
