"""Translations of a note: write one, stand for it, take that back."""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.acting import acting, refuse_unless
from accounts.policy import Actor
from accounts.refusals import Fault, Invalid, Stale
from reporting.actions.notes import locked as locked_note
from reporting.models import Paragraph, ParagraphTranslation
from reporting.note_intake import read_translation
from reporting.parity.texts import digest_of


def translate(
    paragraph: Paragraph,
    language: str,
    text: str,
    *,
    of_version: int,
    base_version: int = 0,
    by: Actor,
) -> ParagraphTranslation:
    """Write a paragraph in another language; it is a draft until somebody stands for it.

    `of_version` is the version of the original that was read, `base_version` that of the
    translation, nought where there was none. The same words for a new original are said anew.
    """
    refuse_unless(policy.may_write_papers(by))
    refuse_original(language)
    with acting(by):
        original, held = held_pair(paragraph, language)
        refuse_stale(original, held, of_version, base_version)
        said = read_translation(text)
        found = held or ParagraphTranslation(paragraph=original, language=language, version=0)
        if (found.text, found.of_version) != (said, of_version):
            found.text, found.of_version, found.updated_by = said, of_version, by.user
            found.reviewed_by = found.reviewed_at = None
            found.version += 1
            found.save()
    return found


def refuse_stale(
    original: Paragraph, held: ParagraphTranslation | None, of_version: int, base_version: int
) -> None:
    """Nobody overwrites unseen, nor renders a text that is there no longer."""
    if original.text_version != of_version:
        words = _("The English changed since you read it. Read it again.")
        raise Stale("stale_version", words, held or original)
    if (held.version if held else 0) != base_version:
        words = _("The translation was changed since you read it.")
        raise Stale("stale_version", words, held or original)


def review_translation(
    translation: ParagraphTranslation, *, read: str, by: Actor
) -> ParagraphTranslation:
    """Record that it was read beside its original, and who stands for it.

    `read` is the digest of both as they stood on the reviewer's page.
    """
    refuse_unless(policy.may_review_translations(by))
    with acting(by):
        original, held = held_pair(translation.paragraph, translation.language)
        if held is None or read != pair_digest(original, held):
            words = _("The text changed meanwhile. Read it again.")
            raise Stale("stale", words, held or original)
        held.of_version = original.text_version
        held.reviewed_by, held.reviewed_at = by.user, timezone.now()
        held.version += 1
        held.save()
    return held


def take_back_review(translation: ParagraphTranslation, *, by: Actor) -> None:
    """It is a draft again."""
    refuse_unless(policy.may_review_translations(by))
    with acting(by):
        _original, held = held_pair(translation.paragraph, translation.language)
        if held is not None and held.reviewed_at:
            held.reviewed_by = held.reviewed_at = None
            held.version += 1
            held.save()


def held_pair(paragraph: Paragraph, language: str) -> tuple[Paragraph, ParagraphTranslation | None]:
    """Original and translation as they stand now, held."""
    locked_note(paragraph.note)
    original = Paragraph.objects.select_related("note__round").get(pk=paragraph.pk)
    found = original.translations.select_for_update().filter(language=language).first()
    return original, found


def pair_digest(original: Paragraph, translation: ParagraphTranslation) -> str:
    """Of both texts, as one."""
    return digest_of(f"{original.text}\0{translation.text}")


def refuse_original(language: str) -> None:
    """The original is English; a translation is into one of the other five."""
    if language not in ParagraphTranslation.LANGUAGES:
        words = _("A translation is into Arabic, Chinese, French, Russian or Spanish.")
        raise Invalid([Fault("/language", "unknown_language", words)])
