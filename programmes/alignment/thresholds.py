"""What the secretariat may set of a rule: its weight, its thresholds, whether it is on."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from programmes.models import AlignmentRule, Severity
from regions.texts import has_control_characters, nearest

REASON_LIMIT: Final = 300

SETTING: Final = ("severity", "lesser_severity", "parameters", "is_on", "off_reason")
"""What the secretariat sets, all of it at once; the rest of a rule is what it compares."""

THRESHOLDS: Final[Mapping[str, Mapping[str, range]]] = {
    "A05": {"months": range(61)},
    "A22": {"months": range(1, 61)},
}
"""By rule, each threshold with the whole numbers it can be: a framework lasts five years."""

TWO_CASES: Final = frozenset({"A04", "A27"})
"""Rules with a milder case, which has a weight of its own."""

WEIGHTS: Final = (Severity.INFO.value, Severity.WARNING.value, Severity.ERROR.value)
"""From the lightest to the heaviest."""


def setting_of(rule: AlignmentRule) -> dict[str, Any]:
    """How a rule is set now."""
    return {name: getattr(rule, name) for name in SETTING}


def read_severity(value: Any, at: str, faults: Faults) -> None:
    """One of three weights."""
    if value not in WEIGHTS:
        allowed = ", ".join(reversed(WEIGHTS))
        words = _("Use one of: %(allowed)s.") % {"allowed": allowed}
        faults.add(at, "unknown_severity", words)


def read_lesser(rule: AlignmentRule, value: Any, severity: Any, faults: Faults) -> None:
    """The weight of the milder case: where there is one, and not above the rule's own.

    Left empty, the milder case weighs as much as the other.
    """
    at = "/lesser_severity"
    if value == "":
        return
    read_severity(value, at, faults)
    if rule.code not in TWO_CASES:
        words = _("Rule %(rule)s knows no milder case.") % {"rule": rule.code}
        faults.add(at, "no_milder_case", words)
    elif value in WEIGHTS and severity in WEIGHTS and is_heavier(value, severity):
        faults.add(at, "not_milder", _("The milder case cannot weigh more than the rule."))


def is_heavier(one: str, other: str) -> bool:
    """Whether one weight is above another."""
    return WEIGHTS.index(one) > WEIGHTS.index(other)


def read_parameters(rule: AlignmentRule, value: Any, faults: Faults) -> None:
    """Every threshold the rule has, and no other: a misspelt one would be lost."""
    if not isinstance(value, Mapping):
        faults.add("/parameters", "not_an_object", _("An object is needed here."))
        return
    known = THRESHOLDS.get(rule.code, {})
    for name in value:
        if name not in known:
            unknown_threshold(rule, str(name), known, faults)
    for name, limits in known.items():
        read_threshold(value.get(name), f"/parameters/{name}", limits, faults)


def unknown_threshold(
    rule: AlignmentRule, name: str, known: Mapping[str, range], faults: Faults
) -> None:
    """Say which one it could have been."""
    facts = {"rule": rule.code, "name": name[:60]}
    words = _("Rule %(rule)s has no threshold “%(name)s”.") % facts
    if hint := nearest(name, known):
        words += " " + _("Did you mean “%(hint)s”?") % {"hint": hint}
    faults.add(f"/parameters/{name[:60]}", "unknown_threshold", words)


def read_threshold(value: Any, at: str, limits: range, faults: Faults) -> None:
    """A whole number within what makes sense."""
    if value is None:
        faults.add(at, "required", _("The threshold is missing."))
    elif isinstance(value, bool) or not isinstance(value, int):
        faults.add(at, "not_a_count", _("A whole number is needed here."))
    elif value not in limits:
        facts = {"low": limits[0], "high": limits[-1]}
        words = _("Use a whole number from %(low)d to %(high)d.") % facts
        faults.add(at, "out_of_limits", words)


def read_switch(is_on: Any, reason: str, faults: Faults) -> None:
    """A rule that is off says why: whoever misses its findings can read it."""
    if not isinstance(is_on, bool):
        faults.add("/is_on", "not_true_or_false", _("Use true or false."))
    elif not is_on and not reason and not faults.found:
        faults.add("/off_reason", "reason_required", _("Say why the rule is switched off."))


def read_reason(value: Any, at: str, limit: int, faults: Faults) -> str:
    """A few sentences, without characters that no reader sees."""
    if not isinstance(value, str):
        faults.add(at, "not_a_text", _("A text is needed here."))
        return ""
    reason = value.replace("\r\n", "\n").strip()
    if len(reason) > limit:
        words = _("The text has %(length)d characters; at most %(limit)d are kept.")
        faults.add(at, "too_long", words % {"length": len(reason), "limit": limit})
    if has_control_characters(reason):
        faults.add(at, "bad_character", _("The text has control characters."))
    return reason
