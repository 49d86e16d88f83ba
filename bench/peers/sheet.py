"""The table of rows.py in terms of a work sheet. Rows and columns count from 0.

Row heights are estimated here, in the measured run: office programs fit no row to its merged cells, so that
whoever writes such a sheet has to do it.
"""

import math

FIRST_HEADER = 3
FIRST_ROW = 5
HIGHEST = 409  # pt, the most a row of a sheet can have
CHARACTER = 9 * 25.4 / 72  # mm
LINE = 12.5  # pt


def width(column):
    """A column's width in characters of the sheet."""
    return column["mm"] / 1.9


def header(columns):
    """(first row, first column, last row, last column, text) of the header cells."""
    at = 0
    while at < len(columns):
        top, below = columns[at]["header"]
        end = at + 1
        if below is None:
            yield FIRST_HEADER, at, FIRST_HEADER + 1, at, top
        else:
            while end < len(columns) and columns[end]["header"][1] is not None and columns[end]["header"][0] == top:
                end += 1
            yield FIRST_HEADER, at, FIRST_HEADER, end - 1, top
            for column in range(at, end):
                yield FIRST_HEADER + 1, column, FIRST_HEADER + 1, column, columns[column]["header"][1]
        at = end


def lines(text, mm):
    room = max(1, int((mm - 1.5) / CHARACTER * 2))
    return sum(max(1, math.ceil(sum(1 if c.isascii() else 2 for c in line) / room)) for line in text.split("\n"))


def heights(table, columns):
    """Row heights in points: the single cells first, then what a spanning cell needs beyond them, in its last row."""
    result = [max([lines(c["text"], k["mm"]) * LINE + 5 for c, k in zip(row, columns) if c and c["span"] == 1] + [LINE])
              for row in table]
    for at, row in enumerate(table):
        for cell, column in zip(row, columns):
            if cell and cell["span"] > 1:
                lacking = lines(cell["text"], column["mm"]) * LINE + 5 - sum(result[at:at + cell["span"]])
                result[at + cell["span"] - 1] += max(0, lacking)
    return result
