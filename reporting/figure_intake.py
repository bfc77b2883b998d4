"""A reported figure as a door brings it: read strictly, every fault named, nothing sharpened.

Page and API end here. The hedge is never guessed: a number without one is refused, and so is
a total whose hedge is not said (HSP/EB.2025/8, para 12: 25 of *at least* 45).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.reading import read_choice, read_prose
from accounts.refusals import Faults
from checklist.models import BoardDocument, ReportingRound
from programmes.intake.columns import whole
from regions.models import RegionalOffice
from reporting.comparing import span
from reporting.field_reading import Content, Reader, plain, read_day, read_fields, read_known
from reporting.models import ReportedFigure
from reporting.models.figures import Measure, Qualifier

MOST: Final = 999_999


@dataclass(frozen=True)
class Scene:
    """What a figure may name: offices, documents and rounds with the session each belongs to."""

    offices: Mapping[str, int]
    documents: Mapping[str, tuple[int, int]]
    rounds: Mapping[str, tuple[int, int]]

    def round_of(self, document: str) -> str:
        """The one round that reports to the session the document was before, if there is one."""
        session = self.documents.get(document, (None, None))[1]
        found = [code for code, (_pk, other) in self.rounds.items() if other == session]
        return found[0] if len(found) == 1 else ""


def read_scene() -> Scene:
    """Three queries for any number of figures."""
    documents = BoardDocument.objects.order_by().values_list("symbol", "pk", "session")
    rounds = ReportingRound.objects.order_by().values_list("code", "pk", "session")
    return Scene(
        offices=dict(RegionalOffice.objects.order_by().values_list("code", "pk")),
        documents={symbol: (pk, session) for symbol, pk, session in documents},
        rounds={code: (pk, session) for code, pk, session in rounds},
    )


def content_of(figure: ReportedFigure) -> Content:
    """What a figure on record says."""
    return {
        "round": figure.round.code,
        "office": figure.office.code,
        "measure": figure.measure,
        "qualifier": figure.qualifier,
        "value": figure.value,
        "of_total_qualifier": figure.of_total_qualifier,
        "of_total": figure.of_total,
        "as_of": figure.as_of.isoformat(),
        "document": figure.document.symbol,
        "paragraph": figure.paragraph,
        "meaning": figure.meaning,
    }


def read_figure(sent: Mapping[str, Any], scene: Scene, faults: Faults) -> Content:
    """The figure that was sent, as far as it can be read; each fault at its field."""
    content = read_fields(sent, READERS, EMPTY, REQUIRED, faults, scene)
    content["round"] = _round(content, sent, scene, faults)
    _judge_total(content, faults)
    return content


def _number(value: Any, at: str, faults: Faults, _scene: Scene) -> int | None:
    """Also where a form has it as text."""
    number = whole(value)
    if number is None or not 0 <= number <= MOST:
        words = _("A whole number from 0 to %(most)d is needed here.")
        faults.add(at, "not_a_count", words % {"most": MOST})
        return None
    return number


READERS: Final[Mapping[str, Reader]] = {
    "round": read_known("rounds", "unknown_round"),
    "office": read_known("offices", "unknown_office"),
    "measure": plain(read_choice(tuple(Measure.values), "unknown_measure")),
    "qualifier": plain(read_choice(tuple(Qualifier.values), "unknown_hedge")),
    "value": _number,
    "of_total_qualifier": plain(read_choice(tuple(Qualifier.values), "unknown_hedge")),
    "of_total": _number,
    "as_of": read_day,
    "document": read_known("documents", "unknown_document"),
    "paragraph": plain(read_prose(10)),
    "meaning": plain(read_prose(300)),
}
EMPTY: Final = {"value": None, "of_total": None, "as_of": None}
REQUIRED: Final = ("office", "measure", "qualifier", "value", "as_of", "document", "paragraph")


def _round(content: Content, sent: Mapping[str, Any], scene: Scene, faults: Faults) -> str:
    """The round that was named, or the one that reports to the session of the document."""
    named = content["round"] or scene.round_of(content["document"])
    if not named and not sent.get("round") and content["document"]:
        words = _("Name the round: not one round reports to the session of this document.")
        faults.add("/round", "required", words)
    return str(named)


def _judge_total(content: Content, faults: Faults) -> None:
    """A total with its hedge, and nothing that cannot be a part of it."""
    has_total, hedge = content["of_total"] is not None, content["of_total_qualifier"]
    if has_total and not hedge:
        words = _("Say how the document hedges the total; exactly where it does not.")
        faults.add("/of_total_qualifier", "required", words)
    if hedge and not has_total:
        faults.add("/of_total", "required", _("There is a hedge, and no total."))
    if has_total and hedge and content["value"] is not None and content["qualifier"]:
        _judge_part(content, faults)


def _judge_part(content: Content, faults: Faults) -> None:
    """The lowest that the part can be lies under the highest that its whole can be."""
    lowest, _highest = span(content["qualifier"], content["value"])
    _lowest, highest = span(content["of_total_qualifier"], content["of_total"])
    if highest is not None and lowest > highest:
        words = _("The part is greater than the total it is a part of.")
        faults.add("/of_total", "part_exceeds_total", words)
