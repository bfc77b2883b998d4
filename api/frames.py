"""What every object of a reply is shaped with: absolute links, the reader, the house's mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest

from accounts.policy import Actor
from accounts.refusals import Blocker
from regions.models import Installation

ROOT = "/api/v1/"

Row = Mapping[str, Any]
Shape = dict[str, Any]


@lru_cache(maxsize=4096)
def segment(part: object) -> str:
    """A part of an address; the same few codes come again and again."""
    return f"{quote(str(part), safe='')}/"


@dataclass(frozen=True)
class Frame:
    """Links are joined, not resolved: a list of 1,000 objects has thousands of them."""

    base: str
    actor: Actor
    is_demonstration: bool

    def link(self, *parts: object) -> str:
        """The address of an object or a collection."""
        return self.base + "".join([segment(part) for part in parts])

    def origin(self, *, invented: bool = True, source: str = "") -> dict[str, str]:
        """Where something people enter comes from: in a demonstration it is made up."""
        if self.is_demonstration and invented:
            return {"kind": "invented", "source": source}
        return {"kind": "entered", "source": source}


def frame_for(request: HttpRequest, actor: Actor) -> Frame:
    """One cheap lookup a request tells whether anything here may be invented."""
    base = request.build_absolute_uri(ROOT)
    return Frame(base, actor, Installation.is_marked_as_demonstration())


def sourced(row: Row) -> dict[str, str]:
    """Provenance of a record that carries its source (see `regions.provenance`)."""
    if row["is_invented"]:
        return {"kind": "invented", "source": row["source"]}
    return {"kind": "document" if row["source"] else "entered", "source": row["source"]}


def document(source: str) -> dict[str, str]:
    """Provenance of a record taken from a document."""
    return {"kind": "document", "source": source}


def action(name: str, reasons: list[Blocker]) -> Shape:
    """An act as `allowed_actions` lists it, with what stands in its way."""
    found = [{"code": each.code, "message": str(each.message)} for each in reasons]
    return {"action": name, "allowed": not found, "reasons": found}
