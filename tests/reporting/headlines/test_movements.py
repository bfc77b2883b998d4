from reporting import headlines


def test_without_an_earlier_publication_nothing_moved():
    assert headlines.moved({"up": 0, "down": 0}, "") == (
        "There is no earlier publication to compare with"
    )
    assert headlines.moved({"up": 1382, "down": 40}, "2024") == (
        "1,382 answers moved up since 2024, 40 moved down"
    )
