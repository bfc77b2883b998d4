"""Values of query parameters, read strictly: nothing is guessed, nothing is ignored."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.db.models import CharField, Model, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from regions.texts import nearest

SHOWN = 60
LONGEST_SEARCH = 200

Known = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class Codes:
    """The codes of kinds of record; those of several filters are looked up in one query."""

    sources: tuple[tuple[type[Model], str], ...]
    also: tuple[str, ...] = ()

    def rows(self, name: str) -> list[QuerySet[Any, Any]]:
        """Pairs of the filter's name and a code."""
        texts = [(model, Cast(column, CharField())) for model, column in self.sources]
        return [
            model._default_manager.order_by().values_list(Value(name), text)
            for model, text in texts
        ]

    def __call__(self) -> list[str]:
        """All codes, when nobody looked them up before."""
        return look_up({"": self})[""]


def look_up(wanted: Mapping[str, Codes]) -> dict[str, list[str]]:
    """The codes known under each name, in one query whatever their number."""
    queries = [rows for name, each in wanted.items() for rows in each.rows(name)]
    if not queries:
        return {}
    found = {name: list(each.also) for name, each in wanted.items()}
    for name, code in queries[0].union(*queries[1:]):
        found[name].append(code)
    return {name: sorted(known) for name, known in found.items()}


class Several(forms.SelectMultiple):
    """All values of a parameter; an empty one counts as not given."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Every value sent under this name."""
        return [value for value in data.getlist(name) if value]


class CodesField(forms.Field):
    """Codes, each of which must be known: a misspelt one would silently find nothing."""

    widget = Several

    def __init__(self, *, known: Known, **options: Any) -> None:
        self.known = known
        super().__init__(**options)

    def clean(self, value: list[str]) -> list[str]:
        """The codes, or what was probably meant."""
        if not value:
            return []
        accepted = list(self.known())
        for code in value:
            if code not in accepted:
                raise forms.ValidationError(
                    unknown_code(code, accepted), "unknown_code", {"accepted": accepted[:SHOWN]}
                )
        return value


def unknown_code(code: str, accepted: Sequence[str]) -> str:
    """That a code is not known, and the nearest one."""
    words = _("“%(code)s” is not known.") % {"code": code[:SHOWN]}
    hint = nearest(code[:SHOWN], accepted) or nearest(code[:SHOWN].upper(), accepted)
    return words + " " + _("Did you mean “%(hint)s”?") % {"hint": hint} if hint else words


class FlagField(forms.Field):
    """`true` or `false`."""

    def clean(self, value: str | None) -> bool | None:
        """Anything else is refused, not read as no."""
        if value in (None, ""):
            return None
        if value not in ("true", "false"):
            raise forms.ValidationError(_("Use true or false."), "bad_value")
        return value == "true"


class DayField(forms.Field):
    """A day, as 2026-05-31."""

    def clean(self, value: str | None) -> date | None:
        """A day that exists."""
        if not value:
            return None
        try:
            day = parse_date(value)
        except ValueError:
            day = None
        if day is None or len(value) != 10:
            raise forms.ValidationError(
                _("Use a day that exists, such as 2026-05-31."), "bad_value"
            )
        return day


class MomentField(forms.Field):
    """A moment, as 2026-05-31T12:00:00Z, or a day from its first minute on."""

    def clean(self, value: str | None) -> datetime | None:
        """A `+` that a client forgot to escape arrives as a space."""
        if not value:
            return None
        try:
            found = parse_datetime(value.replace(" ", "+")) or parse_date(value)
        except ValueError:
            found = None
        if found is None:
            words = _("Use a moment such as 2026-05-31T12:00:00Z, or a day.")
            raise forms.ValidationError(words, "bad_value")
        if not isinstance(found, datetime):
            found = datetime(found.year, found.month, found.day)
        return timezone.make_aware(found) if timezone.is_naive(found) else found


class WordsField(forms.CharField):
    """What somebody searches for."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_SEARCH, **options)
