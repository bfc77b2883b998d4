"""Figures and names to put into a text: found by group and by words, each as it reads now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from regions.languages import in_language
from reporting.models.figures import Measure
from reporting.pages.words import capital
from reporting.papers.figures import NAMES, Figures, facts
from reporting.papers.living import spoken
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
    """All of a group; without one, all."""
    words = codes_in_words(figures.section)
    for name in names_in(figures.section):
        kind = group_of(name)
        if group in ("", kind):
            bound = Bound(name, "", f"{{{name}}}")
            reads = spoken(figures, bound, "en")
            if reads is not None:
                yield Pick(bound.written, meaning(name, words), reads)


def names_in(section: Mapping[str, Any]) -> Iterator[str]:
    """Every name that a text may take, figures first."""
    yield from (name for name, each in section["figures"].items() if "value" in each)
    for kind, (part, _names) in NAMES.items():
        yield from (f"{kind}.{code}" for code in section[part])
    yield from facts(section["about"])


def group_of(name: str) -> str:
    """The group in which it is looked for."""
    head = name.partition(".")[0]
    return head if head in GROUPS else "names"


def codes_in_words(section: Mapping[str, Any]) -> dict[str, str]:
    """What the codes in names stand for, in the reader's language."""
    return {
        **{str(code): str(label) for code, label in Measure.choices},
        **{code: in_language(names) for code, names in section["countries"].items()},
        **{code: in_language(row["area_names"]) for code, row in section["offices"].items()},
        **{code: in_language(names) for code, names in section["pillars"].items()},
        **{code: in_language(names) for code, names in section["mechanisms"].items()},
    }


def meaning(name: str, words: Mapping[str, str]) -> str:
    """A name in words, part by part."""
    head, *parts = name.split(".")
    said = [words.get(part, part.replace("_", " ")) for part in parts]
    return capital(", ".join(said) or head.replace("_", " "))


def group_choices() -> list[tuple[str, str]]:
    """The groups as a list of choices."""
    return [("", _("All")), *((code, str(label)) for code, label in GROUPS.items())]
