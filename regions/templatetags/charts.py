"""Charts in the direction of the page."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language_bidi

from regions import charts

register = template.Library()


@register.filter
def segments(counts: Mapping[str, int]) -> list[charts.Segment]:
    """``{{ counts|segments }}``: the parts of a stacked bar from the counts of each verdict."""
    return charts.segments(counts, rtl=get_language_bidi())
