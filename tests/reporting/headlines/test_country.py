from itertools import product

import pytest

from checklist.compliance import Tally
from reporting.headlines.country import answers, documents, engagement, periods, support

TODAY = "2025-09-30"
FRAMEWORK = {"starts_on": "2023-01-01", "ends_on": "2027-12-31", "original_ends_on": None}
DOCUMENT = {
    "starts_on": "2023-01-01",
    "ends_on": "2027-12-31",
    "generation": "new",
    "stage": "running",
    "is_interim": False,
}


def framework(**fields):
    return [{**FRAMEWORK, **fields}]


def document(**fields):
    return [{**DOCUMENT, **fields}]


@pytest.mark.parametrize(
    ("frameworks", "documents", "words"),
    [
        (framework(), document(), "A programme document serves the framework to its end"),
        (
            framework(),
            document(ends_on="2026-12-31"),
            "No programme document serves the last 12 months of the framework",
        ),
        (
            framework(),
            document(ends_on="2024-12-31"),
            "No programme document serves the framework since 31 December 2024",
        ),
        (
            framework(),
            document(starts_on=None, ends_on=None),
            "The programme document has no dates, and is not drawn",
        ),
        (
            framework(),
            document(is_interim=True),
            "An interim document stands where a full programme would",
        ),
        (framework(), [], "The framework runs to 31 December 2027, as agreed"),
        (
            framework(original_ends_on="2025-12-31"),
            [],
            "The framework was agreed to 31 December 2025 and now runs to 31 December 2027",
        ),
        (framework(starts_on="2026-01-01"), [], "The next framework begins on 1 January 2026"),
        (framework(ends_on="2024-12-31"), [], "The last framework ended on 31 December 2024"),
        ([], document(), "A programme document is on record, and no framework"),
    ],
)
def test_the_time_line_is_headed_by_what_its_dates_say(frameworks, documents, words):
    assert periods(frameworks, documents, TODAY) == words


def test_every_pair_of_signature_and_engagement_has_a_sentence_of_its_own():
    pairs = product(("yes", "no", "unknown"), ("active", "light", "none", "unknown"))
    found = {
        engagement({"engagement": {"signatory": signed, "level": level}}, None)
        for signed, level in pairs
    }
    assert len(found) == 12


def test_without_a_framework_the_presence_is_told_and_silence_is_not_absence():
    assert (
        engagement(None, {"presence": None})
        == "UN-Habitat’s presence is not recorded; no framework runs"
    )
    assert (
        engagement(None, {"presence": {"kind": "none"}})
        == "UN-Habitat is not present; no framework runs"
    )


@pytest.mark.parametrize(
    ("up", "down", "before", "words"),
    [
        (5, 2, "2024", "3 of 4 answers that apply are full; since 2024, 5 moved up and 2 down"),
        (0, 0, "2024", "3 of 4 answers that apply are full; none moved since 2024"),
        (0, 0, "", "3 of 4 answers that apply are full"),
    ],
)
def test_the_answers_of_a_team_are_headed_by_how_many_are_full_and_moved(up, down, before, words):
    assert answers(Tally(full=3, partial=1, not_applicable=2), up, down, before) == words


def test_documents_and_mechanisms_are_counted_in_words():
    old = {"generation": "earlier"}
    assert (
        documents([DOCUMENT, old])
        == "2 programme documents are on record; of the new generation: 1"
    )
    assert support([{}]) == "Supported through 1 role in a regional mechanism"
