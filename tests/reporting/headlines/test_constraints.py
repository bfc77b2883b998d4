import pytest

from reporting import headlines


def named(code, answers, before):
    return {"constraint": code, "answers": answers, "before": before}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [named("core_funding", 5, 3), named("guidance_pending", 2, 9)],
            (
                "‘Lack of core funding’ is now named most often for what is not full; "
                "in 2024 it was ‘Guidance pending’."
            ),
        ),
        (
            [named("core_funding", 5, 9), named("guidance_pending", 2, 3)],
            "‘Lack of core funding’ is named most often for what is not full.",
        ),
        (
            [named("core_funding", 5, None)],
            "‘Lack of core funding’ is named most often for what is not full.",
        ),
        ([named("core_funding", 0, 4)], ""),
        ([], ""),
    ],
)
def test_the_constraint_named_most_often_and_the_one_before(rows, words):
    assert headlines.most_named(rows, "2024") == words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([named("core_funding", 5, 9)], "‘Lack of core funding’ is named most often"),
        ([], "Constraints"),
    ],
)
def test_the_title_over_the_constraints(rows, words):
    assert headlines.most_named_title(rows) == words
