"""Figures and names to put into a text: found by group and by words, each as it reads now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reporting.papers.exhibits import EXHIBITS
from reporting.papers.figures import NAMES, Figures, facts
from reporting.papers.living import spoken
from reporting.papers.meanings import meaning
from reporting.papers.notation import Bound

MOST: Final = 40
GROUPS: Final[Mapping[str, Any]] = {
    "reported": gettext_lazy("Reported figures"),
    "counted": gettext_lazy("Counted beside the reported ones"),
    "register": gettext_lazy("Offices, countries and teams"),
    "frameworks": gettext_lazy("Frameworks"),
    "programme_documents": gettext_lazy("Programme documents"),
    "mechanisms": gettext_lazy("Regional mechanisms"),
    "answers": gettext_lazy("Answers"),
    "before": gettext_lazy("Answers in the publication before"),
    "moved": gettext_lazy("Changes since the publication before"),
    "constraints": gettext_lazy("Constraints"),
    "reasons": gettext_lazy("Groups of constraints"),
    "findings": gettext_lazy("Findings"),
    "requests": gettext_lazy("Requests of the Board"),
    "names": gettext_lazy("Names and days"),
    "exhibits": gettext_lazy("Tables and charts"),
}
KINDS: Final[Mapping[str, Any]] = {
    "country": gettext_lazy("Name of a country"),
    "office": gettext_lazy("Name of an office"),
    "area": gettext_lazy("Area of an office"),
    "pillar": gettext_lazy("Title of a pillar"),
    "mechanism": gettext_lazy("Name of a regional mechanism"),
}
FACTS: Final[Mapping[str, Any]] = {
    "round": gettext_lazy("The round"),
    "round.before": gettext_lazy("The round before"),
    "session": gettext_lazy("The session of the Board"),
    "day.register": gettext_lazy("The day of the register"),
    "day.published": gettext_lazy("The day of publication"),
}


@dataclass(frozen=True)
class Pick:
    """A figure or name: how it is written, what it is, how it reads now."""

    written: str
    words: str
    reads: str


@dataclass(frozen=True)
class Found:
    """What a search found; `total` where it is more than is shown."""

    picks: list[Pick]
    total: int

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are shown."""
        return self.total > len(self.picks)


def find(figures: Figures | None, group: str, asked: str) -> Found:
    """The figures of a group in whose name, meaning or reading every word stands."""
    if figures is None:
        return Found([], 0)
    wanted = asked.casefold().split()
    picks = [each for each in every(figures, group) if fits(each, wanted)]
    return Found(picks[:MOST], len(picks))


def fits(pick: Pick, wanted: list[str]) -> bool:
    """Whether all words are in it."""
    said = f"{pick.written} {pick.words} {pick.reads}".casefold()
    return all(word in said for word in wanted)


def every(figures: Figures, group: str) -> Iterator[Pick]:
    """All of a group; without one, all. A table or chart is known by its name alone."""
    for name in figures_in(figures.section):
        if group in ("", name.partition(".")[0]):
            yield pick(figures, name, meaning(figures.section, name))
    if group in ("", "names"):
        yield from (pick(figures, name, words) for name, words in names_in(figures.section))
    if group in ("", "exhibits"):
        yield from (Pick(f"{{{name}}}", exhibit_words(name), "") for name in EXHIBITS)


def pick(figures: Figures, name: str, words: str) -> Pick:
    """One, as it reads now in the original."""
    bound = Bound(name, "", f"{{{name}}}")
    return Pick(bound.written, words, spoken(figures, bound, "en") or "")


def figures_in(section: Mapping[str, Any]) -> Iterator[str]:
    """The names of all figures that have a value."""
    yield from (name for name, each in section["figures"].items() if "value" in each)


def names_in(section: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What has a name in each language, and the facts of the publication."""
    for kind, (part, _names) in NAMES.items():
        yield from ((f"{kind}.{code}", str(KINDS[kind])) for code in section[part])
    yield from ((name, str(FACTS.get(name, name))) for name in facts(section["about"]))


def exhibit_words(name: str) -> str:
    """What is drawn, and of what."""
    kind, _dot, of = name.partition(".")
    pattern = _("Table: %(of)s") if kind == "table" else _("Chart: %(of)s")
    return pattern % {"of": of.replace("_", " ")}


def group_choices() -> list[tuple[str, str]]:
    """The groups as a list of choices."""
    return [("", _("All")), *((code, str(label)) for code, label in GROUPS.items())]
