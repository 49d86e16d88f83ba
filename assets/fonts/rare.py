#!/usr/bin/env python3
"""Makes NotoSerifCJKsc-Rare.ttf: characters of names that NotoSerifSC-Regular.ttf does not have.

Run it only to change the coverage, and after cut.py; the result is committed. The sources are two
packages of Debian 12:

    mkdir sources && cd sources
    apt-get download fonts-noto-cjk=1:20220127+repack1-1 unicode-data=15.0.0-1
    for deb in *.deb; do dpkg -x $deb .; done
    cd .. && pip install fonttools==4.68.0 && python3 rare.py sources

A character is taken when the source font has it, NotoSerifSC-Regular.ttf has not, and one of these
holds (the facts are those of the Unihan database):
  - its definition says that it is, or stands in, a surname, a given name, or the name of a place or
    of a water or mountain, and a source of the People's Republic of China lists it;
  - it is in a standard of the People's Republic of China for everyday text or telegraphy beyond
    GB2312: sources G7 (general-purpose characters), G8 (GB 8565.2), GT (telegraph code book);
  - it is one of the compatibility ideographs of GBK;
  - it is among the most used traditional characters (kFrequency 1 to 3);
  - it is in EXTRA below.

The source outlines are cubic (CFF); they are converted to quadratic ones with an error of at most
one unit of 1000 per em, which no print shows. Inputs are pinned by their SHA-256 and no date of this
run enters the font, so the same inputs and the same fonttools give the same bytes.
"""

import bz2
import hashlib
import re
import sys
from pathlib import Path

from fontTools import version as fonttools_version
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from unhinted import leave_unhinted

FONTTOOLS = "4.68.0"
HERE = Path(__file__).resolve().parent
REGULAR = HERE / "NotoSerifSC-Regular.ttf"
TARGET = HERE / "NotoSerifCJKsc-Rare.ttf"

FACES = "usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
SOURCES = "usr/share/unicode/Unihan_IRGSources.txt.bz2"
READINGS = "usr/share/unicode/Unihan_Readings.txt.bz2"
FREQUENCY = "usr/share/unicode/Unihan_DictionaryLikeData.txt.bz2"
SHA256 = {
    FACES: "a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481",
    SOURCES: "52e6e55d22dd124d61dfbb845033fe354caf9a62ab84ac89aa0c374b0f8b99c5",
    READINGS: "216d9e19e44195522b84a05bf7308e385356615121258869faf919e96824ddd5",
    FREQUENCY: "58ee7e91841fc5c87cedc1ee03351a898a60fa16532368ebbba04163be777012",
}

# Forms met in names of persons that no rule above finds. Our own choice: add what a user misses.
EXTRA = "𠮷㐂㵆堯鑒龗晥嶪麤賢傑豐慶綺瑤瓊穎韻嫻翹曉"

NAMES = re.compile(
    r"\b(surname|family name|given name|personal name|name of a person|girl.s name|place name"
    r"|used in (girls|names|personal|place|people)|name of)\b"
    r"|\bnames? of (a |an )?(ancient )?"
    r"(place|county|district|city|town|river|mountain|hill|village|state|stream|lake|island|prefecture|pass)\b",
    re.IGNORECASE,
)
STANDARDS = {"G7", "G8", "GT"}
MOST_USED = 3
MAX_ERROR = 1.0
NEEDED = {"cmap", "glyf", "loca", "hmtx", "head", "hhea", "maxp", "name", "post", "OS/2"}


def source(folder: Path, path: str) -> Path:
    """The input file, after its digest has been compared."""
    file = folder / path
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != SHA256[path]:
        sys.exit(f"{file}: SHA-256 is {found}, expected {SHA256[path]}")
    return file


def unihan(file: Path, wanted: str) -> dict[int, str]:
    """One field of the Unihan database by code point."""
    field = {}
    with bz2.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, key, value = line.rstrip("\n").split("\t")
                if key == wanted:
                    field[int(code[2:], 16)] = value
    return field


def is_gbk(code: int) -> bool:
    """Whether GBK encodes the character."""
    try:
        return len(chr(code).encode("gbk")) == 2
    except UnicodeEncodeError:
        return False


def is_han(code: int) -> bool:
    """Whether the code point lies in a block of Han ideographs."""
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF


def coverage(folder: Path, available: set[int]) -> set[int]:
    """The characters of this face: what a rule of the module's head names and the text face lacks."""
    listed = unihan(source(folder, SOURCES), "kIRG_GSource")
    definitions = unihan(source(folder, READINGS), "kDefinition")
    frequency = unihan(source(folder, FREQUENCY), "kFrequency")
    candidates = {c for c in available if is_han(c)} - set(TTFont(REGULAR).getBestCmap())
    rules = {
        "names": {c for c in candidates if c in listed and NAMES.search(definitions.get(c, ""))},
        "standards": {c for c in candidates if listed.get(c, "").split("-")[0] in STANDARDS},
        "compatibility": {c for c in candidates if 0xF900 <= c <= 0xFAFF and is_gbk(c)},
        "most used": {c for c in candidates if int(frequency.get(c, "9")) <= MOST_USED},
        "extra": {ord(c) for c in EXTRA} & candidates,
    }
    for rule, found in rules.items():
        print(f"  {rule}: {len(found)}")
    return set().union(*rules.values())


def quadratic(font: TTFont, name: str):
    """The glyph with its cubic curves replaced by quadratic ones."""
    pen = TTGlyphPen(None)
    font.getGlyphSet()[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
    return pen.glyph()


def build(font: TTFont, wanted: set[int]) -> None:
    """Writes the face, with the line metrics of the text face, so that a fallback moves no line."""
    regular = TTFont(REGULAR)
    cmap = font.getBestCmap()
    order = [".notdef"] + [f"u{code:04X}" for code in sorted(wanted)]
    origin = {".notdef": ".notdef"} | {f"u{code:04X}": cmap[code] for code in wanted}

    made = FontBuilder(font["head"].unitsPerEm, isTTF=True)
    made.setupGlyphOrder(order)
    made.setupCharacterMap({code: f"u{code:04X}" for code in sorted(wanted)})
    made.setupGlyf({glyph: quadratic(font, origin[glyph]) for glyph in order})
    boxes = made.font["glyf"]
    made.setupHorizontalMetrics(
        {glyph: (font["hmtx"][origin[glyph]][0], boxes[glyph].xMin if boxes[glyph].numberOfContours else 0)
         for glyph in order})
    made.setupHorizontalHeader(ascent=regular["hhea"].ascent, descent=regular["hhea"].descent,
                               lineGap=regular["hhea"].lineGap)
    made.setupNameTable(names(font))
    line = regular["OS/2"]
    made.setupOS2(sTypoAscender=line.sTypoAscender, sTypoDescender=line.sTypoDescender,
                  sTypoLineGap=line.sTypoLineGap, usWinAscent=line.usWinAscent,
                  usWinDescent=line.usWinDescent, usWeightClass=400, achVendID=font["OS/2"].achVendID,
                  fsType=0, panose=font["OS/2"].panose, sCapHeight=line.sCapHeight, sxHeight=line.sxHeight)
    made.setupPost(keepGlyphNames=False)
    made.font["head"].fontRevision = font["head"].fontRevision
    made.font["head"].created = font["head"].created
    made.font["head"].modified = font["head"].modified
    made.font.recalcTimestamp = False
    leave_unhinted(made.font)
    made.font.save(TARGET)


def names(font: TTFont) -> dict[str, str]:
    """The name table: a family of its own, the origin's notice and licence, and that it is a cut."""
    table = font["name"]
    version = f"{table.getDebugName(5)};mulu subset"
    return {
        "copyright": table.getDebugName(0), "familyName": "Noto Serif CJK SC Rare", "styleName": "Regular",
        "uniqueFontIdentifier": f"{table.getDebugName(3)};mulu subset",
        "fullName": "Noto Serif CJK SC Rare", "version": version, "psName": "NotoSerifCJKsc-Rare",
        "trademark": table.getDebugName(7), "licenseDescription": table.getDebugName(13),
        "licenseInfoURL": table.getDebugName(14),
    }


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if fonttools_version != FONTTOOLS:
        sys.exit(f"fonttools {FONTTOOLS} is needed for the same bytes; this is {fonttools_version}")
    folder = Path(sys.argv[1])
    faces = TTCollection(source(folder, FACES), lazy=True).fonts
    font = next(face for face in faces if face["name"].getDebugName(4) == "Noto Serif CJK SC")
    print(TARGET.name)
    wanted = coverage(folder, set(font.getBestCmap()))
    build(font, wanted)

    made = TTFont(TARGET)
    lacking = NEEDED - set(made.keys())
    if lacking:
        sys.exit(f"{TARGET}: tables missing: {lacking}")
    if set(made.getBestCmap()) != wanted:
        sys.exit(f"{TARGET}: other characters than wanted")
    print(f"  {TARGET.stat().st_size} bytes, {len(wanted)} characters, {made['maxp'].numGlyphs} glyphs, "
          f"{made['head'].unitsPerEm} units per em")


if __name__ == "__main__":
    main()
