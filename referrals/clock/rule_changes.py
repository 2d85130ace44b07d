"""How coordinators change the rules of the clock: each change is a new version of its rule.

Cases that were received before keep the version of their day.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.models import Actor, ClockRule, Verb, record, staff
from referrals.models.status import WrongState
from tscb.board.models import User

OWN_KEY = "B"
SWITCHED = ("is_active",)


@transaction.atomic
def change_rule(*, key: str, version: int, told: Mapping[str, Any], by: User) -> ClockRule:
    """`version`: the one that the person had before them. Saving what is there changes nothing."""
    check_act(Act.SET_CLOCK_RULES, by=by)
    rule = ClockRule.objects.current().select_for_update().get(key=key)
    if rule.version != version:
        raise WrongState("Somebody else has changed this rule meanwhile. Look at it again first.")
    changed = {name for name, value in told.items() if getattr(rule, name) != value}
    if not changed:
        return rule
    if changed <= set(SWITCHED):
        return switched(rule, told["is_active"], staff(by))
    ClockRule.objects.filter(pk=rule.pk).update(is_current=False, is_active=False)
    order = {"key": key, "version": rule.version + 1, "order": rule.order}
    return kept(ClockRule(**told, **order, made_by=by), by)


@transaction.atomic
def add_rule(*, told: Mapping[str, Any], by: User) -> ClockRule:
    """A rule of the board's own."""
    check_act(Act.SET_CLOCK_RULES, by=by)
    keys = ClockRule.objects.current().select_for_update().values_list("key", "order")
    own = [int(key[1:]) for key, _ in keys if key[:1] == OWN_KEY and key[1:].isdecimal()]
    last = max((order for _, order in keys), default=0)
    key = f"{OWN_KEY}{max(own, default=0) + 1}"
    return kept(ClockRule(**told, key=key, order=last + 1, made_by=by), by)


@transaction.atomic
def use_set(*, rule_set: str, is_active: bool, by: User) -> None:
    """All rules of a set, for referrals that come from now on."""
    check_act(Act.SET_CLOCK_RULES, by=by)
    rules = ClockRule.objects.current().select_for_update().filter(rule_set=rule_set)
    for rule in rules:
        switched(rule, is_active, staff(by))


def switched(rule: ClockRule, is_active: bool, by: Actor) -> ClockRule:
    """In force or not; the version stays, for nothing of it has changed."""
    if rule.is_active != is_active:
        rule.is_active = is_active
        rule.save(update_fields=("is_active",))
        record(Verb.CLOCK_RULE_CHANGED, by=by, about=f"{rule} {'on' if is_active else 'off'}")
    return rule


def kept(rule: ClockRule, by: User) -> ClockRule:
    rule.save()
    record(Verb.CLOCK_RULE_CHANGED, by=staff(by), about=str(rule))
    return rule
