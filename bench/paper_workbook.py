"""The workbook of a publication with 10,000 answers: seconds, against the bare library; memory."""

import json
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from time import perf_counter, process_time

import psutil
from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from xlsxwriter import Workbook

from bench.workbook import WATCH
from regions.tables.sheets import OPTIONS
from reporting.models import Publication, PublicationRow
from reporting.pages.answer_list import answers_sheet
from reporting.papers.reading import reading_in
from reporting.papers.streaming import streamed
from reporting.papers.workbook.book import workbook
from tests.reporting.world import make_publication

TURNS = 5
ROWS, TENTH = 10_000, 1_000
NARRATIVE = "Work in the country answers to the framework, but its dates are older. " * 3


def fill(publication: Publication, rows: int) -> None:
    """As many answers as asked for, each with a text, a next step and a piece of evidence."""
    kept = PublicationRow.objects.filter(publication=publication, listed="answers")
    body = json.loads(kept.order_by("pk")[0].body)
    told = {"kind": "partial", "constraints": ["core_funding"], "next_step": NARRATIVE[:70]}
    made = [
        PublicationRow(
            publication=publication,
            listed="answers",
            key=f"bench/{number}",
            facets=[],
            places=[number] * 6,
            body=json.dumps({**body, **told, "narrative": f"{number}. {NARRATIVE}"}),
        )
        for number in range(kept.count(), rows)
    ]
    PublicationRow.objects.bulk_create(made, batch_size=TENTH)


def made(publication: Publication) -> bytes:
    """The workbook in English."""
    with reading_in(publication, "en") as source:
        return workbook(source)


def bare(rows: list[list[str]]) -> bytes:
    """The same answers by the library alone: no types, no manners, nothing beside them."""
    stream = BytesIO()
    with Workbook(stream, {**OPTIONS, "constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return stream.getvalue()


def quickest(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds of clock and processor of the best of several turns."""
    spent = []
    for _turn in range(TURNS):
        clock, cpu = perf_counter(), process_time()
        act()
        spent.append((perf_counter() - clock, process_time() - cpu))
    clocks, cpus = zip(*spent, strict=True)
    return min(clocks), min(cpus)


def peak_of_its_own(publication: Publication) -> float:
    """Megabytes of a process that writes this one workbook; a small one starts it."""
    name = str(connection.settings_dict["NAME"])
    alone = (sys.executable, "-m", "bench.paper_workbook", name, str(publication.pk))
    told = subprocess.run((sys.executable, "-c", WATCH, *alone), capture_output=True, check=True)
    return int(told.stdout) / 1_000


def alone(database: str, key: str) -> None:
    """What that process does."""
    connection.settings_dict["NAME"] = database
    made(Publication.objects.get(pk=key))


def measure() -> None:
    """Each figure beside its limit."""
    publication = make_publication()
    fill(publication, TENTH)
    small = peak_of_its_own(publication)
    fill(publication, ROWS)
    with reading_in(publication, "en") as source:
        rows = [list(map(str, row)) for row in answers_sheet(streamed(source, "answers")).rows]
    assert len(rows) == ROWS
    clock, cpu = quickest(lambda: made(publication))
    _clock, floor = quickest(lambda: bare(rows))
    large = peak_of_its_own(publication)
    print(f"{len(made(publication)):,} bytes; {psutil.cpu_count()} processors")
    print(f"10,000 answers, seconds                {clock:6.2f}  at most 3")
    print(f"the same of the processor              {cpu:6.2f}")
    print(f"against the library alone, CPU         {cpu / floor:6.2f}  at most 3")
    print(f"memory at the peak, MB                 {large:6.0f}  (1,000 answers: {small:.0f})")
    print(f"memory for nine thousand more, MB      {large - small:6.1f}  at most 10")


def main() -> None:
    """On a database of its own, removed afterwards."""
    kept = setup_databases(verbosity=0, interactive=False)
    try:
        measure()
    finally:
        teardown_databases(kept, verbosity=0)


if __name__ == "__main__":
    alone(*sys.argv[1:]) if sys.argv[1:] else main()
