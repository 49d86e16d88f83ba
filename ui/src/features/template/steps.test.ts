import { expect, it } from "vitest";

import { useSteps } from "./steps";

it("steps are undone and redone one by one; a new one ends the redoing", () => {
  const steps = useSteps<number>();
  steps.begin(0);
  steps.take(1);
  steps.take(2);
  steps.undo();
  steps.undo();
  steps.undo();
  expect([steps.now.value, steps.canUndo.value, steps.canRedo.value]).toEqual([0, false, true]);
  steps.redo();
  expect(steps.now.value).toBe(1);
  steps.take(5);
  steps.redo();
  expect([steps.now.value, steps.canRedo.value]).toEqual([5, false]);
});

it("typing into one field is one step, in another field another", () => {
  const steps = useSteps<string>();
  steps.begin("");
  for (const text of ["公", "公开"]) steps.take(text, "header basis 0");
  steps.take("公开、网站", "option 1");
  steps.undo();
  expect(steps.now.value).toBe("公开");
  steps.take("公开依", "header basis 0");
  steps.undo();
  expect(steps.now.value).toBe("公开");
  steps.undo();
  expect(steps.now.value).toBe("");
});

it("what does not change is no step", () => {
  const steps = useSteps<string>();
  steps.begin("甲");
  steps.take("甲");
  expect(steps.canUndo.value).toBe(false);
});
