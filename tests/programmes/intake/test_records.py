"""Every kind of record through the one core: right, wrong, stale, doubled, overlapping, foreign."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from accounts.models.users import Role
from accounts.outcomes import Outcome
from accounts.refusals import Blocked, Invalid, NotAllowed, Stale
from programmes.actions import records as acts
from programmes.actions.records import delete_record, save_rows
from programmes.intake.content import digest
from programmes.intake.kinds import KINDS
from programmes.intake.planning import plan
from programmes.models import CooperationFramework, CountryProgrammeDocument
from regions.models import Installation
from tests.factories import make_actor, make_country, make_office, office_actor
from tests.programmes.intake.world import rows, set_up

pytestmark = pytest.mark.django_db
SLUGS = sorted(KINDS)


@pytest.fixture(autouse=True)
def world():
    set_up()


@pytest.fixture
def secretariat():
    return make_actor()


@pytest.fixture
def office():
    return office_actor(make_office("ROAF"))


def save(slug, *sent, by):
    return save_rows(KINDS[slug], list(sent), by=by)


def faults(slug, *sent, by):
    with pytest.raises(Invalid) as refusal:
        save(slug, *sent, by=by)
    return [(fault.pointer, fault.code) for fault in refusal.value.faults]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_new_record_says_what_the_row_said(slug, secretariat):
    row = rows()[slug]
    saved = save(slug, row, by=secretariat)
    assert saved.counts == {"created": 1, "updated": 0, "unchanged": 0, "rejected": 0}
    again = plan(KINDS[slug], [row], by=secretariat)
    assert again.rows[0].before == saved.rows[0].content
    assert {name: again.rows[0].before[name] for name in row} == row


@pytest.mark.parametrize("slug", SLUGS)
def test_the_same_row_again_changes_nothing(slug, secretariat):
    save(slug, rows()[slug], by=secretariat)
    events = event_count(slug)
    assert save(slug, rows()[slug], by=secretariat).counts["unchanged"] == 1
    assert event_count(slug) == events


def event_count(slug):
    return KINDS[slug].model._meta.get_field("events").related_model.objects.count()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_column_left_out_keeps_what_the_record_says(slug, secretariat):
    save(slug, rows()[slug], by=secretariat)
    kind = KINDS[slug]
    named = {name: rows()[slug][name] for name in kind.key if name in rows()[slug]}
    [row] = save(slug, {**named, "source": "HSP/EB.2025/8, para 12"}, by=secretariat).rows
    assert row.outcome is Outcome.UPDATED
    assert dict(row.differences) == {"source": {"before": "", "after": "HSP/EB.2025/8, para 12"}}
    row.record.refresh_from_db()
    assert row.record.source == "HSP/EB.2025/8, para 12"


@pytest.mark.parametrize("slug", SLUGS)
def test_an_unknown_column_is_a_fault(slug, secretariat):
    row = {**rows()[slug], "sorce": "x"}
    assert faults(slug, row, by=secretariat) == [("/rows/0/sorce", "unknown_field")]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_record_stands_in_one_row(slug, secretariat):
    row = rows()[slug]
    codes = {code for _at, code in faults(slug, row, row, by=secretariat)}
    assert "duplicate_record" in codes
    save(slug, row, by=secretariat)
    assert faults(slug, row, row, by=secretariat) == [("/rows/1", "duplicate_record")]


@pytest.mark.parametrize("slug", SLUGS)
def test_what_every_record_says_is_asked_for(slug, secretariat):
    needed = {column.name for column in KINDS[slug].columns if column.is_required}
    found = faults(slug, {}, by=secretariat)
    assert found == [
        (f"/rows/0/{name}", "required") for name in KINDS[slug].names if name in needed
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_row_made_on_old_words_is_stale(slug, secretariat):
    first = save(slug, rows()[slug], by=secretariat).rows[0]
    guarded = {"id": first.record.pk, "base": digest(first.content)}
    save(slug, {**guarded, "source": "one"}, by=secretariat)
    with pytest.raises(Stale):
        save(slug, {**guarded, "source": "two"}, by=secretariat)
    assert save(slug, {**guarded, "source": "one"}, by=secretariat).counts["unchanged"] == 1


@pytest.mark.parametrize("slug", SLUGS)
def test_an_office_keeps_its_own_and_nobody_elses(slug, office):
    kind = KINDS[slug]
    if kind.offices_keep:
        assert save(slug, rows()[slug], by=office).counts["created"] == 1
    else:
        with pytest.raises(NotAllowed, match="not_your_office"):
            save(slug, rows()[slug], by=office)
    with pytest.raises(NotAllowed, match="not_your_office"):
        save(slug, rows("JOR", "ROAS")[slug], by=office)


def test_an_office_cannot_move_a_record_away_or_to_itself(office, secretariat):
    other = save("presence", rows("JOR", "ROAS")["presence"], by=secretariat).rows[0].record
    with pytest.raises(NotAllowed):
        save("presence", {"id": other.pk, "country": "KEN"}, by=office)


RESERVED = {
    "prc_reviewed_on": "2022-10-01",
    "prc_decision": "approved",
    "approved_on": "2022-11-01",
}


@pytest.mark.parametrize("column", RESERVED)
@pytest.mark.parametrize("start", ["2023-01-01", "2019-01-01"])
def test_what_the_committee_decides_an_office_does_not_record(column, start, office, secretariat):
    known = {"country": "KEN", "generation": "new", "kind": "full", "starts_on": start}
    row = {**known, column: RESERVED[column]}

    with pytest.raises(Invalid) as refusal:
        save("programme-documents", row, by=office)
    saved = save("programme-documents", row, by=secretariat)
    again = save("programme-documents", {**row, "note": "Read"}, by=office)

    assert [(each.pointer, each.code) for each in refusal.value.faults] == [
        (f"/rows/0/{column}", "committee_decides")
    ]
    assert saved.rows[0].differences
    assert again.counts["updated"] == 1


@pytest.mark.parametrize("role", [Role.BOARD_MEMBER, Role.ADMINISTRATOR])
def test_others_keep_no_records(role):
    with pytest.raises(NotAllowed, match="forbidden"):
        save("presence", rows()["presence"], by=make_actor(role))


def test_one_fault_refuses_all(secretariat):
    before = CooperationFramework.objects.count()
    good, bad = rows()["frameworks"], {**rows("JOR", "ROAS")["frameworks"], "ends_on": "soon"}
    assert faults("frameworks", good, bad, by=secretariat) == [("/rows/1/ends_on", "invalid_date")]
    assert CooperationFramework.objects.count() == before


WRONG = [
    ("frameworks", {"ends_on": "2026-06-01"}, "/rows/0/ends_on", "ends_before_it_starts"),
    ("frameworks", {"starts_on": "2026-12-31"}, "/rows/0/starts_on", "overlap"),
    ("frameworks", {"team": "KNE"}, "/rows/0/team", "unknown_reference"),
    ("frameworks", {"kind": "plan"}, "/rows/0/kind", "unknown_value"),
    ("frameworks", {"ends_on": "2030-02-30"}, "/rows/0/ends_on", "invalid_date"),
    ("frameworks", {"extension_note": "by a year"}, "/rows/0/extension_note", "end_not_moved"),
    ("frameworks", {"extended_on": "2029-01-01"}, "/rows/0/extended_on", "end_not_moved"),
    (
        "frameworks",
        {"original_ends_on": "2030-12-31"},
        "/rows/0/original_ends_on",
        "end_not_moved",
    ),
    ("frameworks", {"signed_on": "2031-01-01"}, "/rows/0/signed_on", "signed_after_end"),
    ("frameworks", {"predecessor": "JOR 2022-01-01"}, "/rows/0/predecessor", "wrong_predecessor"),
    ("frameworks", {"id": 999999}, "/rows/0/id", "unknown_record"),
    ("engagements", {"valid_to": "2023-01-01"}, "/rows/0/valid_to", "ends_before_it_starts"),
    ("engagements", {"framework": "KEN 2021-01-01"}, "/rows/0/framework", "unknown_reference"),
    ("contributions", {"topic": "x" * 201}, "/rows/0/topic", "too_long"),
    ("presence", {"projects": True}, "/rows/0/projects", "unknown_value"),
    ("programme-documents", {"is_interim": "perhaps"}, "/rows/0/is_interim", "not_true_or_false"),
    (
        "programme-documents",
        {"ends_on": "2018-01-01"},
        "/rows/0/ends_on",
        "ends_before_it_starts",
    ),
    ("framework-results", {"parent": "9"}, "/rows/0/parent", "unknown_reference"),
    ("framework-results", {"level": "sub_output"}, "/rows/0/parent", "wrong_level"),
    ("framework-results", {"level": "strategic_priority"}, "/rows/0/parent", "wrong_level"),
    ("framework-results", {"position": -1}, "/rows/0/position", "not_a_number"),
    ("programme-results", {"derived_from": "7"}, "/rows/0/derived_from", "unknown_reference"),
    ("programme-results", {"statement": "a\x00b"}, "/rows/0/statement", "bad_character"),
    ("mechanisms", {"names": {"fr": "Forum"}}, "/rows/0/names/en", "required"),
    ("mechanisms", {"names": {"en": "F", "de": "F"}}, "/rows/0/names/de", "unknown_language"),
    ("mechanisms", {"code": "a b"}, "/rows/0/code", "not_a_code"),
    ("mechanism-roles", {"countries": ["KEN", "XYZ"]}, "/rows/0/countries/1", "unknown_reference"),
    ("work-plan-items", {"required": "1,250,000"}, "/rows/0/required", "not_an_amount"),
    ("work-plan-items", {"spent": "-1"}, "/rows/0/spent", "not_an_amount"),
    ("work-plan-items", {"spent": "NaN"}, "/rows/0/spent", "not_an_amount"),
    ("work-plan-items", {"year": "next"}, "/rows/0/year", "not_a_number"),
    ("work-plan-items", {"agencies": 7}, "/rows/0/agencies", "not_a_list"),
]


@pytest.mark.parametrize(("slug", "wrong", "at", "code"), WRONG)
def test_what_is_wrong_is_named_where_it_is(slug, wrong, at, code, secretariat):
    assert faults(slug, {**rows()[slug], **wrong}, by=secretariat) == [(at, code)]


def test_a_row_that_is_no_object_is_a_fault(secretariat):
    assert faults("presence", "KEN", by=secretariat) == [
        ("/rows/0", "not_an_object"),
        ("/rows/0/country", "required"),
        ("/rows/0/kind", "required"),
    ]


def test_periods_of_rows_exclude_each_other(secretariat):
    row = rows()["engagements"]
    later = {**row, "valid_from": "2025-01-01"}
    assert faults("engagements", row, later, by=secretariat) == [("/rows/1/valid_from", "overlap")]
    ended = {**row, "valid_to": "2024-12-31"}
    assert save("engagements", ended, later, by=secretariat).counts["created"] == 2


def test_documents_overlap_only_when_approved_with_both_days(secretariat):
    row = {**rows()["programme-documents"], "ends_on": "2024-12-31"}
    assert save("programme-documents", row, by=secretariat).counts["created"] == 1
    CountryProgrammeDocument.objects.filter(generation="new").update(stage="drafting")
    other = {**row, "starts_on": "2019-01-01"}
    assert faults("programme-documents", other, by=secretariat) == [
        ("/rows/0/starts_on", "overlap")
    ]
    unapproved = {**other, "stage": "drafting"}
    assert save("programme-documents", unapproved, by=secretariat).counts["created"] == 1


def test_periods_can_be_exchanged_in_one_table(secretariat):
    base = rows()["engagements"]
    first = {**base, "valid_from": None, "valid_to": "2023-12-31", "level": "light"}
    saved = save("engagements", first, base, by=secretariat).rows
    moved = [
        {"id": saved[0].record.pk, "valid_to": "2024-06-30"},
        {"id": saved[1].record.pk, "valid_from": "2024-07-01"},
    ]
    assert save("engagements", *moved, by=secretariat).counts["updated"] == 2


def test_an_extension_keeps_the_first_end(secretariat):
    known = {"team": "KEN", "starts_on": "2022-01-01"}
    extended = {**known, "ends_on": "2027-12-31", "extension_note": "By a year"}
    record = save("frameworks", extended, by=secretariat).rows[0].record
    record.refresh_from_db()
    assert str(record.original_ends_on) == "2026-12-31"
    save("frameworks", {**known, "ends_on": "2028-12-31"}, by=secretariat)
    record.refresh_from_db()
    assert str(record.original_ends_on) == "2026-12-31"


def test_a_framework_has_one_successor(secretariat):
    row = rows()["frameworks"]
    later = {**row, "starts_on": "2031-01-01", "ends_on": "2035-12-31"}
    assert faults("frameworks", row, later, by=secretariat) == [
        ("/rows/1/predecessor", "wrong_predecessor")
    ]


def test_results_of_one_table_point_to_each_other(secretariat):
    base = {"framework": "KEN 2022-01-01", "statement": "x"}
    chain = [
        {**base, "code": "2.1", "level": "output", "parent": "2"},
        {**base, "code": "2", "level": "outcome", "parent": "P"},
        {**base, "code": "P", "level": "strategic_priority"},
    ]
    saved = save("framework-results", *chain, by=secretariat).rows
    output, outcome, priority = (row.record for row in saved)
    assert (output.parent_id, outcome.parent_id) == (outcome.pk, priority.pk)


def test_a_result_above_others_keeps_its_level(secretariat):
    save("framework-results", rows()["framework-results"], by=secretariat)
    changed = {"framework": "KEN 2022-01-01", "code": "1", "level": "output"}
    assert faults("framework-results", changed, by=secretariat) == [
        ("/rows/0/level", "wrong_level")
    ]


def test_a_result_can_be_derived_from_another_framework(secretariat):
    row = {**rows()["programme-results"], "derived_from": "JOR 2022-01-01 1"}
    assert faults("programme-results", row, by=secretariat) == [
        ("/rows/0/derived_from", "unknown_reference")
    ]


def test_the_stage_of_a_document_is_changed_by_acts(secretariat):
    row = {"country": "KEN", "generation": "new", "starts_on": "2023-01-01", "stage": "approved"}
    assert faults("programme-documents", row, by=secretariat) == [("/rows/0/stage", "stage_by_act")]


def test_tables_name_records_in_parts(secretariat):
    row = {**rows()["engagements"], "team": "KEN", "framework_starts_on": "2022-01-01"}
    del row["framework"]
    assert save("engagements", row, by=secretariat).rows[0].content["framework"] == "KEN 2022-01-01"
    mechanism = {**rows()["mechanisms"], "name_en": "Forum", "name_fr": ""}
    del mechanism["names"]
    assert save("mechanisms", mechanism, by=secretariat).rows[0].content["names"] == {"en": "Forum"}


def test_cells_of_a_table_say_the_same_as_values(secretariat):
    item = rows()["work-plan-items"]
    cells = {
        column.name: column.cell(item.get(column.name))
        for column in KINDS["work-plan-items"].columns
    }
    save("work-plan-items", item, by=secretariat)
    assert save("work-plan-items", cells, by=secretariat).counts["unchanged"] == 1


def test_a_reference_is_a_key_an_id_or_an_address(secretariat):
    pk = CooperationFramework.objects.get(team__code="KEN").pk
    for said in ("KEN 2022-01-01", pk, str(pk), f"https://x.org/api/v1/frameworks/{pk}/"):
        read = plan(KINDS["engagements"], [{"framework": said}], by=secretariat)
        assert read.rows[0].content["framework"] == "KEN 2022-01-01"


def test_in_a_demonstration_what_is_new_is_invented(secretariat):
    assert not save("presence", rows()["presence"], by=secretariat).rows[0].record.is_invented
    Installation.objects.create(pk=1, is_demonstration=True)
    record = save("presence", rows("JOR", "ROAS")["presence"], by=secretariat).rows[0].record
    record.refresh_from_db()
    assert record.is_invented


@pytest.mark.parametrize("slug", SLUGS)
def test_what_nothing_refers_to_can_be_deleted(slug, secretariat):
    row = save(slug, rows()[slug], by=secretariat).rows[0]
    delete_record(KINDS[slug], row.record, base=digest(row.content), by=secretariat)
    assert not KINDS[slug].model.objects.filter(pk=row.record.pk).exists()


def test_what_others_refer_to_stays(secretariat):
    framework = CooperationFramework.objects.get(team__code="KEN")
    with pytest.raises(Blocked) as refusal:
        delete_record(KINDS["frameworks"], framework, by=secretariat)
    assert [each.message for each in refusal.value.blockers] == [
        "1 record refers to it: Country programme documents.",
        "1 record refers to it: Results of frameworks.",
    ]


def test_what_changed_since_is_not_deleted(secretariat):
    record = save("presence", rows()["presence"], by=secretariat).rows[0].record
    with pytest.raises(Stale):
        delete_record(KINDS["presence"], record, base="0" * 32, by=secretariat)


def test_an_office_deletes_its_own_only(office, secretariat):
    other = save("presence", rows("JOR", "ROAS")["presence"], by=secretariat).rows[0].record
    with pytest.raises(NotAllowed, match="not_your_office"):
        delete_record(KINDS["presence"], other, by=office)


def test_whoever_was_faster_is_said_in_words(secretariat, monkeypatch):
    def too_late(plan):
        raise IntegrityError("conflicting key value violates exclusion constraint")

    monkeypatch.setattr(acts, "store", too_late)
    with pytest.raises(Blocked, match="changed_meanwhile"):
        save("presence", rows()["presence"], by=secretariat)


QUERIES = {
    "contributions": 9,
    "engagements": 7,
    "framework-results": 7,
    "frameworks": 8,
    "mechanism-roles": 12,
    "mechanisms": 7,
    "presence": 8,
    "programme-documents": 9,
    "programme-results": 10,
    "work-plan-items": 9,
}

CHANGING = {**QUERIES, "mechanism-roles": 11}
"""Nothing comes to the countries of a role, which would be one more."""


def many(slug, number):
    """Rows of new records, each with its change of another."""
    made = []
    for index in range(number):
        row = rows()[slug]
        if slug in ("presence", "programme-documents"):
            row["country"] = make_country(
                "".join(chr(65 + index // 26**i % 26) for i in range(3))
            ).iso3
        elif slug == "frameworks":
            row |= {"starts_on": f"{2100 + index}-01-01", "ends_on": f"{2100 + index}-12-31"}
            del row["predecessor"]
        elif slug == "engagements":
            row["valid_from"] = row["valid_to"] = f"{2100 + index}-01-01"
        elif slug == "contributions":
            row["topic"] = f"Topic {index}"
        elif slug == "mechanism-roles":
            codes = ("member", "co_convener", "co_chair", "contributor", "lead")
            row["role"] = codes[index]
        else:
            row["code"] = f"c{index}"
        made.append(row)
    return made


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("number", [1, 100])
def test_the_number_of_queries_is_the_same_for_one_row_and_for_many(slug, number, secretariat):
    sent = many(slug, min(number, 5) if slug == "mechanism-roles" else number)
    assert count_of(lambda: save(slug, *sent, by=secretariat)) == QUERIES[slug]
    changed = [{**row, "source": "new"} for row in sent]
    assert count_of(lambda: save(slug, *changed, by=secretariat)) == CHANGING[slug]
    record = KINDS[slug].model.objects.latest("pk")
    assert record.source == "new"


def count_of(act):
    """How many statements an act needs, without savepoints."""
    with CaptureQueriesContext(connection) as queries:
        act()
    return len([each for each in queries if "SAVEPOINT" not in each["sql"]])
