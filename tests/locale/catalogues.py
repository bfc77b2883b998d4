"""The catalogues as the tests read them: the words, and the compiled form that runs."""

import gettext
import io
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parents[2] / "locale"
LANGUAGES = ["ar", "zh_Hans", "fr", "ru", "es"]


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file)


def messages(language: str) -> list[Message]:
    """Every entry but the header."""
    return [message for message in catalogue(language) if message.id]


def compiled(language: str) -> gettext.GNUTranslations:
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def is_said(message: Message) -> bool:
    return all([message.string] if isinstance(message.string, str) else message.string)


def one_by_one(english: str | tuple[str, ...]) -> tuple[str, ...]:
    """A singular and its plural; the same words may be asked for with a number and without."""
    return (english,) if isinstance(english, str) else tuple(english)


def compile_again(language: str) -> gettext.GNUTranslations:
    """What the words would be compiled to; Babel would write English for plurals not said."""
    found = catalogue(language)
    for message in messages(language):
        if not is_said(message):
            found.delete(message.id, message.context)
    made = io.BytesIO()
    write_mo(made, found)
    made.seek(0)
    return gettext.GNUTranslations(made)


def words(found: gettext.GNUTranslations) -> dict[object, str]:
    """What a compiled catalogue says, without its header."""
    return {key: text for key, text in found._catalog.items() if key != ""}


def said(language: str) -> list[tuple[str, str, bool]]:
    """English, translation, and whether the form stands for one number alone (which it may say)."""
    alone = forms_of_one_number(catalogue(language))
    pairs = []
    for message in messages(language):
        if isinstance(message.id, str):
            pairs.append((message.id, message.string, False))
            continue
        for form, text in enumerate(message.string):
            pairs.append((message.id[1], text, form in alone))
    return [(english, text, lone) for english, text, lone in pairs if text]


def forms_of_one_number(found: Catalog) -> set[int]:
    """Arabic says none, one and two without a digit: those forms stand for one number each."""
    form_of = gettext.c2py(found.plural_expr)
    forms = [form_of(number) for number in range(1000)]
    return {form for form in forms if forms.count(form) == 1}
