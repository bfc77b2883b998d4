import pytest

from accounts.refusals import Blocked, NotAllowed
from checklist.actions.rounds import freeze, mark_published, open_round, reopen
from checklist.models import Answer
from tests.factories import (
    make_actor,
    make_checklist,
    make_item,
    make_office,
    make_open_round,
    make_round,
    make_team,
)

pytestmark = pytest.mark.django_db


def codes(refusal):
    return [blocker.code for blocker in refusal.value.blockers]


def test_opening_asks_each_item_of_each_subject_of_its_levels():
    make_office("HQ")
    africa, grouping = make_office("ROAF"), make_office("EECA")
    make_team("KEN", africa)
    make_team("ARM", grouping)
    checklist = make_checklist(levels=("G", "C"))
    make_item(checklist, checklist.pillars.get(), "REG-01", ("R",), 2)
    round_ = make_round(checklist=checklist)

    asked = open_round(round_, by=make_actor())

    rows = set(Answer.objects.values_list("item__code", "subject", "office__code", "progress"))
    assert asked == 4
    assert rows == {
        ("NGT-01", "GLOBAL", "HQ", "empty"),
        ("NGT-01", "KEN", "ROAF", "empty"),
        ("NGT-01", "ARM", "EECA", "empty"),
        ("REG-01", "ROAF", "ROAF", "empty"),
    }


def test_items_that_are_off_are_not_asked():
    make_team("KEN")
    checklist = make_checklist(items=2)
    checklist.items.filter(code="NGT-02").update(is_on=False)

    make_open_round(checklist=checklist)

    assert list(Answer.objects.values_list("item__code", flat=True)) == ["NGT-01"]


def test_a_team_that_changes_office_keeps_its_answers_where_they_were_asked():
    team = make_team("KEN", make_office("ROAF"))
    make_open_round()

    team.office = make_office("ROAS")
    team.save()

    assert Answer.objects.get().office.code == "ROAF"


def test_one_round_is_open_at_a_time():
    make_team("KEN")
    make_open_round("2025")
    second = make_round("2026")

    with pytest.raises(Blocked) as refusal:
        open_round(second, by=make_actor())

    assert codes(refusal) == ["another_round_open"]


def test_without_headquarters_nobody_could_answer_the_global_items():
    with pytest.raises(Blocked) as refusal:
        open_round(make_round(), by=make_actor())
    assert codes(refusal) == ["no_headquarters"]


@pytest.mark.parametrize("role", ["administrator", "regional_office", "board_member"])
def test_only_the_secretariat_runs_rounds(role):
    round_ = make_round()
    for act in (open_round, freeze, reopen, mark_published):
        with pytest.raises(NotAllowed):
            act(round_, by=make_actor(role))


def test_a_round_is_frozen_and_opened_again():
    make_team("KEN")
    round_ = make_open_round()
    by = make_actor()

    frozen = freeze(round_, by=by)
    again = reopen(frozen, by=by)

    assert again.state == "open"


def test_a_round_without_an_accepted_answer_is_not_published():
    make_team("KEN")
    by = make_actor()
    round_ = freeze(make_open_round(), by=by)

    with pytest.raises(Blocked) as refusal:
        mark_published(round_, by=by)

    assert codes(refusal) == ["nothing_accepted"]


def test_a_published_round_is_reopened_for_correction_by_the_secretariat_only():
    make_team("KEN")
    by = make_actor()
    round_ = freeze(make_open_round(), by=by)
    Answer.objects.update(progress="accepted", kind="not_started")

    published = mark_published(round_, by=by)

    assert published.state == "published"
    assert reopen(published, by=by).state == "frozen"


def test_a_planned_round_cannot_be_frozen_nor_reopened():
    round_, by = make_round(), make_actor()
    with pytest.raises(Blocked) as freezing:
        freeze(round_, by=by)
    with pytest.raises(Blocked) as reopening:
        reopen(round_, by=by)
    assert (codes(freezing), codes(reopening)) == (["round_not_open"], ["round_not_frozen"])
