"""Keeps screens from fitting the glyphs to whole pixels.

The faces carry no instructions, and FreeType then fits them by its own rules, which at the sizes of a
preview turns Chinese characters into blots. It leaves alone what has a program of more than seven bytes.
"""

from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables.ttProgram import Program

# Drop-out control in all sizes, and one step without effect, which makes the program long enough.
PROGRAM = ["PUSHW[]", "511", "SCANCTRL[]", "PUSHB[]", "4", "SCANTYPE[]", "PUSHB[]", "0", "POP[]"]


def leave_unhinted(font: TTFont) -> None:
    """Gives the face a program that asks for nothing."""
    font["prep"] = newTable("prep")
    font["prep"].program = Program()
    font["prep"].program.fromAssembly(PROGRAM)
