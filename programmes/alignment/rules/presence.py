"""Where UN-Habitat has a country programme and where it is: presence, and countries without one."""

from datetime import date
from typing import Final

from programmes.alignment.facts import Country, Document
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule

PREPARED: Final = {"launching", "drafting", "prc_review"}


@rule("A24", of="country")
def has_somebody_there_for_its_programme(country: Country, case: Case) -> Outcome | None:
    """Para 10: no presence limits the work; a programme needs one, or a non-resident arrangement.

    Limited presence is presence. Only documents that are in force or in preparation count;
    of one without stage and period nobody can tell.
    """
    alive = {is_alive(each, case.day) for each in country.documents}
    if not alive - {False}:
        return None
    if country.presence == "none":
        return absent(country, case.day) if True in alive else not_checkable("stage")
    if country.presence is not None:
        return PASSED
    return not_checkable("presence", *(() if True in alive else ("stage",)))


def absent(country: Country, day: date) -> Outcome:
    """Nobody is there for the documents concerned."""
    documents = tuple(each.name for each in country.documents if is_alive(each, day))
    return finding("A24.absent", others=documents, documents=documents)


def is_alive(document: Document, day: date) -> bool | None:
    """In preparation or in force, its last day included; None where nothing on record says."""
    if document.stage in PREPARED:
        return True
    if document.stage in {"ended", "withdrawn"}:
        return False
    if document.ends_on is not None:
        return day <= document.ends_on
    return True if document.stage in {"approved", "running"} else None


@rule("A25", of="country")
def has_a_programme_where_a_signatory(country: Country, case: Case) -> Outcome | None:
    """Para 16: whoever signed the framework in force has a country programme, of any time.

    One that is over is on record too; that nothing follows it is the matter of A05. In a
    team of many countries each has its own.
    """
    framework = case.team.running(case.day)
    if framework is None:
        return None
    if any(each.stage != "withdrawn" for each in country.documents):
        return PASSED
    part = framework.part(case.day)
    if part is None or part.signatory == "unknown":
        return not_checkable("signatory")
    if part.signatory == "no":
        return None
    return finding("A25.gap", others=(framework.name,), framework_ends=framework.ends_on)
