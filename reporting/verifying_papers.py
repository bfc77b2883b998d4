"""Check papers that were kept against their digests: files, and issues of the note."""

from collections.abc import Iterator

from reporting.models import Publication
from reporting.snapshots.canonical import digest

Checked = tuple[str, bool]
"""A paper by its name, and whether it has the digest it was kept with."""


def check_papers(publication: Publication) -> Iterator[Checked]:
    """Each paper of a publication.

    Its digest stands beside it, not in the sealed file: who changes both is not found here.
    """
    yield from issues(publication)
    yield from files(publication)


def issues(publication: Publication) -> Iterator[Checked]:
    """The text of each issue of the note."""
    for issue in publication.notes.all():
        name = f"note/{issue.number}, {issue.language}"
        yield name, digest(issue.text) == issue.sha256


def files(publication: Publication) -> Iterator[Checked]:
    """One by one: all briefings in six languages are hundreds of megabytes."""
    for pk in publication.papers.values_list("pk", flat=True):
        file = publication.papers.get(pk=pk)
        issue = f"/{file.issue}" if file.issue else ""
        name = f"{file.paper}{issue}.{file.form}, {file.language}"
        yield name, digest(bytes(file.content)) == file.sha256
