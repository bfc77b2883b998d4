"""The information document of a round with the real countries: read, built and printed."""

import sys
from functools import partial
from time import perf_counter

from django.test.utils import setup_databases, teardown_databases

from bench.measuring import cost, queries
from bench.published_pages import publish_real
from reporting.models import Publication
from reporting.papers.blocks import Document, all_runs
from reporting.papers.builders.checklist import checklist
from reporting.papers.printers import print_document
from reporting.papers.reading import reading_in

TURNS = 3


def built(publication: Publication, language: str) -> Document:
    """The whole checklist in a language."""
    with reading_in(publication, language) as source:
        return checklist(source)


def measure(publication: Publication, language: str) -> None:
    """The best of several turns: what else the machine did says nothing."""
    act = partial(built, publication, language)
    costs = [cost(act) for _turn in range(TURNS)]
    document, times = act(), []
    for _turn in range(TURNS):
        start = perf_counter()
        print_document(document, "pdf")
        times.append(perf_counter() - start)
    clock = min(each.clock for each in costs) / 1000 + min(times)
    letters = sum(len(run.text) for run in all_runs(document))
    print(
        f"{language:8} {letters:9,} letters; built {min(each.cpu for each in costs):6.0f} ms CPU, "
        f"{queries(act)} queries; printed {min(times):5.1f} s; in all {clock:5.1f} s, at most 5",
        flush=True,
    )


def main() -> None:
    """On a database of its own, removed afterwards."""
    kept = setup_databases(verbosity=0, interactive=False)
    try:
        publication = publish_real()
        for language in sys.argv[1:] or ["en", "ar", "zh-hans"]:
            measure(publication, language)
    finally:
        teardown_databases(kept, verbosity=0)


if __name__ == "__main__":
    main()
