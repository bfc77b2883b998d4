"""What a list of answers holds."""

from django.utils.translation import ngettext

from checklist.compliance import Tally
from reporting.pages.words import number


def all_answers(tally: Tally) -> str:
    """How many answers are published, and how many of them are full."""
    words = ngettext(
        "%(n)s answer is published; %(full)s of those that apply are full",
        "%(n)s answers are published; %(full)s of those that apply are full",
        tally.total,
    )
    return words % {"n": number(tally.total), "full": number(tally.full)}


def chosen_answers(shown: int, total: int) -> str:
    """How many answers the filters leave."""
    words = ngettext(
        "%(n)s of %(all)s answer matches the filters",
        "%(n)s of %(all)s answers match the filters",
        shown,
    )
    return words % {"n": number(shown), "all": number(total)}
