"""What a body says, before anything is done with it."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from accounts import policy
from accounts.policy import Actor
from accounts.reading import unknown
from accounts.refusals import Fault, Invalid
from api.errors import Problem
from api.frames import Shape
from api.pagination import refuse_parameter
from regions.languages import CODES
from regions.models import RegionalOffice


def invalid(pointer: str, code: str, message: str) -> Invalid:
    """One fault in a body."""
    return Invalid([Fault(pointer, code, message)])


def body_object(request: Request) -> dict[str, Any]:
    """The body, which is an object."""
    if not isinstance(request.data, dict):
        raise invalid("", "not_an_object", _("An object is needed here."))
    return dict(request.data)


def refuse_unknown(values: dict[str, Any], known: tuple[str, ...]) -> None:
    """A misspelt field is a fault, not ignored."""
    faults = [
        Fault(f"/{name}", "unknown_field", unknown(name, known))
        for name in values
        if name not in known
    ]
    if faults:
        raise Invalid(faults)


def text_of(values: dict[str, Any], name: str, limit: int = 5000) -> str:
    """A text that may be left out."""
    value = values.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise invalid(f"/{name}", "not_a_text", _("A text is needed here."))
    if len(value) > limit:
        words = _("The text has %(length)d characters; at most %(limit)d are kept.")
        raise invalid(f"/{name}", "too_long", words % {"length": len(value), "limit": limit})
    return value


def wanted_language(request: Request, actor: Actor) -> str:
    """One of the six of the address, or the reader's own."""
    code: str = request.query_params.get("language", actor.user.language)
    if code not in CODES:
        words = _("Use one of: %(allowed)s.") % {"allowed": ", ".join(CODES)}
        raise refuse_parameter("language", "bad_value", words)
    return code


def office_named(code: Any, actor: Actor) -> RegionalOffice:
    """The office to write for: taken from the caller; one that is named must be the caller's."""
    if code is not None and not isinstance(code, str):
        raise invalid("/office", "not_a_text", _("A text is needed here."))
    if policy.may_review(actor):
        return _any_office(code)
    own = offices_of(actor)
    if not code and len(own) == 1:
        return own[0]
    if not code:
        raise invalid("/office", "required", _("This field is required."))
    named = [office for office in own if office.code == code]
    if not named:
        raise Problem(403, "not_your_office", _("You do not write for this office."))
    return named[0]


def offices_of(actor: Actor) -> list[RegionalOffice]:
    """The caller's offices; a token brings its own along."""
    if actor.token is not None and actor.token.office_id in actor.office_ids:
        return [actor.token.office] if actor.token.office else []
    return list(RegionalOffice.objects.filter(pk__in=actor.office_ids))


def _any_office(code: str | None) -> RegionalOffice:
    """The secretariat writes for any office, and says for which."""
    if not code:
        raise invalid("/office", "required", _("This field is required."))
    offices = {office.code: office for office in RegionalOffice.objects.all()}
    if code not in offices:
        raise invalid("/office", "unknown_office", unknown(code, offices))
    return offices[code]


def without_echo(
    values: Mapping[str, Any], current: Shape, writable: tuple[str, ...]
) -> dict[str, Any]:
    """What was sent without the fields a client merely sends back; a changed one is refused."""
    echo = json.loads(JSONRenderer().render(current))
    faults = [
        Fault(f"/{name}", "read_only", _("This field cannot be written."))
        for name, value in values.items()
        if name in echo and name not in writable and value != echo[name]
    ]
    if faults:
        raise Invalid(faults)
    return {name: value for name, value in values.items() if name in writable or name not in echo}
