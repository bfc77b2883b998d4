"""What the figures and tables of a country or a country team say."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from checklist.compliance import Tally
from reporting.country_headlines import months_short
from reporting.covering import Cover, cover_in, newest, running
from reporting.pages.words import day, number
from reporting.selecting import UNKNOWN, engagement_of, presence_in

Row = Mapping[str, Any]


def periods(frameworks: Sequence[Row], documents: Sequence[Row], today: str) -> str:
    """What the time line shows of framework and programme document."""
    framework, document = running(frameworks, today), newest(documents)
    cover = cover_in(frameworks, documents, today)
    if framework is None:
        return _no_framework(frameworks, today)
    if document is None:
        return framework_alone(framework)
    if cover is Cover.SHORT:
        return _uncovered(months_short(document, framework))
    return BESIDE[cover] % {"day": day(document["ends_on"])}


BESIDE: Final = {
    Cover.INTERIM: gettext_lazy("An interim document stands where a full programme would"),
    Cover.UNSTATED: gettext_lazy("The programme document has no dates, and is not drawn"),
    Cover.ENDED: gettext_lazy("No programme document serves the framework since %(day)s"),
    Cover.WHOLE: gettext_lazy("A programme document serves the framework to its end"),
}


def framework_alone(framework: Row) -> str:
    """A framework without a programme document beside it."""
    agreed = framework["original_ends_on"]
    if agreed and agreed < framework["ends_on"]:
        words = _("The framework was agreed to %(agreed)s and now runs to %(last)s")
        return words % {"agreed": day(agreed), "last": day(framework["ends_on"])}
    return _("The framework runs to %(last)s, as agreed") % {"last": day(framework["ends_on"])}


def _no_framework(frameworks: Sequence[Row], today: str) -> str:
    following = min(
        (row["starts_on"] for row in frameworks if row["starts_on"] > today), default=""
    )
    if following:
        return _("The next framework begins on %(day)s") % {"day": day(following)}
    if frameworks:
        last = max(row["ends_on"] for row in frameworks)
        return _("The last framework ended on %(day)s") % {"day": day(last)}
    return _("A programme document is on record, and no framework")


def _uncovered(months: int) -> str:
    words = ngettext(
        "No programme document serves the last %(n)s month of the framework",
        "No programme document serves the last %(n)s months of the framework",
        months,
    )
    return words % {"n": number(months)}


def engagement(framework: Row | None, country: Row | None) -> str:
    """Signature and engagement in one sentence, each as it is recorded; else the presence."""
    if framework is None:
        return str(PRESENT[presence_in(country) if country else UNKNOWN])
    part = engagement_of(framework, "signatory"), engagement_of(framework, "level")
    return str(PARTS[part])


PRESENT: Final = {
    "physical": gettext_lazy("UN-Habitat is physically present; no framework runs"),
    "limited": gettext_lazy("UN-Habitat has a limited presence; no framework runs"),
    "none": gettext_lazy("UN-Habitat is not present; no framework runs"),
    UNKNOWN: gettext_lazy("UN-Habitat’s presence is not recorded; no framework runs"),
}
PARTS: Final = {
    ("yes", "active"): gettext_lazy("UN-Habitat signed the framework and is active in it"),
    ("yes", "light"): gettext_lazy("UN-Habitat signed the framework; its engagement is light"),
    ("yes", "none"): gettext_lazy("UN-Habitat signed the framework; it does not take part in it"),
    ("yes", UNKNOWN): gettext_lazy(
        "UN-Habitat signed the framework; its engagement is not recorded"
    ),
    ("no", "active"): gettext_lazy("UN-Habitat did not sign the framework, and is active in it"),
    ("no", "light"): gettext_lazy("UN-Habitat did not sign the framework; its engagement is light"),
    ("no", "none"): gettext_lazy(
        "UN-Habitat did not sign the framework and does not take part in it"
    ),
    ("no", UNKNOWN): gettext_lazy(
        "UN-Habitat did not sign the framework; its engagement is not recorded"
    ),
    (UNKNOWN, "active"): gettext_lazy(
        "UN-Habitat is active in the framework; whether it signed is not recorded"
    ),
    (UNKNOWN, "light"): gettext_lazy(
        "UN-Habitat’s engagement is light; whether it signed the framework is not recorded"
    ),
    (UNKNOWN, "none"): gettext_lazy(
        "UN-Habitat does not take part in the framework; whether it signed is not recorded"
    ),
    (UNKNOWN, UNKNOWN): gettext_lazy(
        "UN-Habitat’s signature and engagement in the framework are not recorded"
    ),
}


def documents(rows: Sequence[Row]) -> str:
    """How many programme documents there are, and how many of the new generation."""
    new = sum(row["generation"] == "new" for row in rows)
    words = ngettext(
        "%(n)s programme document is on record; of the new generation: %(new)s",
        "%(n)s programme documents are on record; of the new generation: %(new)s",
        len(rows),
    )
    return words % {"n": number(len(rows)), "new": number(new)}


def support(rows: Sequence[Row]) -> str:
    """How many roles in regional mechanisms reach the country."""
    words = ngettext(
        "Supported through %(n)s role in a regional mechanism",
        "Supported through %(n)s roles in regional mechanisms",
        len(rows),
    )
    return words % {"n": number(len(rows))}


def answers(now: Tally, up: int, down: int, round_before: str) -> str:
    """How many answers are full, and how many moved either way since the round before."""
    facts = {"full": number(now.full), "counted": number(now.counted)}
    if not round_before:
        words = _("%(full)s of %(counted)s answers that apply are full")
        return words % facts
    if not (up or down):
        words = _("%(full)s of %(counted)s answers that apply are full; none moved since %(round)s")
        return words % {**facts, "round": round_before}
    words = _(
        "%(full)s of %(counted)s answers that apply are full; since %(round)s, "
        "%(up)s moved up and %(down)s down"
    )
    return words % {**facts, "round": round_before, "up": number(up), "down": number(down)}
