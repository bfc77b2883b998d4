"""Versions of the checklist in the register."""

from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from checklist.models import Checklist
from checklist.models.checklists import Level
from reporting.staff.register.cells import chosen, code, listed, number, plain, spoken
from reporting.staff.register.kinds import Cell, Column, Field, Kind, Related, record_url


def levels_of(item: Any) -> Cell:
    """Who an item is asked of."""
    names = dict(Level.choices)
    return listed(str(names[level]) for level in item.levels)


def is_asked(item: Any) -> Cell:
    """Whether an item is asked, and if not, why."""
    return Cell(str(_("asked"))) if item.is_on else Cell(str(_("off")), note=item.why_off)


CHECKLISTS = Kind(
    slug="checklists",
    title=_("Checklist versions"),
    about=_("The checklist is data: a later version is another record, loaded from a file."),
    model=Checklist,
    rows=lambda: Checklist.objects.annotate(
        item_count=Count("items"), asked_count=Count("items", filter=Q(items__is_on=True))
    ).order_by("-version"),
    key="version",
    name=lambda checklist: checklist.title,
    columns=(
        Column(
            _("Checklist"),
            lambda row: Cell(row.title, record_url("checklists", row.version), row.version),
        ),
        Column(_("Label"), plain("label")),
        Column(_("Items"), lambda row: Cell(number(row.item_count))),
        Column(_("Items asked"), lambda row: Cell(number(row.asked_count))),
        Column(_("Source"), plain("source")),
    ),
    fields=(
        Field("version", _("Version")),
        Field("titles", _("Title")),
        Field("label", _("Label")),
        Field("is_reconstruction", _("Working reconstruction")),
        Field("source", _("Source")),
        Field("digest", _("Digest of the text"), code("digest")),
    ),
    loaded_from=_("Loaded from a checklist file"),
    related=(
        Related(
            title=_("Items"),
            rows=lambda checklist: checklist.items.all(),
            columns=(
                Column(_("Item"), code("code")),
                Column(_("Title"), spoken("title")),
                Column(_("Asked of"), levels_of),
                Column(_("Certainty"), chosen("certainty")),
                Column(_("Use"), is_asked),
            ),
            absent=_("This version has no items."),
        ),
    ),
)
