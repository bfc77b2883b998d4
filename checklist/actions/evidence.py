"""Putting evidence on file: a link, which is never fetched, or the reference of a document."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Faults, Invalid
from checklist.actions.acting import acting, refuse_unless
from checklist.models import Evidence
from checklist.reading import read_choice, read_date, unknown_fields
from regions.models import RegionalOffice
from regions.texts import has_control_characters, has_direction_marks

FIELDS = ("kind", "title", "link", "reference", "dated_on")
LIMITS = {"title": 200, "link": 500, "reference": 200}
is_web_address = URLValidator(schemes=["http", "https"])


def put_on_file(office: RegionalOffice, values: Mapping[str, Any], *, by: Actor) -> Evidence:
    """Evidence of an office, by the office itself or by the secretariat for it."""
    allowed = policy.may_answer_for(by, office.pk) or policy.may_review(by)
    refuse_unless(allowed, "not_your_office")
    fields = read(values)
    with acting(by):
        url = fields.pop("link")
        return Evidence.objects.create(office=office, url=url, created_by=by.user, **fields)


def read(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, or every fault in them."""
    faults = Faults()
    unknown_fields(values, FIELDS, "", faults)
    for name in ("kind", "title"):
        if not values.get(name):
            faults.add(f"/{name}", "required", _("This field is required."))
    fields = {name: read_line(values.get(name), name, faults) for name in LIMITS}
    if values.get("kind"):
        kinds = (Evidence.Kind.LINK.value, Evidence.Kind.DOCUMENT.value)
        fields["kind"] = read_choice(kinds, "unknown_kind")(values["kind"], "/kind", faults)
        check_place(fields, faults)
    dated_on = read_date(values.get("dated_on"), "/dated_on", faults)
    if faults.found:
        raise Invalid(faults.found)
    return {**fields, "dated_on": dated_on}


def read_line(value: Any, name: str, faults: Faults) -> str:
    """One line of plain text: nothing in it that could show in another order than it is stored."""
    if value in (None, ""):
        return ""
    if not isinstance(value, str):
        faults.add(f"/{name}", "not_a_text", _("A text is needed here."))
        return ""
    if len(value) > LIMITS[name]:
        words = _("The text has %(length)d characters; at most %(limit)d are kept.")
        facts = {"length": len(value), "limit": LIMITS[name]}
        faults.add(f"/{name}", "too_long", words % facts)
    if has_control_characters(value) or has_direction_marks(value):
        faults.add(f"/{name}", "bad_character", _("The text has control characters."))
    return value.strip()


def check_place(fields: Mapping[str, str], faults: Faults) -> None:
    """A link has its address, a document its reference."""
    if fields["kind"] == Evidence.Kind.DOCUMENT and not fields["reference"]:
        faults.add("/reference", "required", _("A document has its symbol or reference."))
    if fields["kind"] == Evidence.Kind.LINK and not fields["link"]:
        faults.add("/link", "required", _("A link has its address."))
    if fields["link"]:
        try:
            is_web_address(fields["link"])
        except ValidationError:
            faults.add("/link", "not_a_web_address", _("Use an address of http or https."))
