#!/usr/bin/env python3
"""xlsxwriter_peer.py ROWS.json OUT.xlsx: the table by XlsxWriter."""

import json
import sys

import xlsxwriter

import sheet


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        form = json.load(file)
    columns = form["columns"]
    last = len(columns) - 1
    book = xlsxwriter.Workbook(sys.argv[2])
    book.set_properties({"title": form["title"]})
    page = book.add_worksheet("目录")
    text = {"font_name": "宋体", "font_size": 9, "text_wrap": True, "valign": "vcenter", "border": 1}
    styles = {centred: book.add_format({**text, "align": "center" if centred else "left"}) for centred in (True, False)}
    head = book.add_format({**text, "font_name": "黑体", "align": "center"})
    title = book.add_format({"font_name": "方正小标宋简体", "font_size": 20, "align": "center", "valign": "vcenter"})
    line = book.add_format({"font_name": "仿宋_GB2312", "font_size": 11})

    def put(row, column, last_row, last_column, content, style):
        if (row, column) == (last_row, last_column):
            page.write_string(row, column, content, style)
        else:
            page.merge_range(row, column, last_row, last_column, content, style)

    put(0, 0, 0, last, form["title"], title)
    page.set_row(0, 34)
    for row, content in enumerate(form["lines"], 1):
        put(row, 0, row, last, content, line)
    for cell in sheet.header(columns):
        put(*cell, head)
    for at, column in enumerate(columns):
        page.set_column(at, at, sheet.width(column))
    for at, (row, pt) in enumerate(zip(form["rows"], sheet.heights(form["rows"], columns)), sheet.FIRST_ROW):
        page.set_row(at, min(pt, sheet.HIGHEST))
        for column, cell in enumerate(row):
            if cell is not None:
                put(at, column, at + cell["span"] - 1, column, cell["text"], styles[columns[column]["centred"]])
    page.repeat_rows(sheet.FIRST_HEADER, sheet.FIRST_ROW - 1)
    page.freeze_panes(sheet.FIRST_ROW, 4)
    page.set_landscape()
    page.set_paper(8)
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.6)
    page.set_footer("&C第 &P 页　共 &N 页")
    book.close()


if __name__ == "__main__":
    main()
