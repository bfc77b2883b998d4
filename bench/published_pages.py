"""Pages of the Board: of a round with the real countries, and of one with 100 times as many.

The round is published with the real reference data and every answer filled, after a round
before it. The large one is its records, each of a country 100 times over, cut by the same code
into sections and lists, without going through 700,000 answers of the database; of the sections
of single countries and teams only those that are asked here are stored.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import setup_databases, teardown_databases

from accounts.models.users import Role, User
from bench.hundredfold import times
from bench.measuring import Cost, cost, queries, typical
from checklist.actions.rounds import open_round
from checklist.models import BoardSession, ReportingRound
from regions.arrays import write_rows
from reporting.models import Publication, PublicationSection
from reporting.references import load_reference
from reporting.snapshots.canonical import digest, to_text
from reporting.snapshots.lists import LISTS
from reporting.snapshots.lists.entries import Entry, as_rows
from reporting.snapshots.plain import Record
from reporting.snapshots.records import read_records
from reporting.snapshots.sections import CUTTERS
from reporting.snapshots.snapshot import Snapshot
from reporting.views.board import PAGES
from reporting.writing import ROW, STORE_ROWS, head
from tests.factories import make_actor, make_round, make_user
from tests.reporting.views.test_weight import fill
from tests.reporting.world import publish_round

BEFORE, DAY = datetime(2024, 1, 30, tzinfo=UTC), datetime(2025, 1, 28, tzinfo=UTC)
TIMES = 100
TURNS = 9
LIMIT = 2.0
UNCHANGED = 3.0
BATCH = 10_000
Entries = Callable[[Snapshot], Iterator[Entry]]
CODES = {
    "countries": "KEN",
    "teams": "KEN",
    "offices": "ROAF",
    "pillars": "NGT",
    "items": "NGT-01",
}
FLOOR = "/readyz"
"""A view with one query behind the same middleware."""


def publish_real() -> Publication:
    """Two rounds with every answer filled; the second is compared with the first."""
    load_reference()
    real = ReportingRound.objects.get(code="2025")
    session = BoardSession.objects.exclude(pk=real.session_id).order_by("opens_on").first()
    published(make_round("2024", checklist=real.checklist, session=session), BEFORE)
    return published(real, DAY)


def published(round_: ReportingRound, at: datetime) -> Publication:
    """A round with every answer filled and accepted."""
    open_round(round_, by=make_actor())
    fill(round_)
    return publish_round(round_, at=at)


def publish_large(real: Publication) -> Publication:
    """The same records so many times over, in a publication of their own."""
    records = times(read_records(real.round, head(real), DAY.date()), TIMES)
    snapshot = Snapshot(records)
    large = Publication(
        **{name: getattr(real, name) for name in ("round", "statement", "published_by")},
        published_at=DAY,
        number=real.number + 1,
        sha256=digest("large"),
        canonical=b"",
        manifest={},
    )
    large.save(force_insert=True)
    told("sections", lambda: PublicationSection.objects.bulk_create(sections(snapshot, large)))
    for name, entries in LISTS.items():
        told(f"list {name}", partial(store, large, name, entries, snapshot))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE reporting_publicationrow, reporting_publicationsection")
    return large


def sections(snapshot: Snapshot, large: Publication) -> Iterator[PublicationSection]:
    """The sections that are asked here, as publishing cuts them."""
    for cutter in CUTTERS:
        for key, body in cutter(snapshot):
            if is_asked(key):
                about = {"about": snapshot.about, "headlines": {}}
                text = to_text({**about, **body})
                yield PublicationSection(publication=large, key=key, body=text, sha256=digest(text))


def is_asked(key: str) -> bool:
    """Every page of the whole, and one country and team of the many."""
    kind, _, code = key.partition(":")
    return kind not in {"country", "team"} or code == "KEN"


def store(large: Publication, name: str, entries: Entries, snapshot: Snapshot) -> None:
    """The rows of a list, in parts that fit into one parameter each."""
    rows: list[Record] = as_rows(name, list(entries(snapshot)))
    for first in range(0, len(rows), BATCH):
        part = [{"publication": large.pk, **row} for row in rows[first : first + BATCH]]
        write_rows(STORE_ROWS, ROW, part)


def told(what: str, act: Callable[[], object]) -> None:
    """Say how long it takes to build: it is long."""
    begun = time.perf_counter()
    act()
    print(f"{what:32} {time.perf_counter() - begun:7.1f} s", flush=True)


def addresses() -> list[str]:
    """Every page of the Board below a publication, single ones by an example."""
    found = ["overview/"]
    for page in PAGES:
        place = page.route.split("/")[0] if "<" not in page.route.split("/")[0] else ""
        found.append(page.route.replace("<code:code>", CODES.get(place, "KEN")))
    return found


def reader() -> Client:
    """A member of the Board; the one of an earlier run where it left one."""
    client = Client(SERVER_NAME="127.0.0.1")
    left = User.objects.filter(role=Role.BOARD_MEMBER).first()
    client.force_login(left or make_user(Role.BOARD_MEMBER))
    return client


def turns(works: dict[str, Callable[[], object]]) -> dict[str, Cost]:
    """All take turns, so that whatever else the machine does meets each of them."""
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for _turn in range(TURNS + 1):
        for name, act in works.items():
            costs[name].append(cost(act))
    return {name: typical(each[1:]) for name, each in costs.items()}


def compare(client: Client, page: str, large: str, real: str) -> bool:
    """One page of both publications, and whether the large one costs at most twice as much."""
    answers = [client.get(f"{base}{page}") for base in (large, real)]
    if any(answer.status_code != 200 for answer in answers):
        print(f"{page:34} {[answer.status_code for answer in answers]}")
        return False
    found = turns(
        {
            "real": lambda: client.get(f"{real}{page}"),
            "large": lambda: client.get(f"{large}{page}"),
        }
    )
    ratio = found["large"].cpu / found["real"].cpu
    asked = queries(lambda: client.get(f"{large}{page}"))
    kilobytes = len(answers[0].content) / 1_000
    print(
        f"{page:34} {found['real'].cpu:8.1f} {found['large'].cpu:8.1f} ms CPU {ratio:6.2f}"
        f" {asked:3} queries {kilobytes:7.0f} KB  {'pass' if ratio <= LIMIT else 'FAIL'}",
        flush=True,
    )
    return ratio <= LIMIT


def unchanged(client: Client, large: str) -> None:
    """A page that the reader has, against a view with one query."""
    page = f"{large}countries/"
    tag = client.get(page)["ETag"]
    works: dict[str, Callable[[], object]] = {
        "floor": lambda: client.get(FLOOR),
        "again": lambda: client.get(page, headers={"If-None-Match": tag}),
    }
    found = turns(works)
    ratio = found["again"].cpu / found["floor"].cpu
    print(
        f"unchanged: {found['again'].cpu:.1f} ms CPU, one query: {found['floor'].cpu:.1f};"
        f" {ratio:.2f}, at most {UNCHANGED}  {'pass' if ratio <= UNCHANGED else 'FAIL'}"
    )


def both() -> tuple[Publication, Publication]:
    """The two publications; those of an earlier run where it left them."""
    left = list(Publication.objects.filter(round__code="2025").order_by("number"))
    if len(left) == 2:
        return left[0], left[1]
    real = publish_real()
    return real, publish_large(real)


def main() -> None:
    """On a database of its own, removed afterwards; `--keep` leaves it for the next run."""
    keep = "--keep" in sys.argv
    kept = setup_databases(verbosity=0, interactive=False, keepdb=keep)
    try:
        real, large = both()
        bases = [f"/publications/2025/{each.number}/" for each in (large, real)]
        client = reader()
        print(f"{'page':34} {'real':>8} {'large':>8}        ratio")
        passed = [compare(client, page, *bases) for page in addresses()]
        unchanged(client, bases[0])
        print(f"{sum(passed)} of {len(passed)} pages at most {LIMIT} times")
    finally:
        if not keep:
            teardown_databases(kept, verbosity=0)


if __name__ == "__main__":
    main()
