"""Who may do what, and at which offices: the only place that decides, for pages and API alike.

What one may *see* is `visible_to(actor)` on each queryset, built on the same facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q

from accounts.models.scopes import Scope
from accounts.models.users import Role, User

if TYPE_CHECKING:
    from accounts.models.tokens import ApiToken

READS_WITH = {Scope.READ, Scope.SUBMIT, Scope.REVIEW}


@dataclass(frozen=True)
class Actor:
    """A person acting now: their role, narrowed by the token they came with.

    `scopes` is None for a browser session (the role alone decides). `token_office_ids` are
    the offices whose tokens the person manages, in a session alone.
    """

    user: User
    office_ids: frozenset[int]
    scopes: frozenset[str] | None = None
    token: "ApiToken | None" = None
    token_office_ids: frozenset[int] = frozenset()

    @property
    def role(self) -> str:
        """The person's one role."""
        return self.user.role

    def has_scope(self, scope: str) -> bool:
        """Whether the token, if there is one, is good for this."""
        if self.scopes is None:
            return True
        return bool(self.scopes & READS_WITH) if scope == Scope.READ else scope in self.scopes


def stranger() -> Actor:
    """Whoever did not sign in: no role and no scope, so that every permission says no."""
    return Actor(User(role=""), frozenset(), scopes=frozenset())


def actor_of(
    user: User, token: "ApiToken | None" = None, *, office_ids: Iterable[int] | None = None
) -> Actor:
    """The person as an actor; an office's token narrows a person to that one office.

    `office_ids` are the person's offices where they were read with the token.
    """
    if token is None:
        manages = offices_of(user)
        keeps = frozenset(office for office, may in manages.items() if may)
        return Actor(user, frozenset(manages), token_office_ids=keeps)
    if user.role != Role.REGIONAL_OFFICE:
        office_ids = ()
    found = frozenset(offices_of(user) if office_ids is None else office_ids)
    if token.office_id is not None:
        found &= {token.office_id}
    return Actor(user, found, frozenset(token.scopes), token)


def offices_of(user: User) -> dict[int, bool]:
    """The offices a person works for, and whether they manage tokens there."""
    if user.role != Role.REGIONAL_OFFICE:
        return {}
    return dict(user.memberships.values_list("office_id", "may_manage_tokens"))


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
    """Everyone signed in; where publications are public, everyone."""
    return actor.has_scope(Scope.READ) or (is_stranger(actor) and settings.PUBLICATIONS_ARE_PUBLIC)


def may_see_withdrawn(actor: Actor) -> bool:
    """What was withdrawn was wrong to be read; the secretariat keeps it before its eyes."""
    return is_secretariat(actor) and actor.has_scope(Scope.READ)


def is_stranger(actor: Actor) -> bool:
    """Somebody who did not sign in."""
    return not actor.role


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


def may_set_rules(actor: Actor) -> bool:
    """Weight, thresholds and switch of the rules of alignment: the secretariat."""
    return may_review(actor)


def may_dismiss_findings(actor: Actor) -> bool:
    """Set a finding aside, or bring it back: the secretariat, not the office it speaks of."""
    return may_review(actor)


def may_import_work_plans(actor: Actor) -> bool:
    """Take published joint work plans over, which speak of every team: the secretariat."""
    return may_review(actor)


def may_keep_programmes(actor: Actor) -> bool:
    """Keep records of programmes: offices their own, the secretariat all."""
    return may_review(actor) or may_answer(actor)


def may_keep_for(actor: Actor, office_id: int | None) -> bool:
    """The secretariat keeps the records of every office, an office those of its own."""
    return may_review(actor) or (office_id is not None and may_answer_for(actor, office_id))


def may_keep_figures(actor: Actor) -> bool:
    """Enter what documents report, and say why it differs from the count: the secretariat."""
    return may_review(actor)


def may_keep_requests(actor: Actor) -> bool:
    """Record what members of the Board asked for, and what became of it: the secretariat."""
    return may_review(actor)


def may_write_papers(actor: Actor) -> bool:
    """Write and issue the papers of the Board: the secretariat."""
    return may_review(actor)


def own_or_every(actor: Actor, office_field: str = "office") -> Q:
    """Condition for rows that belong to an office: one's own, or all for those who see all."""
    if may_see_every_office(actor):
        return Q()
    return (
        Q(**{f"{office_field}__in": actor.office_ids}) if may_see_live_data(actor) else Q(pk=None)
    )


def may_decide_programmes(actor: Actor) -> bool:
    """What the Programme Review Committee decides, the secretariat records."""
    return may_review(actor)


def may_review_translations(actor: Actor) -> bool:
    """Read a translation beside its English and stand for it: secretariat and administrators."""
    staff = actor.role in {Role.SECRETARIAT, Role.ADMINISTRATOR}
    return staff and actor.has_scope(Scope.REVIEW)


def may_see_people(actor: Actor) -> bool:
    """Who has an account: those who give accounts and those who review."""
    return actor.role in {Role.SECRETARIAT, Role.ADMINISTRATOR}


SCOPES_OF = {
    Role.REGIONAL_OFFICE: (Scope.READ, Scope.SUBMIT),
    Role.SECRETARIAT: (Scope.READ, Scope.REVIEW),
    Role.BOARD_MEMBER: (Scope.READ,),
}
"""What a token of each role can be good for; administrators work with pages alone."""


def may_manage_tokens(actor: Actor) -> bool:
    """The secretariat, and whoever manages the tokens of an office; never with a token."""
    return actor.token is None and (is_secretariat(actor) or bool(actor.token_office_ids))


def managed_tokens(actor: Actor) -> Q:
    """Condition for the tokens that one sees and manages."""
    if not may_manage_tokens(actor):
        return Q(pk=None)
    return Q() if is_secretariat(actor) else Q(office__in=actor.token_office_ids)


def may_make_token_for(actor: Actor, owner: User, office_id: int | None) -> bool:
    """An office's token is for one of its people; the Board and the secretariat have no office."""
    if not (may_manage_tokens(actor) and owner.is_active):
        return False
    if office_id is None:
        return is_secretariat(actor) and owner.role in {Role.SECRETARIAT, Role.BOARD_MEMBER}
    belongs = office_id in offices_of(owner)
    return belongs and (is_secretariat(actor) or office_id in actor.token_office_ids)


def may_give_scope(actor: Actor, owner: User, scope: str) -> bool:
    """What the owner's role can use; to review in a colleague's name is nobody's to give.

    Whoever held such a token could accept what they submitted themselves.
    """
    if scope not in SCOPES_OF.get(Role(owner.role), ()):
        return False
    return scope != Scope.REVIEW or owner == actor.user
