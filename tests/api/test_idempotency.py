from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.utils import timezone

from api.models import IdempotencyKey
from checklist.models import Answer, Submission
from tests.factories import (
    caller,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    partial_line,
)

SUBMISSIONS = "/api/v1/submissions/"


@pytest.fixture
def africa(db):
    return prepared()


def prepared():
    office = make_office("ROAF")
    make_team("KEN", office)
    make_checklist()
    make_open_round()
    return caller("regional_office", office)


def submit(client, *lines, key="night-1", query="", **body):
    body = {"round": "2026", "lines": list(lines or [partial_line()]), **body}
    headers = {"Idempotency-Key": key}
    return client.post(SUBMISSIONS + query, body, content_type="application/json", headers=headers)


def test_the_same_key_with_the_same_body_gives_the_first_reply_again(africa):
    first, again = submit(africa), submit(africa)

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again["Location"] == first["Location"]
    assert (first.get("Idempotent-Replayed"), again["Idempotent-Replayed"]) == (None, "true")
    assert Submission.objects.count() == 1


def test_the_same_values_in_another_order_are_the_same_body(africa):
    first = submit(africa)
    body = '{"lines": [{"constraints": ["core_funding"], "narrative": "Under way.",'
    body += ' "kind": "partial", "subject": "KEN", "item": "NGT-01"}],   "round": "2026"}'

    again = africa.post(
        SUBMISSIONS, body, content_type="application/json", headers={"Idempotency-Key": "night-1"}
    )

    assert again.json() == first.json()


def test_the_same_key_with_another_body_is_422(africa):
    submit(africa)

    reply = submit(africa, partial_line(narrative="Other."))

    assert (reply.status_code, reply.json()["code"]) == (422, "idempotency_key_reused")
    assert Answer.objects.get().narrative == "Under way."


def test_a_refusal_is_the_reply_and_stores_nothing_else(africa):
    first, again = (submit(africa, partial_line(item="NGT-99")) for _ in range(2))

    assert (first.status_code, again.status_code) == (422, 422)
    assert again.json() == first.json()
    assert again["Content-Type"] == "application/problem+json"
    assert again["Idempotent-Replayed"] == "true"
    assert not Submission.objects.exists()


def test_a_key_is_good_for_a_day(africa):
    submit(africa)
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=24, seconds=1))

    again = submit(africa, partial_line(narrative="Next day."))

    assert (again.status_code, again.get("Idempotent-Replayed")) == (201, None)
    assert IdempotencyKey.objects.count() == 1


def test_old_replies_are_forgotten_and_young_ones_kept(africa, capsys):
    submit(africa)
    call_command("forget_keys")
    kept = IdempotencyKey.objects.count()
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=24, seconds=1))
    call_command("forget_keys")

    assert (kept, IdempotencyKey.objects.count()) == (1, 0)
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in said] == ["forgotten: 0 keys", "forgotten: 1 keys"]


def test_a_dry_run_uses_up_no_key(africa):
    submit(africa, query="?dry_run=true")

    assert submit(africa).status_code == 201


def test_a_key_belongs_to_its_caller_and_its_route(africa):
    make_evidence(make_office("ROAF"))
    other = caller("regional_office", make_office("ROAF"))

    submit(africa)
    reply = submit(other, partial_line(narrative="Other."))
    evidence = africa.post(
        "/api/v1/evidence/",
        {"kind": "document", "title": "Note", "reference": "HSP/EB.2025/8"},
        content_type="application/json",
        headers={"Idempotency-Key": "night-1"},
    )

    assert (reply.status_code, evidence.status_code) == (201, 201)


@pytest.mark.parametrize("key", ["with space", "x" * 201, "é"])
def test_a_key_that_cannot_be_is_refused(africa, key):
    reply = submit(africa, key=key)

    assert (reply.status_code, reply.json()["code"]) == (400, "bad_idempotency_key")


def test_a_failure_of_ours_is_not_kept(africa, monkeypatch):
    def fail(*args, **options):
        raise OperationalError("gone")

    with monkeypatch.context() as broken:
        broken.setattr("api.v1.submitting.submit", fail)
        first = submit(africa)
    again = submit(africa)

    assert (first.status_code, again.status_code) == (503, 201)


@pytest.mark.django_db(transaction=True)
def test_twenty_repeats_at_once_store_once():
    credentials = prepared().defaults
    start = Barrier(20)

    def repeat(_number):
        start.wait()
        try:
            return submit(Client(**credentials))
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as threads:
        replies = list(threads.map(repeat, range(20)))

    assert {reply.status_code for reply in replies} <= {201, 409}
    stored = {reply.json()["number"] for reply in replies if reply.status_code == 201}
    assert len(stored) == 1
    assert sum(r.get("Idempotent-Replayed") != "true" for r in replies if r.status_code == 201) == 1
    assert Submission.objects.count() == 1
    assert Answer.objects.get().version == 1


@pytest.mark.django_db(transaction=True)
def test_a_key_that_is_at_work_too_long_is_409_with_the_time_to_wait():
    client = prepared()
    user = IdempotencyKey._meta.get_field("caller").related_model.objects.get(
        role="regional_office"
    )
    done, held = Barrier(2), Barrier(2)

    def hold():
        with transaction.atomic():
            IdempotencyKey.objects.create(
                caller=user,
                route=SUBMISSIONS,
                key="night-1",
                digest="0" * 64,
                created_at=timezone.now(),
            )
            held.wait()
            done.wait()
        connection.close()

    with ThreadPoolExecutor(1) as threads:
        threads.submit(hold)
        held.wait()
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        reply = submit(client)
        done.wait()
    connection.close()

    assert (reply.status_code, reply.json()["code"]) == (409, "idempotency_key_in_use")
    assert reply["Retry-After"] == "5"
