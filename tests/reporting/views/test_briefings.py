"""The delegate's briefing of a country, an office and a pillar."""

import pytest
from django.test import Client

from accounts.models.users import Role
from programmes.models import CountryProgrammeDocument
from tests import factories as make
from tests.browser.board import publish_twice
from tests.reporting.world import accept, answered_round, make_world, publish_round

pytestmark = pytest.mark.django_db


def board():
    client = Client()
    client.force_login(make.make_user(Role.BOARD_MEMBER))
    return client


@pytest.fixture
def published():
    make_world()
    round_ = answered_round()
    accept(
        round_,
        "NGT-02",
        "PACIFIC",
        "partial",
        constraints=["core_funding"],
        next_step="Agree the plan.",
        next_step_due="2026-05-01",
    )
    publish_round(round_)
    return board()


def briefing(client, path):
    return client.get(f"{path}briefing/").context["page"]


@pytest.mark.parametrize("path", ["/countries/KEN/", "/offices/ROAS/", "/pillars/NGT/"])
def test_a_briefing_says_what_its_page_finds_and_each_leads_to_the_other(published, path):
    page = published.get(path)
    answer = published.get(f"{path}briefing/")
    assert answer.context["page"].head.headline == page.context["page"].head.headline
    assert f'href="{path}briefing/"' in page.content.decode()
    assert f'href="{path}"' in answer.content.decode()


def test_the_facts_of_a_country_stand_with_their_sources(published):
    facts = {
        fact.name: (fact.value, fact.source)
        for fact in briefing(published, "/countries/KEN/").facts
    }
    assert facts["Framework"] == ("1 January 2023 to 31 December 2027", "list")
    assert facts["Programme document"] == (
        "Document of the new generation, 2023–2026",
        "HSP/EB.2025/8, para 17",
    )
    assert facts["Specific contribution"][0] == "Plans with counties."
    assert len(facts) == 5


def test_the_newest_programme_document_is_the_one_of_the_country_s_page():
    make_world()
    CountryProgrammeDocument.objects.create(
        country=make.make_country("KEN"), generation="earlier", kind="full", starts_on="2025-01-01"
    )
    publish_round(answered_round())
    facts = {fact.name: fact.value for fact in briefing(board(), "/countries/KEN/").facts}
    assert facts["Programme document"] == "Document of the new generation, 2023–2026"


def test_a_constraint_beside_a_full_answer_is_no_reason_for_not_being_full():
    make_world()
    round_ = answered_round()
    accept(round_, "NGT-02", "KEN", "full", constraints=["core_funding"])
    publish_round(round_)
    assert briefing(board(), "/countries/KEN/").reasons == []


def test_a_country_without_a_framework_says_so_and_invents_nothing(published):
    page = briefing(published, "/countries/OMN/")
    assert [(fact.name, fact.value) for fact in page.facts][:2] == [
        ("Framework", "none runs on this day"),
        ("Programme document", "none on record"),
    ]
    assert (page.reasons, page.coming) == ([], [])


def test_an_office_tells_why_it_is_not_full_and_what_comes_next(published):
    page = briefing(published, "/offices/ROAS/")
    assert [line.words for line in page.reasons] == ["‘Lack of core funding’ is named by 2 answers"]
    assert page.steps == "1 next step is due; the first stand here."
    assert [(line.words, line.note) for line in page.coming] == [
        ("Agree the plan.", "1 May 2026, Team PACIFIC, NGT-02"),
        ("The framework of Team PACIFIC ends", "31 December 2027"),
    ]


def test_a_step_whose_day_has_passed_is_no_next_step(published):
    page = briefing(published, "/offices/ROAF/")
    assert page.steps == "No next step with a day to come is on record."


def test_a_pillar_names_its_fullest_and_its_least_full_item(published):
    facts = [(fact.name, fact.value) for fact in briefing(published, "/pillars/NGT/").facts]
    assert [name for name, _ in facts] == ["Full answers", "Fullest item", "Least full item"]


def test_a_briefing_is_cited_by_the_address_that_stays(published):
    page = briefing(published, "/countries/KEN/")
    assert page.address == "/publications/2026/1/countries/KEN/briefing/"
    assert page.cite.startswith("UN-Habitat, Compliance with the UNSDG reform checklist")
    assert published.get(page.address).status_code == 200


def test_what_moved_since_the_last_round_is_said():
    publish_twice()
    page = briefing(board(), "/countries/KEN/")
    assert page.changed == "No answer moved up or down since 2025."
