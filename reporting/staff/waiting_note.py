"""The note to the Board on a page of the room below: what it waits for."""

from datetime import date

from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from checklist.models import ReportingRound
from checklist.pages.elsewhere import Part
from reporting.models import IssuedNote, Note
from reporting.papers.latest import standing
from reporting.papers.wording import ENGLISH
from reporting.staff.notes.lines import headline
from reporting.staff.notes.scene import NoteScene


def on_work(actor: Actor, _today: date) -> Part | None:
    """The note of the latest round, until it is issued for the publication that stands."""
    if not policy.may_write_papers(actor):
        return None
    begun = ReportingRound.objects.visible_to(actor).exclude(state=ReportingRound.State.PLANNED)
    round_ = begun.order_by("-code").first()
    if round_ is None or is_issued(round_):
        return None
    notes = Note.objects.visible_to(actor)
    scene = NoteScene(round_, notes.filter(round=round_).select_related("round").first())
    return Part(
        label=_("Board"),
        title=_("Note to the Board, round %(code)s") % {"code": round_.code},
        text=headline(scene) if scene.note else _("The note is not begun yet"),
        rows=[],
        link=_("Note to the Board"),
        url=scene.url(),
    )


def is_issued(round_: ReportingRound) -> bool:
    """Whether the original is issued with the figures that stand."""
    publication = standing(round_)
    issued = IssuedNote.objects.filter(publication=publication, language=ENGLISH)
    return publication is not None and issued.exists()
