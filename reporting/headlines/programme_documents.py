"""Programme documents: derived from their framework or not, and whether their period is known."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def derived(derived: int, new: int, unknown: int) -> str:
    """Derivation is the norm (HSP/EB.2025/8, para 17); where it is not recorded, it is not "no"."""
    facts = {"n": number(derived), "all": number(new), "unknown": number(unknown)}
    if not new:
        return _("No programme document of the new generation is on record")
    return (_with_silence(new) if unknown else _plainly(new)) % facts


def _plainly(new: int) -> str:
    return ngettext(
        "%(n)s of %(all)s programme document of the new generation is derived from its framework",
        "%(n)s of %(all)s programme documents of the new generation are derived from their "
        "framework",
        new,
    )


def _with_silence(new: int) -> str:
    return ngettext(
        "%(n)s of %(all)s programme document of the new generation is derived from its framework; "
        "for %(unknown)s it is not recorded",
        "%(n)s of %(all)s programme documents of the new generation are derived from their "
        "framework; for %(unknown)s it is not recorded",
        new,
    )


def running(running: int, on_record: int) -> str:
    """How many are under way."""
    words = ngettext(
        "%(n)s of %(all)s programme document is under way",
        "%(n)s of %(all)s programme documents are under way",
        on_record,
    )
    return words % {"n": number(running), "all": number(on_record)}


def dated(dated: int, found: int) -> str:
    """Of how many the period is known; none is assumed."""
    words = ngettext(
        "%(n)s of %(all)s programme document states its period",
        "%(n)s of %(all)s programme documents state their period",
        found,
    )
    return words % {"n": number(dated), "all": number(found)}


def passing(found: int) -> str:
    """How many pass the filters."""
    words = ngettext(
        "%(n)s programme document passes these filters",
        "%(n)s programme documents pass these filters",
        found,
    )
    return words % {"n": number(found)}
