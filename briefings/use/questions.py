"""What every team may ask itself of any briefing: what we think, what we do, how we would know."""

from collections.abc import Sequence

FOR_EVERY_TEAM = (
    "What are our first thoughts about this, and whom do we know that it could be about?",
    "What will we do differently from now on, and how would we know that we do?",
    "How does it enter our team’s plan, supervision and induction?",
)


def or_general(own: Sequence[str]) -> Sequence[str]:
    """The briefing's own questions; the general ones where it has none."""
    return own or FOR_EVERY_TEAM
