"""What a page may be asked in its address: known names, known codes, nothing else."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

PAGE = "page"
NUMBER = re.compile("[1-9][0-9]{0,4}")
"""A page up to 99,999: what is longer would be more than the database counts with."""

Allowed = Collection[str] | re.Pattern[str] | None
"""The codes that a parameter takes, or the shape of its value; None for a number."""


class BadQuery(BadRequest):
    """The address asks something the page does not know; the words say what it does know."""


def read_query(request: HttpRequest, allowed: Mapping[str, Allowed]) -> dict[str, str]:
    """The parameters that were given; an unknown name or code is refused in words (400)."""
    for name in request.GET:
        if name not in allowed:
            facts = {"name": name[:60], "allowed": ", ".join(allowed) or "–"}
            raise BadQuery(_("There is no parameter “%(name)s”. Known here: %(allowed)s.") % facts)
    asked = {name: request.GET[name] for name in request.GET if request.GET[name]}
    return {name: _known(name, value, allowed[name]) for name, value in asked.items()}


def _known(name: str, value: str, codes: Allowed) -> str:
    if codes is None and NUMBER.fullmatch(value):
        return value
    if isinstance(codes, re.Pattern) and codes.fullmatch(value):
        return value
    if isinstance(codes, Collection) and value in codes:
        return value
    facts = {"name": name, "value": value[:60]}
    if isinstance(codes, re.Pattern):
        raise BadQuery(_("“%(value)s” is not a value that “%(name)s” takes.") % facts)
    if codes is None:
        raise BadQuery(_("“%(value)s” is not a number that “%(name)s” takes.") % facts)
    facts["allowed"] = ", ".join(codes) or "–"
    words = _("“%(value)s” is not known for “%(name)s”. Known here: %(allowed)s.")
    raise BadQuery(words % facts)


def page_of(rows: QuerySet | list[Any], asked: Mapping[str, str], size: int = 50) -> Page:
    """One page of a list; a number past the end shows the last."""
    return Paginator(rows, size).get_page(asked.get(PAGE, "1"))
