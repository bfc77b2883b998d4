"""What a correction changed against the publication it corrects: answers, figures, records.

The comparison with the round before stays what it is; this one says why there is a new number.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reporting.models import Publication
from reporting.snapshots.answers import WORDS
from reporting.snapshots.canonical import to_text
from reporting.snapshots.movement import Stand, judge, stood
from reporting.snapshots.past import compared, gone
from reporting.snapshots.plain import Record

REGISTERS: Final = ("countries", "frameworks", "programme_documents", "mechanisms", "teams")
"""Records of which only the number that differs is told; their pages show what they say now."""

FIGURE: Final = ("qualifier", "value", "of_total_qualifier", "of_total", "as_of", "counted")


def read(publication: Publication | None, file: Record | None, records: Record) -> Record | None:
    """The whole difference; nothing where a publication corrects none."""
    if publication is None or file is None:
        return None
    return {
        "round": file["publication"]["round"],
        "number": publication.number,
        "sha256": publication.sha256,
        "answers": [*answers(file, records), *gone(file, records)],
        "figures": list(figures(file["figures"], records["figures"])),
        "registers": registers(file, records),
    }


def answers(file: Record, records: Record) -> Iterable[Record]:
    """The answers of which any field differs, with the old fields beside the new."""
    before = {(row["item"], row["subject"]): row for row in file["answers"]}
    past = compared(file)
    digests = {item["code"]: item["digest"] for item in records["checklist"]["items"]}
    for now in records["answers"]:
        old = before.get((now["item"], now["subject"]), {})
        fields = [name for name in ("kind", *WORDS) if old.get(name) != now.get(name)]
        if fields:
            stand = Stand(now["kind"], digests[now["item"]], len(now.get("evidence", ())))
            move = judge(stood(past, now["item"], now["subject"]), stand)
            yield {**named(now), "move": move, "fields": fields, **both(old, now, fields)}


def named(answer: Mapping[str, Any]) -> Record:
    """Which answer it is."""
    kept = ("item", "pillar", "subject", "level", "office", "team")
    return {name: answer[name] for name in kept}


def both(old: Mapping[str, Any], now: Mapping[str, Any], fields: list[str]) -> Record:
    """The fields that differ, and always the kind, on both sides."""
    kept = dict.fromkeys(["kind", *fields])
    return {
        "before": {name: old.get(name) for name in kept},
        "now": {name: now.get(name) for name in kept},
    }


def figures(before: list[Record], now: list[Record]) -> Iterable[Record]:
    """The figures of which value, hedge, day or count differs; what came or went has one side."""
    old, new = by_measure(before), by_measure(now)
    for key in dict.fromkeys([*old, *new]):
        if shown(old.get(key)) != shown(new.get(key)):
            office, measure = key
            sides = {"before": shown(old.get(key)), "now": shown(new.get(key))}
            yield {"office": office, "measure": measure, **sides}


def by_measure(rows: list[Record]) -> dict[tuple[str, str], Record]:
    """Figures by what they measure where."""
    return {(row["office"], row["measure"]): row for row in rows}


def shown(figure: Record | None) -> Record | None:
    """What a reader sees of a figure."""
    return figure and {name: figure[name] for name in FIGURE}


def registers(file: Record, records: Record) -> dict[str, int]:
    """How many records of each register are new, gone or say something else."""
    return {name: differing(file[name], records[name]) for name in REGISTERS}


def differing(before: list[Record], now: list[Record]) -> int:
    """Records that are not word for word the same on both sides; one that changed counts once."""
    old, new = set(map(to_text, before)), set(map(to_text, now))
    return max(len(old - new), len(new - old))
