"""What may stand under each key of a checklist file."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from checklist.digests import in_order
from checklist.models import Checklist, ChecklistItem, Pillar
from checklist.models.checklists import Kind, Level
from regions.languages import CODES
from regions.loading import field_of, unknown

Check = Callable[[Any], Any]
REQUIRED: Any = object()


@dataclass(frozen=True)
class Key:
    """A key with what its value must be, and what it is when left out."""

    check: Check
    default: Any = REQUIRED


def text_for(model: type[models.Model], name: str) -> Check:
    """A text that fits the field it is kept in."""
    field = field_of(model, name)

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            raise ValidationError(_("must be a text"))
        return field.clean(value.strip(), None)

    return check


def one_of(choices: Iterable[str]) -> Check:
    """One of a few codes."""
    known = [str(choice) for choice in choices]

    def check(value: Any) -> Any:
        if value not in known:
            raise ValidationError(unknown(str(value), _("value"), known))
        return value

    return check


def texts(value: Any) -> dict[str, str]:
    """A text by language, English among them; a text alone is English."""
    by_language = {"en": value} if isinstance(value, str) else value
    if not isinstance(by_language, dict):
        raise ValidationError(_("must be a text in each language"))
    for language, text in by_language.items():
        one_of(CODES)(language)
        if not isinstance(text, str) or not text.strip():
            raise ValidationError(_("the text in “%s” is missing") % language)
    if "en" not in by_language:
        raise ValidationError(_("the English text is missing"))
    return {language: text.strip() for language, text in by_language.items()}


def truth(value: Any) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ValidationError(_("must be true or false"))
    return value


def position(value: Any) -> int:
    """A place in an order, from 1."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 32767:
        raise ValidationError(_("must be a number from 1"))
    return value


def several_of(choices: Iterable[str]) -> Check:
    """One or more codes, none of them twice."""
    known = list(choices)

    def check(value: Any) -> list[str]:
        if not isinstance(value, list) or not value:
            raise ValidationError(_("must list at least one of %s") % ", ".join(known))
        for each in value:
            one_of(known)(each)
        if len(set(value)) != len(value):
            raise ValidationError(_("lists something twice"))
        return value

    return check


def levels(value: Any) -> list[str]:
    """Who the item is asked of."""
    return in_order(several_of(Level.values)(value))


TOP: Mapping[str, Key] = {
    "version": Key(text_for(Checklist, "version")),
    "title": Key(texts),
    "label": Key(text_for(Checklist, "label"), default=""),
    "is_reconstruction": Key(truth),
    "source": Key(text_for(Checklist, "source")),
    "languages": Key(several_of(CODES), default=list(CODES)),
}
SCALE: Mapping[str, Key] = {
    "kind": Key(one_of(Kind.values)),
    "label": Key(texts),
    "meaning": Key(texts),
}
PILLAR: Mapping[str, Key] = {
    "code": Key(text_for(Pillar, "code")),
    "position": Key(position),
    "title": Key(texts),
}
ITEM: Mapping[str, Key] = {
    "code": Key(text_for(ChecklistItem, "code")),
    "pillar": Key(text_for(Pillar, "code")),
    "position": Key(position),
    "levels": Key(levels),
    "title": Key(texts),
    "evidence": Key(text_for(ChecklistItem, "evidence"), default=""),
    "mandate": Key(text_for(ChecklistItem, "mandate"), default=""),
    "certainty": Key(one_of(ChecklistItem.Certainty.values)),
    "on": Key(truth),
    "why_off": Key(text_for(ChecklistItem, "why_off"), default=""),
}
TABLES: Mapping[str, Mapping[str, Key]] = {"scale": SCALE, "pillar": PILLAR, "item": ITEM}
