import json
from collections import Counter
from datetime import UTC, date, datetime

import pytest
from django.db.models import F

from accounts.models.users import Role
from accounts.refusals import Blocked, NotAllowed
from checklist.actions.rounds import freeze, reopen
from checklist.models import Answer, BoardSession, ChecklistItem, Evidence, ReportingRound
from programmes.models import (
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    MechanismRole,
    Presence,
)
from regions.models import Country, CountryTeam, Installation, OfficeCoverage, RegionalOffice
from reporting.models import Publication, PublicationSection, ReportedFigure
from reporting.publishing import publish
from reporting.snapshots import answers
from reporting.snapshots.canonical import digest, unpacked
from reporting.snapshots.lists import LISTS
from reporting.snapshots.lists.entries import seal_of
from tests import factories as make
from tests.reporting.world import (
    AT,
    accept,
    answered_round,
    make_publication,
    make_world,
    publish_round,
)

pytestmark = pytest.mark.django_db


def file_of(publication):
    return json.loads(unpacked(publication.canonical))


def section(publication, key):
    return json.loads(publication.sections.get(key=key).body)


def answers_to(publication, item):
    rows = publication.rows.filter(listed="answers", facets__contains=[f"item:{item}"])
    return [json.loads(body) for body in rows.values_list("body", flat=True)]


def bodies(publication):
    return dict(publication.sections.values_list("key", "body"))


def test_publishing_seals_a_section_for_every_page():
    publication = make_publication()
    assert sorted(publication.sections.values_list("key", flat=True)) == [
        "answers",
        "changes",
        "constraints",
        "contributions",
        "countries",
        "country:FJI",
        "country:KEN",
        "country:OMN",
        "country:USA",
        "country:WSM",
        "documents",
        "findings",
        "framework-calendar",
        "frameworks",
        "item:NGT-01",
        "item:NGT-02",
        "item:NGT-08",
        "mechanisms",
        "method",
        "office:HQ",
        "office:ROAF",
        "office:ROAS",
        "offices",
        "overview",
        "papers",
        "pillar:NGT",
        "pillars",
        "programme-documents",
        "requests",
        "search",
        "team:KEN",
        "team:PACIFIC",
        "teams",
    ]
    sealed = {key: digest(body) for key, body in bodies(publication).items()}
    rows = {name: publication.rows.filter(listed=name).values() for name in LISTS}
    lists = {f"list:{name}": seal_of(found) for name, found in rows.items()}
    assert publication.manifest == {**sealed, **lists}


def test_the_file_seals_the_records_and_the_sections():
    publication = make_publication()
    file = file_of(publication)
    assert digest(unpacked(publication.canonical)) == publication.sha256
    assert file["sections"] == publication.manifest
    assert file["publication"] == {
        "round": "2026",
        "number": 1,
        "corrects": None,
        "statement": "For the Board.",
        "note": "",
        "published_at": "2026-02-24T09:00:00+00:00",
        "is_demonstration": False,
    }


def test_publishing_ends_the_round():
    publication = make_publication()
    assert ReportingRound.objects.get().state == "published"
    assert (publication.number, publication.published_at, publication.corrects) == (1, AT, None)


def test_only_accepted_answers_are_published():
    publication = make_publication()
    draft = next(
        answer
        for answer in file_of(publication)["answers"]
        if (answer["item"], answer["subject"]) == ("NGT-02", "PACIFIC")
    )
    assert draft == {
        "item": "NGT-02",
        "subject": "PACIFIC",
        "pillar": "NGT",
        "level": "C",
        "office": "ROAS",
        "team": "PACIFIC",
        "kind": "not_assessed",
    }


def test_what_was_not_accepted_stands_in_no_section_and_not_in_the_file():
    publication = make_publication()
    assert [key for key, body in bodies(publication).items() if "SECRET" in body] == []
    assert b"SECRET" not in unpacked(publication.canonical)


def test_the_published_tallies_are_those_of_the_database():
    publication = make_publication()
    keys = ("item__pillar__code", "item__code", "office__code")
    live = Answer.objects.tally_by(*keys, accepted_only=True)
    published = {
        (row["pillar"], row["item"], row["office"]): row["tally"]
        for row in file_of(publication)["tallies"]
    }
    assert published == {key: vars(tally) for key, tally in live.items()}


def test_a_decision_while_it_is_written_does_not_part_its_numbers_from_its_answers(monkeypatch):
    make_world()
    round_ = freeze(answered_round(), by=make.make_actor())
    read = answers.read_evidence

    def decided_meanwhile(ids):
        Answer.objects.filter(progress="submitted").update(progress="accepted")
        return read(ids)

    monkeypatch.setattr(answers, "read_evidence", decided_meanwhile)
    file = file_of(publish(round_, at=AT, by=make.make_actor()))
    told = Counter(answer["kind"] for answer in file["answers"])
    counted = sum((Counter(row["tally"]) for row in file["tallies"]), Counter())
    assert {kind: counted[kind] for kind in told} == told


def test_evidence_is_told_in_full_at_its_answer():
    publication = make_publication()
    answers = answers_to(publication, "NGT-01")
    evidence = next(answer for answer in answers if answer["subject"] == "KEN")["evidence"]
    assert [(each["title"], each["url"], each["dated_on"]) for each in evidence] == [
        ("Minutes of 2026", "https://example.org/minutes", None)
    ]


def bytes_of(publication):
    """Everything a reader of the publication can be shown."""
    kept = Publication.objects.get(pk=publication.pk)
    rows = kept.rows.order_by("listed", "key")
    return (
        unpacked(kept.canonical),
        bodies(kept),
        list(rows.values_list("listed", "key", "facets", "places", "body")),
    )


LATER = {
    "an answer is changed": lambda: Answer.objects.update(
        kind="full", progress="accepted", narrative="Changed since."
    ),
    "a country is renamed": lambda: Country.objects.update(names={"en": "Renamed"}),
    "an office is renamed": lambda: RegionalOffice.objects.update(area_names={"en": "Renamed"}),
    "a team is renamed": lambda: CountryTeam.objects.update(names={"en": "Renamed"}),
    "countries change their office": lambda: OfficeCoverage.objects.update(
        office=make.make_office("ROAP")
    ),
    "teams change their office": lambda: CountryTeam.objects.update(
        office=make.make_office("ROAP")
    ),
    "an item is worded anew": lambda: ChecklistItem.objects.update(titles={"en": "Other words"}),
    "a session is renamed": lambda: BoardSession.objects.update(names={"en": "Renamed"}),
    "a framework is extended": lambda: CooperationFramework.objects.update(
        original_ends_on=F("ends_on"), ends_on=date(2030, 12, 31)
    ),
    "engagement is deleted": lambda: FrameworkEngagement.objects.all().delete(),
    "programme documents are deleted": lambda: CountryProgrammeDocument.objects.all().delete(),
    "roles are deleted": lambda: MechanismRole.objects.all().delete(),
    "presence is deleted": lambda: Presence.objects.all().delete(),
    "evidence gets another title": lambda: Evidence.objects.update(title="Changed since"),
    "figures are deleted": lambda: ReportedFigure.objects.all().delete(),
}


@pytest.mark.parametrize("what", LATER)
def test_what_is_done_later_leaves_every_published_byte_as_it_was(what):
    publication = make_publication()
    before = bytes_of(publication)
    LATER[what]()
    assert bytes_of(publication) == before


def test_a_correction_is_the_next_number_and_names_what_it_corrects():
    first = make_publication()
    by = make.make_actor()
    round_ = reopen(ReportingRound.objects.get(), by=by)
    accept(round_, "NGT-02", "PACIFIC", "full")
    second = publish(round_, statement="", note="One answer corrected.", by=by)
    assert (second.number, second.corrects) == (2, first)
    assert second.sha256 != first.sha256
    assert file_of(second)["publication"]["corrects"] == 1
    assert "SECRET" not in bodies(first)["team:PACIFIC"]


def test_a_publication_is_compared_with_that_of_the_round_before():
    make_world()
    publish_round(answered_round("2025"))
    later = answered_round("2026")
    accept(later, "NGT-01", "PACIFIC", "full")
    accept(later, "NGT-01", "KEN", "partial")
    publication = publish_round(later)
    overview = section(publication, "overview")
    assert overview["about"]["previous"]["round"] == "2025"
    moved = {name: number for name, number in overview["moves"].items() if number}
    sums = {"changed": 2, "unchanged": 5}
    assert moved == {"up": 1, "down": 1, "carried": 3, "silent": 2, **sums}
    assert [row["code"] for row in overview["changed_items"]] == ["NGT-01"]
    kinds = {
        answer["subject"]: (answer["before"], answer["kind"])
        for answer in answers_to(publication, "NGT-01")
    }
    assert kinds == {"KEN": ("full", "partial"), "PACIFIC": ("partial", "full")}
    assert [point["round"] for point in overview["trend"]] == ["2025", "2026"]


def test_an_item_whose_text_changed_is_not_compared():
    make_world()
    publish_round(answered_round("2025"))
    later = answered_round("2026")
    later.checklist.items.filter(code="NGT-01").update(digest="1" * 64)
    publication = publish_round(later)
    befores = {
        key: {answer["before"] for answer in answers_to(publication, key)}
        for key in ("NGT-01", "NGT-08")
    }
    assert befores == {"NGT-01": {None}, "NGT-08": {"full", "not_started", "not_assessed"}}


def test_figures_of_an_earlier_round_keep_their_own_day_and_document():
    make_publication("2025")
    publication = publish_round(answered_round("2026"))
    figure = section(publication, "overview")["figures"][0]
    assert (figure["as_of"], figure["document"], figure["comparison"]) == (
        "2026-02-24",
        "HSP/EB.2026/5",
        "differs",
    )
    assert figure["counted"] == {
        "value": 1,
        "of_total": 1,
        "silent": 0,
        "collection": "frameworks",
        "filters": {"office": "ROAF", "running_on": "2026-02-24", "signatory": "yes"},
    }


def test_a_demonstration_says_so_in_the_file():
    Installation.objects.create(pk=1, is_demonstration=True)
    publication = make_publication()
    assert publication.is_demonstration
    assert file_of(publication)["publication"]["is_demonstration"]


def test_an_open_round_is_not_published():
    make_world()
    with pytest.raises(Blocked) as refusal:
        publish(answered_round(), by=make.make_actor())
    assert [blocker.code for blocker in refusal.value.blockers] == ["round_not_frozen"]
    assert not PublicationSection.objects.exists()


@pytest.mark.parametrize("role", [Role.REGIONAL_OFFICE, Role.BOARD_MEMBER, Role.ADMINISTRATOR])
def test_only_the_secretariat_publishes(role):
    make_world()
    round_ = freeze(answered_round(), by=make.make_actor())
    with pytest.raises(NotAllowed):
        publish(round_, by=make.make_actor(role))
    assert not Publication.objects.exists()


def test_the_register_is_read_as_of_the_day_in_the_house():
    make_world()
    late = datetime(2026, 2, 24, 22, 30, tzinfo=UTC)
    publication = publish_round(answered_round(), at=late)
    assert file_of(publication)["register_as_of"] == "2026-02-25"


def queries_to_publish(round_, django_assert_num_queries, number):
    by = make.make_actor()
    round_ = freeze(round_, by=by)
    with django_assert_num_queries(number):
        publish(round_, at=AT, by=by)


@pytest.mark.parametrize("teams", [1, 40])
def test_publishing_takes_as_many_queries_for_one_team_as_for_forty(
    teams, django_assert_num_queries
):
    office = make.make_office("ROAF")
    for number in range(teams):
        make.make_team("A" + chr(65 + number // 26) + chr(65 + number % 26), office)
    round_ = make.make_open_round()
    Answer.objects.update(kind="full", progress="accepted")
    queries_to_publish(round_, django_assert_num_queries, 58)
