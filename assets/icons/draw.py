#!/usr/bin/env python3
"""Draws the application's icons: a white form with its table and a tick, on 石青.

    pip install pillow==13.0.0 && python3 draw.py

Each size is drawn on its own, eight times too large, and then reduced: below 64 pixels the form
has only a header bar and the tick, because the table's rules would blur into grey.
"""

from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).resolve().parent
ACCENT = (0x1A, 0x5A, 0x86, 255)
PAPER = (255, 255, 255, 255)
HEADER = (0xCF, 0xE0, 0xEC, 255)
RULE = (0x8F, 0xB2, 0xCB, 255)
OVERSAMPLING = 8

PNG = {"32x32.png": 32, "128x128.png": 128, "128x128@2x.png": 256, "icon.png": 512}
ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]


def icon(size: int) -> Image.Image:
    """The icon at `size` pixels, RGBA."""
    side = size * OVERSAMPLING
    image = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    small = size < 64

    def at(*fractions: float) -> list[int]:
        return [round(f * side) for f in fractions]

    draw.rounded_rectangle(at(0.03, 0.03, 0.97, 0.97), round(0.20 * side), fill=ACCENT)
    if small:
        paper, table, ticked = (0.14, 0.20, 0.86, 0.80), None, [(0.35, 0.57), (0.47, 0.68), (0.68, 0.44)]
    else:
        paper, table = (0.15, 0.22, 0.85, 0.78), (0.205, 0.275, 0.795, 0.725)
        ticked = [(0.475, 0.575), (0.56, 0.655), (0.715, 0.475)]
    draw.rounded_rectangle(at(*paper), round(0.035 * side), fill=PAPER)
    if table:
        draw_table(draw, table, at)
    else:
        left, top, right, _ = paper
        draw.rectangle(at(left + 0.07, top + 0.07, right - 0.07, top + 0.16), fill=RULE)

    edges = [(0.10, ACCENT)] if small else [(0.125, PAPER), (0.07, ACCENT)]  # white parts tick and rules
    for width, colour in edges:
        draw_tick(draw, [tuple(at(*point)) for point in ticked], round(width * side), colour)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def draw_table(draw: ImageDraw.ImageDraw, table: tuple, at) -> None:
    """A header and four rows, with a narrow first column as for the numbers."""
    left, top, right, bottom = table
    rows, half = 5, 0.006
    height = (bottom - top) / rows
    draw.rectangle(at(left, top, right, top + height), fill=HEADER)
    for y in (top + row * height for row in range(rows + 1)):
        draw.rectangle(at(left - half, y - half, right + half, y + half), fill=RULE)
    for x in (left, left + 0.16 * (right - left), right):
        draw.rectangle(at(x - half, top, x + half, bottom), fill=RULE)


def draw_tick(draw: ImageDraw.ImageDraw, points: list, stroke: int, colour: tuple) -> None:
    """A tick with round ends and a round corner."""
    draw.line(points, fill=colour, width=stroke, joint="curve")
    for x, y in points:
        radius = stroke // 2
        draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)


def main() -> None:
    for name, size in PNG.items():
        icon(size).save(HERE / name, optimize=True)
    frames = [icon(size) for size in ICO_SIZES]
    frames[-1].save(HERE / "icon.ico", sizes=[(s, s) for s in ICO_SIZES], append_images=frames[:-1])


if __name__ == "__main__":
    main()
