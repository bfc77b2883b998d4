from datetime import date

from checklist.calendar import RoundDates, dates_before


def test_a_round_counts_back_from_its_session():
    assert dates_before(date(2025, 3, 25)) == RoundDates(
        opens_on=date(2024, 9, 24),
        answers_due_on=date(2024, 11, 19),
        review_due_on=date(2024, 12, 31),
        freezes_on=date(2025, 1, 14),
    )
