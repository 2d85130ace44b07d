"""Whom boards tell of a decision to begin with, a list for each guidance, and putting it into the
database. What staff have changed in it stays.

Sources: the guidance of 2013 and 2015, and of 2018, for the national bodies; what boards do for the
others. The rules of 2018 about the report are general knowledge: the text is to be checked.
"""

from dataclasses import dataclass

from referrals.models import ToTell
from tscb.board.framework import Framework
from tscb.board.models import BoardSettings

NATIONAL_PANEL = "national-panel"


@dataclass(frozen=True)
class KnownToTell:
    """`days`: working days from the decision; None where no rule says."""

    key: str
    name: str
    rule: str
    days: int | None = None


WITHIN_FIVE_DAYS = "Guidance of 2015: within 5 working days of the decision"
WITH_THE_REPORT = "Guidance from 2018: gets the report before it is published"
EVERYWHERE = (
    KnownToTell("chief-executives", "Chief executives of the agencies", ""),
    KnownToTell("agencies", "Agencies involved, to secure their records", "At once", 1),
    KnownToTell("family", "Family", ""),
    KnownToTell("referrer", "Referrer and manager, by more than the site’s mail", ""),
    KnownToTell("coroner", "Coroner", "Where an inquest is open"),
    KnownToTell("police", "Police and prosecution", "Where a criminal case is open"),
    KnownToTell("other-board", "Another board", "Where the family lives elsewhere"),
)
UNTIL_2018 = (
    KnownToTell("ofsted", "Ofsted", WITHIN_FIVE_DAYS, 5),
    KnownToTell("department", "Department for Education", WITHIN_FIVE_DAYS, 5),
    KnownToTell(
        NATIONAL_PANEL,
        "National panel",
        "Guidance of 2015: within 5 working days; a decision against a review with its reasons, "
        "within 14 days (guidance of 2013)",
        5,
    ),
    *EVERYWHERE,
)
FROM_2018 = (
    KnownToTell(
        NATIONAL_PANEL,
        "National panel",
        "Guidance from 2018: with the rapid review, within 15 working days of the notification",
    ),
    KnownToTell("ofsted", "Ofsted", WITH_THE_REPORT),
    KnownToTell("department", "Department for Education", WITH_THE_REPORT),
    *EVERYWHERE,
)
LISTS = {Framework.UNTIL_2018: UNTIL_2018, Framework.FROM_2018: FROM_2018}


def set_up() -> None:
    for order, known in enumerate(LISTS[Framework(BoardSettings.current().framework)], 1):
        told = {"name": known.name, "rule": known.rule, "days": known.days, "order": order}
        ToTell.objects.get_or_create(key=known.key, defaults=told)


def follow(framework: Framework) -> None:
    """Lines that still say what other guidance says come to say what this one does."""
    for known in LISTS[framework]:
        former = {
            (one.rule, one.days) for own in LISTS.values() for one in own if one.key == known.key
        }
        line = ToTell.objects.filter(key=known.key).first()
        if line and (line.rule, line.days) in former:
            line.rule, line.days = known.rule, known.days
            line.save(update_fields=("rule", "days"))
    set_up()
