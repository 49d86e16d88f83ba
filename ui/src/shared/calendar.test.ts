import { describe, expect, it } from "vitest";

import { addDays, addMonths, endOfWeek, startOfWeek, today, weeksAround } from "./calendar";

describe("days of the calendar", () => {
  it("are counted over months, years and leap days", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2023-02-28", 1)).toBe("2023-03-01");
    expect(addDays("2023-01-01", -1)).toBe("2022-12-31");
  });

  it("stay in the month that was asked for, also where it is shorter", () => {
    expect(addMonths("2023-01-31", 1)).toBe("2023-02-28");
    expect(addMonths("2024-02-29", 12)).toBe("2025-02-28");
    expect(addMonths("2023-01-15", -1)).toBe("2022-12-15");
  });

  it("do not leave the years that can be written", () => {
    expect(addDays("9999-12-31", 1)).toBe("9999-12-31");
    expect(addMonths("1000-01-01", -1)).toBe("1000-01-01");
  });

  it("begin their weeks on Monday", () => {
    expect(startOfWeek("2022-12-18")).toBe("2022-12-12");
    expect(endOfWeek("2022-12-12")).toBe("2022-12-18");
  });

  it("are taken from the clock on the wall", () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
  });

  it("fill six weeks around each month", () => {
    const weeks = weeksAround("2022-12-18");
    expect(weeks).toHaveLength(6);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.[0]).toBe("2022-11-28");
    expect(weeks[4]?.[5]).toBe("2022-12-31");
  });
});
