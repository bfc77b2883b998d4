"""UN-Habitat's part in a framework, as it is today."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from accounts.policy import Actor
from programmes.actions.records import save_rows
from programmes.intake.columns import Content
from programmes.intake.kinds import ENGAGEMENTS
from programmes.intake.planning import PlannedRow
from programmes.models import CooperationFramework, FrameworkEngagement


def write_part(
    framework: CooperationFramework,
    said: Mapping[str, Any],
    *,
    on: date,
    base: str = "",
    reason: str = "",
    by: Actor,
) -> PlannedRow:
    """Write the part that holds on a day, or the first one there is.

    A part that changed since a day begins a new period on it, and the one before ends on
    the day before: what was true then stays on record. It changed when the signature or
    the level is another one and `valid_from` is later than before.
    """
    now = FrameworkEngagement.objects.filter(framework=framework).on(on).first()
    if now is None:
        rows = [{"framework": framework.pk, **said}]
    elif (since := changed_since(now, said)) is not None:
        until = {"id": now.pk, "base": base, "valid_to": (since - timedelta(1)).isoformat()}
        lasts = {"valid_to": now.valid_to.isoformat() if now.valid_to else None}
        rows = [until, {"framework": framework.pk, **lasts, **said}]
    else:
        rows = [{**said, "id": now.pk, "base": base}]
    return save_rows(ENGAGEMENTS, rows, reason=reason, on=on, by=by).rows[-1]


def changed_since(now: FrameworkEngagement, said: Mapping[str, Any]) -> date | None:
    """The first day of another part, if it is another one."""
    since = day_in(said.get("valid_from"))
    is_later = since is not None and (now.valid_from is None or since > now.valid_from)
    facts: Content = {"level": now.level, "signatory": now.signatory}
    is_other = any(said.get(name, stands) != stands for name, stands in facts.items())
    return since if is_later and is_other else None


def day_in(value: Any) -> date | None:
    """A day, if it reads as one; the intake names what does not."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
