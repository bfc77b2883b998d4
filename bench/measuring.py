"""CPU time of a request: what the web process and its database connection spend together."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import psutil
from django.db import connection
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True)
class Cost:
    """Milliseconds of processor and of the clock."""

    cpu: float
    clock: float


def database_process() -> psutil.Process:
    """The process that serves this connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return psutil.Process(cursor.fetchone()[0])


def cost(act: Callable[[], object]) -> Cost:
    """Of one act."""
    database = database_process()
    before, web, clock = database.cpu_times(), time.process_time(), time.perf_counter()
    act()
    clock, web = time.perf_counter() - clock, time.process_time() - web
    after = database.cpu_times()
    spent = web + after.user - before.user + after.system - before.system
    return Cost(spent * 1000, clock * 1000)


def typical(costs: list[Cost]) -> Cost:
    """The medians: one turn that was disturbed does not count."""
    return Cost(median(each.cpu for each in costs), median(each.clock for each in costs))


def queries(act: Callable[[], object]) -> int:
    """How many statements an act takes."""
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)
