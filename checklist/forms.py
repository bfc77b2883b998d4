"""Forms of the staff: what the reader typed stays typed, faults stand beside their field."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.refusals import Fault
from checklist.content import content_of
from checklist.models import Answer, Evidence
from checklist.models.answers import Constraint
from checklist.models.checklists import Kind
from checklist.pages.comparison import title
from regions.languages import CODES
from regions.templatetags.addresses import OWN_NAMES

REASONS = {
    "": gettext_lazy("Choose a reason"),
    "evidence_missing": gettext_lazy("Evidence is missing"),
    "evidence_weak": gettext_lazy("Evidence does not show this"),
    "wording": gettext_lazy("Wording is not for publication"),
    "verdict": gettext_lazy("Verdict does not follow from the facts"),
    "wrong_subject": gettext_lazy("Wrong country or mechanism"),
}
ANSWERABLE = [choice for choice in Kind.choices if choice[0] != Kind.NOT_ASSESSED]
MOST_EVIDENCE = 40


class ReturnForm(forms.Form):
    """Why a line goes back: one of the usual reasons, own words, or both."""

    cause = forms.ChoiceField(label=_("Reason"), choices=list(REASONS.items()), required=False)
    words = forms.CharField(
        label=_("In your words, sent to the office"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "data-key": "r"}),
    )

    def clean(self) -> dict[str, Any]:
        """A return without a reason tells the office nothing."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned.get("cause") or cleaned.get("words")):
            self.add_error("words", gettext("A return needs its reason."))
        return cleaned

    @property
    def reason(self) -> str:
        """The reason as the office reads it."""
        cause, words = self.cleaned_data["cause"], self.cleaned_data["words"].strip()
        parts = [str(REASONS[cause]) if cause else "", words]
        return ". ".join(part for part in parts if part)


class AmendmentForm(forms.Form):
    """The whole of an answer as the secretariat corrects it, with the reason and the version."""

    kind = forms.ChoiceField(label=_("Verdict"), choices=ANSWERABLE, widget=forms.RadioSelect)
    narrative = forms.CharField(
        label=_("What is in place"), required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    constraints = forms.MultipleChoiceField(
        label=_("Why not full"),
        choices=Constraint.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    evidence = forms.MultipleChoiceField(
        label=_("Evidence"), required=False, widget=forms.CheckboxSelectMultiple
    )
    next_step = forms.CharField(
        label=_("Next step"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    next_step_due = forms.CharField(
        label=_("Next step due"), required=False, help_text=_("A day such as 2026-05-31.")
    )
    as_of = forms.CharField(
        label=_("As of"), required=False, help_text=_("A day such as 2026-05-31.")
    )
    not_applicable_reason = forms.CharField(
        label=_("Why not applicable"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[(code, OWN_NAMES[code]) for code in CODES]
    )
    reason = forms.CharField(
        label=_("Reason of the correction"),
        help_text=_("The office reads it; it stays in the history."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    base_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, answer: Answer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["evidence"]
        field.choices = evidence_choices(answer)

    @property
    def values(self) -> dict[str, Any]:
        """The content as intake reads it, the same for every door."""
        left_out = {"reason", "base_version"}
        return {name: value for name, value in self.cleaned_data.items() if name not in left_out}

    def add_faults(self, faults: list[Fault]) -> None:
        """Faults of the intake beside the field that they are about."""
        for fault in faults:
            name = fault.pointer.strip("/").split("/")[0]
            self.add_error(name if name in self.fields else None, fault.message)


def evidence_choices(answer: Answer) -> list[tuple[str, str]]:
    """The evidence an answer refers to, then the newest of its office: one query."""
    named = Evidence.objects.filter(office=answer.office_id)
    newest = named.order_by("-created_at", "id").values("pk")[:MOST_EVIDENCE]
    found = Evidence.objects.filter(pk__in=newest) | named.filter(pk__any_of=answer.evidence)
    own = set(answer.evidence)
    ordered = sorted(found, key=lambda each: (each.pk not in own, each.title))
    return [(str(each.pk), title(each)) for each in ordered]


def initial_of(answer: Answer) -> dict[str, Any]:
    """The answer as the form begins with it."""
    limits = {"base_version": answer.version}
    return {**content_of(answer).as_json(), **limits}
