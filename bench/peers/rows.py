#!/usr/bin/env python3
"""rows.py CATALOGUE.json ROWS.json: the printed table of a catalogue, ready for programs that know only tables.

ROWS.json: {"title", "lines": [sign-off line, statistics line],
            "columns": [{"header": [top, below or null], "mm": width, "centred": bool}],
            "rows": [[{"text", "span"} or null where covered from above]]}
"""

import json
import sys

WIDTHS = {"number": 9, "group": 18, "item_number": 9, "item": 28, "content": 70, "basis": 62, "time_limit": 28,
          "disclosing_body": 26, "channels": 64, "website_section": 36, "remarks": 16}
MARK_WIDTH = 11
PAGE_WIDTH = 400  # A3 landscape with margins of 10 mm
MARKS = {"audience": "audience", "method": "method", "aspect": "aspects", "level": "levels"}
DIGITS = "零一二三四五六七八九"


def chinese(number):
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


def channels(chosen, template):
    notes = {channel["label"]: channel.get("note") for channel in chosen}
    if not template["channel_options"]:
        return "\n".join(notes)
    lines = []
    for option in template["channel_options"]:
        blank = "（注明）" if option in template["channel_options_with_note"] else ""
        note = f"（{notes[option]}）" if notes.get(option) else blank
        lines.append(("☑" if option in notes else "□") + option + note)
    return "\n".join(lines)


def texts(item, part, keys, template):
    """What one row of an item prints, by column key."""
    row = {}
    for key in keys:
        kind, _, label = key.partition(":")
        if kind in MARKS:
            row[key] = "√" if label in item.get(MARKS[kind], []) else ""
        elif kind == "custom":
            row[key] = item.get("custom", {}).get(label) or ""
        elif kind == "sub":
            path = item.get("path", [])
            row[key] = path[int(label) - 1] if int(label) <= len(path) else ""
        elif kind == "channels":
            row[key] = channels(part.get("channels", []), template)
        elif kind == "content":
            row[key] = part.get("content") or ""
        elif kind == "item":
            row[key] = item["name"]
        else:
            row[key] = item.get(kind) or ""
    return row


def spans(rows, keys, template):
    """For each row its cells; `rows` are those of one group: (item's position, texts)."""
    table = [[None] * len(keys) for _ in rows]
    for column, key in enumerate(keys):
        start = 0
        for at in range(1, len(rows) + 1):
            if at < len(rows):
                same_item = rows[at][0] == rows[start][0] and key not in ("content", "channels")
                equal = key in template["merge_equal"] and rows[at][1][key] == rows[start][1][key] != ""
                whole_group = key == "group" or (key == "number" and template["numbering"]["group"] != "none")
                if same_item or equal or whole_group:
                    continue
            table[start][column] = {"text": rows[start][1][key], "span": at - start}
            start = at
    return table


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        catalogue = json.load(file)
    template = catalogue["template"]
    keys = [column["key"] for column in template["columns"]]
    widths = [WIDTHS.get(key, MARK_WIDTH) for key in keys]
    columns = [{"header": (column["header"] + [None])[:2], "mm": round(width * PAGE_WIDTH / sum(widths), 2),
                "centred": ":" in column["key"] or column["key"] in ("number", "group", "item_number")}
               for column, width in zip(template["columns"], widths)]

    table, number, on_application = [], 0, 0
    for position, group in enumerate(catalogue["groups"], 1):
        rows = []
        for item in group["items"]:
            number += 1
            on_application += "on_application" in item.get("method", [])
            for part in item.get("parts") or [item]:
                row = texts(item, part, keys, template)
                style = template["numbering"]["group"]
                row["number"] = {"chinese": chinese(position), "arabic": str(position), "none": str(number)}[style]
                row["group"], row["item_number"] = group["name"], str(number)
                rows.append((number, row))
        table += spans(rows, keys, template)
    sign_off = f"责任单位：{catalogue['responsible_unit'] or ''}　填表人：　复核人：　审签人：　填表时间："
    statistics = (f"政府信息：主动公开一级事项{len(catalogue['groups'])}项，二级事项{number - on_application}项；"
                  f"依申请公开二级事项{on_application}项")
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump({"title": catalogue["title"], "lines": [sign_off, statistics], "columns": columns, "rows": table},
                  file, ensure_ascii=False)


if __name__ == "__main__":
    main()
