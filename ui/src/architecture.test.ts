/** Holds the folders to their roles: one door to the program, and features that do not know one another. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, it } from "vitest";

import { columnTable } from "./platform/columns";

const root = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith(".test.ts"))
  .map((name) => name.replaceAll("\\", "/"));

/** Every import of a file, as a path below `src` or as a package; `what` leaves some out. */
function imports(file: string, what = (source: string): string => source): string[] {
  const source = what(readFileSync(join(root, file), "utf8"));
  const found = [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  return found.map((name) => {
    if (name.startsWith("@/")) return name.slice(2);
    if (name.startsWith(".")) return relative(root, join(root, file, "..", name)).replaceAll("\\", "/");
    return name;
  });
}

const featureOf = (path: string): string | undefined => /^features\/([^/]+)/.exec(path)?.[1];

it("only platform imports the host and the generated client", () => {
  const offenders = files
    .filter((file) => !file.startsWith("platform/"))
    .filter((file) => imports(file).some((name) => name.startsWith("@tauri-apps") || name === "platform/client"));
  expect(offenders).toEqual([]);
});

it("features do not import one another, and shared imports no feature", () => {
  const offenders = files
    .filter((file) => featureOf(file) !== undefined || file.startsWith("shared/") || file.startsWith("platform/"))
    .filter((file) =>
      imports(file).some((name) => featureOf(name) !== undefined && featureOf(name) !== featureOf(file)),
    );
  expect(offenders).toEqual([]);
});

it("what users read is written in the words of shared alone", () => {
  const chinese = /\p{Script=Han}/u;
  const offenders = files
    .filter(
      (file) => !file.startsWith("shared/words/") && !file.endsWith("fixtures.ts") && file !== "platform/client.ts",
    )
    .filter((file) => {
      const source = readFileSync(join(root, file), "utf8").replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      return chinese.test(source);
    });
  expect(offenders).toEqual([]);
});

/** The table's own door, and the picture of a template, which prints what is printed of each kind of column. */
const NAMES_COLUMNS = ["shared/columns.ts", "platform/client.ts", "features/template/picture.ts"];

it("no column is known by its key outside of the table's door", () => {
  // Keys that are words of other things too (a group, an item, a number) count where they are compared with a column's key.
  const keys = columnTable.map(({ key }) => key).filter((key) => !key.endsWith(":"));
  const plain = keys.filter(
    (key) => !["number", "group", "item", "content", "channels", "link", "remarks"].includes(key),
  );
  const quoted = new RegExp(`["'\`](?:${plain.join("|")}|(?:${families(columnTable)}):[^"'\`]*)["'\`]`);
  const compared = new RegExp(`(?:key|column) (?:===|!==) ["'](?:${keys.join("|")})["']`);
  const offenders = files
    .filter((file) => !NAMES_COLUMNS.includes(file))
    .filter((file) => !file.startsWith("shared/words/") && !file.endsWith("fixtures.ts"))
    .filter((file) => {
      const source = readFileSync(join(root, file), "utf8");
      return quoted.test(source) || compared.test(source);
    });
  expect(offenders).toEqual([]);
});

const families = (table: readonly { key: string }[]): string =>
  [
    ...new Set(
      table
        .map(({ key }) => key)
        .filter((key) => key.includes(":"))
        .map((key) => key.split(":")[0]),
    ),
  ].join("|");

/** Types are gone when the program runs. */
const withoutTypes = (source: string): string => source.replace(/^(import|export) type [^;]*;/gm, "");

it("no file needs itself, however far the way round", () => {
  const known = new Set(files);
  const paths = (name: string): string[] => [name, `${name}.ts`, `${name}/index.ts`].filter((path) => known.has(path));
  const needs = new Map(files.map((file) => [file, imports(file, withoutTypes).flatMap(paths)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].join(" > "));
    if (at >= 0 || done.has(file)) return;
    for (const next of needs.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  files.forEach((file) => walk(file, []));
  expect(circles).toEqual([]);
});
