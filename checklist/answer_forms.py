"""The forms of an answer: the office writes it, the secretariat corrects it."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.refusals import Fault
from checklist.content import FIELDS, content_of
from checklist.models import Answer, Evidence
from checklist.models.answers import Constraint
from checklist.models.checklists import Kind
from checklist.pages.comparison import title
from checklist.pages.sheet_answer import constraints_for
from regions.languages import CODES
from regions.templatetags.addresses import OWN_NAMES

ANSWERABLE: Final = [choice for choice in Kind.choices if choice[0] != Kind.NOT_ASSESSED]
MOST_EVIDENCE: Final = 40


def prose(label: Any, rows: int) -> forms.CharField:
    """A field for sentences, in any direction."""
    box = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(label=label, required=False, widget=box)


def one_day(label: Any) -> forms.CharField:
    """A field for a day; the intake says whether it exists."""
    return forms.CharField(
        label=label, required=False, widget=forms.TextInput(attrs={"type": "date"})
    )


class AnswerForm(forms.Form):
    """The whole of an answer, with the version it was written on."""

    kind = forms.ChoiceField(
        label=_("Verdict"),
        choices=ANSWERABLE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a verdict.")},
    )
    narrative = prose(_("What is in place"), 5)
    constraints = forms.MultipleChoiceField(
        label=_("Why not full"),
        choices=Constraint.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    evidence = forms.MultipleChoiceField(
        label=_("Evidence"), required=False, widget=forms.CheckboxSelectMultiple
    )
    next_step = prose(_("Next step"), 2)
    next_step_due = one_day(_("Next step due"))
    as_of = one_day(_("As of"))
    not_applicable_reason = prose(_("Why not applicable"), 2)
    language = forms.ChoiceField(
        label=_("Language"), choices=[(code, OWN_NAMES[code]) for code in CODES]
    )
    base_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, answer: Answer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answer = answer

    @property
    def values(self) -> dict[str, Any]:
        """The content as intake reads it, the same for every door.

        A browser sends its own line ends, and ticks in the order of the page; neither is a
        change of what was said.
        """
        values = {name: with_plain_ends(self.cleaned_data[name]) for name in FIELDS}
        ticked, stored = values["constraints"], self.answer.constraints
        kept = [each for each in stored if each in ticked]
        return {**values, "constraints": [*kept, *(x for x in ticked if x not in kept)]}

    def add_faults(self, faults: list[Fault]) -> None:
        """Faults of the intake beside the field that they are about."""
        for fault in faults:
            name = fault.pointer.strip("/").split("/")[0]
            self.add_error(name if name in self.fields else None, fault.message)


class AmendmentForm(AnswerForm):
    """The answer as the secretariat corrects it, with the reason."""

    reason = forms.CharField(
        label=_("Reason of the correction"),
        help_text=_("The office reads it; it stays in the history."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, answer: Answer, **kwargs: Any) -> None:
        super().__init__(*args, answer=answer, **kwargs)
        field: Any = self.fields["evidence"]
        field.choices = evidence_choices(answer)


class Ids(forms.MultipleChoiceField):
    """Ids of evidence; the intake says whether the office has them on file."""

    widget = forms.MultipleHiddenInput

    def valid_value(self, value: Any) -> bool:
        """Any text: a piece may be older than those the page offers."""
        return True


class SheetForm(AnswerForm):
    """The answer as the office writes it, with evidence added on the same page."""

    evidence = Ids(label=_("Evidence"), required=False)
    attach = forms.CharField(label=_("Choose one on file"), required=False)
    link_title = forms.CharField(label=_("Title of the link"), required=False)
    link = forms.CharField(
        label=_("Address"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "dir": "ltr"}),
    )
    link_dated_on = one_day(_("Date of the link"))
    file = forms.FileField(label=_("File"), required=False, allow_empty_file=True)
    file_title = forms.CharField(label=_("Title of the file"), required=False)
    file_dated_on = one_day(_("Date of the file"))

    def __init__(self, *args: Any, answer: Answer, **kwargs: Any) -> None:
        super().__init__(*args, answer=answer, **kwargs)
        field: Any = self.fields["constraints"]
        field.choices = constraints_for(answer)

    @property
    def link_values(self) -> dict[str, Any]:
        """A link as it is put on file; empty when none was typed."""
        data = self.cleaned_data
        named = {"title": "link_title", "link": "link", "dated_on": "link_dated_on"}
        values = {name: data[field].strip() for name, field in named.items()}
        return {"kind": Evidence.Kind.LINK.value, **values} if any(values.values()) else {}


def with_plain_ends(value: Any) -> Any:
    """A text with the line ends that the other doors send."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


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
    return {**content_of(answer).as_json(), "base_version": answer.version}
