"""What this app takes from the file of a board: deadlines that are other than the guidance has
them, and deadlines of the board’s own."""

from collections.abc import Iterator
from typing import Any

from referrals.clock.known_rules import RULE_SETS, KnownRule, RuleSet
from referrals.clock.setting_up import told as columns_of
from referrals.models import Basis, ClockRule
from tscb.board.board_file.plain import Values, said_by, shape_of, tables
from tscb.board.roles import Role

SECTIONS = ("deadlines",)
OF_ITS_OWN = {"title", "starts_with", "length", "unit", "source"}
KEYS = {"in_force", "ends_with", "note", "source_page", "warn_days", *OF_ITS_OWN}
OWN_SET = "The board’s own rules"
MAY_BE_EMPTY = ("made_by", "warn_days", "ends_with")
LAST = 900  # in the order of the rules, after all known ones


def known() -> dict[str, tuple[KnownRule, RuleSet]]:
    return {rule.key: (rule, own) for own in RULE_SETS for rule in own.rules}


def problems(told: dict[str, Any]) -> Iterator[str]:
    yield from shape_of(told, "deadlines", {"key"}, KEYS)
    for number, given in enumerate(tables(told, "deadlines"), 1):
        where = f"deadlines {number}: "
        missing = set() if given.get("key") in known() else OF_ITS_OWN - given.keys()
        yield from (f"{where}{key} is missing." for key in sorted(missing))
        if not missing:
            yield from said_by(rule_of(given), {}, where, leave_out=MAY_BE_EMPTY)


def rule_of(given: Values) -> ClockRule:
    """A known rule as the file changes it, or one of the board’s own."""
    key = given.get("key", "")
    changed = {name: given[name] for name in KEYS - {"in_force"} if name in given}
    changed["is_active"] = given.get("in_force", True)
    if key in known():
        return ClockRule(**columns_of(*known()[key], is_ours=True) | changed)
    own = {"warned_roles": [Role.COORDINATOR], "overdue_roles": [Role.COORDINATOR]}
    named = {"key": key, "rule_set": OWN_SET, "basis": Basis.BOARD, "order": LAST}
    return ClockRule(**named, **own, **changed)


def write(told: dict[str, Any]) -> None:
    """No referral has come yet: a rule that is other here takes the place of the known one."""
    for given in tables(told, "deadlines"):
        rule = rule_of(given)
        replaced = ClockRule.objects.filter(key=rule.key).first()
        rule.order = replaced.order if replaced else LAST
        ClockRule.objects.filter(key=rule.key).delete()
        rule.save()
