"""One makes a paper, the others wait for it; few papers are made at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection

from reporting.papers.turns import AT_ONCE, StillMaking, in_turn

pytestmark = pytest.mark.django_db(transaction=True)


class Bench:
    """Where a paper is made once, slowly."""

    def __init__(self):
        self.made, self.begun, self.done = [], Event(), Event()

    def find(self):
        return self.made[0] if self.made else None

    def make(self):
        self.begun.set()
        assert self.done.wait(30)
        self.made.append("paper")
        return "paper"


@pytest.fixture
def aside():
    """Somebody else, with a connection of their own."""
    with ThreadPoolExecutor(AT_ONCE + 1) as people:
        yield lambda work: people.submit(closing, work)


def closing(work):
    try:
        return work()
    finally:
        connection.close()


def test_who_comes_later_gets_what_the_first_one_makes(aside):
    bench = Bench()
    first = aside(lambda: in_turn("note", bench.find, bench.make))
    bench.begun.wait(30)
    second = aside(lambda: in_turn("note", bench.find, bench.make, seconds=30))
    bench.done.set()

    assert (first.result(30), second.result(30), bench.made) == ("paper", "paper", ["paper"])


def test_who_waits_too_long_is_told_that_it_is_being_made(aside):
    bench = Bench()
    first = aside(lambda: in_turn("note", bench.find, bench.make))
    bench.begun.wait(30)
    with pytest.raises(StillMaking):
        in_turn("note", bench.find, bench.make, seconds=0.2)
    bench.done.set()

    assert first.result(30) == "paper"


def test_only_so_many_papers_are_made_at_the_same_moment(aside):
    benches = [Bench() for _place in range(AT_ONCE)]
    making = [
        aside(lambda name=name, bench=bench: in_turn(f"paper {name}", bench.find, bench.make))
        for name, bench in enumerate(benches)
    ]
    assert all(bench.begun.wait(30) for bench in benches)
    with pytest.raises(StillMaking):
        in_turn("one more", lambda: None, lambda: "made", seconds=0.2)
    for bench in benches:
        bench.done.set()

    assert [each.result(30) for each in making] == ["paper"] * AT_ONCE
    assert in_turn("one more", lambda: None, lambda: "made") == "made"


def test_a_maker_who_fails_leaves_the_turn_to_the_next():
    with pytest.raises(ZeroDivisionError):
        in_turn("note", lambda: None, lambda: 1 // 0)

    assert in_turn("note", lambda: None, lambda: "made") == "made"
