"""Controls of a form in the design's own shape, tied to their help and faults."""

from typing import Final

from django import template
from django.forms.boundfield import BoundField

register = template.Library()

PLAIN: Final = {"checkbox", "radio", "file", "hidden"}


@register.filter
def control(field: BoundField) -> str:
    """The control with the look of the house and the ids of its notes."""
    attrs: dict[str, str | bool] = {}
    if getattr(field.field.widget, "input_type", "") not in PLAIN:
        attrs["class"] = f"{field.field.widget.attrs.get('class', '')} in".strip()
    attrs["placeholder"] = False  # it would repeat the label, and go when typing begins
    if described := notes_ids(field):
        attrs["aria-describedby"] = described
    if field.errors:
        attrs["aria-invalid"] = "true"
    return field.as_widget(attrs=attrs)


@register.filter
def notes_ids(field: BoundField) -> str:
    """The ids of what is written under the control."""
    ids = [f"{field.auto_id}_helptext"] if field.help_text else []
    return " ".join([*ids, f"{field.auto_id}_error"] if field.errors else ids)


@register.filter
def is_radio(field: BoundField) -> bool:
    """Whether one of several is chosen, rather than any of them."""
    return getattr(field.field.widget, "input_type", "") == "radio"
