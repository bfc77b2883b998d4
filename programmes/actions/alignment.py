"""Set a rule; set a finding aside, with reason and day, and bring it back."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Faults, Invalid, Stale
from programmes.alignment import blockers, thresholds
from programmes.alignment.checking import Checked
from programmes.alignment.thresholds import setting_of
from programmes.intake.content import digest
from programmes.models import AlignmentRule, FindingDismissal

DISMISSAL_LIMIT: Final = 500


def set_rule(
    rule: AlignmentRule,
    *,
    severity: str,
    lesser_severity: str,
    parameters: Mapping[str, Any],
    is_on: bool,
    off_reason: str,
    base: str = "",
    by: Actor,
) -> AlignmentRule:
    """Its weight, its thresholds and its switch, all at once; a rule that is on needs no reason.

    `base` is the digest of the setting that the caller was shown, where the caller guards itself.
    """
    refuse_unless(policy.may_set_rules(by))
    said = {
        "severity": severity,
        "lesser_severity": lesser_severity,
        "parameters": parameters,
        "is_on": is_on,
        "off_reason": off_reason,
    }
    content = read_setting(rule, said)
    with acting(by, content["off_reason"]):
        held = AlignmentRule.objects.select_for_update().get(pk=rule.pk)
        if setting_of(held) != content:
            refuse_reset(held, base)
            write(held, content)
        return held


def refuse_reset(rule: AlignmentRule, base: str) -> None:
    """Nobody's setting is overwritten unseen."""
    if base and digest(setting_of(rule)) != base:
        words = _("%(record)s was changed since.") % {"record": rule.code}
        raise Stale("stale_version", words, rule)


def read_setting(rule: AlignmentRule, said: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be kept of a rule; every fault is named."""
    faults = Faults()
    thresholds.read_severity(said["severity"], "/severity", faults)
    thresholds.read_lesser(rule, said["lesser_severity"], said["severity"], faults)
    thresholds.read_parameters(rule, said["parameters"], faults)
    reason = read_off_reason(said, faults)
    refuse_faults(faults)
    return {**said, "parameters": dict(said["parameters"]), "off_reason": reason}


def read_off_reason(said: Mapping[str, Any], faults: Faults) -> str:
    """Why a rule is off; one that is on has no such reason."""
    limit = thresholds.REASON_LIMIT
    reason = thresholds.read_reason(said["off_reason"], "/off_reason", limit, faults)
    thresholds.read_switch(said["is_on"], reason, faults)
    return "" if said["is_on"] else reason


def write(rule: AlignmentRule, content: Mapping[str, Any]) -> None:
    """Keep the setting of a rule that is held."""
    for name, value in content.items():
        setattr(rule, name, value)
    rule.save(update_fields=[*content, "updated_at"])


def dismiss(
    checked: Checked, *, reason: str, day: date, seen: str | None = None, by: Actor
) -> FindingDismissal:
    """Set a finding aside for the facts as they were read.

    `seen` is the fingerprint that the person had before them: if the facts have changed
    since, they decide anew. A dismissal whose facts have changed gives way to the new one.
    """
    refuse_unless(policy.may_dismiss_findings(by))
    refuse_changed(checked, seen)
    reason = read_dismissal(reason)
    with acting(by, reason):
        refuse_blocked(blockers.to_dismiss(checked))
        AlignmentRule.objects.select_for_update().get(pk=checked.rule)
        dismissal, _created = FindingDismissal.objects.update_or_create(
            rule_id=checked.rule,
            subject=checked.subject,
            defaults={
                "fingerprint": checked.fingerprint,
                "reason": reason,
                "dismissed_on": day,
                "dismissed_by": by.user,
            },
        )
        return dismissal


def read_dismissal(reason: str) -> str:
    """A finding that is set aside without a reason could not be answered for."""
    faults = Faults()
    said = thresholds.read_reason(reason, "/reason", DISMISSAL_LIMIT, faults)
    if not said and not faults.found:
        faults.add("/reason", "reason_required", _("Say why the finding is set aside."))
    refuse_faults(faults)
    return said


def refuse_changed(checked: Checked, seen: str | None) -> None:
    """Nobody sets aside what they have not read."""
    if seen is not None and seen != checked.fingerprint:
        words = _("The facts of this finding have changed since; read it again.")
        raise Stale("finding_changed", words, checked)


def restore(rule: str, subject: str, *, by: Actor) -> None:
    """Bring a finding back: it counts as open again; the history keeps who set it aside."""
    refuse_unless(policy.may_dismiss_findings(by))
    with acting(by):
        rows = FindingDismissal.objects.select_for_update(of=("self",))
        dismissal = rows.filter(rule_id=rule, subject=subject).first()
        refuse_blocked(blockers.to_restore(dismissal))
        assert dismissal is not None  # noqa: S101 - refused above; said for the type checker
        dismissal.delete()


def refuse_faults(faults: Faults) -> None:
    """Every fault that was found, at once."""
    if faults.found:
        raise Invalid(faults.found)
