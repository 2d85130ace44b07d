"""When a question is asked or a notice shown: conditions on answers, and how they combine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

Answers = Mapping[str, Any]


class Condition(Protocol):
    def holds(self, answers: Answers) -> bool: ...

    @property
    def looks_at(self) -> frozenset[str]:
        """Names of the questions whose answers decide."""


@dataclass(frozen=True)
class Given:
    """Holds when the question named was given one of these answers, or one of several ticked."""

    question: str
    answers: tuple[str, ...]

    def holds(self, answers: Answers) -> bool:
        given = answers.get(self.question)
        ticked = given if isinstance(given, list) else [given]
        return any(one in self.answers for one in ticked)

    @property
    def looks_at(self) -> frozenset[str]:
        return frozenset({self.question})


@dataclass(frozen=True)
class AllOf:
    conditions: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        return all(condition.holds(answers) for condition in self.conditions)

    @property
    def looks_at(self) -> frozenset[str]:
        return frozenset().union(*(condition.looks_at for condition in self.conditions))


@dataclass(frozen=True)
class AnyOf:
    conditions: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        return any(condition.holds(answers) for condition in self.conditions)

    @property
    def looks_at(self) -> frozenset[str]:
        return frozenset().union(*(condition.looks_at for condition in self.conditions))


@dataclass(frozen=True)
class Unless:
    condition: Condition

    def holds(self, answers: Answers) -> bool:
        return not self.condition.holds(answers)

    @property
    def looks_at(self) -> frozenset[str]:
        return self.condition.looks_at


@dataclass(frozen=True)
class ByMark:
    """Another condition where the answers bear a mark, that no question asks for, with a value."""

    mark: str
    value: str
    then: Condition
    condition: Condition

    def holds(self, answers: Answers) -> bool:
        marked = answers.get(self.mark) == self.value
        return (self.then if marked else self.condition).holds(answers)

    @property
    def looks_at(self) -> frozenset[str]:
        return self.then.looks_at | self.condition.looks_at


def when(question: str, *answers: str) -> Given:
    return Given(question, answers)


def all_of(*conditions: Condition) -> AllOf:
    return AllOf(conditions)


def any_of(*conditions: Condition) -> AnyOf:
    return AnyOf(conditions)


def unless(condition: Condition) -> Unless:
    return Unless(condition)
