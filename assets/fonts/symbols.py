#!/usr/bin/env python3
"""Draws the tick boxes of the official form: ☑ U+2611, ☐ U+2610 and □ U+25A1, which must look alike side by side.

No Chinese font has ☑, so these three are our own outlines. Run it only to change them; the result is committed.

    pip install fonttools==4.68.0 && python3 symbols.py

The same fonttools gives the same bytes: no date enters the font.
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from unhinted import leave_unhinted

EM = 1000
# The box stands on the line like an ideograph: outer edges, and the width of its frame.
LEFT, BOTTOM, RIGHT, TOP, FRAME = 100, -40, 900, 760, 56
# The tick, clockwise from the tip of its short arm.
TICK = [(226, 392), (296, 462), (424, 316), (708, 664), (784, 598), (430, 164)]


def polygon(pen: TTGlyphPen, points: list[tuple[int, int]]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def box(ticked: bool):
    pen = TTGlyphPen(None)
    polygon(pen, [(LEFT, BOTTOM), (LEFT, TOP), (RIGHT, TOP), (RIGHT, BOTTOM)])
    left, bottom, right, top = LEFT + FRAME, BOTTOM + FRAME, RIGHT - FRAME, TOP - FRAME
    polygon(pen, [(left, bottom), (right, bottom), (right, top), (left, top)])
    if ticked:
        polygon(pen, TICK)
    return pen.glyph()


def main() -> None:
    glyphs = {".notdef": box(False), "square": box(False), "box": box(False), "ticked": box(True)}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap({0x25A1: "square", 0x2610: "box", 0x2611: "ticked"})
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (EM, LEFT) for name in glyphs})
    # Ascent and descent are those of the text fonts beside it.
    builder.setupHorizontalHeader(ascent=1151, descent=-286)
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=1151, usWinDescent=286)
    builder.setupNameTable({"familyName": "Mulu Symbols", "styleName": "Regular", "psName": "MuluSymbols-Regular"})
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    leave_unhinted(builder.font)
    builder.save(Path(__file__).resolve().parent / "MuluSymbols.ttf")


if __name__ == "__main__":
    main()
