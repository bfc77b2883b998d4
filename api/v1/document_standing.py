"""What can be done with a programme document now, and what stands in the way."""

from datetime import date

from rest_framework import serializers

from accounts import policy
from accounts.policy import Actor
from api.frames import Shape, action
from api.v1.described import ActionDescription
from programmes import blockers, stages
from programmes.hands import may_lead, may_take
from programmes.models import CountryProgrammeDocument


class StepDescription(ActionDescription):
    to = serializers.CharField(help_text="The stage that `advance` leads to; else empty.")


def allowed_actions(number: int, actor: Actor, day: date) -> list[Shape]:
    """The acts of this caller by the last part of their address; a step for each next stage."""
    document = CountryProgrammeDocument.objects.select_related("country").get(pk=number)
    found = [
        {**action("advance", blockers.to_advance(document, to, day)), "to": to}
        for to in stages.next_steps(document.stage)
        if may_take(document, to, day, actor)
    ]
    if may_lead(document, day, actor):
        found.append({**action("withdraw", blockers.to_withdraw(document)), "to": ""})
    if policy.may_decide_programmes(actor):
        before_committee = blockers.to_judge(document)
        found.append({**action("review", before_committee), "to": ""})
        found.append({**action("judgements", before_committee), "to": ""})
        found.append({**action("correct-stage", []), "to": ""})
    return found
