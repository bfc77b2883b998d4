"""Columns that name other records, by the keys that people know them by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _

from accounts.reading import read_list, unknown
from accounts.refusals import Faults
from programmes.intake.columns import Column, Content, Texts, whole

if TYPE_CHECKING:
    from programmes.intake.scene import Scene

FRAMEWORK_AND_CODE = re.compile(r"([A-Z]{3,12} [0-9]{4}-[0-9]{2}-[0-9]{2}) (\S.*)")


@dataclass(frozen=True)
class Reference(Column):
    """Another record: by its key, its id, or its address in the API."""

    to: str = ""
    empty: Any = None
    form: ClassVar[str] = "reference"

    @property
    def attribute(self) -> str:
        return f"{self.name}_id"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> str | None:
        """The key of the record that is meant."""
        targets = scene.targets(self.to)
        found = targets.find(value)
        if found is None:
            words = unknown(str(value).strip(), targets.hints())
            faults.add(at, "unknown_reference", words)
            return None
        return found.key

    def stored(self, record: models.Model, scene: "Scene") -> str | None:
        """The key of the record that is referred to."""
        target = scene.targets(self.to).by_id.get(getattr(record, self.attribute))
        return target.key if target else None

    def written(self, content: Content, scene: "Scene") -> int | None:
        """Its id."""
        target = scene.targets(self.to).find(content[self.name])
        return target.id if target else None


@dataclass(frozen=True)
class Countries(Texts):
    """Several countries by ISO code, in a table in one cell; kept beside the record."""

    form: ClassVar[str] = "countries"

    @property
    def attribute(self) -> str:
        """A table of its own."""
        return ""

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> list[str]:
        """The codes in the order of the alphabet, without repeats."""
        targets = scene.targets("countries")

        def read(said: Any, at: str, faults: Faults) -> str:
            found = targets.find(said)
            if found is None:
                faults.add(at, "unknown_reference", unknown(str(said), targets.hints()))
            return found.key if found else ""

        return sorted(each for each in read_list(read, 250)(self.apart(value), at, faults) if each)

    def apart(self, value: Any) -> Any:
        """Codes have no spaces: any of the usual signs parts them."""
        return re.split(r"[\s;,]+", value.strip()) if isinstance(value, str) else value

    def stored(self, record: models.Model, scene: "Scene") -> list[str]:
        """As read with the record, see `siblings.read_records`."""
        return sorted(getattr(record, "iso3s", ()))

    def cell(self, value: Any) -> str:
        """All in one cell."""
        return " ".join(value or ())


@dataclass(frozen=True)
class Parent(Column):
    """The result one level above, by its code; it may stand in the same table."""

    form: ClassVar[str] = "code"
    within: str = "framework"

    @property
    def attribute(self) -> str:
        return "parent_id"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> str:
        """A code; whether it is there is judged when all rows are read."""
        return code_of(value)

    def stored(self, record: models.Model, scene: "Scene") -> str:
        """The code of the result above."""
        return getattr(record, "parent_code", None) or ""

    def written(self, content: Content, scene: "Scene") -> int | None:
        """Its id, known or given just now."""
        owner = OWNERS[self.within]
        target = scene.targets(owner).find(content[self.within])
        return scene.results.get((target.id, content[self.name])) if target else None


OWNERS = {"framework": "frameworks", "document": "programme-documents"}


@dataclass(frozen=True)
class Source(Column):
    """The framework result that a programme result is derived from, by its code.

    A code alone is one of the framework of the document; one of another framework has
    the key of that before it: `KEN 2022-07-01 1.2`.
    """

    form: ClassVar[str] = "code"

    @property
    def attribute(self) -> str:
        return "derived_from_id"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> str:
        """A code; whether it is there is judged with the document."""
        return code_of(value)

    def stored(self, record: models.Model, scene: "Scene") -> str:
        """The code, with its framework where that is not the document's."""
        code = getattr(record, "derived_code", None) or ""
        framework = getattr(record, "derived_framework", None)
        if framework in (None, getattr(record, "own_framework", None)):
            return code
        return f"{scene.targets('frameworks').by_id[framework].key} {code}"

    def written(self, content: Content, scene: "Scene") -> int | None:
        """Its id, or nothing where it is not known."""
        return source_id(content, scene) if content[self.name] else None


def source_id(content: Mapping[str, Any], scene: "Scene") -> int | None:
    """The id of the framework result that a programme result names."""
    said = content["derived_from"]
    document = scene.targets("programme-documents").find(content["document"])
    own = document.belongs_to if document else None
    if own is not None and (own, said) in scene.sources:
        return scene.sources[own, said]
    if found := FRAMEWORK_AND_CODE.fullmatch(said):
        framework = scene.targets("frameworks").find(found[1])
        return scene.sources.get((framework.id, found[2])) if framework else None
    return None


def code_of(value: Any) -> str:
    """A code as text; a table may have taken it for a number."""
    number = whole(value)
    return str(value).strip() if number is None else str(number)


def no_such_code(code: str, faults: Faults, at: str) -> None:
    """A code of a result that is not there."""
    faults.add(at, "unknown_reference", _("There is no result “%(code)s”.") % {"code": code[:60]})
