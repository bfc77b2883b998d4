"""The whole checklist as a paper: 50 items of 125 teams, printed by the process that prints."""

import json
import subprocess
import sys
import tempfile
from time import perf_counter

from reporting.papers.printers import COMMAND, ENVIRONMENT, TOP
from tests.factories.papers import large_document

TURNS = 5
ITEMS, TENTH = 50, 5
WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss, used.ru_utime + used.ru_stime)
"""


def printed(form: str, items: int) -> tuple[float, float, float]:
    """Seconds of the clock and of the processor, and megabytes at the peak, of one process."""
    record = large_document(items=items).as_record()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryDirectory() as folder:
        given.write(json.dumps(record, ensure_ascii=False).encode())
        given.seek(0)
        start = perf_counter()
        told = subprocess.run(
            (sys.executable, "-c", WATCH, *COMMAND, form), stdin=given, capture_output=True,
            cwd=TOP, check=True, env={**ENVIRONMENT, "TMPDIR": folder},
        )  # fmt: skip
        clock = perf_counter() - start
    peak, cpu = told.stdout.split()
    return clock, float(cpu), int(peak) / 1_000


def best(form: str, items: int) -> tuple[float, float, float]:
    """The least of several turns: what else the machine did says nothing."""
    turns = [printed(form, items) for _turn in range(TURNS)]
    clock, cpu, memory = zip(*turns, strict=True)
    return min(clock), min(cpu), min(memory)


def main() -> None:
    """Each figure beside its limit."""
    for form in sys.argv[1:] or ["pdf", "docx"]:
        _clock, floor, _memory = best(form, TENTH)
        clock, cpu, memory = best(form, ITEMS)
        print(f"{form}: 6,250 answers, seconds      {clock:6.2f}  at most   5")
        print(f"{form}: the same of the processor   {cpu:6.2f}")
        print(f"{form}: against a tenth of them, CPU {cpu / floor:6.1f}  at most  10")
        print(f"{form}: memory at the peak, MB      {memory:6.0f}  at most 400")


if __name__ == "__main__":
    main()
