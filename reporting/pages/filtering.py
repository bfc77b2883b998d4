"""Filters of a page: links that narrow it, and one that takes them off."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programmes.models import CountryProgrammeDocument, MechanismRole
from regions.provenance import OnRecord
from regions.templatetags.marks import VERDICTS
from reporting.completeness import Recorded
from reporting.constraint_groups import LABELS
from reporting.covering import Cover
from reporting.headlines import constraint
from reporting.headlines.parts import of_part
from reporting.pages.covers import COVERS
from reporting.pages.editions import Reading
from reporting.pages.engagement import LEVELS, PRESENCES, SIGNATURES
from reporting.pages.findings import SEVERITIES, outcome_word
from reporting.pages.headline import Headline
from reporting.pages.moves import move_word
from reporting.pages.parts import area, titled
from reporting.pages.request_words import WORDS as REQUESTS
from reporting.pages.words import capital, day
from reporting.selecting import DAY
from reporting.snapshots.lists.mechanism_roles import NO_ROLE

RECORDED: Final = {
    Recorded.YES: gettext_lazy("Recorded"),
    Recorded.NO: gettext_lazy("Not recorded"),
    Recorded.NO_FRAMEWORK: gettext_lazy("No framework runs"),
}
ANSWERS: Final = {str(each): each.label for each in OnRecord}
KINDS: Final = {
    **VERDICTS,
    "not_full": gettext_lazy("Partial or not started"),
    "counted": gettext_lazy("Counted in shares"),
}
LEVEL_WORDS: Final = {
    "G": gettext_lazy("UN-Habitat as a whole"),
    "R": gettext_lazy("Each regional office"),
    "C": gettext_lazy("Each country team"),
}
DUE: Final = {
    "overdue": gettext_lazy("Overdue"),
    "soon": gettext_lazy("Due within half a year"),
    "later": gettext_lazy("Due later"),
    "undated": gettext_lazy("Without a date"),
    "none": gettext_lazy("None stated"),
}


@dataclass(frozen=True)
class Option:
    """A value of a filter with its words."""

    value: str
    label: str


@dataclass(frozen=True)
class Choice:
    """A link to the page with one value chosen, or with none."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class FilterRow:
    """One filter with its values."""

    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class FilterBar:
    """The filters of a page, and the way back to the whole."""

    rows: list[FilterRow]
    words: list[str]
    clear_url: str


def filter_bar(
    reading: Reading,
    page: str,
    codes: dict[str, str] | None = None,
    **filters: tuple[str, Sequence[Option]],
) -> FilterBar:
    """The filters that a page offers, and in words all that narrow it now."""
    rows = [
        FilterRow(label, choices(reading, page, codes or {}, name, options))
        for name, (label, options) in filters.items()
    ]
    words = [words_of(reading, name, value) for name, value in reading.filters.items()]
    clear = reading.to(page, None, **(codes or {})) if reading.filters else ""
    return FilterBar(rows, words, clear)


def words_of(reading: Reading, name: str, value: str) -> str:
    """A filter as a reader says it; one may come with the address of a figure."""
    if name == "office":
        return office_words(reading, value)
    if name in DAY.values():
        return _("on %(day)s") % {"day": day(value)}
    if name in REQUESTS:
        return REQUESTS[name](reading, value)
    words: dict[str, Callable[[str], str]] = {
        "kind": lambda each: str(KINDS[each]),
        "change": move_word,
        "pillar": lambda each: titled_in(reading, "pillars", each),
        "item": lambda each: titled_in(reading, "items", each),
        "reason": lambda each: _("Held back by: %(reason)s") % {"reason": LABELS[each]},
        "asked": lambda each: _("Asked of: %(level)s") % {"level": LEVEL_WORDS[each]},
        "due": lambda each: _("Next step: %(due)s") % {"due": DUE[each]},
        "constraint": constraint,
        "signatory": lambda each: _("Signatory: %(answer)s") % {"answer": SIGNATURES[each]},
        "recorded": lambda each: (
            _("Specific contribution: %(answer)s") % {"answer": RECORDED[Recorded(each)]}
        ),
        "level": lambda each: _("Engagement: %(level)s") % {"level": LEVELS[each]},
        "presence": lambda each: _("Presence: %(presence)s") % {"presence": PRESENCES[each]},
        "projects": lambda each: _("Projects: %(answer)s") % {"answer": ANSWERS[each]},
        "analysis": lambda each: (
            _("Support to the analysis: %(answer)s") % {"answer": ANSWERS[each]}
        ),
        "programme": lambda each: str(COVERS[Cover(each)]),
        "generation": lambda each: capital(CountryProgrammeDocument.Generation(each).label),
        "derived": lambda each: _("Derived: %(answer)s") % {"answer": ANSWERS[each]},
        "running": lambda each: _("Under way: %(answer)s") % {"answer": ANSWERS[each]},
        "year": lambda each: _("Ends in %(year)s") % {"year": each},
        "within": lambda each: _("Ends in the next %(n)s months") % {"n": each},
        "successor": lambda each: _("Next on record: %(answer)s") % {"answer": ANSWERS[each]},
        "act": lambda _each: _("Something is due"),
        "role": role_filter_word,
        "rule": lambda each: _("Rule %(code)s") % {"code": each},
        "severity": lambda each: str(SEVERITIES[each]),
        "outcome": outcome_word,
    }
    return words[name](value)


def finding_over(reading: Reading, finding: str, passing: str) -> Headline:
    """What is found in the whole or in an office; of any other choice, how many rows pass."""
    office = reading.filters.get("office")
    if set(reading.filters) - {"office"}:
        return reading.says("narrowed", passing)
    if office:
        return reading.says("narrowed", of_part(office_words(reading, office), finding))
    return reading.says("page", finding)


def options(words: Mapping[Any, Any]) -> list[Option]:
    """The values of a filter, each in words."""
    return [Option(str(value), capital(label)) for value, label in words.items()]


def office_options(reading: Reading) -> list[Option]:
    """The offices that serve countries."""
    offices = reading.section["offices"]
    return [Option(row["code"], area(row)) for row in offices if row["kind"] != "headquarters"]


def office_words(reading: Reading, code: str) -> str:
    """An office by its area, where the page knows it."""
    offices = reading.section.get("offices", [])
    return next((area(row) for row in offices if row["code"] == code), code)


def titled_in(reading: Reading, collection: str, code: str) -> str:
    """A pillar or an item by its title, where the page knows it."""
    rows = reading.section.get(collection, [])
    return next((titled(row) for row in rows if row["code"] == code), code)


def role_filter_word(role: str) -> str:
    """A role in a mechanism, or that none is on record."""
    return _("No role on record") if role == NO_ROLE else capital(MechanismRole.Role(role).label)


def choices(
    reading: Reading, page: str, codes: dict[str, str], name: str, options: Sequence[Option]
) -> list[Choice]:
    """All first, then each value."""
    others = {key: value for key, value in reading.filters.items() if key != name}
    current = reading.filters.get(name)
    whole = Choice(_("All"), reading.to(page, others, **codes), current is None)
    return [
        whole,
        *(
            Choice(
                option.label,
                reading.to(page, {**others, name: option.value}, **codes),
                option.value == current,
            )
            for option in options
        ),
    ]
