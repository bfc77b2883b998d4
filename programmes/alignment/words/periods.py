"""Words of the rules on periods."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programmes.alignment.words.parts import Facts, Words, filled, in_words, plainly

TITLES: Final[dict[str, Any]] = {
    "A03": _("does not begin before the framework"),
    "A04": _("does not end after the framework"),
    "A05": _("covers the framework to its end"),
}


def ends_early(facts: Facts) -> str:
    """By how many months, in the plural of the language."""
    words = ngettext(
        "The programme document ends %(months)s month before the framework",
        "The programme document ends %(months)s months before the framework",
        facts["months"],
    )
    return words % in_words(facts)


def gap(facts: Facts) -> str:
    """Both ends, the limit, and that nothing follows."""
    words = ngettext(
        "It ends on %(document_ends)s, the framework on %(framework_ends)s. The limit is "
        "%(limit)s month. No successor is on record.",
        "It ends on %(document_ends)s, the framework on %(framework_ends)s. The limit is "
        "%(limit)s months. No successor is on record.",
        facts["limit"],
    )
    return words % in_words(facts, "document_ends", "framework_ends")


WORDS: Final[dict[str, Words]] = {
    "A03.early": Words(
        plainly(_("The programme document begins before its framework")),
        filled(
            _("It begins on %(document_starts)s, the framework on %(framework_starts)s."),
            *("document_starts", "framework_starts"),
        ),
        _("Correct the period, or name the framework that ran when it began."),
    ),
    "A04.late": Words(
        plainly(_("The programme document ends after its framework")),
        filled(
            _("It ends on %(document_ends)s, the framework on %(framework_ends)s."),
            *("document_ends", "framework_ends"),
        ),
        _("Correct the period, or record the extension of the framework."),
    ),
    "A04.uncited": Words(
        plainly(_("The programme document runs past the framework’s end as first signed")),
        filled(
            _(
                "When it was signed the framework ended on %(framework_ends)s, the programme "
                "document ends on %(document_ends)s. The extension to %(framework_ends_now)s "
                "covers it today; the programme document does not cite it."
            ),
            *("document_ends", "framework_ends", "framework_ends_now"),
        ),
        _("Cite the extension in the programme document."),
    ),
    "A05.gap": Words(
        ends_early, gap, _("Record a successor in preparation, or an extension of the document.")
    ),
}
