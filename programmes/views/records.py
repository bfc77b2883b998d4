"""The form of a record: enter it, change it."""

import re
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts import policy
from accounts.doors import permitted, status_of
from accounts.refusals import Invalid, Refused, Stale
from programmes.actions.records import save_rows
from programmes.intake.content import digest
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import Reference
from programmes.intake.planning import PlannedRow, empty
from programmes.intake.scene import Scene
from programmes.intake.siblings import prepare
from programmes.keeping.forms import RecordForm, Row, as_dict, initial_of, sent_by
from programmes.keeping.places import crumbs, list_url, record_url
from programmes.keeping.standing import Standing, kept_kind, standing_record
from programmes.keeping.words import name_of, rows_of
from regions.queries import read_query

NOT_ON_RECORD: Final = "new"
"""What a new record is made on: where there is one already, it is not written over."""

NAMED: Final = re.compile(r"[-A-Za-z0-9_ ]{1,60}")


@permitted(policy.may_keep_programmes)
@require_http_methods(["GET", "HEAD", "POST"])
def record_new(request: HttpRequest, slug: str) -> HttpResponse:
    """Enter a record; the address may say whose it is."""
    kind = kept_kind(slug, request.actor)  # type: ignore[attr-defined]
    asked = read_query(request, {each.name: NAMED for each in references(kind)})
    scene = Scene(timezone.localdate())
    prepare(kind, scene)
    content = {**empty(kind), **named_in(kind, asked, scene)}
    form = RecordForm(
        sent_by(request),
        kind=kind,
        scene=scene,
        actor=request.actor,  # type: ignore[attr-defined]
        is_new=True,
        initial={**initial_of(kind, content), "base": NOT_ON_RECORD},
    )
    page = Page(kind, form, scene, None)
    return answer(request, page, {"base": NOT_ON_RECORD})


def references(kind: RecordKind) -> list[Reference]:
    """The columns that name another record."""
    return [each for each in kind.columns if isinstance(each, Reference)]


def named_in(kind: RecordKind, asked: dict[str, str], scene: Scene) -> Row:
    """What the new record belongs to, as the address says it; an unknown one says nothing."""
    found = {x.name: scene.targets(x.to).find(asked.get(x.name)) for x in references(kind)}
    return {name: target.key for name, target in found.items() if target}


@permitted(policy.may_keep_programmes)
@require_http_methods(["GET", "HEAD", "POST"])
def record_change(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """Change a record; what somebody else changed meanwhile is shown, not written over."""
    read_query(request, {})
    kind = kept_kind(slug, request.actor)  # type: ignore[attr-defined]
    stands = standing_record(kind, int(number), timezone.localdate(), request.actor)  # type: ignore[attr-defined]
    initial = {**initial_of(kind, stands.content), "base": stands.base}
    form = RecordForm(
        sent_by(request),
        kind=kind,
        scene=stands.scene,
        actor=request.actor,  # type: ignore[attr-defined]
        is_new=False,
        initial=initial,
    )
    return answer(request, Page(kind, form, stands.scene, stands), {"id": int(number)})


class Page:
    """The page of a form: what it is about, and what came of the last attempt to save it."""

    def __init__(
        self, kind: RecordKind, form: RecordForm, scene: Scene, stands: Standing | None
    ) -> None:
        self.kind, self.form, self.scene, self.stands = kind, form, scene, stands
        self.refusal: Refused | None = None
        self.moved: PlannedRow | None = None

    @property
    def conflict(self) -> list[Any]:
        """The columns in which the form and the record differ, both values of each."""
        return rows_of(self.kind, self.moved.differences, self.scene) if self.moved else []

    @property
    def title(self) -> str:
        """What is done here."""
        if self.stands is None:
            return _("New record: %(kind)s") % {"kind": self.kind.title}
        return _("Change %(name)s") % {"name": self.name}

    @property
    def name(self) -> str:
        """The record as people call it."""
        return name_of(self.kind, self.stands.content, self.scene) if self.stands else ""

    @property
    def back(self) -> str:
        """Where one goes when nothing is saved."""
        return record_url(self.kind, self.stands.record) if self.stands else list_url(self.kind)

    @property
    def crumbs(self) -> list[Any]:
        """The way back."""
        here = {"label": self.title}
        if self.stands is None:
            return crumbs(self.kind, here)
        return crumbs(self.kind, {"label": self.name, "url": self.back}, {"label": _("Change")})


def answer(request: HttpRequest, page: Page, about: Row) -> HttpResponse:
    """Save what was filled in, or show the form."""
    if request.method != "POST" or not page.form.is_valid():
        return drawn(request, page, 200 if request.method != "POST" else 422)
    row = {**about, **chosen(page.form.row, request), **about}
    try:
        saved = save_rows(
            page.kind,
            [row],
            reason=page.form.cleaned_data["reason"],
            by=request.actor,  # type: ignore[attr-defined]
        )
    except Invalid as invalid:
        page.form.add_faults(invalid.faults)
        return drawn(request, page, 422)
    except Stale as stale:
        return overtaken(request, page, stale)
    except Refused as refused:
        page.refusal = refused
        return drawn(request, page, status_of(refused))
    messages.success(request, _("The record is saved."))
    return redirect(record_url(page.kind, saved.rows[0].record))  # type: ignore[arg-type]


def chosen(row: Row, request: HttpRequest) -> Row:
    """The row without the columns for which the other value was chosen: they stay as they stand."""
    theirs = {name for name in row if request.POST.get(f"use_{name}") == "theirs"}
    return {name: value for name, value in row.items() if name not in theirs}


def overtaken(request: HttpRequest, page: Page, stale: Stale) -> HttpResponse:
    """The record moved on, or is there already: nothing is written over unseen."""
    if page.stands is None:
        words = _("There is such a record already: %(name)s.")
        name = name_of(page.kind, stale.current.before, page.scene)
        page.form.add_error(None, words % {"name": name})
        return drawn(request, page, 422)
    page.moved = stale.current
    page.form.data = {**as_dict(page.form.data), "base": digest(stale.current.before)}
    return drawn(request, page, 409)


def drawn(request: HttpRequest, page: Page, status: int) -> HttpResponse:
    """The page of the form."""
    return render(request, "programmes/record_form.html", {"page": page}, status=status)
