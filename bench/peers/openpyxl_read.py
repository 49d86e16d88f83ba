#!/usr/bin/env python3
"""openpyxl_read.py SHEET.xlsx OUT.json: every cell of a sheet with its span, by openpyxl."""

import json
import sys

from openpyxl import load_workbook


def main():
    page = load_workbook(sys.argv[1], data_only=True).active
    spans = {}
    for merged in page.merged_cells.ranges:
        spans[merged.min_row, merged.min_col] = (merged.max_row - merged.min_row + 1, merged.max_col - merged.min_col + 1)
    cells = []
    for row in page.iter_rows():
        for cell in row:
            if cell.value is not None:
                rows, columns = spans.get((cell.row, cell.column), (1, 1))
                cells.append([cell.row, cell.column, rows, columns, str(cell.value)])
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(cells, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
