"""Saving and deleting programme records: every door ends here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import IntegrityError, connection
from django.db.models import DO_NOTHING, Model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import policy
from accounts.acting import acting, refuse_blocked, refuse_unless
from accounts.outcomes import Outcome
from accounts.policy import Actor
from accounts.refusals import Blocked, Blocker, Fault, Invalid, NotAllowed
from programmes.actions.storing import store
from programmes.intake.content import digest
from programmes.intake.kinds import KINDS, RecordKind
from programmes.intake.planning import Plan, plan, refuse_stale


def save_rows(
    kind: RecordKind,
    rows: Sequence[Any],
    *,
    reason: str = "",
    on: date | None = None,
    new: bool = False,
    by: Actor,
) -> Plan:
    """Write rows, all or nothing: one fault, or one row made on old words, refuses the whole.

    With `new`, a row whose record is there already is a fault, too.
    """
    refuse_unless(policy.may_keep_programmes(by))
    with in_words(), acting(by, reason):
        planned = plan(kind, rows, lock=True, on=on, by=by)
        refuse_strangers(planned.faults)
        refuse_stale(planned)
        faults = [*planned.faults, *(known(planned) if new else ())]
        if faults:
            raise Invalid(faults)
        with judged_together():
            return replace(planned, rows=store(planned))


def known(planned: Plan) -> Iterator[Fault]:
    """Rows that were meant to be new, and are not."""
    for row in planned.rows:
        if row.before is not None and row.outcome is not Outcome.REJECTED:
            words = _("There is such a record already: %(name)s.")
            name = planned.kind.name_of(row.before)
            at = f"/rows/{row.number - 1}"
            yield Fault(at, "duplicate_record", words % {"name": name})


def refuse_strangers(faults: Sequence[Fault]) -> None:
    """Nobody writes for another office."""
    for fault in faults:
        if fault.code == "not_your_office":
            raise NotAllowed(fault.code, fault.message)


@contextmanager
def judged_together() -> Iterator[None]:
    """What stands beside each other is judged when all is written, and still within the act.

    So two periods of one table can change places, and a refusal can be said in words.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def in_words() -> Iterator[None]:
    """What the database alone could see, because somebody was faster, is a refusal like others."""
    try:
        yield
    except IntegrityError as fault:
        words = _("Somebody changed a record beside this one at the same moment. Try it again.")
        raise Blocked([Blocker("changed_meanwhile", words)]) from fault


def delete_record(
    kind: RecordKind, record: Model, *, base: str = "", reason: str = "", by: Actor
) -> None:
    """Delete a record to which nothing refers; its history stays.

    `base` is the digest of what the caller was shown, where the caller guards itself.
    """
    refuse_unless(policy.may_keep_programmes(by))
    with in_words(), acting(by, reason):
        planned = plan(kind, [{"id": record.pk}], lock=True, by=by)
        refuse_strangers(planned.faults)
        refuse_gone(planned)
        refuse_moved(planned, base)
        refuse_blocked(referring(record))
        with judged_together():
            record.delete()


def refuse_gone(planned: Plan) -> None:
    """Somebody else deleted it."""
    if planned.rows[0].before is None:
        raise Invalid(planned.faults)


def refuse_moved(planned: Plan, base: str) -> None:
    """What is deleted is what the caller saw."""
    row = planned.rows[0]
    if base and digest(row.before or {}) != base:
        refuse_stale(replace(planned, stale=row))


def referring(record: Model) -> list[Blocker]:
    """What refers to a record: it is deleted or moved first."""
    found = []
    for relation in record._meta.related_objects:
        if relation.on_delete is DO_NOTHING:
            continue
        others = relation.related_model._default_manager.filter(**{relation.field.name: record})
        if number := others.count():
            found.append(blocker(relation.related_model, number))
    return found


def blocker(model: Any, number: int) -> Blocker:
    """How many records of a kind refer to it."""
    titles = {kind.model: kind.title for kind in KINDS.values()}
    title = titles.get(model, model._meta.verbose_name_plural)
    words = ngettext(
        "%(number)d record refers to it: %(kind)s.",
        "%(number)d records refer to it: %(kind)s.",
        number,
    )
    return Blocker("referred_to", words % {"number": number, "kind": title})
