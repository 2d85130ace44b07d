"""Puts the known rules into the database of a new site; what is there already stays as it is."""

from dataclasses import asdict
from typing import Any

from referrals.clock.guidance import SETS
from referrals.clock.known_rules import RULE_SETS, KnownRule, RuleSet
from referrals.models import ClockRule
from tscb.board.framework import Framework
from tscb.board.models import BoardSettings


def set_up_rules() -> None:
    there = set(ClockRule.objects.values_list("key", flat=True))
    ours = SETS[Framework(BoardSettings.current().framework)]
    known = [told(rule, own, own is ours) for own in RULE_SETS for rule in own.rules]
    ClockRule.objects.bulk_create(
        ClockRule(order=order, **one)
        for order, one in enumerate(known, start=1)
        if one["key"] not in there
    )


def told(rule: KnownRule, rule_set: RuleSet, is_ours: bool) -> dict[str, Any]:
    """As the columns have it. A rule is in force with its set, unless it says otherwise."""
    is_active = is_ours and rule.is_active
    fields = asdict(rule) | {"is_active": is_active, "rule_set": rule_set.name}
    roles = {name: list(fields[name]) for name in ("warned_roles", "overdue_roles")}
    return fields | roles | {"ends_with": rule.ends_with or ""}
