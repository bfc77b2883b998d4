"""Evidence that is added to an answer, or taken from it, while the answer is saved."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from django.http import HttpRequest

from accounts.refusals import Fault, Invalid
from checklist.actions.evidence import put_file, put_on_file
from checklist.answer_forms import SheetForm
from checklist.models import Evidence
from checklist.views.sheet_drawing import Sheet

OF_LINK: Final = {"title": "link_title", "link": "link", "dated_on": "link_dated_on"}
OF_FILE: Final = {"title": "file_title", "dated_on": "file_dated_on"}


def evidence_after(
    request: HttpRequest, sheet: Sheet, form: SheetForm, attached: list[str]
) -> list[str]:
    """The evidence without what was taken away, with what was chosen, linked or uploaded."""
    after = [each for each in attached if each != request.POST.get("remove")]
    if form.cleaned_data["attach"]:
        after.append(form.cleaned_data["attach"])
    if form.link_values:
        with faults_beside(OF_LINK, "link"):
            after.append(str(put_on_file(sheet.office, form.link_values, by=sheet.actor).pk))
    if form.cleaned_data["file"]:
        with faults_beside(OF_FILE, "file"):
            after.append(str(filed(sheet, form).pk))
    return list(dict.fromkeys(after))


def filed(sheet: Sheet, form: SheetForm) -> Evidence:
    """The uploaded file as evidence of the office."""
    data = form.cleaned_data
    return put_file(
        sheet.office,
        data["file"],
        title=data["file_title"],
        dated_on=data["file_dated_on"],
        by=sheet.actor,
    )


@contextmanager
def faults_beside(fields: Mapping[str, str], otherwise: str) -> Iterator[None]:
    """Faults of new evidence stand beside the fields in which it was typed."""
    try:
        yield
    except Invalid as refused:
        found = [
            Fault(f"/{fields.get(each.pointer.strip('/'), otherwise)}", each.code, each.message)
            for each in refused.faults
        ]
        raise Invalid(found) from refused
