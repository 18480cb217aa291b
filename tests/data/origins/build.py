"""Writes reports.jsonl: what the outlets of plan.txt make of the texts of texts.txt.

    python tests/data/origins/build.py

All texts, people, firms and events are ours and invented; agencies appear only as credits. Which
text an outlet prints, and so the right number of origins, is written by hand in plan.txt.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
START = datetime(2026, 3, 6, 7, tzinfo=UTC)
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"(])")
EXCHANGED = {
    "said": "stated", "also": "additionally", "which": "that", "about": "around", "after": "following",
    "before": "ahead of", "people": "persons", "will": "is going to", "because": "since", "more": "over",
    "first": "initial", "has": "had", "would": "might", "and": "as well as", "big": "large",
}  # fmt: skip
CREDITS = (
    re.compile(r"\A[^\n(]{0,60}\((?:Reuters|AP|AFP|PTI|Xinhua)\) *[-—–]* *"),
    re.compile(r"\A[^\n]{0,60}--\((?:BUSINESS WIRE|PRWEB)\)--"),
    re.compile(r"\s*\((?:Reporting by|This story has not been edited)[^()]*\)\s*\Z"),
    re.compile(r"\s*(?:The Associated Press contributed to this report\.|\(dpa\))\s*\Z"),
    re.compile(r"\nAbout [^\n]+\n.*\Z", re.DOTALL),
)
TAIL = (
    "Readers can find more on this and other topics of the week in our printed edition on Saturday."
)


def texts() -> dict[str, tuple[str, str]]:
    blocks = (HERE / "texts.txt").read_text(encoding="utf-8").split("@@ ")[1:]
    found = {}
    for block in blocks:
        head, _, body = block.partition("\n")
        key, _, title = head.partition(" | ")
        found[key] = (title.strip(), body.strip())
    return found


def printed(title: str, body: str, how: str) -> tuple[str, str]:
    """Title and body as the outlet prints them."""
    for step in (part.strip() for part in how.split(", ")):
        verb, _, rest = step.partition(" ")
        if verb == "trim":
            body = " ".join(SENTENCE.split(body.replace("\n", " "))[: int(rest)])
        elif verb == "bare":
            for credit in CREDITS:
                body = credit.sub("", body)
        elif verb == "light":
            body = lightly_edited(body)
        elif verb == "tail":
            body = f"{body}\n{TAIL}"
        elif verb == "html":
            body = "".join(f"<p>{part}</p>" for part in body.split("\n"))
        elif verb == "head":
            title = rest
    return title, body


def lightly_edited(body: str) -> str:
    """Some words exchanged, outside quotations."""
    seen = 0

    def exchanged(match: re.Match[str]) -> str:
        nonlocal seen
        if match[0] not in EXCHANGED:
            return match[0]
        seen += 1
        return EXCHANGED[match[0]] if seen % 2 else match[0]

    parts = re.split(r"(\"[^\"]*\"|“[^”]*”)", body)
    return "".join(
        part if number % 2 else re.sub(r"\b[a-z]+\b", exchanged, part)
        for number, part in enumerate(parts)
    )


def reports() -> list[dict[str, str]]:
    written = texts()
    rows: list[dict[str, str]] = []
    for line in (HERE / "plan.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        event, origin, key, publisher, domain, how, kind, *rest = cells
        title, body = printed(*written[key], how)
        number = len(rows) + 1
        rows.append(
            {
                "event": event,
                "origin": f"{event}.{origin}",
                "id": f"o{number:03d}",
                "publisher": publisher,
                "url": f"https://{domain}/news/{number}",
                "published_at": (START + timedelta(minutes=17 * number)).isoformat(),
                "title": title,
                "text": body,
                "kind": kind,
                "owner": rest[0] if rest else "",
            }
        )
    return rows


if __name__ == "__main__":
    lines = [json.dumps(row, ensure_ascii=False) for row in reports()]
    (HERE / "reports.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "reports,", len({row["origin"] for row in reports()}), "origins")
