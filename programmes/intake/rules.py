"""What a record must say to be true to its trade; the database holds the same rules."""

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from programmes.intake.columns import Content
from programmes.intake.linking import no_such_code, source_id

if TYPE_CHECKING:
    from programmes.intake.scene import Scene

IN_FORCE = ("approved", "running", "ended")
SLUG = re.compile(r"[-a-zA-Z0-9_]+")


def always(content: Content) -> bool:
    """Every period counts."""
    return True


def in_force(content: Content) -> bool:
    """Only documents that were approved, with both days known, stand in each other's way."""
    whole = content["starts_on"] and content["ends_on"]
    return bool(whole) and content["stage"] in IN_FORCE


def keep_first_end(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """An extension keeps the first end: documents were agreed against it.

    When the last day of a framework moves to a later one and nobody says what the first
    end was, it is the earlier last day.
    """
    if before is None or content["original_ends_on"] or before["original_ends_on"]:
        return
    if content["ends_on"] and content["ends_on"] > before["ends_on"]:
        content["original_ends_on"] = before["ends_on"]


def framework_days(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """A framework ends after it starts and is signed before it ends."""
    refuse_backwards(content, "starts_on", "ends_on", at, faults)
    if (content["signed_on"] or "") > (content["ends_on"] or ""):
        words = _("A framework is signed before it ends.")
        faults.add(f"{at}/signed_on", "signed_after_end", words)


def extension(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """What is said of an extension belongs to an end that moved."""
    if content["original_ends_on"] and content["original_ends_on"] == content["ends_on"]:
        words = _("The last day as signed is kept only when the last day was moved.")
        faults.add(f"{at}/original_ends_on", "end_not_moved", words)
    if content["original_ends_on"]:
        return
    for name in ("extended_on", "extension_note"):
        if content[name]:
            words = _("An extension is noted only when the last day was moved.")
            faults.add(f"{at}/{name}", "end_not_moved", words)


def predecessor(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """The framework before is one of the same team, and earlier."""
    earlier = scene.targets("frameworks").find(content["predecessor"])
    team = scene.targets("teams").find(content["team"])
    if earlier is None or team is None or not content["starts_on"]:
        return
    begins = earlier.starts_on.isoformat() if earlier.starts_on else ""
    if earlier.belongs_to != team.id or begins >= content["starts_on"]:
        words = _("The framework before is an earlier one of the same country team.")
        faults.add(f"{at}/predecessor", "wrong_predecessor", words)


def engagement_days(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """A period of engagement may last a single day."""
    first, last = content["valid_from"], content["valid_to"]
    if first and last and last < first:
        faults.add(
            f"{at}/valid_to", "ends_before_it_starts", _("The last day is before the first.")
        )


def document_days(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """A programme document ends after it starts, where both are known."""
    refuse_backwards(content, "starts_on", "ends_on", at, faults)


def refuse_backwards(content: Content, first: str, last: str, at: str, faults: Faults) -> None:
    """The last day comes after the first."""
    if content[first] and content[last] and content[last] <= content[first]:
        words = _("The last day comes after the first.")
        faults.add(f"{at}/{last}", "ends_before_it_starts", words)


def stage_by_act(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """The stage of a document on record is changed by the acts on it, which ask what they need."""
    if before is not None and content["stage"] != before["stage"]:
        words = _("The stage of a document on record is changed by the acts on the document.")
        faults.add(f"{at}/stage", "stage_by_act", words)


def derivation(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """What a result is derived from is a result on record."""
    if content["derived_from"] and content["document"] and source_id(content, scene) is None:
        no_such_code(content["derived_from"], faults, f"{at}/derived_from")


def mechanism_code(
    content: Content, before: Content | None, at: str, faults: Faults, scene: "Scene"
) -> None:
    """The code of a mechanism is part of its address."""
    if content["code"] and not SLUG.fullmatch(content["code"]):
        words = _("A code has letters, digits, hyphens and underscores only.")
        faults.add(f"{at}/code", "not_a_code", words)
