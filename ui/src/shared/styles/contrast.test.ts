/** Holds the themes to what eyes need: text 4.5 to 1 on everything it stands on, edges of fields and boxes 3 to 1. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

const source = fileURLToPath(new URL("../..", import.meta.url));
const css = readFileSync(join(source, "shared/styles/tokens.css"), "utf8");

/** The colour tokens that a rule sets, as `#rrggbb`. */
function colours(selector: string): Map<string, string> {
  const at = css.indexOf(`\n${selector} {`);
  const block = css.slice(at, css.indexOf("\n}", at));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const light = colours(":root");
const themes = { light, dark: new Map([...light, ...colours(':root[data-theme="dark"]')]) };

/** Relative luminance as WCAG 2 has it. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join("") : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const surfaces = ["canvas", "panel", "paper", "sunken", "hover", "grid-head", "grid-group", "accent-row"];
/** What is written or drawn, on what it stands, and how far apart the two must be. */
const pairs: [ink: string, grounds: string[], least: number][] = [
  ["ink", [...surfaces, "accent-weak", "accent-chip", "err-weak", "warn-weak", "ok-weak"], 7],
  ["ink-2", [...surfaces, "accent-weak", "accent-chip", "err-weak", "warn-weak", "ok-weak"], 4.5],
  ["ink-3", surfaces, 4.5],
  ["placeholder", ["paper", "panel"], 4.5],
  ["accent", [...surfaces, "accent-weak"], 4.5],
  ["accent-hover", [...surfaces, "accent-weak"], 4.5],
  ["on-accent", ["accent", "accent-hover"], 4.5],
  ["err", ["err-weak", "paper", "panel", "canvas"], 4.5],
  ["warn", ["warn-weak", "paper", "panel", "canvas"], 4.5],
  ["ok", ["ok-weak", "paper", "panel", "canvas"], 4.5],
  ["toast-ink", ["toast"], 4.5],
  ["toast-act", ["toast"], 4.5],
  ["field", ["paper", "panel"], 3],
  ["control", ["paper", "panel"], 3],
  ["group-line", ["paper"], 3],
];

describe.each(Object.entries(themes))("the %s theme", (_, theme) => {
  it.each(pairs)("sets %s well apart from what it stands on", (ink, grounds, least) => {
    const near = grounds
      .map((ground) => ({ ground, ratio: contrast(theme.get(ink) ?? "", theme.get(ground) ?? "") }))
      .filter(({ ratio }) => !(ratio >= least));
    expect(near).toEqual([]);
  });
});

it("the dark theme has its own value for every colour of the light one but the printed page's", () => {
  const missing = [...light.keys()].filter((name) => !colours(':root[data-theme="dark"]').has(name));
  expect(missing).toEqual(["printed"]);
});

it("colours are named in the tokens alone", () => {
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black)\b/i;
  const offenders = readdirSync(source, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(css|vue)$/.test(name) && name !== "shared/styles/tokens.css")
    .filter((name) =>
      literal.test(
        readFileSync(join(source, name), "utf8")
          .replace(/[\s\S]*<style[^>]*>/, "")
          .replace(/\/\*[\s\S]*?\*\//g, ""),
      ),
    );
  expect(offenders).toEqual([]);
});
