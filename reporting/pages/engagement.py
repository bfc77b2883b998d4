"""UN-Habitat's part in a framework: signature and level are two facts, each with its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from programmes.models import CooperationFramework
from reporting.completeness import Recorded, recorded
from reporting.pages.parts import Fact
from reporting.pages.words import capital, day
from reporting.selecting import UNKNOWN, engagement_of

Row = Mapping[str, Any]

NOT_RECORDED = gettext_lazy("Not recorded")
SIGNATURES: Final = {
    "yes": pgettext_lazy("signatory", "Yes"),
    "no": pgettext_lazy("signatory", "No"),
    UNKNOWN: NOT_RECORDED,
}
LEVELS: Final = {
    "active": pgettext_lazy("engagement", "Active"),
    "light": pgettext_lazy("engagement", "Light"),
    "none": pgettext_lazy("engagement", "None"),
    UNKNOWN: NOT_RECORDED,
}
PRESENCES: Final = {
    "physical": pgettext_lazy("presence", "Physical"),
    "limited": pgettext_lazy("presence", "Limited"),
    "none": pgettext_lazy("presence", "None"),
    UNKNOWN: NOT_RECORDED,
}


@dataclass(frozen=True)
class Contribution:
    """What UN-Habitat specifically does in a framework, in one sentence."""

    text: str
    as_of: str
    source: str
    is_invented: bool


def framework_part(framework: Row | None) -> Iterator[Fact]:
    """Signature and level in the framework that runs; nothing where none does."""
    if framework is not None:
        note = said(framework["engagement"])
        yield Fact(_("Signatory of the framework"), signatory_word(framework), note=note)
        yield Fact(_("Engagement"), level_word(framework), note=level_note(framework))


def engagement_facts(framework: Row | None, presence: Row | None) -> Iterator[Fact]:
    """Signature, level, presence; what is not recorded says so, which is not "no"."""
    yield from framework_part(framework)
    yield Fact(_("Presence"), presence_word(presence), note=said(presence))


def signatory_word(framework: Row) -> str:
    """Whether UN-Habitat signed."""
    return str(SIGNATURES[engagement_of(framework, "signatory")])


def level_word(framework: Row) -> str:
    """How far UN-Habitat takes part."""
    return str(LEVELS[engagement_of(framework, "level")])


def level_note(framework: Row) -> str:
    """What the record adds to the level."""
    return str((framework["engagement"] or {}).get("note", ""))


def presence_word(presence: Row | None) -> str:
    """UN-Habitat's presence in a country."""
    return str(PRESENCES[presence["kind"] if presence else UNKNOWN])


def kind_word(framework: Row) -> str:
    """What kind of framework it is."""
    return capital(CooperationFramework.Kind(framework["kind"]).label)


def said(record: Row | None) -> str:
    """By whose word, and as of when."""
    if record is None:
        return ""
    if record["provenance"] == "invented":
        return _("Invented for the demonstration")
    parts = {"source": record["source"], "day": day(record["as_of"])}
    if record["as_of"] and record["source"]:
        return _("%(source)s, as of %(day)s") % parts
    return str(record["source"])


def contribution(framework: Row | None) -> Contribution | None:
    """The specific contribution to the framework that runs, where one is on record."""
    if framework is None or recorded(framework) is not Recorded.YES:
        return None
    engagement = framework["engagement"]
    return Contribution(
        text=engagement["specific_contribution"],
        as_of=engagement["as_of"] or "",
        source=engagement["source"],
        is_invented=engagement["provenance"] == "invented",
    )
