"""Putting evidence on file: a link, which is never fetched, a document's reference, or a file."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.reading import read_choice, read_date, unknown_fields
from accounts.refusals import Faults, Invalid
from checklist.actions.acting import acting, refuse_unless
from checklist.filing.judging import Judged, judge
from checklist.filing.keeping import kept
from checklist.models import Evidence
from regions.models import RegionalOffice
from regions.texts import has_control_characters, has_direction_marks

KINDS = (Evidence.Kind.LINK.value, Evidence.Kind.DOCUMENT.value)
FIELDS = ("kind", "title", "link", "reference", "dated_on")
LIMITS = {"title": 200, "link": 500, "reference": 200}
is_web_address = URLValidator(schemes=["http", "https"])


def put_on_file(office: RegionalOffice, values: Mapping[str, Any], *, by: Actor) -> Evidence:
    """Evidence of an office, by the office itself or by the secretariat for it."""
    refuse_unless(may_file_for(office, by), "not_your_office")
    fields = read(values)
    with acting(by):
        url = fields.pop("link")
        return Evidence.objects.create(office=office, url=url, created_by=by.user, **fields)


def put_file(
    office: RegionalOffice,
    upload: UploadedFile,
    *,
    title: str,
    dated_on: Any,
    sha256: str = "",
    by: Actor,
) -> Evidence:
    """A file of an office as evidence; the same file of the same office is kept once.

    Without a title it is called by its file name. `dated_on` is a day as text, or nothing.
    A `sha256` that the sender gives must be that of what arrived.
    """
    refuse_unless(may_file_for(office, by), "not_your_office")
    faults = Faults()
    file_name = PurePath(upload.name or "").name
    judged = judge(upload.read(), file_name, faults)
    if judged and sha256 and sha256.lower() != judged.sha256:
        words = _("What arrived is not what was sent: its SHA-256 is %(sha256)s.")
        faults.add("/sha256", "digest_mismatch", words % {"sha256": judged.sha256})
    named = read_line(title, "title", faults)
    day = read_date(dated_on, "/dated_on", faults)
    if faults.found or judged is None:
        raise Invalid(faults.found)
    with acting(by):
        title = named or PurePath(judged.file_name).stem
        return keep_once(office, judged, by=by, title=title, dated_on=day)


def may_file_for(office: RegionalOffice, by: Actor) -> bool:
    """The office itself, or the secretariat for it."""
    return policy.may_answer_for(by, office.pk) or policy.may_review(by)


def keep_once(office: RegionalOffice, judged: Judged, *, by: Actor, **fields: Any) -> Evidence:
    """The file on record under its digest; one that is there already is not stored again.

    Two at once with the same file: the office is held, so the second finds the first's.
    """
    RegionalOffice.objects.select_for_update(no_key=True).get(pk=office.pk)
    known = Evidence.objects.filter(office=office, sha256=judged.sha256).first()
    if known is not None:
        return known
    with kept(judged.content) as name:
        return Evidence.objects.create(
            office=office,
            kind=Evidence.Kind.FILE,
            file_name=judged.file_name,
            media_type=judged.media_type,
            size=len(judged.content),
            sha256=judged.sha256,
            stored_as=name,
            created_by=by.user,
            **fields,
        )


def read(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, or every fault in them."""
    faults = Faults()
    unknown_fields(values, FIELDS, "", faults)
    for name in ("kind", "title"):
        if not values.get(name):
            faults.add(f"/{name}", "required", _("This field is required."))
    fields = {name: read_line(values.get(name), name, faults) for name in LIMITS}
    if values.get("kind"):
        fields["kind"] = read_choice(KINDS, "unknown_kind")(values["kind"], "/kind", faults)
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
