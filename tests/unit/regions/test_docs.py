"""docs/regions.md says of every bloc what the code says."""

from __future__ import annotations

from pathlib import Path

from bot.domain import regions
from bot.domain.regions import Region, RegionKind

PAGE = Path(__file__).resolve().parents[3] / "docs" / "regions.md"


def row(region: Region) -> str:
    return f"| `{region.code}` | {region.name} | {len(region.members)} | {region.source} |"


def rows_of_the_page(heading: str) -> list[str]:
    section = PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("| `")]


def test_every_bloc_stands_in_the_docs_with_members_source_and_date() -> None:
    blocs = [region for region in regions.all_regions() if region.kind is RegionKind.BLOC]
    assert rows_of_the_page("Blocs and customary groups") == [row(region) for region in blocs]


def test_ambiguous_names_resolve_as_the_docs_say() -> None:
    rows = rows_of_the_page("Names that could mean two places")
    assert len(rows) > 10
    for line in rows:
        spelling, code = (cell.strip(" `") for cell in line.split("|")[1:3])
        assert regions.resolve(spelling) == code, line
