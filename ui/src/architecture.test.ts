/** Holds the folders to their roles: one door to the program, and features that do not know one another. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, it } from "vitest";

const root = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith(".test.ts"))
  .map((name) => name.replaceAll("\\", "/"));

/** Every import of a file, as a path below `src` or as a package. */
function imports(file: string): string[] {
  const source = readFileSync(join(root, file), "utf8");
  const found = [...source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
  return found.map((name) => {
    if (name.startsWith("@/")) return name.slice(2);
    if (name.startsWith(".")) return relative(root, join(root, file, "..", name)).replaceAll("\\", "/");
    return name;
  });
}

const featureOf = (path: string): string | undefined => /^features\/([^/]+)/.exec(path)?.[1];

it("only platform imports the host and the generated bindings", () => {
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
