import { createPinia, setActivePinia } from "pinia";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { computed, nextTick } from "vue";

import type { EditRequest } from "@/platform";

import { group, item, template, view } from "../fixtures";
import { useCatalogue } from "../store";
import { linesOf, type Sheet, type Spot } from "./sheet";
import { useCellActs } from "./useCellActs";
import { useSelection } from "./useSelection";

const columns = template.columns.map((each, index) => ({
  column: each,
  index,
  width: 50,
  isOfGroup: ["number", "group"].includes(each.key),
  frozenAt: null,
}));
const at = (key: string): number => template.columns.findIndex((each) => each.key === key);

function setUp() {
  setActivePinia(createPinia());
  const catalogue = useCatalogue();
  const items = ["1", "2", "3", "4"].map((id) => item(id, { content: `内容${id}`, basis: id < "4" ? "《法》" : "" }));
  catalogue.view = view([group("a", items, { basis: [3, 0, 0, 1] })]);
  const sheet = computed<Sheet>(() => ({ ...linesOf(catalogue.view?.groups ?? []), columns }));
  const cursor = computed<Spot | null>(() => {
    const now = catalogue.selection;
    return now.kind === "item" ? { line: catalogue.places.get(now.item)?.index ?? 0, column: at(now.column) } : null;
  });
  const selection = useSelection(sheet, cursor);
  const sent: EditRequest[] = [];
  vi.spyOn(catalogue, "request").mockImplementation(async (request) => void sent.push(request));
  const acts = useCellActs(sheet, cursor, selection);
  const set = (): string[] => {
    const last = sent.at(-1);
    return last?.kind === "set_cells"
      ? last.cells.map(
          (cell) =>
            `${cell.item}.${cell.column}=${cell.value.kind === "text" ? cell.value.text : JSON.stringify(cell.value)}`,
        )
      : [];
  };
  return { catalogue, selection, acts, sent, set };
}

describe("what is selected in the table", () => {
  let all: ReturnType<typeof setUp>;
  beforeEach(() => void (all = setUp()));

  it("marks the items of an area, and no longer when it is dropped", () => {
    const { catalogue, selection } = all;
    catalogue.selectItem("1", "content");
    selection.extendTo({ line: 1, column: at("content") });
    expect([...catalogue.marked]).toEqual(["1", "2"]);
    selection.drop();
    expect([...catalogue.marked]).toEqual([]);
  });

  it("leaves alone what is marked elsewhere", async () => {
    const { catalogue } = all;
    catalogue.selectItem("1", "content");
    catalogue.mark(["2", "3"]);
    await nextTick();
    expect([...catalogue.marked]).toEqual(["2", "3"]);
  });

  it("ends with another cursor, and begins again with several areas by Ctrl", () => {
    const { catalogue, selection } = all;
    catalogue.selectItem("1", "content");
    selection.extendTo({ line: 1, column: at("content") });
    catalogue.selectItem("4", "content");
    expect(selection.areas.value).toEqual([]);
    selection.addAt({ line: 0, column: at("item") }, () => catalogue.selectItem("1", "item"));
    expect(selection.areas.value).toHaveLength(2);
    expect([...catalogue.marked]).toEqual(["4", "1"]);
  });

  it("stays on its cells when rows above go", () => {
    const { catalogue, selection } = all;
    catalogue.selectItem("2", "content");
    selection.extendTo({ line: 2, column: at("content") });
    const before = catalogue.view;
    if (before) catalogue.view = view([group("a", (before.groups[0]?.items ?? []).slice(1))]);
    expect(selection.areas.value).toEqual([{ top: 0, bottom: 1, left: at("content"), right: at("content") }]);
  });
});

describe("an act on the selected cells", () => {
  let all: ReturnType<typeof setUp>;
  beforeEach(() => void (all = setUp()));

  it("clears them as one step, a merged cell with all its items", () => {
    const { catalogue, acts, sent, set } = all;
    catalogue.selectItem("2", "basis");
    acts.clear();
    expect(sent).toMatchObject([{ kind: "set_cells", act: "clear" }]);
    expect(set()).toEqual(["1.basis=", "2.basis=", "3.basis="]);
  });

  it("fills them down from the first row, and one row from the cell above", () => {
    const { catalogue, selection, acts, set } = all;
    catalogue.selectItem("1", "content");
    selection.extendTo({ line: 2, column: at("content") });
    acts.fillDown();
    expect(set()).toEqual(["2.content=内容1", "3.content=内容1"]);
    catalogue.selectItem("4", "basis");
    acts.fillDown();
    expect(set()).toEqual(["4.basis=《法》"]);
  });

  it("ticks a box in all that have it not, and F4 does so again elsewhere", async () => {
    const { catalogue, selection, acts, set } = all;
    catalogue.selectItem("1", "channels");
    selection.extendTo({ line: 1, column: at("channels") });
    expect(await acts.toggleBox(1)).toBe(true);
    expect(set()).toEqual(
      ["1", "2"].map((id) => `${id}.channels={"kind":"channels","channels":[{"label":"两微一端","note":""}]}`),
    );
    catalogue.selectItem("4", "channels");
    acts.repeat();
    expect(set()).toHaveLength(1);
    expect(set()[0]).toContain("4.channels");
  });

  it("ticks a second box only after the first one is there, however quickly the keys follow", async () => {
    const { catalogue, acts, sent } = all;
    catalogue.selectItem("1", "channels");
    let answer = (): void => undefined;
    vi.spyOn(catalogue, "request").mockImplementation((request) => {
      sent.push(request);
      return new Promise((done) => (answer = () => done(undefined)));
    });
    const first = acts.toggleBox(1);
    const second = acts.toggleBox(2);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    answer();
    await first;
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    answer();
    expect(await second).toBe(true);
  });

  it("makes the same entry in all cells of the column", () => {
    const { catalogue, selection, acts, set } = all;
    catalogue.selectItem("1", "content");
    selection.extendTo({ line: 1, column: at("basis") });
    acts.setAll("新");
    expect(set()).toEqual(["1.content=新", "2.content=新", "3.content=新"]);
  });
});
