"""What a person chooses for themselves."""

from accounts.acting import acting
from accounts.models import User
from accounts.policy import Actor, actor_of


def choose(*, language: str, wants_reminders: bool, by: Actor) -> User:
    """One's own language and whether reminders come by mail; of others nobody chooses it."""
    with acting(by):
        person = User.objects.select_for_update().get(pk=by.user.pk)
        person.language, person.wants_reminders = language, wants_reminders
        person.save(update_fields=["language", "wants_reminders"])
        return person


def end_reminders(person: User) -> None:
    """By the address in a mail: whoever has it may end these mails, and nothing else."""
    with acting(actor_of(person)):
        held = User.objects.select_for_update().get(pk=person.pk)
        held.wants_reminders = False
        held.save(update_fields=["wants_reminders"])
