"""The rules on dates once more, slow and obvious: day by day, event by event.

Nothing here is shared with the rules but the facts and the names of what is said.
"""

from datetime import date, timedelta

LAST_DAYS = {1: 31, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def days_from(first, last):
    """How many days one must go on from the first to come to the last."""
    count = 0
    while first < last:
        first, count = first + timedelta(days=1), count + 1
    return count


def last_day(year, month):
    if month != 2:
        return LAST_DAYS[month]
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if is_leap else 28


def months_later(day, months):
    """Month by month; the last of a month leads to a last one, a 30th to the last there is."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    last = last_day(year, month)
    is_last = day.day == last_day(day.year, day.month)
    return date(year, month, last if is_last or day.day > last else day.day)


def months_open(first, last):
    """How many months one must go on from the first to reach the last."""
    months = 0
    while months_later(first, months) < last:
        months += 1
    return months


def being_written(document):
    return document.approved_on is None and document.stage in ("launching", "drafting")


def unapproved(document):
    return document.approved_on is None and document.stage in (
        "launching",
        "drafting",
        "prc_review",
    )


def approved(document):
    return document.approved_on is not None or document.stage in ("approved", "running")


def without(document, *names):
    """What is said when facts are not on record."""
    if being_written(document):
        return None
    if "framework" in names and document.no_framework_reason != "":
        return None
    return names


def a03(document, case):
    if document.framework is None and document.starts_on is None:
        return without(document, "framework", "starts_on")
    if document.framework is None:
        return without(document, "framework")
    if document.starts_on is None:
        return without(document, "starts_on")
    days_before = days_from(document.starts_on, document.framework.starts_on)
    return "A03.early" if days_before > 0 else "passed"


def a04(document, case):
    framework = document.framework
    if framework is None and document.ends_on is None:
        return without(document, "framework", "ends_on")
    if framework is None:
        return without(document, "framework")
    if document.ends_on is None:
        return without(document, "ends_on")
    if days_from(framework.ends_on, document.ends_on) > 0:
        return "A04.late"
    if framework.original_ends_on is None or document.extension_citation != "":
        return "passed"
    days_past_the_first_end = days_from(framework.original_ends_on, document.ends_on)
    return "A04.uncited" if days_past_the_first_end > 0 else "passed"


def a05(document, case):
    framework = document.framework
    if framework is None:
        for other in case.team.frameworks:
            days = range(days_from(other.starts_on, other.ends_on) + 1)
            if case.day in {other.starts_on + timedelta(days=n) for n in days}:
                framework = framework or other
    if framework is None and document.ends_on is None:
        return without(document, "framework", "ends_on")
    if framework is None:
        return without(document, "framework")
    if document.ends_on is None:
        return without(document, "ends_on")
    if months_open(document.ends_on, framework.ends_on) <= case.parameters["months"]:
        return "passed"
    return "passed" if followed(document, case.country.documents) else "A05.gap"


def followed(document, all_documents):
    for other in all_documents:
        if other.pk == document.pk or other.stage == "withdrawn" or other.generation != "new":
            continue
        if other.starts_on is None:
            if other.stage in ("launching", "drafting", "prc_review", "approved"):
                return True
        elif days_from(document.starts_on or document.ends_on, other.starts_on) > 0:
            return True
    return False


def a06(document, case):
    if unapproved(document) or document.stage == "ended":
        return None
    if document.ends_on is not None and days_from(document.ends_on, case.day) > 0:
        return None
    if document.framework is None:
        return without(document, "framework")
    if document.framework.team != case.team.code:
        return None
    changes = changes_of(document.framework, case.team.frameworks)
    undated = [name for name, day in changes if day is None]
    changed_on = [day for _, day in changes if day is not None]
    if document.approved_on is not None:
        if unchecked(document.approved_on, changed_on, document.rechecked_on, case.day):
            return "A06.changed"
        return tuple(undated) or "passed"
    if undated or unchecked(date(2000, 1, 1), changed_on, document.rechecked_on, case.day):
        return ("approved_on", *undated)
    return "passed"


def changes_of(framework, all_frameworks):
    changes = []
    if framework.original_ends_on is not None:
        changes.append(("extended_on", framework.extended_on))
    heirs = [each for each in all_frameworks if each.predecessor == framework.pk]
    if not heirs:
        heirs = [
            each
            for each in all_frameworks
            if each.predecessor is None and each.starts_on > framework.starts_on
        ]
    if heirs:
        heir = sorted(heirs, key=lambda each: each.starts_on)[0]
        changes.append(("successor_signed_on", heir.signed_on))
    return changes


def unchecked(approval, changed_on, checked_on, today):
    """Day by day from the day after approval: a change opens it, a check closes it."""
    is_open, day = False, approval + timedelta(days=1)
    while day <= today:
        if day in changed_on:
            is_open = True
        if day == checked_on:
            is_open = False
        day += timedelta(days=1)
    return is_open


def a12(document, case):
    if unapproved(document):
        return None
    given = []
    for each in case.country.contributions:
        own = document.framework is None or each.framework in (None, document.framework.pk)
        if each.kind == "analysis" and own:
            given.append(each.given_on)
    if not given:
        return "A12.none" if approved(document) else ("contribution", "approved_on")
    if document.approved_on is not None:
        for day in given:
            if day is not None and days_from(document.approved_on, day) == 0:
                return "passed"
    missing = ("contribution_day",) if None in given else ()
    if document.approved_on is None:
        missing = (*missing, "approved_on")
    return missing or "A12.late"


def a13(document, case):
    if document.prc_reviewed_on is not None and document.prc_decision != "returned":
        approval = document.prc_reviewed_on
    else:
        approval = document.approved_on
    consulted = document.rc_consulted_on
    if consulted is not None and approval is not None:
        return in_order([consulted, approval], "passed", "A13.late")
    if consulted is None and (approval is not None or approved(document)):
        return "A13.none"
    if unapproved(document):
        return None
    missing = [("rc_consulted_on", consulted), ("prc_approval", approval)]
    return tuple(name for name, day in missing if day is None)


def in_order(events, yes, no):
    """Events told by their days, those of one day in the order given."""
    told = sorted(range(len(events)), key=lambda place: (events[place], place))
    return yes if told == list(range(len(events))) else no


def a14(document, case):
    if unapproved(document):
        return None
    review, approval = document.prc_reviewed_on, document.approved_on
    decision = document.prc_decision
    if approved(document):
        if review is None:
            return "A14.unreviewed"
        if approval is not None and in_order([review, approval], "", "late"):
            return "A14.late"
        if decision == "returned":
            return "A14.returned"
        if decision == "unknown":
            return "A14.undecided"
        return "passed" if approval is not None else ("approved_on",)
    missing = ["prc_reviewed_on"] if review is None else []
    if decision == "unknown":
        missing.append("prc_decision")
    return (*missing, "approved_on")


REFERENCE = {
    "A03": a03,
    "A04": a04,
    "A05": a05,
    "A06": a06,
    "A12": a12,
    "A13": a13,
    "A14": a14,
}
