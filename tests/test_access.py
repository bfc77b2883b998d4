"""Role by address by expected answer, for every page; an address missing here fails the suite."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import URLPattern, get_resolver

from accounts.models import ApiToken
from accounts.outbox.leaving import SIGNER
from accounts.policy import actor_of
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.rounds import freeze
from checklist.actions.submissions import submit
from checklist.models import Evidence, IncomingFile
from programmes.actions.work_plans import receive_plan
from programmes.models import CooperationFramework, FrameworkEngagement, IncomingTable
from programmes.workplans.mapping import Said
from reporting.actions.notes import begin_note
from reporting.models import ReportedFigure
from reporting.previewing import draw_preview
from reporting.publishing import publish
from tests.checklist.pages import signed_in
from tests.factories import (
    answer_to,
    make_actor,
    make_amendment,
    make_checklist,
    make_file,
    make_office,
    make_open_round,
    make_request,
    make_round,
    make_team,
    make_token,
    make_token_keeper,
    make_user,
    partial_line,
)
from tests.programmes.documents import make_document
from tests.reporting.alignment import make_finding
from tests.reporting.papers.writing import write
from tests.reporting.staff.test_figure_pages import make_figure
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db

ROLES = ("nobody", "administrator", "secretariat", "office", "other_office", "board")
SIGN_IN = 302

PAGES = {
    # address: (name, nobody, administrator, secretariat, own office, other office, Board)
    "/my-work/": ("my-work", SIGN_IN, 200, 200, 200, 200, 302),
    "/submissions/": ("submissions", SIGN_IN, 200, 200, 200, 200, 403),
    "/submissions/{number}/": ("submission", SIGN_IN, 200, 200, 200, 404, 403),
    "/submissions/{number}/chosen/": ("submission-chosen", SIGN_IN, 403, 200, 403, 403, 403),
    "/submissions/{number}/recall/": ("submission-recall", SIGN_IN, 403, 403, 200, 404, 403),
    "/submissions/{number}/sample/": ("submission-sample", SIGN_IN, 403, 200, 403, 403, 403),
    "/submissions/{number}/accept-confirmed/": (
        "submission-accept-confirmed",
        *(SIGN_IN, 403, 405, 403, 403, 403),
    ),
    "/submissions/{number}/return-unconfirmed/": (
        "submission-return-unconfirmed",
        *(SIGN_IN, 403, 200, 403, 403, 403),
    ),
    "/submissions/{number}/undo-bulk/": ("submission-undo-bulk", SIGN_IN, 403, 405, 403, 403, 403),
    "/submissions/{number}/return-all/": ("submission-return", SIGN_IN, 403, 200, 403, 403, 403),
    "/submissions/{number}/close/": ("submission-close", SIGN_IN, 403, 405, 403, 403, 403),
    "/submissions/{number}/lines/1/notes/": ("submission-note", SIGN_IN, 405, 405, 405, 405, 403),
    "/rounds/": ("rounds", SIGN_IN, 200, 200, 200, 200, 403),
    "/rounds/2026/": ("round", SIGN_IN, 200, 200, 200, 200, 403),
    "/rounds/2027/open/": ("round-open", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/freeze/": ("round-freeze", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2025/reopen/": ("round-reopen", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/offices/ROAF/": ("answer-sheet", SIGN_IN, 302, 302, 200, 404, 403),
    "/rounds/2026/offices/ROAF/answers/": ("office-answers", SIGN_IN, 200, 200, 200, 404, 403),
    "/rounds/2026/offices/ROAF/submit/": (
        "answer-sheet-submit",
        SIGN_IN,
        403,
        403,
        200,
        404,
        403,
    ),
    "/rounds/2026/offices/ROAF/items/NGT-01/evidence/{evidence}/": (
        "answer-sheet-evidence",
        SIGN_IN,
        403,
        403,
        200,
        404,
        403,
    ),
    "/rounds/2026/offices/ROAF/workbook/": (
        "office-workbook",
        *(SIGN_IN, 403, 403, 200, 404, 403),
    ),
    "/rounds/2026/offices/ROAF/workbook/download/": (
        "office-workbook-download",
        *(SIGN_IN, 403, 403, 200, 404, 403),
    ),
    "/rounds/2026/offices/ROAF/workbook/{table}/": (
        "office-workbook-preview",
        *(SIGN_IN, 403, 403, 200, 404, 403),
    ),
    "/rounds/2026/offices/ROAF/workbook/{table}/marked/": (
        "office-workbook-marked",
        *(SIGN_IN, 403, 403, 200, 404, 403),
    ),
    "/rounds/2026/answers/NGT-01/KEN/": ("answer", SIGN_IN, 200, 200, 200, 404, 403),
    "/evidence/{evidence}/": ("evidence", SIGN_IN, 200, 200, 200, 404, 404),
    "/rounds/2026/answers/NGT-01/KEN/amendments/1/reply/": (
        "amendment-reply",
        *(SIGN_IN, 403, 403, 200, 404, 403),
    ),
    "/rounds/2026/publish/": ("publish", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/note/": ("note-text", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/note/masthead/": ("note-masthead", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/note/new/": ("note-new", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/note/issue/": ("note-issue", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/note/languages/fr/": ("note-language", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/note/africa/": ("note-paragraph", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/note/africa/act/": ("note-act", SIGN_IN, 403, 405, 403, 403, 403),
    "/rounds/2026/note/africa/fr/": ("note-translation", SIGN_IN, 403, 200, 403, 403, 403),
    "/rounds/2026/preview/draw/": ("preview-draw", SIGN_IN, 403, 405, 403, 403, 403),
    "/rounds/{previewed}/headlines/teams/page/": (
        "headline",
        *(SIGN_IN, 403, 200, 403, 403, 403),
    ),
    "/publications/{published}/withdraw/": ("withdraw", SIGN_IN, 403, 200, 403, 403, 403),
    "/figures/": ("figures", SIGN_IN, 200, 200, 403, 403, 403),
    "/figures/{figure}/": ("figure", SIGN_IN, 200, 200, 403, 403, 403),
    "/figures/new/": ("figure-new", SIGN_IN, 403, 200, 403, 403, 403),
    "/figures/{figure}/change/": ("figure-change", SIGN_IN, 403, 200, 403, 403, 403),
    "/figures/{figure}/reconcile/": ("figure-reconcile", SIGN_IN, 403, 405, 403, 403, 403),
    "/figures/{figure}/undo-reconciliation/": (
        "figure-undo-reconciliation",
        *(SIGN_IN, 403, 405, 403, 403, 403),
    ),
    "/figures/measures/": ("measures", SIGN_IN, 200, 200, 403, 403, 403),
    "/figures/measures/frameworks_signed/?office=ROAF": (
        "measure",
        *(SIGN_IN, 200, 200, 403, 403, 403),
    ),
    "/follow-up/": ("follow-ups", SIGN_IN, 200, 200, 200, 200, 403),
    "/follow-up/new/": ("follow-up-new", SIGN_IN, 403, 200, 403, 403, 403),
    "/follow-up/2026-1/1/": ("follow-up", SIGN_IN, 200, 200, 200, 200, 403),
    "/follow-up/2026-1/1/change/": ("follow-up-change", SIGN_IN, 403, 200, 403, 403, 403),
    "/follow-up/2026-1/1/tell/": ("follow-up-tell", SIGN_IN, 403, 405, 403, 403, 403),
    "/follow-up/2026-1/1/close/": ("follow-up-close", SIGN_IN, 403, 405, 403, 403, 403),
    "/follow-up/2026-1/1/reopen/": ("follow-up-reopen", SIGN_IN, 403, 405, 403, 403, 403),
    "/alignment/": ("alignment", SIGN_IN, 200, 200, 200, 200, 403),
    "/alignment/calendar/": ("alignment-calendar", SIGN_IN, 200, 200, 200, 200, 403),
    "/alignment/rules/A25/": ("alignment-rule", SIGN_IN, 200, 200, 200, 200, 403),
    "/alignment/rules/A25/dismiss/countries/KEN/": (
        "alignment-dismiss",
        *(SIGN_IN, 403, 200, 403, 403, 403),
    ),
    "/alignment/rules/A25/restore/countries/KEN/": (
        "alignment-restore",
        *(SIGN_IN, 403, 405, 403, 403, 403),
    ),
    "/alignment/offices/ROAF/": ("alignment-office", SIGN_IN, 200, 200, 200, 404, 403),
    "/alignment/countries/KEN/": ("alignment-country", SIGN_IN, 200, 200, 200, 404, 403),
    "/register/": ("register", SIGN_IN, 200, 200, 200, 200, 403),
    "/register/teams/": ("register-kind", SIGN_IN, 200, 200, 200, 200, 403),
    "/register/teams/KEN/": ("register-record", SIGN_IN, 200, 200, 200, 200, 403),
    "/register/programme-documents/{document}/stage/": (
        "programme-document-stage",
        *(SIGN_IN, 200, 200, 200, 200, 403),
    ),
    "/register/programme-documents/{document}/criteria/": (
        "programme-document-criteria",
        *(SIGN_IN, 200, 200, 200, 200, 403),
    ),
    "/register/work-plan-items/import-plan/": (
        "work-plan-import",
        *(SIGN_IN, 403, 200, 403, 403, 403),
    ),
    "/register/work-plan-items/import-plan/{export}/": (
        "work-plan-preview",
        *(SIGN_IN, 403, 200, 403, 403, 403),
    ),
    "/register/frameworks/{framework}/work-plan/": (
        "framework-work-plan",
        *(SIGN_IN, 200, 200, 200, 200, 403),
    ),
    "/register/presence/new/": ("record-new", SIGN_IN, 403, 200, 200, 200, 403),
    "/register/frameworks/new/": ("record-new", SIGN_IN, 403, 200, 403, 403, 403),
    "/register/presence/bulk/": ("records-bulk", SIGN_IN, 403, 200, 200, 200, 403),
    "/register/presence/import/": ("records-import", SIGN_IN, 403, 200, 200, 200, 403),
    "/register/presence/import/download/": (
        "records-download",
        *(SIGN_IN, 403, 200, 200, 200, 403),
    ),
    "/register/presence/import/{records}/": (
        "records-preview",
        *(SIGN_IN, 403, 404, 200, 404, 403),
    ),
    "/register/engagements/{part}/change/": (
        "record-change",
        *(SIGN_IN, 403, 200, 200, 403, 403),
    ),
    "/register/engagements/{part}/delete/": (
        "record-delete",
        *(SIGN_IN, 403, 200, 200, 403, 403),
    ),
    "/register/frameworks/{framework}/extend/": (
        "record-extend",
        *(SIGN_IN, 403, 200, 403, 403, 403),
    ),
    "/history/": ("history", SIGN_IN, 200, 200, 403, 403, 403),
    "/history/submissions/{number}/": ("history-record", SIGN_IN, 200, 200, 403, 403, 403),
    "/languages/": ("languages", SIGN_IN, 200, 200, 200, 200, 200),
    "/languages/fr/": ("language", SIGN_IN, 200, 200, 403, 403, 403),
    "/people/": ("people", SIGN_IN, 200, 200, 403, 403, 403),
    "/account/": ("my-account", SIGN_IN, 200, 200, 200, 200, 200),
    "/reminders/off/?person={signed}": ("reminders-off", 200, 200, 200, 200, 200, 200),
    "/tokens/": ("tokens", SIGN_IN, 403, 200, 200, 200, 403),
    "/tokens/new/": ("token-new", SIGN_IN, 403, 200, 200, 200, 403),
    "/tokens/{token}/rotate/": ("token-rotate", SIGN_IN, 403, 200, 200, 404, 403),
    "/tokens/{token}/revoke/": ("token-revoke", SIGN_IN, 403, 200, 200, 404, 403),
}

PUBLISHED = {
    # Published pages are for everybody signed in.
    "/": "overview",
    "/table/verdicts.csv": "overview-table",
    "/changes/": "changes",
    "/changes/table/changes.csv": "changes-table",
    "/offices/": "offices",
    "/offices/table/offices.csv": "offices-table",
    "/offices/ROAF/": "office",
    "/offices/ROAF/briefing/": "office-briefing",
    "/offices/ROAF/table/items.csv": "office-table",
    "/countries/": "countries",
    "/countries/table/countries.csv": "countries-table",
    "/countries/KEN/": "country",
    "/countries/KEN/briefing/": "country-briefing",
    "/countries/KEN/table/answers.csv": "country-table",
    "/teams/": "teams",
    "/teams/table/teams.csv": "teams-table",
    "/teams/KEN/": "team",
    "/teams/KEN/table/answers.csv": "team-table",
    "/pillars/": "pillars",
    "/pillars/table/items.csv": "pillars-table",
    "/pillars/NGT/table/items.csv": "pillar-table",
    "/pillars/NGT/": "pillar",
    "/pillars/NGT/briefing/": "pillar-briefing",
    "/items/NGT-01/": "item",
    "/items/NGT-01/table/rounds.csv": "item-table",
    "/answers/": "answers",
    "/answers/table/answers.csv": "answers-table",
    "/constraints/": "constraints",
    "/constraints/table/reasons.csv": "constraints-table",
    "/frameworks/": "frameworks",
    "/frameworks/table/offices.csv": "frameworks-table",
    "/frameworks/calendar/": "framework-calendar",
    "/frameworks/calendar/table/ends.csv": "framework-calendar-table",
    "/programme-documents/": "programme-documents",
    "/contributions/": "contributions",
    "/contributions/table/contributions.csv": "contributions-table",
    "/programme-documents/table/documents.csv": "programme-documents-table",
    "/papers/": "papers",
    "/papers/checklist.pdf": "paper",
    "/mechanisms/": "mechanisms",
    "/requests/": "requests",
    "/requests/table/requests.csv": "requests-table",
    "/mechanisms/table/roles.csv": "mechanisms-table",
    "/findings/": "findings",
    "/findings/table/findings.csv": "findings-table",
    "/documents/": "documents",
    "/documents/table/sessions.csv": "documents-table",
    "/papers/note/": "note",
    "/method/": "method",
    "/search/?q=kenya": "search",
    "/method/table/words.csv": "method-table",
    "/publications/": "publications",
    "/publications/2026/1/": "publication",
    "/publications/2026/1/verification/": "verification",
    "/publications/2026/1/canonical.json": "canonical",
    "/publications/2026/1/overview/": "overview",
    "/publications/2026/1/offices/ROAF/": "office",
}

ELSEWHERE = ("account_", "mfa_")
"""Signing in has its own tests (tests/accounts, tests/templates)."""


@pytest.fixture
def site():
    """A round under review, one to open, one to reopen; a person of each role."""
    office = make_office("ROAF")
    make_team("KEN", office)
    make_checklist(items=2)
    round_ = make_open_round()
    make_round("2027", "planned", round_.checklist)
    make_round("2025", "published", round_.checklist)
    writer = make_user("regional_office", office)
    evidence = str(make_file(office).pk)
    lines = [partial_line("NGT-01", evidence=[evidence]), partial_line("NGT-02")]
    make_figure()
    make_request()
    make_finding("KEN", office)
    make_token(writer, office, ("submit",))
    submission = submit(round_, office, lines, by=actor_of(writer)).submission
    make_amendment(answer_to(round_, "NGT-01", "KEN"))
    write(begin_note(round_, by=make_actor()))
    return submission


def evidence_pk():
    return Evidence.objects.values_list("pk", flat=True).get()


def figure_pk():
    return ReportedFigure.objects.values_list("pk", flat=True).get()


def make_table(submission):
    """A table that the office has sent."""
    return IncomingFile.objects.create(
        round=submission.round,
        office=submission.office,
        name="answers.csv",
        content=b"item,subject,kind\nNGT-01,KEN,maybe\n",
        sha256="0" * 64,
        received_by=submission.submitted_by,
    )


def make_export():
    """A joint work plan that the secretariat has sent."""
    upload = SimpleUploadedFile("plan.csv", b"Country,Sub-Output,Agencies\nKEN,1.1 Homes,UNDP\n")
    return receive_plan(upload, Said(source="UN INFO"), by=make_actor())


def make_records(by):
    """A table of records that a person has sent."""
    return IncomingTable.objects.create(
        kind="presence",
        name="presence.csv",
        content=b"country,kind,projects\nKEN,physical,yes\n",
        sha256="0" * 64,
        received_by=by,
    )


def previewed(submission):
    """The round under review as it would be published."""
    draw_preview(submission.round, by=make_actor())
    return submission.round.code


def published(submission):
    """What was published of that round."""
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    publish(freeze(submission.round, by=make_actor()), by=make_actor())
    return f"{submission.round.code}/1"


def numbers(submission, sender, address):
    """What stands for the gaps of an address; `sender` has sent a table of records.

    A programme document would close the finding of rule A25: it is made where it is named.
    """
    return {
        "part": FrameworkEngagement.objects.get().pk,
        "framework": CooperationFramework.objects.get().pk,
        "records": make_records(sender).pk,
        "number": submission.pk,
        "figure": figure_pk(),
        "document": make_document("drafting").pk if "{document}" in address else 0,
        "evidence": evidence_pk(),
        "previewed": previewed(submission) if "{previewed}" in address else "",
        "published": published(submission) if "{published}" in address else "",
        "signed": SIGNER.sign(str(submission.submitted_by_id)),
        "table": make_table(submission).pk,
        "export": make_export().pk,
        "token": ApiToken.objects.values_list("pk", flat=True).get(),
    }


@pytest.fixture
def keeper():
    """Somebody of the office, who also manages its tokens."""
    return make_token_keeper(make_office("ROAF"))


@pytest.fixture
def people(client, keeper):
    return {
        "nobody": client,
        "administrator": signed_in(make_user("administrator")),
        "secretariat": signed_in(make_user("secretariat")),
        "office": signed_in(keeper),
        "other_office": signed_in(make_token_keeper(make_office("ROAS"))),
        "board": signed_in(make_user("board_member")),
    }


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("address", PAGES)
def test_each_role_gets_the_page_it_may_have(site, people, keeper, address, prefix):
    path = prefix + address.format(**numbers(site, keeper, address))
    answers = tuple(people[role].get(path).status_code for role in ROLES)
    assert answers == PAGES[address][1:]


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_what_is_published_is_for_everybody_signed_in(people, prefix):
    make_publication("2026")
    readers = [role for role in ROLES if role != "nobody"]
    for address in PUBLISHED:
        answers = {role: people[role].get(prefix + address).status_code for role in ROLES}
        assert answers == {"nobody": SIGN_IN, **dict.fromkeys(readers, 200)}, address


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_where_publications_are_public_strangers_read_them_too(people, settings, prefix):
    settings.PUBLICATIONS_ARE_PUBLIC = True
    make_publication("2026")
    answers = {address: people["nobody"].get(prefix + address) for address in PUBLISHED}
    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(
        PUBLISHED, 200
    )
    assert f'href="{prefix}/accounts/login/"' in answers["/"].content.decode()
    kept = {frozenset(answer["Cache-Control"].split(", ")) for answer in answers.values()}
    assert kept <= {frozenset({"private", "no-cache"}), frozenset({"no-store"})}
    assert not people["nobody"].cookies


def test_where_publications_are_public_nothing_else_is(site, people, settings):
    settings.PUBLICATIONS_ARE_PUBLIC = True
    draw_preview(site.round, by=make_actor())
    stranger = people["nobody"]
    closed = [address for address in PAGES if "{" not in address]
    assert {stranger.get(address).status_code for address in closed} == {SIGN_IN}
    assert stranger.get("/rounds/2026/preview/").status_code == 404
    for address in ("/api/v1/publications/", "/api/v1/publications/latest/"):
        assert stranger.get(address).status_code == 401
    evidence = f"/evidence/{evidence_pk()}/"
    assert stranger.get(evidence).status_code == SIGN_IN


def test_nobody_but_the_secretariat_changes_what_was_handed_over(site, people):
    posted = {"line": "1", "decision": "accept"}
    for role in ("nobody", "administrator", "office", "other_office", "board"):
        answer = people[role].post(f"/submissions/{site.pk}/", posted)
        assert answer.status_code in {302, 403, 404}, role
    assert not site.lines.exclude(decision="").exists()


def test_an_answer_that_was_decided_stays_out_of_sight_of_other_offices(site, people):
    decide(site, [LineDecision(1, "accept")], by=make_actor())
    page = people["other_office"].get("/rounds/2026/answers/NGT-01/KEN/")
    nowhere = people["other_office"].get("/rounds/2026/answers/NGT-01/XXX/")
    assert page.status_code == nowhere.status_code == 404


def names_below(patterns):
    for each in patterns:
        if isinstance(each, URLPattern):
            yield each.name or str(each.pattern)
        elif not str(each.pattern).startswith(("api/", "admin/")):
            yield from names_below(each.url_patterns)


def test_every_page_of_the_site_stands_in_the_table():
    known = {row[0] for row in PAGES.values()} | set(PUBLISHED.values())
    served = {
        name for name in names_below(get_resolver().url_patterns) if not name.startswith(ELSEWHERE)
    }
    assert {name for name in served if "livez" not in name and "readyz" not in name} <= known
