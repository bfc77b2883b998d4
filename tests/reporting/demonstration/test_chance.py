from collections import Counter

from reporting.demonstration.chance import drawn, happens, identity, leaning, pick


def test_the_same_words_draw_the_same_and_other_words_another():
    assert drawn("verdict", "NGT-01", "KEN") == drawn("verdict", "NGT-01", "KEN")
    assert drawn("verdict", "NGT-01", "KEN") != drawn("verdict", "NGT-01", "UGA")
    assert identity("proof", 1) == identity("proof", 1) != identity("proof", 2)


def test_what_is_drawn_today_is_drawn_in_every_demonstration():
    assert round(drawn("NGT-01"), 6) == 0.842649
    assert str(identity("NGT-01")) == "3d610126-c114-4790-a268-f66ee54f0131"


def test_draws_spread_evenly_over_all_choices():
    found = Counter(pick("abcd", "spread", number) for number in range(4000))

    assert set(found) == set("abcd")
    assert all(900 < number < 1100 for number in found.values())


def test_a_share_of_all_cases_happens():
    found = sum(happens(0.25, "share", number) for number in range(4000))

    assert 900 < found < 1100
    assert not happens(0.0, "share", 1)
    assert happens(1.0, "share", 1)


def test_leaning_stays_near_the_middle():
    found = [leaning("team", number) for number in range(1000)]

    assert all(-3 <= each <= 3 for each in found)
    assert abs(sum(found) / len(found)) < 0.1
