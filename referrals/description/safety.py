"""What is said wherever a child is not safe, or nobody knows whether one is."""

from referrals.description.choices import NO, NOT_KNOWN
from referrals.description.conditions import when
from referrals.description.elements import Notice


def notices_on(question: str) -> tuple[Notice, ...]:
    """For a question whether a child is safe, answered yes, no or not known."""
    return (
        Notice("child-not-safe", when(question, NO), urgent=True),
        Notice(
            "safety-not-known",
            when(question, NOT_KNOWN),
            urgent=True,
            unless_said="child-not-safe",
        ),
    )
