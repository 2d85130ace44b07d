"""Which known rules are in force under which guidance. Rules of the board's own, and what other
boards do, stay as a coordinator left them."""

from referrals.clock.known_rules import FROM_2018, WORKING_TOGETHER_2015
from referrals.clock.rule_changes import switched
from referrals.models import Actor, ClockRule
from tscb.board.framework import Framework

SETS = {Framework.UNTIL_2018: WORKING_TOGETHER_2015, Framework.FROM_2018: FROM_2018}


def follow(framework: Framework, by: Actor) -> None:
    """For referrals that come from now on."""
    for own, known in SETS.items():
        in_force = {rule.key: own == framework and rule.is_active for rule in known.rules}
        rules = ClockRule.objects.current().select_for_update()
        for rule in rules.filter(key__in=in_force):
            switched(rule, in_force[rule.key], by)
