#!/usr/bin/env python3
"""generate.py N OUT.json: a catalogue of N items that is like the real ones.

Their items over and over, in groups of several sizes, each item with a name and a line of its own, so that
about 1,600 different characters occur. Columns and boxes are those of zhongwei-hrss-2022. The same N gives
the same bytes.
"""

import itertools
import json
import sys
from pathlib import Path

CATALOGUES = Path(__file__).resolve().parent.parent / "assets" / "catalogues"
SHAPE = "zhongwei-hrss-2022"
GROUP_SIZES = [3, 10, 6, 17, 4, 2]
OWN_LINE = 16
OWN_CHARACTERS = 1250


def read(name):
    return json.loads((CATALOGUES / f"{name}.json").read_text(encoding="utf-8"))


def everyday_characters():
    """The first characters of GB2312 level 1, those in everyday use, in an order that mixes them."""
    table = [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
    return [table[at * 1009 % len(table)] for at in range(OWN_CHARACTERS)]


def item(real, position, options, characters):
    start = position * OWN_LINE % (len(characters) - OWN_LINE)
    ticked = sorted({0, position % 11, position * 7 % 11})
    return {
        "name": f"{real['name']}{position + 1}",
        "content": f"{real['content']}\n{''.join(characters[start:start + OWN_LINE])}",
        "basis": real["basis"],
        "time_limit": real["time_limit"],
        "disclosing_body": real["disclosing_body"],
        "channels": [{"label": options[at], "note": None} for at in ticked],
        "audience": ["specific_groups" if position % 7 == 6 else "general_public"],
        "method": ["on_application" if position % 19 == 18 else "proactive"],
        "remarks": None,
    }


def main():
    size, out = int(sys.argv[1]), sys.argv[2]
    catalogue = read(SHAPE)
    names = [SHAPE] + sorted(file.stem for file in CATALOGUES.glob("*.json") if file.stem != SHAPE)
    pool = [(group["name"], real) for name in names for group in read(name)["groups"] for real in group["items"]
            if "parts" not in real]
    options, characters = catalogue["template"]["channel_options"], everyday_characters()
    groups, made = [], 0
    for group_size in itertools.cycle(GROUP_SIZES):
        if made == size:
            break
        positions = range(made, min(made + group_size, size))
        made = positions.stop
        groups.append({
            "name": f"{pool[positions.start % len(pool)][0]}{len(groups) + 1}",
            "items": [item(pool[at % len(pool)][1], at, options, characters) for at in positions],
        })
    catalogue.update(title="政务公开目录规模测试", groups=groups)
    Path(out).write_text(json.dumps(catalogue, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
