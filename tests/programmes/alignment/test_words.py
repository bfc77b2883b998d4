"""Whatever a rule says has words, in every language, with every fact that the words need."""

import ast
import csv
import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.utils import translation
from hypothesis import given, settings

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.outcomes import Kind
from programmes.alignment.registry import RULES, SOURCES
from programmes.alignment.wording import message, missing_words, rule_title
from programmes.alignment.words import MISSING, TITLES, WORDS
from tests.programmes.alignment.random_worlds import cases, contents
from tests.programmes.alignment.world import (
    Contribution,
    a_case,
    a_document,
    a_framework,
    a_goal,
    a_result,
)

ROOT = Path(__file__).parents[3]
FOLDERS = ("programmes/alignment/rules", "checklist/alignment", "reporting/alignment")
LANGUAGES = [code for code, _ in django_settings.LANGUAGES]
SAYS = re.compile(r"^A\d\d\.\w+$")


def nodes():
    """The source of all rules, of this room and of those above."""
    for folder in FOLDERS:
        for path in (ROOT / folder).glob("*.py"):
            if path.name != "words.py":
                yield from ast.walk(ast.parse(path.read_text()))


def constants(found):
    return {node.value for node in found if isinstance(node, ast.Constant)}


def test_what_the_rules_can_say_is_what_there_are_words_for():
    written = {text for text in constants(nodes()) if isinstance(text, str) and SAYS.match(text)}
    assert written <= set(WORDS)
    assert {text for text in WORDS if text.partition(".")[0] in RULES} <= written


def test_every_fact_that_a_rule_calls_missing_has_words():
    calls = [node for node in nodes() if isinstance(node, ast.Call)]
    named = [
        call for call in calls if getattr(call.func, "id", "") in {"not_checkable", "undecided"}
    ]
    missing = {keyword.arg for call in named for keyword in call.keywords if keyword.arg}
    assert missing | constants(arg for call in named for arg in call.args) <= set(MISSING)
    assert missing


def test_every_rule_has_a_title_and_somebody_who_checks_it():
    with (ROOT / "programmes/data/alignment_rules.csv").open(encoding="utf-8") as file:
        shipped = {row["rule"] for row in csv.DictReader(file)}
    checked = {*RULES, *(code for codes in SOURCES for code in codes)}
    assert set(TITLES) == checked == shipped


def rendered(language, says, facts):
    """The words of a finding; a place left unfilled is an error of its own."""
    with translation.override(language):
        words = message(says, facts)
        title = rule_title(says.partition(".")[0])
    for text in (title, words.title, words.text, words.closes):
        assert text
        assert "%(" not in text
        assert "None" not in text
    assert not words.title.endswith((".", "。"))
    assert words.text.endswith((".", "。"))
    return words


@given(drawn=cases(contents()))
@settings(max_examples=100)
def test_whatever_is_said_of_a_document_is_worded_in_every_language(drawn):
    documents = [rule for rule in RULES.values() if rule.of == "document"]
    outcomes = [rule.check(*drawn) for rule in documents]
    for outcome in filter(None, outcomes):
        for language in LANGUAGES:
            if outcome.kind is Kind.FINDING:
                rendered(language, outcome.says, outcome.facts)
            if outcome.kind is Kind.NOT_CHECKABLE:
                with translation.override(language):
                    assert missing_words(outcome.missing)


EXTENDED = a_framework(original_ends_on=date(2025, 12, 31), extended_on=date(2025, 7, 1))
GOAL = a_goal()
FRAMEWORK = a_framework(goals=(GOAL,))
APPROVED = date(2024, 2, 29)
LATER = date(2024, 3, 1)
OUTPUT = a_result(level="output", code="1.1")
LOOSE = [a_result(code="2"), a_result(a_goal(9), code="3", goal_framework=5)]


def running(**facts):
    return a_document(**{"framework": FRAMEWORK, "approved_on": APPROVED, **facts})


READ = {
    "A01.unnamed": (
        running(framework=None),
        "It names no Cooperation Framework and gives no reason why there is none to name.",
    ),
    "A02.elsewhere": (
        running(framework=a_framework(team="PACIFIC")),
        "The framework belongs to country team PACIFIC, the country KEN to country team KEN.",
    ),
    "A03.early": (
        running(starts_on=date(2022, 7, 1)),
        "It begins on 1 July 2022, the framework on 1 January 2023.",
    ),
    "A04.late": (
        running(ends_on=date(2028, 2, 29)),
        "It ends on 29 February 2028, the framework on 31 December 2027.",
    ),
    "A04.uncited": (
        running(framework=EXTENDED, ends_on=date(2026, 12, 31)),
        (
            "When it was signed the framework ended on 31 December 2025, the programme "
            "document ends on 31 December 2026. The extension to 31 December 2027 covers it "
            "today; the programme document does not cite it."
        ),
    ),
    "A05.gap": (
        running(ends_on=date(2026, 12, 31)),
        (
            "It ends on 31 December 2026, the framework on 31 December 2027. The limit is 6 "
            "months. No successor is on record."
        ),
    ),
    "A06.changed": (
        running(framework=EXTENDED),
        (
            "The programme document was approved on 29 February 2024. The framework was "
            "extended on 1 July 2025, from 31 December 2025 to 31 December 2027. No check "
            "since then is on record."
        ),
    ),
    "A07.underived": (
        running(results=LOOSE),
        (
            "Linked to no outcome of a framework: 2. Linked to a framework that the document "
            "does not name: 3."
        ),
    ),
    "A08.reworded": (
        running(derivation="B", results=(a_result(GOAL, statement="Water for all"),)),
        (
            "Under the derivation option recorded, outcomes derived from the framework are "
            "taken word for word. Worded otherwise: 1."
        ),
    ),
    "A09.incomplete": (
        running(results=(a_result(outside_justification="A request of the council"),)),
        "Without a note of the resident coordinator: 1.",
    ),
    "A10.underived": (
        running(results=(OUTPUT,)),
        "Linked to no result of a framework: 1.1.",
    ),
    "A11.loose": (
        running(results=(a_result(), OUTPUT, a_result(code="2"))),
        "Linked to no result of UN-Habitat’s strategic plan: 1, 1.1, and 2.",
    ),
    "A12.none": (
        running(approved_on=None, stage="running"),
        (
            "The programme document is approved; the date is not on record. No contribution "
            "to the analysis of the country is on record."
        ),
    ),
    "A12.late": (
        running(),
        (
            "The first contribution on record is of 1 March 2024; the programme document was "
            "approved on 29 February 2024."
        ),
    ),
    "A13.none": (
        running(),
        (
            "The consultation was due by 29 February 2024, the day of the committee’s review "
            "or of the approval. The date on which the resident coordinator was consulted is "
            "missing."
        ),
    ),
    "A13.late": (
        running(rc_consulted_on=LATER),
        (
            "The consultation was due by 29 February 2024, the day of the committee’s review "
            "or of the approval. The resident coordinator was consulted on 1 March 2024."
        ),
    ),
    "A14.unreviewed": (
        running(),
        (
            "The programme document was approved on 29 February 2024. The date of the "
            "committee’s review is missing."
        ),
    ),
    "A14.late": (
        running(prc_reviewed_on=LATER),
        (
            "The Programme Review Committee reviewed the programme document on 1 March 2024; "
            "it was approved on 29 February 2024."
        ),
    ),
    "A14.returned": (
        running(prc_reviewed_on=APPROVED, prc_decision="returned"),
        (
            "The Programme Review Committee reviewed the programme document on 29 February "
            "2024. The programme document was approved on 29 February 2024. The decision on "
            "record is to revise it."
        ),
    ),
    "A14.undecided": (
        running(prc_reviewed_on=APPROVED),
        (
            "The Programme Review Committee reviewed the programme document on 29 February "
            "2024. The programme document was approved on 29 February 2024. The committee’s "
            "decision is missing."
        ),
    ),
    "A15.unsigned": (
        running(),
        (
            "The programme document was approved on 29 February 2024. The date on which the "
            "government signed is missing."
        ),
    ),
    "A16.absent": (
        running(south_south_section="no"),
        "It is recorded as having no section on South-South and triangular cooperation.",
    ),
    "A17.gaps": (
        running(results=(a_result(),), lessons_section="no"),
        (
            "Without an indicator with baseline and target: 1. It is recorded as having no "
            "section on lessons learned."
        ),
    ),
    "A18.unmarked": (
        running(kind="short"),
        "A short document is an interim solution only; this one is not marked so.",
    ),
    "A18.endless": (
        running(kind="short", is_interim=True),
        (
            "It is marked as interim. Neither the day until which it holds nor a plan to "
            "replace it is on record."
        ),
    ),
}


@pytest.mark.parametrize("says", READ)
def test_a_finding_reads_as_a_country_manager_would_say_it(says):
    document, text = READ[says]
    given_late = says == "A12.late"
    contributions = [Contribution("analysis", LATER, None)] if given_late else []
    case = a_case(document.framework or FRAMEWORK, contributions=contributions)

    outcome = RULES[says.partition(".")[0]].check(document, case)

    assert (outcome.says, rendered("en", says, outcome.facts).text) == (says, text)


def test_a_country_without_a_team_is_told_so():
    outcome = RULES["A02"].check(running(), a_case(team=None))
    assert rendered("en", outcome.says, outcome.facts).text == (
        "The framework belongs to country team KEN. The country KEN belongs to no country team."
    )


def test_every_finding_on_a_document_has_been_read():
    on_documents = {code for code, rule in RULES.items() if rule.of == "document"}
    says = {each for each in WORDS if each.partition(".")[0] in on_documents}
    assert says == {*READ, "A02.teamless"}
