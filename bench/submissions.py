"""Bars 4 and 5: a submission of one line, of a thousand, and of a whole round."""

import argparse
from collections.abc import Callable
from itertools import count

from django.conf import settings
from django.test import Client, override_settings
from django.test.utils import setup_databases, teardown_databases

from bench import floors, world
from bench.measuring import Cost, cost, queries, typical
from checklist.models import Answer

ADDRESS = "/api/v1/submissions/"
serial = count(1)


def submission(client: Client, number: int) -> Callable[[], None]:
    """One keyed submission of drafts that nobody handed over yet, ready to be measured."""
    turn = next(serial)
    after = turn % 5_000
    body = {"round": "2026", "lines": world.lines(number, f"Turn {turn}.", after=after)}
    return sender(client, body, f"turn-{turn}")


def sender(client: Client, body: dict[str, object], key: str) -> Callable[[], None]:
    """The request alone."""
    options = {"content_type": "application/json", "headers": {"Idempotency-Key": key}}

    def send() -> None:
        reply = client.post(ADDRESS, body, **options)
        assert reply.status_code == 201, reply.content

    return send


def whole_round(client: Client) -> Callable[[], None]:
    """7,200 lines in four submissions."""
    rows, turn = world.lines(7_200, "Whole."), next(serial)
    parts = [rows[start : start + 1_800] for start in range(0, 7_200, 1_800)]
    bodies = [{"round": "2026", "lines": part} for part in parts]
    sends = [sender(client, body, f"whole-{turn}-{n}") for n, body in enumerate(bodies)]
    return lambda: [send() for send in sends] and None


def plain(client: Client) -> Callable[[], None]:
    """One answer by plain DRF."""
    content = {"kind": "partial", "narrative": f"Turn {next(serial)}.", "progress": "submitted"}
    body = {**content, "constraints": ["core_funding"], "version": 2}
    key = Answer.objects.order_by("pk").values_list("pk", flat=True)[0]

    def send() -> None:
        reply = client.put(f"/answers/{key}/", body, content_type="application/json")
        assert reply.status_code == 200, reply.content

    return send


def copied() -> Callable[[], None]:
    """A thousand rows by COPY."""
    keys = Answer.objects.order_by("pk").values_list("pk", flat=True)[:1_000]
    rows = [(key, f"Turn {next(serial)}.") for key in keys]
    return lambda: floors.copy(rows)


def turns(number: int, client: Client) -> dict[str, Cost]:
    """Floor and ours take turns, so that whatever else the machine does meets both."""
    bare = Client()
    works = {
        "plain": lambda: plain(bare),
        "one": lambda: submission(client, 1),
        "copy": copied,
        "thousand": lambda: submission(client, 1_000),
        "round": lambda: whole_round(client),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for _turn in range(number + 1):
        for name, prepare in works.items():
            costs[name].append(measured(name, prepare))
    return {name: typical(each[1:]) for name, each in costs.items()}


def measured(name: str, prepare: Callable[[], Callable[[], None]]) -> Cost:
    """From the same beginning each time; small acts are repeated, for the clock is coarse."""
    world.start_over()
    repeats = 20 if name in ("plain", "one") else 1
    acts = [prepare() for _ in range(repeats)]
    plainly = {"ROOT_URLCONF": "bench.floors", "MIDDLEWARE": floors.MIDDLEWARE}
    with override_settings(**(plainly if name == "plain" else {})):
        spent = cost(lambda: [act() for act in acts])
    return Cost(spent.cpu / repeats, spent.clock / repeats)


def statements(client: Client) -> dict[int, int]:
    """Queries by the number of lines."""
    found = {}
    for number in (1, 10, 1_000):
        world.start_over()
        found[number] = queries(submission(client, number))
    return found


def tell(found: dict[str, Cost], asked: dict[int, int]) -> None:
    """The medians, then each bar with its ratio."""
    for name, each in found.items():
        print(f"{name:10} {each.cpu:9.1f} ms CPU {each.clock:9.1f} ms")
    one, thousand = found["one"].cpu, found["thousand"].cpu
    bars = [
        ("4  one status, ms CPU", one, 21),
        ("4  one status / plain DRF", one / found["plain"].cpu, 3),
        ("5  1,000 lines / COPY", thousand / found["copy"].cpu, 8),
        ("5  a line of 1,000 / one status", thousand / 1_000 / one, 1 / 40),
        ("5  7,200 lines / 1,000 lines", found["round"].cpu / thousand, 9),
        ("5  queries of 1,000 lines", asked[1_000], 20),
        ("5  queries of 1,000 less those of 10", asked[1_000] - asked[10], 25),
        ("-  1,000 lines, seconds", found["thousand"].clock / 1_000, 2),
    ]
    for words, value, limit in bars:
        verdict = "pass" if value <= limit else "FAIL"
        print(f"{words:40} {value:8.3f}  at most {limit:6.3f}  {verdict}")


def main() -> None:
    """On a database of its own, removed afterwards."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--turns", type=int, default=7)
    given = options.parse_args()
    settings.API_CALLS_A_MINUTE = 10**9
    settings.ALLOWED_HOSTS = ["testserver", *settings.ALLOWED_HOSTS]
    kept = setup_databases(verbosity=0, interactive=False)
    try:
        client = world.build()
        tell(turns(given.turns, client), statements(client))
    finally:
        teardown_databases(kept, verbosity=0)


if __name__ == "__main__":
    main()
