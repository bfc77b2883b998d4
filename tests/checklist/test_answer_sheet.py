from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.policy import actor_of
from checklist.actions.answers import save
from checklist.actions.drafts import save_all
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.rounds import freeze
from checklist.actions.submissions import submit
from checklist.models import Answer, Evidence
from tests.checklist.pages import signed_in, text_of
from tests.factories import (
    answer_to,
    make_actor,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_round,
    make_team,
    make_user,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db

CODES = [f"T{a}{b}" for a in "ABCDE" for b in "ABCDEFGHIJ"]
SHEET = "/rounds/2026/offices/ROAF/"
KEN = f"{SHEET}?item=NGT-01&subject=KEN"


def typed(round_, item="NGT-01", subject="KEN", **fields):
    """What the form of an answer sends."""
    answer = answer_to(round_, item, subject)
    words = {"kind": "partial", "narrative": "Under way.", "constraints": ["core_funding"]}
    return {**words, "language": "en", "base_version": answer.version, **fields}


def kenya(round_):
    return answer_to(round_, "NGT-01", "KEN")


def by_script(client, address, data):
    return client.post(address, data, headers={"Accept": "application/json"})


@pytest.fixture
def carried(round_):
    """As carry-over leaves an answer: content, a draft, nobody's name."""
    words = {"kind": "partial", "narrative": "As before.", "constraints": ["other"]}
    answers = Answer.objects.filter(round=round_, item__code="NGT-01", subject="KEN")
    answers.update(**words, progress="draft", version=1, reexamined=False)
    return kenya(round_)


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_an_office_opens_its_sheet_at_the_first_answer_that_needs_something(round_, office, prefix):
    office.post(KEN, typed(round_))
    page = text_of(office.get(prefix + SHEET))
    assert 'aria-current="true"><span class="v v-not_assessed">' in page
    assert "item=NGT-01&amp;subject=RWA" in page.split('action="')[1][:60]


def test_who_reads_every_office_is_sent_to_the_list(round_, secretariat, administrator):
    for client in (secretariat, administrator):
        assert client.get(SHEET).url == f"{SHEET}answers/"


def test_another_offices_sheet_is_not_found(round_):
    stranger = signed_in(make_user("regional_office", make_office("ROAS")))
    for path in ("", "submit/", "answers/"):
        assert stranger.get(SHEET + path).status_code == 404
    assert stranger.post(KEN, typed(round_)).status_code == 404


def test_an_answer_that_is_not_asked_is_not_found_and_an_unknown_code_refused(round_, office):
    Answer.objects.filter(item__code="NGT-02", subject="KEN").delete()
    assert office.get(f"{SHEET}?item=NGT-02&subject=KEN").status_code == 404
    assert office.get(f"{SHEET}?item=NGT-99").status_code == 400


def test_saving_keeps_the_words_as_a_draft_and_leads_to_the_next(round_, office):
    response = office.post(KEN, typed(round_, narrative="Line one\r\nline two", act="next"))
    assert response.url == f"{SHEET}?item=NGT-01&subject=RWA"
    answer = kenya(round_)
    assert (answer.progress, answer.narrative) == ("draft", "Line one\nline two")
    assert office.post(KEN, typed(round_, act="save")).url == KEN


def test_the_countries_own_order_is_kept_from_answer_to_answer(round_, office):
    page = text_of(office.get(f"{SHEET}?subject=UGA"))
    assert "All items of Team UGA." in page
    address = f"{SHEET}?item=NGT-01&subject=UGA&by=subject"
    response = office.post(address, typed(round_, subject="UGA", act="next"))
    assert response.url == f"{SHEET}?item=NGT-02&subject=UGA&by=subject"


def test_faults_stand_beside_their_fields_and_what_was_typed_is_kept(round_, office):
    data = typed(round_, kind="", narrative="Kept words", next_step_due="2026-02-30")
    response = office.post(KEN, data)
    page = text_of(response)
    assert response.status_code == 422
    assert "Choose a verdict." in page
    assert "Kept words" in page
    assert kenya(round_).progress == "empty"
    response = office.post(KEN, {**data, "kind": "partial"})
    assert "Use a day that exists" in text_of(response)


def test_a_draft_says_what_it_lacks_beside_the_field_and_in_the_list(round_, office):
    office.post(KEN, typed(round_, kind="full"))
    page = text_of(office.get(KEN))
    assert "1 point blocks submission" in page
    assert "subject=KEN#id_evidence" in page
    assert page.count("“Full” needs evidence.") == 2


def test_script_is_told_version_time_and_what_is_missing(round_, office):
    reply = by_script(office, KEN, typed(round_, kind="full"))
    answer = kenya(round_)
    assert reply.json()["version"] == answer.version == 1
    assert reply.json()["missing"] == {"evidence": "“Full” needs evidence."}
    again = by_script(office, KEN, typed(round_, kind="full"))
    assert again.json()["version"] == 1


def test_script_is_told_faults_by_field(round_, office):
    reply = by_script(office, KEN, typed(round_, kind=""))
    assert reply.status_code == 422
    assert reply.json()["faults"] == {"kind": "Choose a verdict."}


def test_a_carried_answer_says_so_and_is_confirmed_with_a_name(carried, office, office_user):
    page = text_of(office.get(KEN))
    assert "not yet re-examined" in page
    assert 'value="confirm"' in page
    data = typed(carried.round, narrative="As before.", constraints=["other"], act="confirm")
    assert office.post(KEN, data).url == KEN
    answer = kenya(carried.round)
    assert (answer.reexamined, answer.version, answer.updated_by) == (True, 1, office_user)


def test_changed_words_are_not_confirmed_as_unchanged(carried, office):
    data = typed(carried.round, narrative="Something new", act="confirm")
    response = office.post(KEN, data)
    assert response.status_code == 409
    assert "Something new" in text_of(response)
    assert not kenya(carried.round).reexamined


def test_a_conflict_shows_both_values_and_takes_the_chosen_ones(round_, office):
    stale = typed(round_, narrative="Mine.", constraints=["other"])
    theirs = {"kind": "not_started", "narrative": "Theirs.", "constraints": ["crisis_context"]}
    colleague = make_user("regional_office", make_office("ROAF"), full_name="Colleague")
    save(kenya(round_), theirs, base_version=None, by=actor_of(colleague))
    response = office.post(KEN, stale)
    page = text_of(response)
    assert response.status_code == 409
    assert "<p>Colleague, <time" in page
    assert "<del>Theirs" in page
    assert "<ins>Mine" in page
    assert 'name="use_narrative" value="theirs"' in page
    assert "data-sheet" not in page
    assert 'name="base_version" value="1"' in page
    chosen = {**stale, "base_version": 1, "use_narrative": "theirs", "use_kind": "mine"}
    office.post(KEN, chosen)
    answer = kenya(round_)
    assert (answer.kind, answer.narrative) == ("partial", "Theirs.")


def test_script_is_told_of_a_conflict_and_nothing_is_overwritten(round_, office):
    stale = typed(round_)
    save(
        kenya(round_), partial_line_words(), base_version=None, by=office_actor(make_office("ROAF"))
    )
    reply = by_script(office, KEN, stale)
    assert (reply.status_code, reply.json()["code"]) == (409, "stale_version")
    assert kenya(round_).narrative == "Theirs."


def partial_line_words():
    return {"kind": "partial", "narrative": "Theirs.", "constraints": ["other"]}


def test_what_was_handed_over_is_locked_until_somebody_says_write_again(submission, office):
    round_ = submission.round
    page = text_of(office.get(KEN))
    assert "Locked since submission" in page
    assert 'class="frows" disabled' in page
    data = typed(round_, narrative="New words")
    assert by_script(office, KEN, data).json()["code"] == "locked_since_submission"
    refused = office.post(KEN, data)
    assert refused.status_code == 409
    assert "New words" in text_of(refused)
    assert kenya(round_).progress == "submitted"
    assert office.post(f"{KEN}&write=1", data).url == KEN
    assert kenya(round_).progress == "draft"


def test_a_returned_answer_shows_the_reason(submission, office):
    decide(submission, [LineDecision(1, "return", "Name the source.")], by=make_actor())
    page = text_of(office.get(SHEET))
    assert "Name the source." in page
    assert "1 returned answer waits to be written again." in page


def test_a_round_that_is_not_open_is_read_only(round_, office):
    freeze(round_, by=make_actor())
    page = text_of(office.get(KEN))
    assert 'class="frows" disabled' in page
    assert "Check and submit" not in page
    refused = office.post(KEN, typed(round_, narrative="Too late"))
    assert refused.status_code == 409
    assert "Too late" in text_of(refused)


def test_an_office_of_which_nothing_is_asked_is_told_so(round_):
    idle = signed_in(make_user("regional_office", make_office("ROAP")))
    page = text_of(idle.get("/rounds/2026/offices/ROAP/"))
    assert "Nothing is asked of this office in this round" in page
    assert idle.post("/rounds/2026/offices/ROAP/", {}).status_code == 404


def test_a_link_is_put_on_file_and_attached_with_the_words(round_, office):
    link = {"link_title": "Minutes", "link": "https://example.org/m", "link_dated_on": "2026-01-02"}
    response = office.post(KEN, typed(round_, act="evidence", **link))
    assert response.url == f"{KEN}#evidence"
    assert kenya(round_).evidence == [Evidence.objects.get().pk]
    assert "Minutes" in text_of(office.get(KEN))


def test_a_link_with_a_fault_puts_nothing_on_file_and_keeps_what_was_typed(round_, office):
    response = office.post(KEN, typed(round_, link_title="Minutes", link="ftp://x"))
    page = text_of(response)
    assert response.status_code == 422
    assert "ftp://x" in page
    assert "Use an address of http or https." in page
    assert not Evidence.objects.exists()


def test_a_conflict_leaves_no_evidence_without_its_answer(round_, office):
    stale = typed(round_, link_title="Minutes", link="https://example.org/m")
    save(
        kenya(round_), partial_line_words(), base_version=None, by=office_actor(make_office("ROAF"))
    )
    assert office.post(KEN, stale).status_code == 409
    assert not Evidence.objects.exists()


def test_a_file_is_put_on_file_with_its_title(round_, office):
    pdf = SimpleUploadedFile("minutes.pdf", b"%PDF-1.7\n%%EOF\n")
    office.post(KEN, typed(round_, file=pdf, file_title="Minutes", act="evidence"))
    piece = Evidence.objects.get()
    assert (piece.kind, piece.title) == ("file", "Minutes")
    assert kenya(round_).evidence == [piece.pk]
    assert f'href="/evidence/{piece.pk}/"' in text_of(office.get(KEN))


def test_a_file_of_another_kind_than_it_says_is_told_beside_the_field(round_, office):
    wrong = SimpleUploadedFile("minutes.pdf", b"MZ not a document")
    response = office.post(KEN, typed(round_, file=wrong))
    assert response.status_code == 422
    assert 'id="id_file_error"' in text_of(response)
    assert kenya(round_).progress == "empty"


def test_evidence_on_file_is_attached_and_taken_away(round_, office):
    piece = str(make_evidence(make_office("ROAF")).pk)
    office.post(KEN, typed(round_, attach=piece))
    assert [str(each) for each in kenya(round_).evidence] == [piece]
    office.post(KEN, typed(round_, evidence=[piece], remove=piece))
    assert kenya(round_).evidence == []


def test_evidence_of_another_office_is_refused(round_, office):
    strange = str(make_evidence(make_office("ROAS")).pk)
    response = office.post(KEN, typed(round_, attach=strange))
    assert response.status_code == 422
    assert kenya(round_).progress == "empty"


def test_one_piece_covers_several_answers_of_an_item(round_, office):
    piece = make_evidence(make_office("ROAF"))
    for code in ("KEN", "UGA"):
        office.post(f"{SHEET}?item=NGT-01&subject={code}", typed(round_, subject=code))
    address = f"{SHEET}items/NGT-01/evidence/{piece.pk}/"
    assert "Team RWA" in text_of(office.get(address))
    response = office.post(address, {"subject": ["KEN", "UGA", "RWA"]})
    assert response.url == f"{SHEET}?item=NGT-01"
    covered = Answer.objects.filter(evidence__contains=[piece.pk])
    assert sorted(covered.values_list("subject", flat=True)) == ["KEN", "UGA"]


def answered_before(round_, item=None, **words):
    """A published round in which Kenya's answer was accepted."""
    began = round_.opens_on - timedelta(days=400)
    before = make_round("2025", "published", round_.checklist, opens_on=began)
    now = kenya(round_)
    words = {"kind": "full", "narrative": "Words of 2025", **words}
    known = {"subject": "KEN", "level": "C", "team": now.team, "office": now.office}
    item = item or now.item
    Answer.objects.create(round=before, item=item, progress="accepted", version=1, **known, **words)


def test_old_evidence_and_the_last_round_stand_beside_the_fields(round_, office):
    long_ago = round_.opens_on - timedelta(days=900)
    old = make_evidence(make_office("ROAF"), dated_on=long_ago)
    answered_before(round_, evidence=[old.pk])
    office.post(KEN, typed(round_, attach=str(old.pk)))
    page = text_of(office.get(KEN))
    assert "Words of 2025" in page
    assert "Older than round <bdi>2025</bdi>" in page
    office.post(KEN, typed(round_, copy="narrative"))
    assert kenya(round_).narrative == "Words of 2025"


def test_where_the_item_asks_something_else_its_words_then_and_now_are_shown(round_, office):
    checklist = make_checklist("older")
    item = checklist.items.get()
    item.titles, item.digest = {"en": "Item of old"}, "1" * 64
    item.save()
    answered_before(round_, item)
    page = text_of(office.get(KEN))
    assert "The item asks something else than in round" in page
    assert "<del>of old</del>" in page
    assert "Words of 2025" in page
    assert 'value="confirm"' not in page


def test_checking_names_what_is_in_the_way_and_hands_over_nothing(round_, office):
    office.post(KEN, typed(round_, kind="full"))
    page = text_of(office.get(f"{SHEET}submit/"))
    assert "1 point blocks submission" in page
    response = office.post(f"{SHEET}submit/", {"expected": receipt_in(page)})
    assert response.status_code == 422
    assert kenya(round_).progress == "draft"


def receipt_in(page):
    return page.split('name="expected"')[1].split('value="')[1].split('"')[0]


def test_an_office_hands_over_what_it_read_with_a_note(round_, office):
    office.post(KEN, typed(round_))
    page = text_of(office.get(f"{SHEET}submit/"))
    assert "Hand over 1 answer" in page
    data = {"expected": receipt_in(page), "note": "Second quarter"}
    response = office.post(f"{SHEET}submit/", data)
    assert response.url.startswith("/submissions/")
    assert kenya(round_).progress == "submitted"
    assert kenya(round_).lines.get().submission.note == "Second quarter"


def test_what_was_not_read_is_not_handed_over(round_, office):
    office.post(KEN, typed(round_))
    page = text_of(office.get(f"{SHEET}submit/"))
    office.post(KEN, typed(round_, narrative="Changed since"))
    response = office.post(f"{SHEET}submit/", {"expected": receipt_in(page), "note": "My note"})
    assert response.status_code == 409
    assert "My note" in text_of(response)
    assert kenya(round_).progress == "draft"


def test_answers_only_carried_over_are_handed_over_on_request_alone(carried, office):
    page = text_of(office.get(f"{SHEET}submit/"))
    assert "There is nothing to submit." in page
    assert "1 answer was only carried over" in page
    page = text_of(office.get(f"{SHEET}submit/?carried=1"))
    assert "Hand over 1 answer" in page
    office.post(f"{SHEET}submit/?carried=1", {"expected": receipt_in(page)})
    assert kenya(carried.round).lines.get().is_confirmed is False


@pytest.mark.parametrize("teams", [CODES[:1], CODES])
def test_as_many_queries_for_a_hundred_answers_as_for_one(
    office_user, office, django_assert_num_queries, teams
):
    for code in teams:
        make_team(code, make_office("ROAF"))
    make_checklist(items=2)
    round_ = make_open_round()
    make_round("2025", "published", round_.checklist)
    lines = [partial_line("NGT-01", code, narrative="Words.") for code in teams]
    submit(round_, make_office("ROAF"), lines, by=actor_of(office_user))
    with django_assert_num_queries(13):
        assert office.get(f"{SHEET}?item=NGT-01&subject={CODES[0]}").status_code == 200


@pytest.mark.parametrize("teams", [CODES[:1], CODES])
def test_as_many_queries_to_check_one_draft_as_for_fifty(
    office_user, office, django_assert_num_queries, teams
):
    for code in teams:
        make_team(code, make_office("ROAF"))
    make_checklist()
    round_ = make_open_round()
    lines = [partial_line("NGT-01", code) for code in teams]
    save_all(round_, make_office("ROAF"), lines, by=actor_of(office_user))
    with django_assert_num_queries(10):
        assert office.get(f"{SHEET}submit/").status_code == 200
