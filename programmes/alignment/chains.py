"""The results of a programme document, and where in its framework they point."""

from collections.abc import Collection
from dataclasses import dataclass

from programmes.alignment.facts import Document, Framework, Result

ADOPTED = "A"


@dataclass(frozen=True)
class Links:
    """Results that do not point where they should, by what is wrong with them.

    `loose` point nowhere, `elsewhere` to a result of another framework, `misplaced` to one
    of another level.
    """

    loose: tuple[Result, ...]
    elsewhere: tuple[Result, ...]
    misplaced: tuple[Result, ...]

    @property
    def found(self) -> tuple[Result, ...]:
        """All of them."""
        return (*self.loose, *self.elsewhere, *self.misplaced)


def results_of(document: Document, *levels: str) -> tuple[Result, ...]:
    """The results of these levels, in the order of the document."""
    return tuple(each for each in document.results if each.level in levels)


def is_outside(result: Result) -> bool:
    """Declared to lie outside the framework: derivation option C knows such exceptions."""
    noted = result.outside_rc_noted_on is not None
    return result.goal is None and (noted or bool(result.outside_justification.strip()))


def outside(document: Document) -> frozenset[int]:
    """Results outside the framework, and those that are part of one."""
    declared = {each.pk for each in document.results if is_outside(each)}
    parts = {each.pk for each in document.results if not each.goal and each.parent in declared}
    return frozenset(declared | parts)


def loose(results: Collection[Result], document: Document) -> tuple[Result, ...]:
    """Those that point nowhere, and of which nobody said that they lie outside."""
    exceptions = outside(document)
    return tuple(each for each in results if not each.goal and each.pk not in exceptions)


def links(
    results: Collection[Result], document: Document, framework: Framework, *levels: str
) -> Links:
    """Where results point, those outside the framework aside."""
    pointing = [each for each in results if each.goal]
    here = [each for each in pointing if each.goal_framework == framework.pk]
    return Links(
        loose(results, document),
        tuple(each for each in pointing if each.goal_framework != framework.pk),
        tuple(each for each in here if each.goal and each.goal.level not in levels),
    )


def has_goals(framework: Framework, *levels: str) -> bool:
    """Whether results of these levels are on record for a framework."""
    return any(goal.level in levels for goal in framework.goals)


def codes(results: Collection[Result]) -> list[str]:
    """Results by their codes, as a finding names them."""
    return [each.code for each in results]


def names(results: Collection[Result]) -> tuple[str, ...]:
    """Results as objects that a finding concerns."""
    return tuple(f"programme-results/{each.pk}" for each in results)
