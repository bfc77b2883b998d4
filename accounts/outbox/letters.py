"""A mail of the outbox as it is sent: plain text and simple HTML, in the person's language."""

from itertools import groupby
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language_info, ngettext, override

from accounts.models import ReminderMail
from accounts.outbox.leaving import off_address
from regions.templatetags.figures import day_text

RIGHT_TO_LEFT_MARK: Final = "\u200f"


def letter(mail: ReminderMail) -> EmailMultiAlternatives:
    """The same row makes the same letter with the same Message-ID, however often it is tried."""
    with override(mail.language):
        context = context_of(mail)
        text = directed(render_to_string("accounts/reminder.txt", context), mail.language)
        built = EmailMultiAlternatives(
            subject_of(mail), text, to=[mail.person.email], headers=headers_of(mail, context["off"])
        )
        built.attach_alternative(render_to_string("accounts/reminder.html", context), "text/html")
    return built


def context_of(mail: ReminderMail) -> dict[str, Any]:
    """The sentences under their headings, in the order in which they were found."""
    lines = sorted(mail.lines, key=lambda line: headings(mail).index(line["heading"]))
    groups = [(head, list(some)) for head, some in groupby(lines, lambda line: line["heading"])]
    return {
        "groups": groups,
        "day": day_text(mail.day),
        "language": mail.language,
        "direction": "rtl" if get_language_info(mail.language)["bidi"] else "ltr",
        "off": off_address(mail.person),
        "site": settings.SITE_URL,
    }


def headings(mail: ReminderMail) -> list[str]:
    """Each heading once, as it first came."""
    return list(dict.fromkeys(line["heading"] for line in mail.lines))


def subject_of(mail: ReminderMail) -> str:
    """How many things there are to know, and of which day."""
    n = len(mail.lines)
    words = ngettext(
        "Habitat Reform, %(day)s: %(n)d reminder",
        "Habitat Reform, %(day)s: %(n)d reminders",
        n,
    )
    return words % {"n": n, "day": day_text(mail.day)}


def headers_of(mail: ReminderMail, off: str) -> dict[str, str]:
    """A name that makes a repetition drop, and the way out for mail programs (RFC 8058)."""
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return {
        "Message-ID": f"<reminder.{mail.message_id}@{host}>",
        "List-Unsubscribe": f"<{off}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }


def directed(text: str, language: str) -> str:
    """Plain text has no direction of its own: each line of Arabic says it first."""
    if not get_language_info(language)["bidi"]:
        return text
    return "\n".join(RIGHT_TO_LEFT_MARK + line if line else line for line in text.split("\n"))
