from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.models import User
from checklist.models import ReportingRound
from regions.history import recorded
from regions.languages import CODES
from reporting.models.publications import Publication, unchangeable

if TYPE_CHECKING:
    from accounts.policy import Actor


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Text in work is the secretariat's; the Board reads what was issued."""
        return self if policy.may_write_papers(actor) else self.none()


@recorded()
class Note(models.Model):
    """The note by the secretariat on a round, as it is being written: its masthead.

    The symbol is given by the Secretariat of the United Nations and may come late; until then
    its place stays open. A language held back is not issued. `basis` says after what the text
    was written, where it was not written by the secretariat.
    """

    round = models.OneToOneField(ReportingRound, on_delete=models.PROTECT, related_name="paper")
    symbol = models.CharField(max_length=30, blank=True)
    checklist_symbol = models.CharField(max_length=30, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    agenda_item = models.CharField(max_length=20, blank=True)
    basis = models.CharField(max_length=200, blank=True)
    held_back = ArrayField(models.CharField(max_length=7), default=list, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-round__code"]

    def __str__(self) -> str:
        return f"{self.round_id}"


@recorded()
class Paragraph(models.Model):
    """A piece of the note in its original language, English, with figures by their notation.

    `key` is the same in every round, so that last round's text can stand beside it. `seen` holds
    how each figure read when somebody last looked at the text with it: where it reads otherwise
    now, the words around it have to be looked at again.
    """

    class Kind(models.TextChoices):
        TITLE = "title", _("title")
        HEADING = "heading", _("heading")
        SUBHEADING = "subheading", _("subheading")
        TEXT = "text", _("numbered paragraph")
        EXHIBIT = "exhibit", _("table or chart")

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="paragraphs")
    key = models.SlugField(max_length=40)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.TEXT)
    text = models.TextField()
    text_version = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])
    seen = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["note", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["note", "key"], name="a_paragraph_stands_in_a_note_once"
            ),
            models.UniqueConstraint(
                fields=["note", "position"],
                name="paragraphs_stand_in_an_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["note"], condition=Q(kind="title"), name="a_note_has_one_title"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_paragraph_says_something"),
        ]

    def __str__(self) -> str:
        return self.key


@recorded()
class ParagraphTranslation(models.Model):
    """A paragraph in another language, and which text of the original it renders.

    It is a draft until a person who reads both has stood for it, and outdated as soon as the
    original says something else (`of_version` behind `text_version`).
    """

    LANGUAGES: ClassVar = ("ar", "zh-hans", "fr", "ru", "es")

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=7)
    text = models.TextField()
    of_version = models.PositiveIntegerField()
    reviewed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["paragraph", "language"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["paragraph", "language"], name="a_paragraph_has_one_text_in_a_language"
            ),
            models.CheckConstraint(
                condition=Q(language__in=("ar", "zh-hans", "fr", "ru", "es")),
                name="a_translation_is_into_an_official_language",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_translation_says_something"),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True, reviewed_at__isnull=True)
                | Q(reviewed_by__isnull=False, reviewed_at__isnull=False),
                name="a_reviewed_translation_says_by_whom_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paragraph_id} {self.language}"


class IssuedNote(models.Model):
    """The note as it was issued in a language for a publication: text and masthead, for good.

    The figures are not in it: they are those of the publication. A better text is a new issue,
    which says that it replaces the one before; the older stays readable.
    """

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="notes")
    language = models.CharField(max_length=7)
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["publication", "language", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publication", "language", "number"],
                name="an_issue_has_its_own_number",
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""), name="a_new_issue_says_why"
            ),
            models.CheckConstraint(
                condition=Q(language__in=CODES), name="an_issue_is_in_an_official_language"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="an_issue_has_its_digest"
            ),
        ]
        triggers: ClassVar = [unchangeable("an_issue_never_changes")]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.language} {self.number}"


class PaperFile(models.Model):
    """A paper of a publication as it was made for the first time: the same bytes ever after.

    `paper` is `note`, `checklist`, `office-ROAS` or `country-PSE`; `issue` is the number of the
    note that it prints, nought for papers without living text.
    """

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="papers")
    paper = models.CharField(max_length=40)
    language = models.CharField(max_length=7)
    form = models.CharField(max_length=4)
    issue = models.PositiveSmallIntegerField(default=0)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["publication", "paper", "language", "form", "issue"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publication", "paper", "language", "form", "issue"],
                name="a_paper_is_made_once",
            ),
            models.CheckConstraint(
                condition=Q(form__in=("pdf", "docx", "xlsx")), name="a_paper_has_a_known_form"
            ),
            models.CheckConstraint(
                condition=Q(language__in=CODES), name="a_paper_is_in_an_official_language"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_paper_has_its_digest"
            ),
        ]
        triggers: ClassVar = [unchangeable("a_paper_never_changes")]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.paper} {self.language} {self.form}"
