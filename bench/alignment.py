"""All rules of alignment over 200 countries, against reading the same rows."""

from django.test.utils import setup_databases, teardown_databases

from bench.measuring import Cost, cost, queries, typical
from checklist.models import Answer
from programmes.alignment.checking import check
from programmes.alignment.reading import read_world
from programmes.models import (
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FindingDismissal,
    FrameworkEngagement,
    FrameworkResult,
    Presence,
    ProgrammeResult,
    WorkPlanItem,
)
from tests.factories import make_checklist, make_evidence, make_office, make_open_round
from tests.programmes.alignment import large
from tests.reporting.world import make_figure

COUNTRIES, TURNS, ITEMS = 200, 7, 30
TABLES = (
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FindingDismissal,
    FrameworkEngagement,
    FrameworkResult,
    Presence,
    ProgrammeResult,
    WorkPlanItem,
)


def build() -> None:
    """Every country with everything on record, and 30 answers of each with evidence."""
    large.build(COUNTRIES)
    make_checklist(items=ITEMS)
    make_figure(make_open_round())
    evidence = [make_evidence(make_office("ROAF")).pk]
    Answer.objects.update(kind="full", progress="submitted", evidence=evidence)


def read_rows() -> None:
    """The floor: the same rows as plain tuples, put to no use."""
    for model in TABLES:
        list(model.objects.order_by().values_list())


def turns() -> dict[str, list[Cost]]:
    """Floor and ours take turns, so that whatever else the machine does meets both."""
    works = {
        "rows": read_rows,
        "facts": lambda: read_world(large.DAY),
        "rules": lambda: check(large.DAY),
    }
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for _turn in range(TURNS + 1):
        for name, act in works.items():
            costs[name].append(cost(act))
    return {name: each[1:] for name, each in costs.items()}


def tell(costs: dict[str, list[Cost]], asked: int, outcomes: int) -> None:
    """The medians, then each bar with its ratio.

    Process and database work one after the other, so a quiet machine's clock shows the sum
    of their CPU time; of a busy one the best turn comes nearest to it.
    """
    found = {name: typical(each) for name, each in costs.items()}
    for name, each in found.items():
        print(f"{name:10} {each.cpu:9.1f} ms CPU {each.clock:9.1f} ms")
    print(f"{outcomes:,} outcomes")
    bars = [
        ("rules, seconds of CPU", min(each.cpu for each in costs["rules"]) / 1_000, 1),
        ("rules / reading the same rows", found["rules"].cpu / found["rows"].cpu, 8),
        ("queries", asked, 30),
    ]
    for words, value, limit in bars:
        verdict = "pass" if value <= limit else "FAIL"
        print(f"{words:40} {value:8.3f}  at most {limit:6.3f}  {verdict}")


def main() -> None:
    """On a database of its own, removed afterwards."""
    kept = setup_databases(verbosity=0, interactive=False)
    try:
        build()
        tell(turns(), queries(lambda: check(large.DAY)), len(check(large.DAY)))
    finally:
        teardown_databases(kept, verbosity=0)


if __name__ == "__main__":
    main()
