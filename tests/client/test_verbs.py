"""The verbs against a real server, with the status each ends with."""

import hashlib
import json

from checklist.models import Answer, ReportingRound, Submission, SubmissionLine
from habitat_reform.client import Exit
from reporting.publishing import publish
from tests.client.conftest import write
from tests.factories import make_actor, make_token, make_user, partial_line


def test_whoami_says_as_whom_the_token_speaks(run, token):
    status, out, err = run("whoami")

    assert (status, err) == (Exit.DONE, "")
    assert out.startswith("Officer for Africa <")
    assert "Role: regional_office (ROAF)\nToken: script, for submit, until 20" in out
    assert token not in out


def test_validate_tells_the_plan_and_keeps_nothing(run, tmp_path):
    status, out, _ = run("validate", write(tmp_path))

    assert status == Exit.DONE
    assert out.splitlines() == [
        "1 line: 1 created, 0 updated, 0 unchanged, 0 rejected",
        "Nothing was stored. It would be taken as it is.",
    ]
    assert not Submission.objects.exists()


def test_validate_tells_each_fault_with_its_place(run, tmp_path):
    file = write(tmp_path, partial_line(constraints=[]), partial_line(item="NGT-99"))

    status, out, _ = run("validate", file)

    assert status == Exit.REFUSED
    assert "1 created" not in out
    assert "It cannot be taken:\n  line 1 (NGT-01 KEN), constraints: " in out
    assert "[constraint_required]\n  line 2 (NGT-99 KEN), item: " in out


def test_only_somebody_elses_change_in_the_way_is_a_conflict(run, tmp_path):
    Answer.objects.update(version=3)

    status, out, _ = run("validate", write(tmp_path, partial_line(base_version=2)))

    assert (status, "[stale_version]" in out) == (Exit.CONFLICT, True)


def test_words_come_in_the_language_asked_for_and_codes_do_not(run, tmp_path):
    _, out, _ = run("validate", write(tmp_path, partial_line(subject="XXX")), "--language", "fr")

    assert "n’est pas connu. [unknown_subject]" in out


def test_submit_gives_the_receipt(run, tmp_path):
    status, out, err = run("submit", write(tmp_path))

    made = Submission.objects.get()
    assert (status, err) == (Exit.DONE, "")
    assert out.startswith(f"Submission {made.number} is submitted.\n1 line: 1 created, ")
    assert f"Receipt: {made.receipt}\n" in out


def test_a_refused_submission_stores_nothing_and_may_be_tried_again_when_mended(run, tmp_path):
    file = write(tmp_path, partial_line(constraints=[]))
    status, out, err = run("submit", file)

    assert (status, out) == (Exit.REFUSED, "")
    assert "(422 invalid)\n  line 1 (NGT-01 KEN), constraints: " in err
    assert not Submission.objects.exists()
    assert run("submit", write(tmp_path))[0] == Exit.DONE


def test_what_a_closed_round_refused_is_taken_once_it_is_open(run, tmp_path):
    ReportingRound.objects.update(state="frozen")
    refused, _, err = run("submit", write(tmp_path))
    ReportingRound.objects.update(state="open")

    assert (refused, "[round_not_open]" in err) == (Exit.CONFLICT, True)
    assert run("submit", write(tmp_path))[0] == Exit.DONE


def test_the_same_file_after_its_receipt_is_a_new_submission(run, tmp_path):
    run("submit", write(tmp_path))
    run("submit", write(tmp_path))

    assert Submission.objects.count() == 2
    assert list((tmp_path / "state").iterdir()) == []


def test_status_tells_whose_turn_it_is_and_what_came_back(run, tmp_path):
    run("submit", write(tmp_path))
    number = Submission.objects.get().number
    SubmissionLine.objects.update(
        decision="return",
        reason="Name the source.\nAnd \x1b[31mwhere.",
        decided_by=make_user(),
        decided_at=Submission.objects.get().submitted_at,
    )

    status, out, _ = run("status", number)

    assert status == Exit.DONE
    assert out.startswith(f"Submission {number} (ROAF, 2026): submitted\nWhose turn: secretariat, ")
    assert out.endswith(
        "Lines: 1 (0 accepted, 1 returned, 0 waiting)\n"
        "  1. NGT-01 KEN: Name the source.\n    And \N{REPLACEMENT CHARACTER}[31mwhere.\n"
    )


def test_what_one_may_not_see_is_not_there(run):
    status, _, err = run("status", 99)

    assert (status, "(404 not_found)" in err) == (Exit.NOT_PERMITTED, True)


def test_a_token_that_is_not_known_is_not_signed_in_and_not_repeated(run):
    status, out, err = run("whoami", "--token", "hrt_0123.secret")

    assert (status, out, "secret" in err) == (Exit.NOT_PERMITTED, "", False)
    assert "(401 not_authenticated)" in err


def test_a_role_that_may_not_submit_is_told_so(run, tmp_path):
    reader = make_token(make_user("board_member"))[1]

    status, _, _ = run("submit", write(tmp_path), "--token", reader)

    assert status == Exit.NOT_PERMITTED


def test_the_reply_itself_may_be_had(run, tmp_path):
    _, out, _ = run("validate", write(tmp_path), "--json")
    refused = run("submit", write(tmp_path, partial_line(item="X")), "--json")

    assert json.loads(out)["created"] == 1
    assert json.loads(refused[1])["code"] == "invalid"


def test_too_many_lines_is_a_limit(run, tmp_path):
    file = write(tmp_path, *[partial_line()] * 2_001)

    status, _, err = run("submit", file)

    assert (status, "(413 too_many_lines)" in err) == (Exit.LIMIT, True)


def published():
    Answer.objects.update(kind="not_started", progress="accepted", version=1)
    ReportingRound.objects.update(state="frozen")
    return publish(ReportingRound.objects.get(), by=make_actor())


def test_a_publication_is_downloaded_byte_for_byte(run, tmp_path):
    sealed = published().sha256
    target = tmp_path / "board.json"

    status, out, _ = run("download", "publication", "-o", target)

    assert (status, hashlib.sha256(target.read_bytes()).hexdigest()) == (Exit.DONE, sealed)
    assert out.endswith(f"bytes, SHA-256 {sealed}\n")


def test_what_is_there_already_is_not_overwritten_unless_one_says_so(run, tmp_path):
    published()
    target = tmp_path / "board.json"
    target.write_text("filled in by hand")

    refused, _, err = run("download", "publication", "--round", "2026", "-o", target)
    kept = target.read_text()
    replaced, _, _ = run("download", "publication", "-o", target, "--replace")

    assert (refused, "is there already" in err, kept) == (Exit.USAGE, True, "filled in by hand")
    assert (replaced, target.read_text() == kept) == (Exit.DONE, False)


def test_nothing_is_published_yet(run):
    status, _, err = run("download", "publication")

    assert (status, "Nothing is published yet." in err) == (Exit.NOT_PERMITTED, True)
