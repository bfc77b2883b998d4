"""A workbook of 2,000 answers: written, and previewed as it comes back."""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from time import perf_counter

from django.test.utils import setup_databases, teardown_databases

from bench import world
from checklist.intake import LINE_LIMIT, plan
from checklist.models import Answer, ReportingRound
from checklist.workbooks import read_table, write_workbook
from regions.models import RegionalOffice
from regions.tables.reading import COMMAND, TOP
from tests.factories import office_actor

TURNS = 7
NARRATIVE = "Work in the country answers to the framework, but its dates are older. " * 8
WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def fill() -> None:
    """As many answers as one submission takes, each with a text of some length."""
    world.start_over()
    kept = list(Answer.objects.order_by("pk").values_list("pk", flat=True)[:LINE_LIMIT])
    Answer.objects.exclude(pk__in=kept).delete()
    Answer.objects.update(narrative=NARRATIVE.strip(), reexamined=True)


def quickest(act: Callable[[], object]) -> float:
    """Seconds of the best of several turns: what else the machine did says nothing."""
    spent = []
    for _turn in range(TURNS):
        start = perf_counter()
        act()
        spent.append(perf_counter() - start)
    return min(spent)


def peak() -> float:
    """The most memory this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


def peak_of_reading(content: bytes) -> float:
    """The most memory of the process that reads; started by a small one, whose own is less."""
    with tempfile.TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        command = (sys.executable, "-c", WATCH, *COMMAND)
        told = subprocess.run(command, stdin=given, capture_output=True, cwd=TOP, check=True)
    return int(told.stdout) / 1_000


def measure() -> None:
    """Each figure beside its limit."""
    round_, office = ReportingRound.objects.get(), RegionalOffice.objects.get(code="ROAF")
    by, content = office_actor(office), write_workbook(round_, office, "en")

    def preview() -> None:
        table = read_table(content, "answers.xlsx", round_, office)
        found = plan(round_, office, table.lines, by=by)
        assert (len(found.lines), found.faults) == (LINE_LIMIT, [])

    before = peak()
    seconds, memory = quickest(preview), peak()
    print(f"{len(content):,} bytes; {before:.0f} MB before the first preview")
    print(f"preview of 2,000 lines, seconds   {seconds:6.2f}  at most   3")
    print(
        f"memory of both processes, MB      {memory + peak_of_reading(content):6.0f}  at most 150"
    )
    writing = quickest(lambda: write_workbook(round_, office, "en"))
    print(f"writing the workbook, seconds     {writing:6.2f}")


def main() -> None:
    """On a database of its own, removed afterwards."""
    kept = setup_databases(verbosity=0, interactive=False)
    try:
        world.build()
        fill()
        measure()
    finally:
        teardown_databases(kept, verbosity=0)


if __name__ == "__main__":
    main()
