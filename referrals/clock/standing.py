"""How the deadlines of one case stand, in the order in which somebody has to look at them."""

from dataclasses import dataclass

from referrals.clock.phrases import Pace, Phrase, Phrases
from referrals.models import Deadline, Referral
from referrals.models.clock_deadline import Deadlines

URGENCY = (Pace.OVERDUE, Pace.SOON, Pace.LATER, Pace.STOPPED, Pace.LASTS)


@dataclass(frozen=True)
class Standing:
    deadline: Deadline
    phrase: Phrase

    @property
    def can_move(self) -> bool:
        return self.phrase.pace in (Pace.OVERDUE, Pace.SOON, Pace.LATER)


def standing_of(referral: Referral) -> list[Standing]:
    """Overdue first, then by day, then what has been met or not begun."""
    phrases, deadlines = Phrases.of_today(), referral.deadlines.select_related("rule")
    found = [Standing(one, phrases.of(one)) for one in with_referral(deadlines, referral)]
    return sorted(found, key=urgency)


def with_referral(deadlines: Deadlines, referral: Referral) -> list[Deadline]:
    """The referral that is there already, not one more from the database each."""
    found = list(deadlines)
    for one in found:
        one.referral = referral
    return found


def urgency(standing: Standing) -> tuple[int, str, int]:
    pace, one = standing.phrase.pace, standing.deadline
    place = URGENCY.index(pace) if pace in URGENCY else len(URGENCY)
    return place, str(one.due_on or "9999"), one.rule.order
