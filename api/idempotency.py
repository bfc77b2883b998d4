"""A write repeated under the same name happens once: the first reply is given again for a day.

The reply is kept in the same transaction as the effect. Failures on this side are never
kept; refusals are, because they are the reply.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import OperationalError, connection, transaction
from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.policy import Actor
from accounts.refusals import Refused
from api.errors import Problem, problem_for, respond
from api.models import IdempotencyKey

FORM = re.compile(r"[\x21-\x7e]{1,200}")
KEPT_HEADERS = ("Location", "ETag")
LOCK_NOT_AVAILABLE = "55P03"
CLAIM = """
    INSERT INTO api_idempotencykey AS held
        (caller_id, route, key, digest, status, body, headers, created_at)
    VALUES (%s, %s, %s, %s, NULL, '', '{}', %s)
    ON CONFLICT (caller_id, route, key) DO UPDATE SET
        digest = EXCLUDED.digest, status = NULL, body = '', headers = '{}',
        created_at = EXCLUDED.created_at
    WHERE held.created_at < EXCLUDED.created_at - interval '24 hours'
    RETURNING id
"""

Act = Callable[[], Response]


def once(request: Request, actor: Actor, act: Act) -> HttpResponseBase:
    """Do it, or say again what came of it the first time."""
    key = key_of(request)
    if not key:
        return act()
    route, digest = request.path[:200], digest_of(request)
    with transaction.atomic():
        row = claim(actor.user.pk, route, key, digest)
        if row is None:
            return replay(
                IdempotencyKey.objects.get(caller=actor.user, route=route, key=key), digest
            )
        response = attempt(act, request)
        keep(row, response)
        return response


def key_of(request: Request) -> str:
    """The name the caller gave the request, if any."""
    key = request.headers.get("Idempotency-Key", "")
    if key and not FORM.fullmatch(key):
        words = _("An Idempotency-Key has 1 to 200 characters without spaces.")
        raise Problem(400, "bad_idempotency_key", words)
    return key


def digest_of(request: Request) -> str:
    """The same body is the same values, whatever their order and spacing; the query counts too."""
    sent = [sorted(request.query_params.lists()), request.data]
    text = json.dumps(
        sent, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=fingerprint
    )
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(sent: bytes | UploadedFile) -> str:
    """What is no JSON, a table or a file, is the same when its bytes are."""
    if isinstance(sent, bytes):
        return hashlib.sha256(sent).hexdigest()
    digest = hashlib.file_digest(sent.open(), "sha256")
    sent.seek(0)
    return digest.hexdigest()


def claim(caller: int, route: str, key: str, digest: str) -> int | None:
    """Hold the name; one that somebody holds now is waited for, one that is kept gives nothing."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(CLAIM, [caller, route, key, digest, timezone.now()])
            row = cursor.fetchone()
    except OperationalError as failure:
        if getattr(failure.__cause__, "pgcode", None) == LOCK_NOT_AVAILABLE:
            raise in_use() from failure
        raise
    return row[0] if row else None


def in_use() -> Problem:
    """The first request with this name is still at work."""
    words = _("A request with this Idempotency-Key is being worked on.")
    return Problem(409, "idempotency_key_in_use", words, headers={"Retry-After": "5"})


def attempt(act: Act, request: Request) -> Response:
    """The reply to keep: what was done, or why it was refused.

    An act undoes what it began when it refuses, so that only its reply is stored.
    """
    try:
        return act()
    except (Refused, Problem) as refusal:
        problem = problem_for(refusal, request)
        if problem is None or problem.status >= 500:
            raise
        return respond(problem, request)


def keep(row: int, response: Response) -> None:
    """Store the reply under its name."""
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    if response.content_type:
        headers["Content-Type"] = response.content_type
    IdempotencyKey.objects.filter(pk=row).update(
        status=response.status_code,
        body=JSONRenderer().render(response.data).decode(),
        headers=headers,
    )


def replay(kept: IdempotencyKey, digest: str) -> HttpResponseBase:
    """The first reply again; the same name for something else is a slip of the caller."""
    if kept.digest != digest:
        words = _("This Idempotency-Key was used with another body.")
        raise Problem(422, "idempotency_key_reused", words)
    headers: Mapping[str, Any] = {"Content-Type": "application/json", **kept.headers}
    response = HttpResponse(kept.body, status=kept.status, headers=headers)
    response["Idempotent-Replayed"] = "true"
    return response
