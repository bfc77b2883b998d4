"""Forms of the secretariat: how a rule is set, and why a finding is set aside."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.refusals import Invalid
from programmes.actions.alignment import DISMISSAL_LIMIT
from programmes.alignment.thresholds import REASON_LIMIT, THRESHOLDS, TWO_CASES, setting_of
from programmes.intake.content import digest
from programmes.keeping.forms import as_dict
from programmes.models import AlignmentRule, Severity

THRESHOLD_WORDS = {"months": _("Months")}


class ActForm(forms.Form):
    """A form whose faults the act names: each stands beside its field."""

    def take(self, refusal: Invalid) -> None:
        """The faults of the act, by the last part of their pointers."""
        for fault in refusal.faults:
            name = fault.pointer.rpartition("/")[2]
            self.add_error(name if name in self.fields else None, fault.message)


class RuleForm(ActForm):
    """Weight, thresholds and switch of a rule; the act judges what was said."""

    severity = forms.ChoiceField(label=_("Weight"), choices=Severity.choices)
    lesser_severity = forms.ChoiceField(
        label=_("Weight of the milder case"),
        choices=[("", _("the same")), *Severity.choices],
        required=False,
    )
    is_on = forms.BooleanField(label=_("The rule is checked"), required=False)
    off_reason = forms.CharField(
        label=_("Why it is switched off"),
        required=False,
        help_text=_("Needed when it is not checked; whoever misses its findings reads it."),
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": REASON_LIMIT}),
    )
    base = forms.CharField(required=False, widget=forms.HiddenInput)
    is_overtaken = False

    def __init__(self, rule: AlignmentRule, data: Any = None) -> None:
        setting = setting_of(rule)
        super().__init__(data, initial={**setting, **rule.parameters, "base": digest(setting)})
        self.thresholds = THRESHOLDS.get(rule.code, {})
        if rule.code not in TWO_CASES:
            del self.fields["lesser_severity"]
        for name, limits in self.thresholds.items():
            self.fields[name] = threshold_field(name, limits)
        self.order_fields(["severity", "lesser_severity", *self.thresholds, "is_on", "off_reason"])

    def overtake(self, rule: AlignmentRule) -> None:
        """Somebody else set the rule meanwhile: what was filled in stays, made on what stands."""
        self.is_overtaken = True
        self.data = {**as_dict(self.data), "base": digest(setting_of(rule))}

    def said(self) -> dict[str, Any]:
        """As the act takes it."""
        given = self.cleaned_data
        kept = ("severity", "is_on", "off_reason", "base")
        return {
            **{name: given[name] for name in kept},
            "lesser_severity": given.get("lesser_severity", ""),
            "parameters": {name: given[name] for name in self.thresholds},
        }


def threshold_field(name: str, limits: range) -> forms.IntegerField:
    """A whole number within its limits."""
    return forms.IntegerField(
        label=THRESHOLD_WORDS.get(name, name), min_value=limits[0], max_value=limits[-1]
    )


class DismissForm(ActForm):
    """Why a finding is set aside; `seen` is the finding that the person had before them."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=DISMISSAL_LIMIT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Offices read it beside the finding, and so does the Board."),
        error_messages={"required": _("Say why the finding is set aside.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
