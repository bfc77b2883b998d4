"""Who may do what, and at which offices: the only place that decides, for pages and API alike.

What one may *see* is `visible_to(actor)` on each queryset, built on the same facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from accounts.models.tokens import ApiToken, Scope
from accounts.models.users import Role, User

READS_WITH = {Scope.READ, Scope.SUBMIT, Scope.REVIEW}


@dataclass(frozen=True)
class Actor:
    """A person acting now: their role, narrowed by the token they came with.

    `scopes` is None for a browser session (the role alone decides).
    """

    user: User
    office_ids: frozenset[int]
    scopes: frozenset[str] | None = None
    token: ApiToken | None = None

    @property
    def role(self) -> str:
        """The person's one role."""
        return self.user.role

    def has_scope(self, scope: str) -> bool:
        """Whether the token, if there is one, is good for this."""
        if self.scopes is None:
            return True
        return bool(self.scopes & READS_WITH) if scope == Scope.READ else scope in self.scopes


def actor_of(
    user: User, token: ApiToken | None = None, *, office_ids: Iterable[int] | None = None
) -> Actor:
    """The person as an actor; an office's token narrows a person to that one office.

    `office_ids` are the person's offices where they were read with the token.
    """
    if user.role != Role.REGIONAL_OFFICE:
        office_ids = ()
    elif office_ids is None:
        office_ids = user.memberships.values_list("office_id", flat=True)
    office_ids = frozenset(office_ids)
    if token is None:
        return Actor(user, office_ids)
    if token.office_id is not None:
        office_ids &= {token.office_id}
    return Actor(user, office_ids, frozenset(token.scopes), token)


def is_secretariat(actor: Actor) -> bool:
    """Secretariat staff; administrators keep the system, they do not review."""
    return actor.role == Role.SECRETARIAT


def may_administer(actor: Actor) -> bool:
    """Reference data and people."""
    return actor.role == Role.ADMINISTRATOR and actor.token is None


def may_see_live_data(actor: Actor) -> bool:
    """Everyone but the Board, which reads publications only."""
    return actor.role != Role.BOARD_MEMBER and actor.has_scope(Scope.READ)


def may_see_publications(actor: Actor) -> bool:
    """Everyone signed in."""
    return actor.has_scope(Scope.READ)


def may_see_every_office(actor: Actor) -> bool:
    """The secretariat and administrators see all answers; an office sees its own."""
    return actor.role in {Role.SECRETARIAT, Role.ADMINISTRATOR} and actor.has_scope(Scope.READ)


def may_answer(actor: Actor) -> bool:
    """Belongs to at least one office and may write for it."""
    return bool(actor.office_ids) and actor.has_scope(Scope.SUBMIT)


def may_answer_for(actor: Actor, office_id: int) -> bool:
    """An office writes its own answers and nobody else's."""
    return office_id in actor.office_ids and actor.has_scope(Scope.SUBMIT)


def may_review(actor: Actor) -> bool:
    """Accept, return, amend with a reason: the secretariat."""
    return is_secretariat(actor) and actor.has_scope(Scope.REVIEW)


def may_see_internal_notes(actor: Actor) -> bool:
    """What the secretariat says among itself is for the secretariat alone."""
    return is_secretariat(actor) and actor.has_scope(Scope.READ)


def may_run_rounds(actor: Actor) -> bool:
    """Open, freeze, reopen and publish rounds: the secretariat."""
    return may_review(actor)


def own_or_every(actor: Actor, office_field: str = "office") -> Q:
    """Condition for rows that belong to an office: one's own, or all for those who see all."""
    if may_see_every_office(actor):
        return Q()
    return (
        Q(**{f"{office_field}__in": actor.office_ids}) if may_see_live_data(actor) else Q(pk=None)
    )


def may_see_people(actor: Actor) -> bool:
    """Who has an account: those who give accounts and those who review."""
    return actor.role in {Role.SECRETARIAT, Role.ADMINISTRATOR}
