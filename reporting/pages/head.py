"""The head of every page: which publication this is, and what to know before reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.languages import in_language
from reporting.pages.editions import Reading
from reporting.pages.parts import Crumb, Fact, Link, named
from reporting.pages.words import day, number


@dataclass(frozen=True)
class Notice:
    """A banner over a page."""

    kind: str
    title: str
    text: str = ""
    actions: Sequence[Link] = ()


@dataclass(frozen=True)
class Head:
    """What stands over a page: trail, headline, lead and facts."""

    title: str
    headline: str
    lead: str = ""
    eyebrow: str = ""
    crumbs: Sequence[Crumb] = ()
    facts: Sequence[Fact] = ()
    notices: Sequence[Notice] = field(default_factory=list)


def notices(reading: Reading) -> list[Notice]:
    """That a publication was withdrawn or corrected, or that a newer one is in force.

    A preview has a banner of its own over every page.
    """
    edition = reading.edition
    facts = {"round": edition.round, "number": edition.number}
    found: list[Notice] = []
    if edition.is_preview:
        return found
    if edition.withdrawn_because:
        title = _("Publication %(round)s/%(number)s was withdrawn") % facts
        found.append(Notice("stop", title, edition.withdrawn_because, latest(edition.is_latest)))
    elif edition.corrected_by:
        later = {"round": edition.round, "number": edition.corrected_by}
        title = _("Publication %(round)s/%(number)s was corrected") % facts
        place = reverse("publication", kwargs=later)
        label = _("Read publication %(round)s/%(number)s") % later
        found.append(Notice("warn", title, edition.correction_note, [Link(label, place)]))
    elif not edition.is_latest:
        title = _("This is publication %(round)s/%(number)s") % facts
        found.append(Notice("note", title, _("A newer one is in force."), latest(False)))
    return found


def latest(is_latest: bool) -> list[Link]:
    """The way to what is in force."""
    return [] if is_latest else [Link(_("Read the latest publication"), "/")]


def publication_facts(reading: Reading) -> list[Fact]:
    """Which publication, of when, compared with what."""
    edition, about = reading.edition, reading.about
    return [
        Fact(_("Publication"), publication_name(reading), edition.address),
        Fact(_("Published"), day(edition.published_at)),
        Fact(_("Answers as of"), day(answers_as_of(about))),
        Fact(_("Register as of"), day(about["register_as_of"])),
        *_compared(reading),
    ]


def answers_as_of(about: Mapping[str, Any]) -> str:
    """The day of the freeze by the calendar; a round published before it was frozen earlier."""
    planned: str = about["round"]["freezes_on"]
    return min(planned, about["register_as_of"])


def _compared(reading: Reading) -> list[Fact]:
    before = reading.about["previous"]
    if before is None:
        return [Fact(_("Compared with"), _("nothing: this is the first publication"))]
    session = before["session"]
    note = named(session) if session else ""
    compared = Fact(_("Compared with"), _("Round %(round)s") % before, note=note)
    return [compared, *_reworded(reading, before["reworded"])]


def _reworded(reading: Reading, items: int) -> list[Fact]:
    """That not all of the comparison is of like with like."""
    words = ngettext("%(n)s item since then", "%(n)s items since then", items)
    url = reading.to("changes", {"change": "reworded"})
    note = f"≠ {_('other words than in the round before')}"
    found = Fact(_("Wording changed"), words % {"n": number(items)}, url, note)
    return [found] if items else []


def publication_name(reading: Reading) -> str:
    """The publication as it is cited."""
    facts = {"round": reading.edition.round, "number": reading.edition.number}
    return _("Round %(round)s, publication %(number)s") % facts


def for_session(reading: Reading) -> str:
    """The round and the session of the Board it reports to."""
    session = reading.about["session"]
    facts = {"round": reading.round}
    if session is None:
        return _("Round %(round)s") % facts
    facts |= {"session": named(session), "opens": day(session["opens_on"])}
    return _("Round %(round)s, for the Executive Board, %(session)s, opening on %(opens)s") % facts


def reconstruction(reading: Reading) -> str:
    """That the wording of the checklist is ours until the official text is loaded."""
    checklist = reading.about["checklist"]
    if not checklist["is_reconstruction"]:
        return ""
    words = _(
        "The checklist shown is a working reconstruction (version %(version)s), until the "
        "official text is loaded."
    )
    return words % {"version": checklist["version"]}


def checklist_title(reading: Reading) -> str:
    """The checklist by its title."""
    return in_language(reading.about["checklist"]["titles"])


def foot_links(reading: Reading) -> list[Link]:
    """What a reader may want to know of the whole, at the foot of every page."""
    return [
        Link(_("How shares are counted"), reading.to("method")),
        Link(_("Search"), reading.to("search")),
        Link(_("What holds answers back"), reading.to("constraints")),
        Link(_("Sessions and documents"), reading.to("documents")),
        Link(_("What members asked for"), reading.to("requests")),
        Link(_("Country teams"), reading.to("teams")),
        Link(_("Mechanisms"), reading.to("mechanisms")),
        Link(_("Programme documents"), reading.to("programme-documents")),
        Link(_("Findings"), reading.to("findings")),
        Link(_("Papers"), reading.to("papers")),
        Link(_("Languages"), reverse("languages")),
        Link(_("Publication and checksum"), reading.edition.address),
    ]
