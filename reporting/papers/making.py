"""Make a paper at its first request and keep it: the same bytes ever after."""

from functools import partial
from hashlib import sha256
from typing import Final

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language

from accounts.acting import refuse_blocked
from reporting import paper_blockers
from reporting.models import PaperFile, Publication
from reporting.papers.beside import in_time
from reporting.papers.building import last_issue, printed
from reporting.papers.kinds import PaperName
from reporting.papers.printers import NotPrinted
from reporting.papers.turns import SECONDS, in_turn

AGAIN: Final = 60
"""Seconds for which a paper that could not be printed is not tried again."""


def kept(publication: Publication, paper: PaperName, language: str, form: str) -> PaperFile | None:
    """The paper, if it was made before; a new issue of the note is another paper.

    Its bytes are read only where they are sent.
    """
    issue = last_issue(publication, paper, language)
    wanted = {"paper": str(paper), "language": language, "form": form, "issue": issue}
    return PaperFile.objects.filter(publication=publication, **wanted).defer("content").first()


def kept_or_made(
    publication: Publication,
    paper: PaperName,
    language: str,
    form: str,
    *,
    seconds: float | None = None,
) -> PaperFile:
    """The paper as it was made for the first time, or now.

    Refused where fonts are missing or the note was not issued in the language; `StillMaking`
    where it takes longer than one waits, whoever makes it: it is made all the same.
    """
    found = kept(publication, paper, language, form)
    if found:
        return found
    refuse_blocked(paper_blockers.to_make(publication, paper, language, form))
    asked = (publication, paper, language, form)
    wait = SECONDS if seconds is None else seconds
    work = partial(in_turn, name_of(*asked), partial(kept, *asked), partial(make, *asked), wait)
    return in_time(work, wait)


def made_anew(publication: Publication, paper: PaperName, language: str, form: str) -> bytes:
    """The paper of a preview, which is drawn anew: made each time, in its turn, and never kept."""
    refuse_blocked(paper_blockers.to_make(publication, paper, language, form))
    name = name_of(publication, paper, language, form)
    work = partial(printed, publication, paper, language, form, 0)
    return in_turn(name, lambda: None, work, SECONDS)


def make(publication: Publication, paper: PaperName, language: str, form: str) -> PaperFile:
    """Print it and store the bytes; whoever has the publication has the paper for good."""
    issue = last_issue(publication, paper, language)
    name = name_of(publication, paper, language, form)
    refuse_failed(name)
    try:
        content = printed(publication, paper, language, form, issue)
    except NotPrinted as failure:
        remember_failed(name, failure)
        raise
    return PaperFile.objects.create(
        publication=publication,
        paper=str(paper),
        language=language,
        form=form,
        issue=issue,
        content=content,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        made_at=timezone.now(),
    )


def name_of(publication: Publication, paper: PaperName, language: str, form: str) -> str:
    """By what makers of the same paper know of each other."""
    return f"paper:{publication.pk}:{paper}:{language}:{form}"


def remember_failed(name: str, failure: NotPrinted) -> None:
    """Who waited for it no longer asks again, and is told; in words, so each language its own."""
    cache.set(f"{name}:{get_language()}", (failure.code, failure.message), AGAIN)


def refuse_failed(name: str) -> None:
    """A paper that takes half a minute to fail is not tried at every request."""
    failed: tuple[str, str] | None = cache.get(f"{name}:{get_language()}")
    if failed:
        raise NotPrinted(*failed)
