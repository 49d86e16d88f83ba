#!/usr/bin/env python3
"""openpyxl_peer.py ROWS.json OUT.xlsx: the table by openpyxl."""

import json
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

import sheet


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        form = json.load(file)
    columns = form["columns"]
    book = Workbook()
    book.properties.title = form["title"]
    page = book.active
    page.title = "目录"
    thin = Side(style="thin")
    frame = Border(left=thin, right=thin, top=thin, bottom=thin)
    text, head = Font(name="宋体", size=9), Font(name="黑体", size=9)
    placed = {centred: Alignment(horizontal="center" if centred else "left", vertical="center", wrap_text=True)
              for centred in (True, False)}

    def put(row, column, last_row, last_column, content, font, alignment, border):
        for y in range(row, last_row + 1):
            for x in range(column, last_column + 1):
                cell = page.cell(y + 1, x + 1)
                cell.font, cell.alignment, cell.border = font, alignment, border
        page.cell(row + 1, column + 1).value = content or None
        if (row, column) != (last_row, last_column):
            page.merge_cells(start_row=row + 1, start_column=column + 1, end_row=last_row + 1, end_column=last_column + 1)

    last = len(columns) - 1
    put(0, 0, 0, last, form["title"], Font(name="方正小标宋简体", size=20), placed[True], Border())
    page.row_dimensions[1].height = 34
    for row, content in enumerate(form["lines"], 1):
        put(row, 0, row, last, content, Font(name="仿宋_GB2312", size=11), placed[False], Border())
    for cell in sheet.header(columns):
        put(*cell, head, placed[True], frame)
    for at, column in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(at)].width = sheet.width(column)
    for at, (row, pt) in enumerate(zip(form["rows"], sheet.heights(form["rows"], columns)), sheet.FIRST_ROW):
        page.row_dimensions[at + 1].height = min(pt, sheet.HIGHEST)
        for column, cell in enumerate(row):
            if cell is not None:
                put(at, column, at + cell["span"] - 1, column, cell["text"], text, placed[columns[column]["centred"]], frame)
    page.print_title_rows = f"{sheet.FIRST_HEADER + 1}:{sheet.FIRST_ROW}"
    page.freeze_panes = page.cell(sheet.FIRST_ROW + 1, 5)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 8
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = "第 &P 页　共 &N 页"
    book.save(sys.argv[2])


if __name__ == "__main__":
    main()
