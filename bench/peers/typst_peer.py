#!/usr/bin/env python3
"""typst_peer.py ROWS.json OUT.pdf FONT_FOLDER: the table by Typst."""

import shutil
import sys
import tempfile
from pathlib import Path

import typst

DOCUMENT = r"""
#let form = json("rows.json")
#let columns = form.columns
#set document(title: form.title)
#set page("a3", flipped: true, margin: (x: 10mm, y: 12mm), footer: context align(center)[
  第 #counter(page).display() 页　共 #counter(page).final().first() 页])
#set text(9pt, font: ("Noto Serif SC", "Mulu Symbols", "Noto Serif CJK SC Rare"), lang: "zh", region: "cn")
#set par(leading: 0.35em)
#let header() = {
  let cells = ()
  let at = 0
  while at < columns.len() {
    let (top, below) = columns.at(at).header
    let end = at + 1
    if below == none {
      cells.push(table.cell(rowspan: 2, top))
    } else {
      while end < columns.len() and columns.at(end).header.at(1) != none and columns.at(end).header.at(0) == top { end += 1 }
      cells.push(table.cell(colspan: end - at, top))
    }
    at = end
  }
  cells + columns.filter(c => c.header.at(1) != none).map(c => [#c.header.at(1)])
}
#align(center, text(20pt, form.title))
#for line in form.lines { par(line) }
#table(
  columns: columns.map(c => c.mm * 1mm), inset: 2pt, stroke: 0.5pt,
  align: (x, y) => horizon + if y < 2 or columns.at(x).centred { center } else { left },
  table.header(..header()),
  ..form.rows.map(row => row.filter(c => c != none).map(c =>
    table.cell(rowspan: c.span, breakable: c.span > 1, c.text))).flatten(),
)
"""


def main():
    rows, out, fonts = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(rows, Path(folder, "rows.json"))
        Path(folder, "form.typ").write_text(DOCUMENT, encoding="utf-8")
        typst.compile(str(Path(folder, "form.typ")), output=out, root=folder, font_paths=[fonts],
                      ignore_system_fonts=True)


if __name__ == "__main__":
    main()
