"""The way from a headline to the form in which the secretariat words it anew."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()

NOTHING = mark_safe("")


@register.simple_tag
def change_headline(title: object) -> SafeString:
    """A link after the heading, on pages of a preview alone.

    The headline itself knows its address, so that a component needs no more than the title.
    """
    url = getattr(title, "change_url", "")
    if not url:
        return NOTHING
    link = '<p class="small"><a href="{}">{}<span class="sr">: {}</span></a></p>'
    return format_html(link, url, _("Change the headline"), title)
