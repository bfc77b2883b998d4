"""Words of the rule on the money of a work plan."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programmes.alignment.words.parts import Facts, Words, plainly
from regions import numbers
from regions.sentences import language, number, sentences

TITLES: Final[dict[str, Any]] = {
    "A30": _("needs no less money than it has, and has no less than it spends"),
}

MISSING: Final[dict[str, Any]] = {
    "amounts": _("the amounts of the joint work plan"),
}
SHOWN: Final = 5
"""So many items stand in the sentence; all of them are objects of the finding."""


def rising(facts: Facts) -> str:
    """How many items, the first of them with their amounts, and how many more there are."""
    items = facts["items"]
    return sentences(counted(len(items)), "; ".join(map(told, items[:SHOWN])) + ".", rest(items))


def counted(count: int) -> str:
    """In how many items."""
    words = ngettext(
        "In %(n)s item of the joint work plan less is required than available, or less available "
        "than spent (US dollars):",
        "In %(n)s items of the joint work plan less is required than available, or less "
        "available than spent (US dollars):",
        count,
    )
    return words % {"n": number(count)}


def told(item: Sequence[Any]) -> str:
    """An item with its three amounts."""
    code, year, country, *amounts = item
    name = " ".join(each for each in (country, code, year) if each)
    required, available, spent = map(amount, amounts)
    words = __("%(name)s: required %(required)s, available %(available)s, spent %(spent)s")
    facts = {"required": required, "available": available, "spent": spent}
    return words % {"name": name, **facts}


def amount(text: str | None) -> str:
    """An amount as the language writes it, with cents where there are any; a dash for none."""
    if text is None:
        return numbers.DASH
    value = Decimal(text)
    return numbers.number(value, language(), places=0 if value == int(value) else 2)


def rest(items: Sequence[Any]) -> str:
    """How many more there are than the sentence names."""
    count = len(items) - SHOWN
    if count <= 0:
        return ""
    words = ngettext("And %(n)s more item.", "And %(n)s more items.", count)
    return words % {"n": number(count)}


WORDS: Final[dict[str, Words]] = {
    "A30.rising": Words(
        plainly(_("Amounts of the joint work plan do not fit each other")),
        rising,
        _("Have the amounts corrected in UN INFO and import the work plan again."),
    ),
}
