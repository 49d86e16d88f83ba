// Measures inside the page. A thing counts as painted when the message arrives that was sent from the frame in
// which it is in the document: messages wait until the frame is painted. All times are milliseconds.
const one = (id) => document.querySelector(`[data-testid="${id}"]`);
const bench = { painted: [], saved: [], edits: [], pending: 0 };
window.bench = bench;

bench.afterFrame = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    }),
  );

bench.paintedWhen = async (isThere) => {
  for (;;) {
    const now = await bench.afterFrame();
    if (isThere()) return now;
  }
};

// What a key changes that can be seen: where the cursor is, what the field over it holds.
const seen = () => {
  const field = one("cell-editor");
  return `${field?.dataset.cell}|${field?.value}|${field?.dataset.state}`;
};

addEventListener(
  "keydown",
  (event) => {
    const before = seen();
    const start = event.timeStamp;
    if (["Control", "Shift", "Alt"].includes(event.key)) return;
    if (event.key !== "Enter") {
      bench.pending += 1;
      void bench.paintedWhen(() => seen() !== before).then((now) => {
        bench.pending -= 1;
        bench.painted.push(now - start);
      });
      return;
    }
    // What was typed in the cell is on the disk when the state of saving says so again. Where a pause in the typing
    // has saved it before the key, there is nothing to measure.
    const state = one("save-state");
    if (state.dataset.state === "saved") return;
    const observer = new MutationObserver(() => {
      if (state.dataset.state !== "saved") return;
      observer.disconnect();
      bench.saved.push(performance.now() - start);
    });
    observer.observe(state, { attributes: true, attributeFilter: ["data-state"] });
  },
  true,
);

// Nobody types faster than a frame; what waits in line would count twice.
bench.idle = () => bench.paintedWhen(() => bench.pending === 0);

// The program's answer to an edit, from call to answer.
const fetched = window.fetch;
window.fetch = async (target, options) => {
  const start = performance.now();
  const answer = await fetched(target, options);
  if (/\/edit$/.test(String(target))) bench.edits.push(performance.now() - start);
  return answer;
};

bench.open = async () => {
  const start = performance.now();
  one("open").click();
  return (await bench.paintedWhen(() => one("cell-1-content"))) - start;
};

// The document is read and all of its rows are there.
const isLookedAt = () => one("import-screen")?.dataset.busy === "false" && one("raw-grid")?.dataset.loading === "false";

// Drops a workbook on the window; its bytes are given in base 64.
bench.drop = async (bytes) => {
  const file = new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], "目录.xlsx");
  const data = new DataTransfer();
  data.items.add(file);
  const start = performance.now();
  for (const name of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
  return (await bench.paintedWhen(isLookedAt)) - start;
};

// Takes the last column for something else, and in the next step for what it was.
bench.correct = async () => {
  const list = [...document.querySelectorAll("[data-map]")].at(-1);
  const nothing = list.options[list.options.length - 1].value;
  bench.was ??= list.value;
  const start = performance.now();
  list.value = list.value === nothing ? bench.was : nothing;
  list.dispatchEvent(new Event("change", { bubbles: true }));
  return (await bench.paintedWhen(isLookedAt)) - start;
};

const scroller = () => {
  let at = one("cell-1-content") ?? document.querySelector("[data-testid^=cell-]");
  while (at && !(at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY))) at = at.parentElement;
  return at;
};

// Whether the part of the table that is in sight is filled with cells, at its top, in the middle and at its end.
const isFilled = (box) =>
  [0.3, 0.6, 0.95].every((part) => {
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height * part);
    return at?.closest("[data-testid^=cell-]") ?? at?.dataset.testid === "cell-editor";
  });

bench.scroll = async (steps, isPage) => {
  const pane = scroller();
  const box = pane.getBoundingClientRect();
  const times = [];
  const height = isPage ? Math.round(box.height * 0.9) : 80;
  for (let step = 0; step < steps; step += 1) {
    // Spread over the whole table, from there a row or a page on.
    if (step % 10 === 0) {
      pane.scrollTop = Math.round(((pane.scrollHeight - box.height - 10 * height) * step) / steps);
      await bench.paintedWhen(() => isFilled(box));
    }
    const start = performance.now();
    pane.scrollTop += height;
    times.push((await bench.paintedWhen(() => isFilled(box))) - start);
  }
  await bench.top();
  return times;
};

bench.top = () => {
  scroller().scrollTop = 0;
  return bench.paintedWhen(() => one("cell-1-content"));
};
