"""The smallest valid object of each kind; what a test cares about it says itself."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts import tokens
from accounts.models import ApiToken, Membership, User
from accounts.models.users import Role
from accounts.policy import Actor, actor_of
from checklist.actions.evidence import put_file
from checklist.actions.rounds import open_round
from checklist.models import (
    Amendment,
    Answer,
    BoardSession,
    Checklist,
    ChecklistItem,
    Evidence,
    Pillar,
    ReportingRound,
    ScaleLevel,
)
from checklist.models.checklists import Kind
from regions.models import Country, CountryTeam, RegionalOffice, TeamMembership
from reporting.models import BoardRequest

_serial = count(1)
PASSWORD = "a long enough pass phrase"


def make_office(code: str = "ROAF", kind: str = "", **fields: Any) -> RegionalOffice:
    kind = kind or {"HQ": "headquarters", "EECA": "grouping"}.get(code, "regional")
    defaults = {"names": {"en": f"Office {code}"}, "area_names": {"en": f"Area {code}"}}
    office, _ = RegionalOffice.objects.get_or_create(
        code=code, defaults={"kind": kind, **defaults, **fields}
    )
    return office


def make_country(iso3: str = "KEN", **fields: Any) -> Country:
    defaults = {"names": {"en": f"Country {iso3}"}, "status": "member_state", **fields}
    return Country.objects.get_or_create(iso3=iso3, defaults=defaults)[0]


def make_team(
    code: str = "KEN", office: RegionalOffice | None = None, *members: str
) -> CountryTeam:
    team = CountryTeam.objects.create(
        code=code,
        names={"en": f"Team {code}"},
        unsdg_region="AFR",
        office=office or make_office(),
        office_certainty="proposed",
    )
    for iso3 in members or (code[:3],):
        TeamMembership.objects.create(team=team, country=make_country(iso3))
    return team


def make_user(role: str = Role.SECRETARIAT, *offices: RegionalOffice, **fields: Any) -> User:
    number = next(_serial)
    user = User.objects.create_user(
        email=fields.pop("email", f"person{number}@example.org"),
        password=fields.pop("password", None),
        full_name=fields.pop("full_name", f"Person {number}"),
        role=role,
        **fields,
    )
    for office in offices:
        Membership.objects.create(user=user, office=office)
    return user


def make_token_keeper(*offices: RegionalOffice, **fields: Any) -> User:
    """Somebody of an office who manages its tokens."""
    user = make_user(Role.REGIONAL_OFFICE, *offices, **fields)
    user.memberships.update(may_manage_tokens=True)
    return user


def make_actor(role: str = Role.SECRETARIAT, *offices: RegionalOffice) -> Actor:
    return actor_of(make_user(role, *offices))


def office_actor(office: RegionalOffice) -> Actor:
    return make_actor(Role.REGIONAL_OFFICE, office)


def make_token(
    user: User,
    office: RegionalOffice | None = None,
    scopes: tuple[str, ...] = ("read",),
    **fields: Any,
) -> tuple[ApiToken, str]:
    """A token that was used just now (so that its use is not noted again) and its text."""
    lasts = {"expires_at": timezone.now() + timedelta(days=30)}
    given = {"name": "script", **lasts, **fields}
    token, text = tokens.make_token(user, office=office, scopes=scopes, **given)
    ApiToken.objects.filter(pk=token.pk).update(last_used_at=timezone.now())
    return token, text


def caller(role: str, *offices: RegionalOffice, scopes: tuple[str, ...] = ()) -> Client:
    """A client with a good token of somebody in this role, with every scope the role can use."""
    usual = {Role.REGIONAL_OFFICE: ("submit",), Role.SECRETARIAT: ("review",)}
    office = offices[0] if len(offices) == 1 else None
    user = make_user(role, *offices)
    _, text = make_token(user, office, scopes or usual.get(Role(role), ("read",)))
    return Client(headers={"Authorization": f"Bearer {text}"})


def make_checklist(
    version: str = "test", levels: tuple[str, ...] = ("C",), items: int = 1
) -> Checklist:
    """A checklist with one pillar NGT and items NGT-01 … on the given levels."""
    checklist = Checklist.objects.create(
        version=version,
        titles={"en": "Checklist"},
        label="working reconstruction",
        is_reconstruction=True,
        source="test",
        digest="0" * 64,
    )
    for position, kind in enumerate(Kind, 1):
        ScaleLevel.objects.create(
            checklist=checklist, kind=kind, labels={"en": str(kind.label)}, position=position
        )
    pillar = Pillar.objects.create(
        checklist=checklist, code="NGT", titles={"en": "New generation"}, position=1
    )
    for position in range(1, items + 1):
        make_item(checklist, pillar, f"NGT-{position:02d}", levels, position)
    return checklist


def make_item(
    checklist: Checklist,
    pillar: Pillar,
    code: str,
    levels: tuple[str, ...] = ("C",),
    position: int = 1,
) -> ChecklistItem:
    return ChecklistItem.objects.create(
        checklist=checklist,
        pillar=pillar,
        code=code,
        titles={"en": f"Item {code}"},
        levels=list(levels),
        certainty="high",
        digest="0" * 64,
        position=position,
    )


def make_session(code: str = "2026-1", opens_on: date = date(2026, 5, 5)) -> BoardSession:
    return BoardSession.objects.get_or_create(
        code=code,
        defaults={
            "names": {"en": f"session {code}"},
            "opens_on": opens_on,
            "closes_on": opens_on + timedelta(days=2),
        },
    )[0]


def make_request(session: BoardSession | None = None, **fields: Any) -> BoardRequest:
    """What a member asked for, with the next number of its session; recording is an act."""
    session = session or make_session()
    defaults = {
        "number": session.requests.count() + 1,
        "speaker": "African Group",
        "theme": "contribution",
        "asked": {"en": "Equal attention to each framework"},
    }
    return BoardRequest.objects.create(session=session, **{**defaults, **fields})


def make_round(
    code: str = "2026", state: str = "planned", checklist: Checklist | None = None, **fields: Any
) -> ReportingRound:
    """A round in a state; opening it properly (with its answers) is `make_open_round`."""
    today = timezone.localdate()
    dates = {
        "opens_on": today,
        "answers_due_on": today + timedelta(days=56),
        "review_due_on": today + timedelta(days=98),
        "freezes_on": today + timedelta(days=112),
    }
    return ReportingRound.objects.create(
        code=code,
        state=state,
        checklist=checklist or Checklist.objects.first() or make_checklist(),
        session=fields.pop("session", None) or make_session(),
        **{**dates, **fields},
    )


def make_open_round(code: str = "2026", **fields: Any) -> ReportingRound:
    """An open round with one empty answer for each item and subject that exist now."""
    make_office("HQ")
    round_ = make_round(code, **fields)
    open_round(round_, by=make_actor())
    return ReportingRound.objects.get(pk=round_.pk)


def make_evidence(office: RegionalOffice, **fields: Any) -> Evidence:
    defaults = {"kind": "link", "title": "Minutes", "url": "https://example.org/minutes"}
    return Evidence.objects.create(office=office, **{**defaults, **fields})


def make_file(office: RegionalOffice, name: str = "Minutes.pdf") -> Evidence:
    """A file on record, named so that it is another one than those before."""
    content = b"%PDF-1.7 " + str(next(_serial)).encode()
    by = office_actor(office)
    upload = SimpleUploadedFile(name, content)
    return put_file(office, upload, title="", dated_on="2026-05-31", by=by)


def answer_to(round_: ReportingRound, item: str, subject: str) -> Answer:
    """The answer as it stands now."""
    return Answer.objects.get(round=round_, item__code=item, subject=subject)


def make_amendment(answer: Answer, **fields: Any) -> Amendment:
    """A correction as it stands on record; correcting properly is `save` by the secretariat."""
    words = {"kind": answer.kind, "narrative": answer.narrative}
    defaults = {"before": words, "after": {**words, "narrative": "Corrected."}}
    return Amendment.objects.create(
        answer=answer,
        reason="The letter is on file.",
        amended_by=make_user(),
        amended_at=timezone.now(),
        **{**defaults, **fields},
    )


def partial_line(item: str = "NGT-01", subject: str = "KEN", **fields: Any) -> dict[str, Any]:
    """A valid line of a submission."""
    line = {"item": item, "subject": subject, "kind": "partial", "narrative": "Under way."}
    return {**line, "constraints": ["core_funding"], **fields}
