"""Who leads a programme document: the office of its country, the secretariat in its place."""

from datetime import date

from accounts import policy
from accounts.policy import Actor
from programmes import stages
from programmes.models import CountryProgrammeDocument
from programmes.stages import Hand, Stage
from regions.models import Country, OfficeCoverage, RegionalOffice

Document = CountryProgrammeDocument


def office_of(country: Country | int, day: date) -> RegionalOffice | None:
    """The office that serves the country on a day; none where none is on record."""
    serving = OfficeCoverage.objects.on(day).filter(country=country).select_related("office")
    found = serving.first()
    return found.office if found else None


def may_take(document: Document, to: str, day: date, by: Actor) -> bool:
    """What the committee decides is the secretariat's; everything else the office's too."""
    hand = stages.next_steps(document.stage).get(Stage(to), Hand.OFFICE)
    if hand is Hand.SECRETARIAT:
        return policy.may_decide_programmes(by)
    return may_lead(document, day, by)


def may_lead(document: Document, day: date, by: Actor) -> bool:
    """The office of the country on that day, or the secretariat in its place."""
    office = office_of(document.country_id, day)
    return policy.may_keep_for(by, office.pk if office else None)
