"""The numbers under a long list."""

from typing import Any, Final

from django import template
from django.core.paginator import Page

register = template.Library()

GAP: Final = 0


@register.filter
def shown_pages(page: Page[Any]) -> list[int]:
    """The numbers under a list: the first, the last, those around this one; nought is a gap."""
    last = page.paginator.num_pages
    near = sorted({1, last, *range(max(page.number - 1, 1), min(page.number + 1, last) + 1)})
    shown: list[int] = []
    for number in near:
        shown += [GAP] if shown and number > shown[-1] + 1 else []
        shown.append(number)
    return shown
