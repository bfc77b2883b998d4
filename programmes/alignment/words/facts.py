"""The facts that a rule may miss, as they stand in “cannot be checked: …”."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

MISSING: Final[dict[str, Any]] = {
    "framework": _("the framework it serves"),
    "starts_on": _("the first day of the programme document"),
    "ends_on": _("the last day of the programme document"),
    "approved_on": _("the date of approval"),
}
