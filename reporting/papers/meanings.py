"""What each figure is, in words, and where it comes from: the list at the end of a paper.

The words are those of the pages that show the same numbers; no name of a figure is shown alone.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from regions.languages import in_language
from reporting.constraint_groups import LABELS
from reporting.headlines import constraint
from reporting.models.figures import Measure
from reporting.pages.filtering import KINDS
from reporting.pages.findings import SEVERITIES, title_of
from reporting.pages.moves import move_word
from reporting.pages.parts import area
from reporting.pages.request_words import state_word
from reporting.pages.words import capital
from reporting.papers.notation import Bound
from reporting.snapshots.movement import CHANGED

Record = Mapping[str, Any]

TOTAL: Final = "total"

COLUMNS: Final = {
    "register.offices": gettext_lazy("Offices on record"),
    "register.countries": gettext_lazy("Countries on record"),
    "register.teams": gettext_lazy("Country teams on record"),
    "frameworks.running": gettext_lazy("Cooperation Frameworks that run"),
    "frameworks.signed": gettext_lazy("Frameworks that run and that UN-Habitat signed"),
    "frameworks.signature_unknown": gettext_lazy(
        "Frameworks that run and of which the signature is not recorded"
    ),
    "frameworks.active": gettext_lazy("Frameworks that run, with active engagement"),
    "frameworks.light": gettext_lazy("Frameworks that run, with light engagement"),
    "frameworks.level_unknown": gettext_lazy(
        "Frameworks that run and of which the engagement is not recorded"
    ),
    "programme_documents.on_record": gettext_lazy("Programme documents on record"),
    "programme_documents.new": gettext_lazy("Programme documents of the new generation"),
    "programme_documents.derived": gettext_lazy(
        "Programme documents of the new generation, derived from the framework"
    ),
    "programme_documents.not_derived": gettext_lazy(
        "Programme documents of the new generation, not derived from the framework"
    ),
    "programme_documents.derivation_unknown": gettext_lazy(
        "Programme documents of the new generation of which the derivation is not recorded"
    ),
    "programme_documents.running": gettext_lazy("Programme documents under way"),
    "mechanisms.mechanisms": gettext_lazy("Regional mechanisms on record"),
    "mechanisms.with_role": gettext_lazy("Regional mechanisms in which UN-Habitat has a role"),
}
"""Numbers of the register, by the name of the figure without its office."""


def answers(kind: str) -> str:
    """Answers of a kind, all of them, or the share of those that are full."""
    if kind == "share":
        return _("Share of full answers")
    if kind == "total":
        return _("Answers, those that are not applicable among them")
    return _("Answers: %(kind)s") % {"kind": KINDS[kind]}


GROUPS: Final[Mapping[str, Callable[[str], str]]] = {
    "reported": lambda code: capital(Measure(code).label),
    "counted": lambda code: (
        _("%(measure)s, as counted in the records") % {"measure": capital(Measure(code).label)}
    ),
    "answers": answers,
    "before": lambda code: _("%(figure)s, in the publication before") % {"figure": answers(code)},
    "constraints": lambda code: (
        _("Answers naming ‘%(constraint)s’") % {"constraint": constraint(code)}
    ),
    "reasons": lambda code: (
        _("Answers naming a reason of the group ‘%(reason)s’") % {"reason": LABELS[code]}
    ),
    "moved": lambda code: (
        _("Answers since the publication before: %(move)s")
        % {"move": _("Changed") if code == CHANGED else move_word(code)}
    ),
    "findings": lambda code: (
        _("Findings: %(rule)s")
        % {"rule": SEVERITIES[code] if code in SEVERITIES else title_of(code)}
    ),
    "requests": lambda code: _("Requests of the Board: %(state)s") % {"state": state_word(code)},
}
"""The words of each group of figures, from the part of the name after it."""


def described(section: Record, bound: Bound) -> str:
    """A figure as a text asks for it; `total` is the number of which it is a part."""
    words = meaning(section, bound.name)
    return _("Of how many: %(figure)s") % {"figure": words} if bound.option == TOTAL else words


def meaning(section: Record, name: str) -> str:
    """A figure in words, with the pillar and the office that it is of."""
    group, code, *places = name.split(".")
    try:
        what = str(COLUMNS.get(f"{group}.{code}") or GROUPS[group](code))
    except (KeyError, ValueError):
        what = name
    where = [place(section, each) for each in places]
    facts = {"figure": what, "places": "; ".join(where)}
    return _("%(figure)s (%(places)s)") % facts if where else what


def place(section: Record, code: str) -> str:
    """A pillar by its title, an office by the area it serves."""
    if code in section["pillars"]:
        return in_language(section["pillars"][code])
    return area(section["offices"][code]) if code in section["offices"] else code


def cited_at(figure: Record) -> str:
    """Document and paragraph of a figure that a document states; nothing for a counted one."""
    if not figure.get("document"):
        return ""
    facts = {"document": figure["document"], "paragraph": figure.get("paragraph", "")}
    if not facts["paragraph"]:
        return str(facts["document"])
    return _("%(document)s, para %(paragraph)s") % facts
