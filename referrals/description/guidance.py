"""Under which guidance a referral was begun: a mark in its answers, set where it begins. No page
can set it, and a change of the board's guidance leaves it as it is."""

from referrals.description.conditions import Answers
from tscb.board.framework import Framework
from tscb.board.site import current

FRAMEWORK = "framework"


def mark_of_today() -> dict[str, str]:
    """What a new referral begins with. Those from before there was a choice have no mark, and so
    has everything that is begun under the first guidance."""
    today = current().framework
    return {} if today == Framework.UNTIL_2018 else {FRAMEWORK: today}


def begun_under(answers: Answers) -> Framework:
    """The guidance of these answers."""
    given = answers.get(FRAMEWORK)
    return Framework(given) if given in Framework.values else Framework.UNTIL_2018
