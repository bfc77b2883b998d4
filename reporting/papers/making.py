"""Make a paper at its first request and keep it: the same bytes ever after."""

from hashlib import sha256

from django.utils import timezone

from accounts.acting import refuse_blocked
from reporting import paper_blockers
from reporting.models import PaperFile, Publication
from reporting.papers.building import last_issue, printed
from reporting.papers.kinds import PaperName
from reporting.papers.turns import SECONDS, in_turn


def kept(publication: Publication, paper: PaperName, language: str, form: str) -> PaperFile | None:
    """The paper, if it was made before; a new issue of the note is another paper."""
    issue = last_issue(publication, paper, language)
    wanted = {"paper": str(paper), "language": language, "form": form, "issue": issue}
    return PaperFile.objects.filter(publication=publication, **wanted).first()


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
    where somebody else makes it and is not done in time.
    """
    found = kept(publication, paper, language, form)
    if found:
        return found
    refuse_blocked(paper_blockers.to_make(publication, paper, language, form))
    name = f"paper {publication.pk} {paper} {language} {form}"
    return in_turn(
        name,
        lambda: kept(publication, paper, language, form),
        lambda: make(publication, paper, language, form),
        SECONDS if seconds is None else seconds,
    )


def make(publication: Publication, paper: PaperName, language: str, form: str) -> PaperFile:
    """Print it and store the bytes; whoever has the publication has the paper for good."""
    issue = last_issue(publication, paper, language)
    content = printed(publication, paper, language, form, issue)
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
