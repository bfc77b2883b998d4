import pytest

from reporting import headlines


@pytest.mark.parametrize(
    ("named", "not_full", "words"),
    [
        (
            {"money": 600, "staff": 103},
            1348,
            "Money is a reason named in 45 per cent of answers that are not full",
        ),
        (
            {"money": 10, "guidance": 30},
            100,
            "Pending guidance is a reason named in 30 per cent of answers that are not full",
        ),
        (
            {"money": 30, "presence": 30},
            100,
            (
                "‘Money’ and ‘Presence’ are named equally often, each in 30 per cent of answers "
                "that are not full"
            ),
        ),
        ({"money": 5}, 8, "‘Money’: named in 5 of 8 answers that are not full"),
        ({"money": 1}, 1, "‘Money’: named in 1 of 1 answer that is not full"),
        (
            {"money": 1, "staff": 1},
            2,
            "‘Money’ and ‘Staff’: named in 1 of 2 answers that are not full",
        ),
        ({"money": 0}, 12, "No reason is named for what is not full"),
        ({}, 12, "No reason is named for what is not full"),
        ({}, 0, "No answer is partial or not started"),
    ],
)
def test_the_reason_named_most_among_answers_that_are_not_full(named, not_full, words):
    assert headlines.held_back(named, not_full) == words


@pytest.mark.parametrize(
    ("now", "before", "not_full", "words"),
    [
        ({"money": 60}, {"money": 54}, (100, 100), "In 2024 it was 54 per cent."),
        (
            {"money": 60},
            {"money": 20, "guidance": 40},
            (100, 100),
            "In 2024 it was 20 per cent. ‘Guidance’ was named most often then.",
        ),
        ({"money": 60}, {"money": 5}, (100, 9), ""),
        ({"money": 60}, {}, (100, 100), ""),
        ({}, {"money": 5}, (0, 100), ""),
    ],
)
def test_the_same_reason_before_and_the_one_named_most_then(now, before, not_full, words):
    assert headlines.held_back_lead(now, before, not_full, "2024") == words


def test_without_an_earlier_publication_nothing_was_named_before():
    assert headlines.held_back_lead({"money": 60}, {}, (100, 0), "") == ""


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [("Africa", 62, 100), ("Arab States", 5, 10), ("Headquarters", 8, 8)],
            "‘Money’: named in 62 per cent in Africa, 50 in Arab States",
        ),
        ([("A", 5, 10), ("B", 50, 100)], "‘Money’ is named in 50 per cent everywhere"),
        ([("A", 5, 10), ("B", 5, 9)], ""),
        ([], ""),
    ],
)
def test_where_a_reason_is_named_most_and_where_least(rows, words):
    assert headlines.spread("Money", rows) == words


def test_without_a_reason_nothing_is_spread():
    assert headlines.spread("", [("A", 0, 10), ("B", 0, 10)]) == ""


@pytest.mark.parametrize(
    ("overdue", "soon", "words"),
    [
        (0, 0, "No next step is due within half a year"),
        (0, 1, "1 next step is due within half a year; none is overdue"),
        (0, 1200, "1,200 next steps are due within half a year; none is overdue"),
        (1, 0, "1 next step is overdue; 0 are due within half a year"),
        (4, 7, "4 next steps are overdue; 7 are due within half a year"),
    ],
)
def test_next_steps_that_are_late_and_those_due_soon(overdue, soon, words):
    assert headlines.next_steps_due(overdue, soon) == words


@pytest.mark.parametrize(
    ("named", "not_full", "words"),
    [
        (
            {"money": 757},
            1271,
            "‘Money’: named in 757 of 1,271 answers that are partial or not started.",
        ),
        ({"staff": 1}, 1, "‘Staff’: named in 1 of 1 answer that is partial or not started."),
        ({}, 3, ""),
    ],
)
def test_the_counts_behind_the_share(named, not_full, words):
    assert headlines.held_back_count(named, not_full) == words
