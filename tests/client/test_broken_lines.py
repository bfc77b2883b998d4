"""Whatever the line does, a submission is stored once."""

import json
import signal
import subprocess

import pytest

from checklist.models import Answer, Submission
from habitat_reform.client import Exit
from tests.client.conftest import write
from tests.client.middleman import Middleman
from tests.factories import partial_line

BREAKS = [
    "cut_within_the_body",
    "cut_after_the_body",
    "cut_after_the_work",
    "cut_within_the_reply",
    "busy",
]


@pytest.fixture
def large(tmp_path):
    """A file that does not fit into one packet, with one good line."""
    return write(tmp_path, partial_line(), note="x" * 4_900, padding="x" * 300_000)


@pytest.fixture
def file(tmp_path):
    return write(tmp_path, partial_line(narrative="x" * 4_900))


@pytest.fixture
def interrupts():
    """A suite started in the background ignores interrupts, and its children inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def stored():
    return Submission.objects.count(), Answer.objects.get().version


@pytest.mark.parametrize("move", BREAKS)
def test_after_a_break_the_same_is_sent_again_under_the_same_key(run, file, live_server, move):
    with Middleman(live_server.url, [move, move]) as between:
        status, out, err = run("submit", file, "--server", between.address)

    assert (status, err, stored()) == (Exit.DONE, "", (1, 1))
    assert (len(between.keys), len(set(between.keys))) == (3, 1)
    again = "already on record" in out
    assert again == (move in ("cut_after_the_work", "cut_within_the_reply"))


@pytest.mark.parametrize("move", BREAKS)
def test_a_command_that_gave_up_goes_on_when_it_is_given_again(
    run, file, live_server, move, tmp_path
):
    with Middleman(live_server.url, [move]) as between:
        words = ("submit", file, "--server", between.address, "--patience", "0")
        broken, _, told = run(*words)
        begun = len(list((tmp_path / "state").iterdir()))
        done, _, _ = run(*words)

    assert (broken, begun, done, stored()) == (Exit.LINE_BROKEN, 1, Exit.DONE, (1, 1))
    assert len(set(between.keys)) == 1
    assert ("give the same command again" in told) == (move != "busy")
    assert list((tmp_path / "state").iterdir()) == []


def test_an_interrupted_command_goes_on_when_it_is_given_again(
    command_line, run, file, live_server, interrupts
):
    with Middleman(live_server.url, ["hold_after_the_work"]) as between:
        words = [*command_line, "submit", str(file), "--server", between.address]
        process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        assert between.reached.wait(30)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=120)
        status, out, _ = run("submit", file, "--server", between.address)

    assert (process.returncode, "it goes on" in told) == (Exit.INTERRUPTED, True)
    assert "Traceback" not in told
    assert (status, "already on record" in out, stored()) == (Exit.DONE, True, (1, 1))


def test_another_file_is_another_submission(run, tmp_path, live_server):
    first, second = (
        write(tmp_path, partial_line(narrative=text), name=f"{text}.json") for text in "ab"
    )
    with Middleman(live_server.url, ["cut_after_the_work"]) as between:
        run("submit", first, "--server", between.address, "--patience", "0")
        run("submit", second, "--server", between.address)
        run("submit", first, "--server", between.address)

    assert (Submission.objects.count(), len(set(between.keys))) == (2, 2)


def test_a_copy_of_the_file_under_another_name_goes_on_too(run, file, tmp_path, live_server):
    with Middleman(live_server.url, ["cut_after_the_work"]) as between:
        run("submit", file, "--server", between.address, "--patience", "0")
        copy = tmp_path / "copy.json"
        copy.write_bytes(file.read_bytes())
        run("submit", copy, "--server", between.address)

    assert stored() == (1, 1)


def test_a_key_that_the_server_has_forgotten_is_not_used(run, file, tmp_path, live_server):
    with Middleman(live_server.url, ["cut_after_the_body"]) as between:
        run("submit", file, "--server", between.address, "--patience", "0")
        (kept,) = (tmp_path / "state").iterdir()
        kept.write_text(json.dumps({**json.loads(kept.read_text()), "begun_at": 0}))
        run("submit", file, "--server", between.address)

    assert len(set(between.keys)) == 2


def test_the_server_says_how_long_to_wait(run, file, live_server):
    with Middleman(live_server.url, ["busy_for_long"]) as between:
        status, _, err = run("submit", file, "--server", between.address)

    assert (status, len(between.keys)) == (Exit.LINE_BROKEN, 1)
    assert "Busy. Nothing was saved. (503 unavailable)" in err


def test_a_refusal_before_the_body_is_read_is_heard(run, large, live_server):
    with Middleman(live_server.url, ["refuse_at_once"]) as between:
        status, _, err = run("submit", large, "--server", between.address)

    assert (status, "(413 Request Entity Too Large)" in err) == (Exit.LIMIT, True)


@pytest.mark.parametrize(("move", "words"), [("show_a_page", "something else answers")])
def test_a_page_in_between_is_no_reply(run, file, live_server, move, words):
    with Middleman(live_server.url, [move]) as between:
        status, _, err = run("submit", file, "--server", between.address)
        later, _, _ = run("submit", file, "--server", between.address)

    assert (status, words in err, later, stored()) == (Exit.LINE_BROKEN, True, Exit.DONE, (1, 1))
    assert len(set(between.keys)) == 1


def test_no_redirect_is_followed(run, live_server):
    with Middleman(live_server.url, ["point_elsewhere"]) as between:
        status, _, err = run("whoami", "--server", between.address)

    assert (status, len(between.requests)) == (Exit.LINE_BROKEN, 1)
    assert "points to https://elsewhere.example/api/v1/whoami/; nothing is sent there" in err
