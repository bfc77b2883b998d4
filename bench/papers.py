"""The whole checklist as a paper: 50 items of 125 teams, printed by the process that prints."""

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, sleep

import psutil

from reporting.papers.printers import COMMAND, ENVIRONMENT, TOP
from tests.factories.papers import large_document

TURNS = 5
ITEMS, TENTH = 50, 5
NARRATIVES = {"as in the demonstration": 52, "longer": 200}
"""Letters of a narrative: with what is said besides, 212 and 360 to an answer."""

EACH = 0.05
"""Seconds between two looks at the memory."""


def started(form: str, record: bytes, folder: str) -> subprocess.Popen[bytes]:
    """The process that prints, as the application starts it."""
    given = Path(folder, "given.json")
    given.write_bytes(record)
    with given.open("rb") as document:
        return subprocess.Popen(
            (*COMMAND, form), stdin=document, stdout=subprocess.DEVNULL, cwd=TOP,
            env={**ENVIRONMENT, "TMPDIR": folder},
        )  # fmt: skip


def printed(form: str, record: bytes) -> tuple[float, float]:
    """Seconds of the clock and of the processor, of the process and of those that it starts."""
    with tempfile.TemporaryDirectory() as folder:
        before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
        if started(form, record, folder).wait():
            raise SystemExit("not printed")
        clock, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return clock, cpu


def memory(form: str, record: bytes) -> float:
    """Megabytes at the peak, of all its processes together; what they share counts once."""
    peak = 0
    with tempfile.TemporaryDirectory() as folder:
        process = started(form, record, folder)
        while process.poll() is None:
            peak = max(peak, together(psutil.Process(process.pid)))
            sleep(EACH)
    return peak / 1_000_000


def most(form: str, record: bytes) -> float:
    """The highest of several peaks: which parts meet is chance."""
    return max(memory(form, record) for _turn in range(TURNS))


def together(process: psutil.Process) -> int:
    """What a process and those that it started have in memory now."""
    used = 0
    with suppress(psutil.Error):
        for each in [process, *process.children(recursive=True)]:
            with suppress(psutil.Error):
                used += each.memory_full_info().pss
    return used


def best(form: str, record: bytes) -> tuple[float, float]:
    """The least of several turns: what else the machine did says nothing."""
    clock, cpu = zip(*(printed(form, record) for _turn in range(TURNS)), strict=True)
    return min(clock), min(cpu)


def record_of(items: int, letters: int) -> bytes:
    """The document as it is given to the process."""
    record = large_document(items=items, letters=letters).as_record()
    return json.dumps(record, ensure_ascii=False).encode()


def main() -> None:
    """Each figure beside its limit."""
    for form in sys.argv[1:] or ["pdf", "docx"]:
        for name, letters in NARRATIVES.items():
            record = record_of(ITEMS, letters)
            _clock, floor = best(form, record_of(TENTH, letters))
            clock, cpu = best(form, record)
            print(f"{form}, narratives {name}: 6,250 answers", flush=True)
            print(f"  seconds                       {clock:6.2f}  at most   5")
            print(f"  of the processor              {cpu:6.2f}")
            print(f"  against a tenth of them, CPU  {cpu / floor:6.1f}  at most  10")
            print(f"  memory at the peak, MB        {most(form, record):6.0f}  at most 400")


if __name__ == "__main__":
    main()
