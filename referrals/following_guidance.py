"""What changes here when the board comes to work under other guidance: the rules of the clock for
referrals that come from now on, and what the rule is for those who are told of a decision.

A referral that was begun before keeps its questions, its criteria and its deadlines.
"""

from referrals.clock import guidance
from referrals.deciding import known_to_tell
from referrals.models import SITE, staff
from tscb.board.framework import Framework
from tscb.board.models import User


def follow(framework: Framework, by: User | None) -> None:
    guidance.follow(framework, staff(by) if by else SITE)
    known_to_tell.follow(framework)
