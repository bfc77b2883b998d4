"""Stand for a translation, or take that back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Stale
from reporting.models import TextReview
from reporting.parity.texts import Text, digest_of


def review_text(text: Text, language: str, *, read: str, by: Actor) -> TextReview:
    """Record that a translation was read beside its English text.

    `read` is the digest of both as they stood on the reviewer's page: nobody stands for a
    text that changed meanwhile.
    """
    refuse_unless(policy.may_review_translations(by))
    if not text.in_language(language) or read != pair_digest(text, language):
        raise Stale("stale", _("The text changed meanwhile. Read it again."), text)
    with acting(by):
        review, _made = TextReview.objects.update_or_create(
            kind=text.kind,
            key=text.key,
            field=text.field,
            language=language,
            defaults={
                "source_digest": digest_of(text.source),
                "text_digest": digest_of(text.in_language(language)),
                "reviewed_by": by.user,
                "reviewed_at": timezone.now(),
            },
        )
    return review


def take_back(text: Text, language: str, *, by: Actor) -> None:
    """A translation is a draft again."""
    refuse_unless(policy.may_review_translations(by))
    with acting(by):
        TextReview.objects.filter(
            kind=text.kind, key=text.key, field=text.field, language=language
        ).delete()


def pair_digest(text: Text, language: str) -> str:
    """Of the English text and its translation, as one."""
    return digest_of(f"{text.source}\0{text.in_language(language)}")
