"""What a column of a record says, and how it is read from any door and written out again.

A value has one plain form, in which doors, record and history are compared: text, whole
number, truth, a day as ISO text, money as text with two decimals, a list of texts, a
reference as the key of its target.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accounts.reading import read_choice, read_date, read_list, read_prose, unknown
from accounts.refusals import Faults
from regions.languages import CODES

if TYPE_CHECKING:
    from programmes.intake.scene import Scene

Content = dict[str, Any]
"""A record as plain values, by the names of its columns."""

LONG = 5000
ENGLISH_FIRST = sorted(CODES, key=lambda code: code != "en")


@dataclass(frozen=True)
class Column:
    """A field of a record: its name in API and tables, its words, and its plain form.

    `parts` are columns of a table that say the same in pieces. `empty` is what stands
    where nothing was said, and what a new record has without the column.
    """

    name: str
    label: Promise
    is_required: bool = False
    empty: Any = ""
    parts: tuple[str, ...] = ()
    help: Promise | str = ""
    form: ClassVar[str] = "text"

    def read(self, value: Any, at: str, faults: Faults, scene: "Scene") -> Any:
        """The plain form of what a door brought; nothing said is `empty`."""
        if value is None or value == "" or value == []:
            return self.empty
        return self.understand(value, at, faults, scene)

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> Any:
        """The plain form of something that was said."""
        raise AttributeError(f"{type(self).__name__} reads nothing")

    def stored(self, record: models.Model, scene: "Scene") -> Any:
        """The plain form of what a record holds."""
        return plain(getattr(record, self.name))

    def written(self, content: Content, scene: "Scene") -> Any:
        """What the database keeps, as JSON can carry it."""
        return content[self.name]

    @property
    def attribute(self) -> str:
        """The column of the record's own table; nothing where it is kept elsewhere."""
        return self.name

    def joined(self, row: Mapping[str, Any]) -> Any:
        """The value of a row that brings it in `parts`."""
        return " ".join(str(row.get(part) or "").strip() for part in self.parts).strip()

    def cell(self, value: Any) -> str:
        """The plain form as text, as a cell or a form field shows it."""
        if isinstance(value, bool):
            return "true" if value else "false"
        return "" if value is None else str(value)


def plain(value: Any) -> Any:
    """A day as ISO text, money with two decimals; everything else is plain already."""
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.2f}" if isinstance(value, Decimal) else value


@dataclass(frozen=True)
class Text(Column):
    """Words of at most `limit` characters."""

    limit: int = 300

    @property
    def form(self) -> str:  # type: ignore[override]
        """Prose is written in a larger field."""
        return "prose" if self.limit >= LONG else "text"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> str:
        """A number in a cell is meant as its digits."""
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = f"{value:.15g}"
        words: str = read_prose(self.limit)(value, at, faults)
        return words


@dataclass(frozen=True)
class Choice(Column):
    """One of a few codes."""

    choices: tuple[tuple[str, Any], ...] = ()
    form: ClassVar[str] = "choice"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> str:
        """The code as it is written."""
        known = tuple(code for code, _label in self.choices)
        code: str = read_choice(known, "unknown_value")(value, at, faults)
        return code


@dataclass(frozen=True)
class Day(Column):
    """A day; an empty one is not known."""

    empty: Any = None
    form: ClassVar[str] = "day"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> str | None:
        """ISO text, or a day as a program has it."""
        if isinstance(value, datetime):
            value = value.date()
        day = read_date(plain(value) if isinstance(value, date) else value, at, faults)
        return day.isoformat() if day else None


@dataclass(frozen=True)
class Truth(Column):
    """True or false."""

    empty: Any = False
    form: ClassVar[str] = "truth"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> bool:
        """A truth, or the words of a table for it."""
        said = value.lower() if isinstance(value, str) else value
        if said is True or said == "true":
            return True
        if said is not False and said != "false":
            faults.add(at, "not_true_or_false", _("Use true or false."))
        return False


@dataclass(frozen=True)
class Number(Column):
    """A whole number from nought to `most`."""

    empty: Any = None
    most: int = 32767
    form: ClassVar[str] = "number"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> int | None:
        """The number, also where a table has it as text."""
        number = whole(value)
        if number is None or not 0 <= number <= self.most:
            words = _("A whole number from 0 to %(most)d is needed here.")
            faults.add(at, "not_a_number", words % {"most": self.most})
            return None
        return number


def whole(value: Any) -> int | None:
    """A whole number however it was written, or nothing."""
    if isinstance(value, str) and value.strip().isdecimal() and len(value) <= 18:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


MOST_MONEY = Decimal("999999999999.99")


@dataclass(frozen=True)
class Money(Column):
    """An amount in US dollars; one that is not stated is not nought."""

    empty: Any = None
    form: ClassVar[str] = "money"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> str | None:
        """The amount to the cent; never a guess at what separates thousands."""
        amount = amount_of(value)
        if amount is None or not amount.is_finite() or not 0 <= amount <= MOST_MONEY:
            words = _("Use an amount in US dollars such as 1250000.50.")
            faults.add(at, "not_an_amount", words)
            return None
        return f"{amount:.2f}"


def amount_of(value: Any) -> Decimal | None:
    """The amount, if it reads as one."""
    try:
        return None if isinstance(value, bool) else Decimal(str(value).strip())
    except ArithmeticError:
        return None


@dataclass(frozen=True)
class Texts(Column):
    """A list of short texts; in a table they stand in one cell, with semicolons."""

    empty: Any = ()
    limit: int = 80
    most: int = 100
    form: ClassVar[str] = "texts"

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> list[str]:
        """The texts without repeats."""
        read = read_list(read_prose(self.limit), self.most)
        return [each for each in read(self.apart(value), at, faults) if each]

    def read(self, value: Any, at: str, faults: Faults, scene: "Scene") -> Any:
        """No text is an empty list."""
        return list(super().read(value, at, faults, scene))

    def apart(self, value: Any) -> Any:
        """The texts of one cell."""
        if isinstance(value, str):
            return [each.strip() for each in value.split(";") if each.strip()]
        return value

    def cell(self, value: Any) -> str:
        """All in one cell."""
        return "; ".join(value or ())


@dataclass(frozen=True)
class Names(Column):
    """A name in up to six languages, by language code; English is always there."""

    empty: Any = None
    limit: int = 500
    form: ClassVar[str] = "names"

    def joined(self, row: Mapping[str, Any]) -> Any:
        """The languages that a table gives a column each."""
        said = zip(ENGLISH_FIRST, self.parts, strict=True)
        return {code: row[part] for code, part in said if row.get(part)}

    def understand(self, value: Any, at: str, faults: Faults, scene: "Scene") -> Any:
        """Texts by language; an empty one is not there."""
        if not isinstance(value, Mapping):
            faults.add(at, "not_an_object", _("Names are an object by language code."))
            return None
        for code in set(value) - set(CODES):
            faults.add(f"{at}/{code}", "unknown_language", unknown(str(code), CODES))
        read = read_prose(self.limit)
        names = {
            code: read(value[code], f"{at}/{code}", faults) for code in CODES if value.get(code)
        }
        if not names.get("en"):
            faults.add(f"{at}/en", "required", _("The English text is missing."))
        return names

    def cell(self, value: Any) -> str:
        """The English name; `parts` have a column for each language."""
        return str((value or {}).get("en", ""))


Check = Callable[[Content, str, Faults, "Scene"], None]
