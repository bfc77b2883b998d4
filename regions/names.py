"""A text in six languages as a form asks for it: one line each, English always."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from regions.texts import has_control_characters, has_direction_marks


class NamesWidget(forms.MultiWidget):
    """One line for each language, each in its own direction."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code.replace("-", "_"): line(code, name) for code, name in settings.LANGUAGES
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Any) -> list[str]:
        """The lines of a stored text."""
        stored = value if isinstance(value, dict) else {}
        return [stored.get(code, "") for code, _name in settings.LANGUAGES]


def line(code: str, name: Any) -> forms.TextInput:
    """The line of one language, named for those who hear the page."""
    about = {"lang": code, "dir": "auto", "aria-label": name, "placeholder": name, "size": 60}
    return forms.TextInput(attrs=about)


class NamesField(forms.MultiValueField):
    """Texts by language code; a language left empty is not there."""

    widget = NamesWidget

    def __init__(self, **options: Any) -> None:
        fields = [forms.CharField(max_length=500, required=False) for _code in settings.LANGUAGES]
        # The English line alone is needed, not every line.
        super().__init__(fields, require_all_fields=False, **options)

    def compress(self, lines: list[str]) -> dict[str, str]:
        """The texts that were given, without what no reader sees."""
        codes = [code for code, _name in settings.LANGUAGES]
        texts = {code: text for code, text in zip(codes, lines, strict=False) if text}
        if not texts.get("en"):
            raise forms.ValidationError(_("The English text is missing."), code="required")
        if any(has_control_characters(t) or has_direction_marks(t) for t in texts.values()):
            raise forms.ValidationError(_("A text has control characters."), code="bad_character")
        return texts
