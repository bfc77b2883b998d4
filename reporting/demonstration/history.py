"""What the history says of everything that was made up."""

from contextlib import AbstractContextManager

import pghistory
from django.utils.translation import gettext as _


def made_up() -> AbstractContextManager[object]:
    """The reason beside each change; an act within it adds who, one with a reason replaces it."""
    return pghistory.context(reason=_("Made for the demonstration"))
