"""What is said when a programme document moves on, and when a criterion is judged."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from programmes.models import CountryProgrammeDocument, CriterionJudgement
from programmes.stages import Stage

Decision = CountryProgrammeDocument.Decision
DECISIONS = [
    (Decision.APPROVED.value, Decision.APPROVED.label),
    (Decision.CONDITIONAL.value, Decision.CONDITIONAL.label),
]
LONGEST = 5000


def lines(rows: int = 2) -> forms.Textarea:
    """A few lines of prose."""
    return forms.Textarea(attrs={"rows": rows})


class ReasonForm(forms.Form):
    """Why; needed where others must be able to read it later."""

    reason = forms.CharField(
        label=_("Reason, kept in the history"), required=False, max_length=LONGEST, widget=lines()
    )

    def __init__(self, *args: Any, is_needed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = is_needed
        self.fields["reason"].error_messages["required"] = _("Say in words why.")
        if not is_needed:
            self.fields["reason"].label = _("Reason, if there is one to keep in the history")


class CorrectionForm(ReasonForm):
    """The stage a document is in, and how one knows."""

    to = forms.ChoiceField(
        label=_("Stage the document is in"),
        choices=[(each.value, each.label) for each in Stage if each is not Stage.UNKNOWN],
    )
    field_order = ("to", "reason")


class ReviewForm(forms.Form):
    """What the Programme Review Committee decided, and when."""

    reviewed_on = forms.DateField(
        label=_("Day of the review"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    decision = forms.ChoiceField(
        label=_("Decision"), choices=DECISIONS, widget=forms.RadioSelect(), initial=None
    )


class JudgementForm(forms.Form):
    """How a document meets one criterion; what is not fully met says what is missing."""

    verdict = forms.ChoiceField(
        label=_("Judgement"),
        choices=CriterionJudgement.Verdict.choices,
        widget=forms.RadioSelect(),
    )
    note = forms.CharField(
        label=_("Note: what is missing, or where it is found"),
        required=False,
        max_length=LONGEST,
        widget=lines(),
    )

    def clean(self) -> dict[str, Any]:
        """A criterion that is not met, or met in part, says what is missing."""
        cleaned = super().clean() or {}
        verdict = cleaned.get("verdict")
        if verdict and verdict != CriterionJudgement.Verdict.MET and not cleaned.get("note"):
            self.add_error("note", _("Say what is missing."))
        return cleaned
