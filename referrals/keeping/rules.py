"""The rules on how long cases are kept, and changing one: the former version stays, because
disposals were made under it."""

from django.db import transaction

from referrals.casework.acts import Act, check_act
from referrals.models import Outcome, RetentionRule, Verb, record, staff
from tscb.board.models import User


@transaction.atomic
def set_rule(
    *, outcome: str, years: int, counted_from: str, source: str, note: str, by: User
) -> RetentionRule:
    """A new version, unless it says what the newest says."""
    check_act(Act.SET_RETENTION, by=by)
    told = {"years": years, "counted_from": counted_from, "source": source, "note": note}
    versions = RetentionRule.objects.select_for_update().filter(outcome=outcome)
    newest = versions.order_by("-number").first()
    if newest and all(getattr(newest, name) == value for name, value in told.items()):
        return newest
    number = newest.number + 1 if newest else 1
    rule = RetentionRule.objects.create(outcome=outcome, number=number, written_by=by, **told)
    record(Verb.RETENTION_CHANGED, by=staff(by), about=f"{outcome}, version {number}")
    return rule


def in_words(rule: RetentionRule) -> str:
    """For a receipt: all that the rule said."""
    years = "1 year" if rule.years == 1 else f"{rule.years} years"
    outcome = Outcome(rule.outcome).label
    counted = rule.get_counted_from_display()  # type: ignore[attr-defined]  # Django's own, of a field with choices
    return f"{outcome}: {years} from {counted} (version {rule.number}). {rule.source}"
