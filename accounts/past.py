"""What happened to a record, read from the history that the triggers wrote."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.db import models
from django.utils.translation import (
    get_language,
    gettext,
    gettext_lazy,
    pgettext,
    pgettext_lazy,
)

from accounts.models import User
from regions import numbers
from regions.languages import in_language

LABELS: Final = {
    "insert": pgettext_lazy("history", "Entered"),
    "update": pgettext_lazy("history", "Changed"),
    "delete": pgettext_lazy("history", "Deleted"),
}
SILENT: Final = {"id", "updated_at", "updated_by", "version", "reexamined", "position", "digest"}
"""Columns that move with every change and tell a reader nothing."""

BY_NOBODY: Final = gettext_lazy("a command")
MOST: Final = 100


@dataclass(frozen=True)
class Change:
    """One field before and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Event:
    """One change of one record: when, by whom, why, in which request."""

    at: datetime
    by: str
    label: str
    why: str = ""
    request_id: str = ""
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True)
class Speech:
    """How fields and values are said: names of linked records, then what the page says."""

    names: Mapping[str, Mapping[Any, str]]
    labels: Mapping[str, Any]
    texts: Mapping[str, Callable[[Any], str]]

    def label(self, each: Any) -> str:
        """The name of a field."""
        return str(self.labels.get(each.name) or label_of(each))

    def say(self, each: Any, value: Any) -> str:
        """A value of a field."""
        if each.name in self.texts and value:
            return self.texts[each.name](value)
        return words(each, value, self.names.get(each.name, {}))


def history_of(
    record: models.Model,
    *,
    ignored: Collection[str] = (),
    labels: Mapping[str, Any] | None = None,
    texts: Mapping[str, Callable[[Any], str]] | None = None,
) -> list[Event]:
    """The last events of a record, newest first, each with the fields it changed.

    `labels` and `texts` say what a field and its values are called where the model does not.
    """
    model: Any = record.pgh_event_model  # type: ignore[attr-defined]
    rows = list(model.objects.filter(pgh_obj_id=record.pk).order_by("-pgh_id")[: MOST + 1])
    people = people_in(rows)
    shown = [each for each in fields_of(type(record)) if each.name not in ignored]
    speech = Speech(linked_names(shown, rows), labels or {}, texts or {})
    older: Sequence[Any] = [*rows[1:], None] if len(rows) <= MOST else rows[1:]
    return [
        event_of(row, people, changes_between(before, row, shown, speech))
        for row, before in zip(rows, older, strict=False)
    ]


def event_of(row: Any, people: Mapping[int, str], changes: list[Change]) -> Event:
    """An event in words."""
    context = row.pgh_context or {}
    label = str(LABELS.get(row.pgh_label, row.pgh_label))
    why, request = context.get("reason") or "", context.get("request_id") or ""
    return Event(row.pgh_created_at, author(context, people), label, why, request, changes)


def author(context: Mapping[str, Any], people: Mapping[int, str]) -> str:
    """Who did it; whoever came with a token is named with it."""
    name = people.get(context.get("user") or 0, str(BY_NOBODY))
    if not context.get("token"):
        return name
    facts = {"person": name, "token": context["token"]}
    return gettext("%(person)s, with the token “%(token)s”") % facts


def people_in(rows: Iterable[Any]) -> dict[int, str]:
    """The names of the people whom events name."""
    ids = {(row.pgh_context or {}).get("user") for row in rows}
    found = User.objects.filter(pk__any_of=[each for each in ids if isinstance(each, int)])
    return {user.pk: str(user) for user in found.only("full_name", "email")}


def fields_of(model: type[models.Model]) -> list[Any]:
    """The columns whose changes are shown."""
    return [each for each in model._meta.concrete_fields if each.name not in SILENT]


def linked_names(shown: Iterable[Any], rows: Sequence[Any]) -> dict[str, dict[Any, str]]:
    """What the records are called that events refer to: one query for each kind of reference."""
    found = {}
    for each in shown:
        if isinstance(each, models.ForeignKey) and rows and hasattr(rows[0], each.attname):
            ids = {getattr(row, each.attname) for row in rows} - {None}
            linked = each.related_model._default_manager.filter(pk__any_of=list(ids))
            found[each.name] = {record.pk: str(record) for record in linked}
    return found


def changes_between(before: Any, after: Any, shown: Iterable[Any], speech: Speech) -> list[Change]:
    """The fields that differ; of a new record nothing, for the page itself shows it."""
    if before is None:
        return []
    changes = []
    for each in shown:
        old, new = getattr(before, each.attname, None), getattr(after, each.attname, None)
        if isinstance(old, dict) and isinstance(new, dict):
            changes += changes_of_parts(speech.label(each), old, new)
        elif old != new:
            changes.append(Change(speech.label(each), speech.say(each, old), speech.say(each, new)))
    return changes


def changes_of_parts(label: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """The languages in which a text differs: the others say nothing new."""
    names = dict(settings.LANGUAGES)
    differing = [key for key in {**names, **old, **new} if old.get(key) != new.get(key)]
    pattern = pgettext("a field and its language", "%(field)s, %(language)s")
    return [
        Change(
            pattern % {"field": label, "language": names.get(key, key)},
            str(old.get(key, "")),
            str(new.get(key, "")),
        )
        for key in differing
    ]


def label_of(each: Any) -> str:
    """A column's name as people read it."""
    name = str(each.verbose_name)
    return name[:1].upper() + name[1:]


def words(each: Any, value: Any, names: Mapping[Any, str]) -> str:
    """A stored value as people read it."""
    if value in (None, "", [], {}):
        return ""
    if names:
        return names.get(value, str(value))
    if each.choices:
        return str(dict(each.flatchoices).get(value, value))
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, datetime):
        return numbers.moment(value, get_language() or "en")
    if isinstance(value, date):
        return numbers.day(value, get_language() or "en")
    if isinstance(value, dict):
        return in_language(value) or str(value)
    if isinstance(value, list):
        return ", ".join(listed(each, value))
    return str(value)


def listed(each: Any, values: list[Any]) -> list[str]:
    """The parts of a list, in words where they are codes."""
    choices = dict(getattr(getattr(each, "base_field", None), "flatchoices", None) or ())
    return [str(choices.get(value, value)) for value in values]
