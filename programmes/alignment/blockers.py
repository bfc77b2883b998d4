"""What stands in the way of setting a finding aside: read by page, API and the act itself."""

from django.utils.translation import gettext as _

from accounts.refusals import Blocker
from programmes.alignment.checking import Checked
from programmes.alignment.outcomes import Kind
from programmes.models import FindingDismissal, Severity


def to_dismiss(checked: Checked) -> list[Blocker]:
    """Only what was found is set aside, and once; what cannot be checked waits for its facts."""
    if checked.outcome is not Kind.FINDING:
        return [Blocker("not_a_finding", _("The rule found nothing here that can be set aside."))]
    if not checked.is_open:
        return [Blocker("already_dismissed", _("The finding is set aside already."))]
    return []


def to_restore(dismissal: FindingDismissal | None) -> list[Blocker]:
    """What was never set aside cannot come back."""
    if dismissal is None:
        return [Blocker("not_dismissed", _("The finding is not set aside."))]
    return []


def caution(checked: Checked) -> str:
    """What a person is told who sets an error aside; nothing for milder findings."""
    if checked.severity != Severity.ERROR:
        return ""
    return _(
        "This is an error, not a remark. Setting it aside changes no record: the finding stays "
        "visible with your name and reason, and comes back when a fact changes."
    )
