"""What an office's workbook is filled with: one row for each answer of its round."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from checklist.content import content_of
from checklist.earlier import Earlier, earlier_answers
from checklist.models import Answer, ReportingRound, SubmissionLine
from checklist.models.answers import Progress
from checklist.pages.words import subject_name
from checklist.workbooks.prefilled import digest_of
from checklist.workbooks.vocabulary import in_words, words_of
from regions.models import RegionalOffice
from regions.templatetags.marks import progress_word

Values = Mapping[str, Any]


def carried() -> str:
    """The word for an answer of the last round that nobody has vouched for in this one."""
    return _("Carried over")


def rows_for(round_: ReportingRound, office: RegionalOffice) -> Iterator[Values]:
    """The rows in the order of the checklist, in the active language."""
    asked = Answer.objects.in_round(round_).filter(office=office)
    answers = list(asked.select_related("item__pillar", "team"))
    earlier = earlier_answers(answers, round_)
    reasons = reasons_of(answers)
    for answer in answers:
        yield {
            **about(answer),
            **said_before(earlier.get(answer.pk)),
            **said_now(answer),
            "returned_because": reasons.get(answer.pk, ""),
        }


def about(answer: Answer) -> Values:
    """What the row is about; by these words people find it."""
    return {
        "pillar": answer.item.pillar.title,
        "item": answer.item.code,
        "item_title": answer.item.title,
        "subject": answer.subject,
        "subject_name": subject_name(answer.subject, answer.team),
        "progress": standing(answer),
        "row": f"{answer.item.code} {answer.subject}",
        "base_version": answer.version,
        "prefilled": digest_of(content_of(answer)),
    }


def standing(answer: Answer) -> str:
    """Whose turn it is, in a word."""
    is_carried = answer.progress == Progress.DRAFT and not answer.reexamined
    return carried() if is_carried else progress_word(answer.progress)


def said_before(earlier: Earlier | None) -> Values:
    """What was accepted in the last round."""
    if earlier is None:
        return {}
    kind = in_words("kind", [earlier.content["kind"]])
    return {"last_kind": kind, "last_narrative": earlier.content["narrative"]}


def said_now(answer: Answer) -> Values:
    """What the answer says now, in the words of cells."""
    if answer.progress == Progress.EMPTY:
        return {"language": ""}
    content = content_of(answer)
    return {
        "kind": in_words("kind", [content.kind]),
        "narrative": content.narrative,
        "language": words_of("language").get(content.language, content.language),
        "constraints": in_words("constraints", list(content.constraints)),
        "next_step": content.next_step,
        "next_step_due": content.next_step_due,
        "as_of": content.as_of,
        "evidence": "; ".join(str(each) for each in content.evidence),
        "not_applicable_reason": content.not_applicable_reason,
    }


def reasons_of(answers: list[Answer]) -> Mapping[int, str]:
    """Why answers that are with the office again were returned."""
    returned = [answer.pk for answer in answers if answer.progress == Progress.RETURNED]
    lines = SubmissionLine.objects.filter(answer__id__any_of=returned, decision="return")
    rows = lines.order_by("answer_id", "-decided_at").distinct("answer_id")
    return dict(rows.values_list("answer_id", "reason"))
