"""Meetings of fictional teams about the sample briefings, so that staff see what reach is."""

from datetime import timedelta

from django.utils import timezone

from briefings.models import Briefing, BriefingUse, UseState
from tscb.board.models import Agency

TEAMS = ["Duty team north", "Year 7 tutors", "Ward 4", "Health visitors east", "Front office"]
CHANGES = [
    "We ask in every visit who else lives in the home.",
    "Our handover sheet has a line for what the child said.",
    "",
    "We bring one case a month to group supervision.",
]
WEEKS_BETWEEN = 5
MOST_MEETINGS = 6


def give_uses(briefings: list[Briefing]) -> None:
    """Some briefings reached many teams and some none; the newest word of each waits."""
    BriefingUse.objects.filter(is_sample=True).delete()
    agencies = list(Agency.objects.filter(active=True))
    if agencies:
        uses = [
            _use(briefing, place, number, agencies)
            for place, briefing in enumerate(briefings)
            for number in range(place % (MOST_MEETINGS + 1))
        ]
        BriefingUse.objects.bulk_create(uses, ignore_conflicts=True)


def _use(briefing: Briefing, place: int, number: int, agencies: list[Agency]) -> BriefingUse:
    now, nth = timezone.now(), place + number
    return BriefingUse(
        briefing=briefing,
        team=TEAMS[nth % len(TEAMS)],
        agency=agencies[nth * 3 % len(agencies)],
        used_on=timezone.localdate() - timedelta(weeks=2 + WEEKS_BETWEEN * nth),
        people=4 + (nth * 7) % 15,
        will_change=CHANGES[nth % len(CHANGES)],
        state=UseState.ACCEPTED if number else UseState.WAITING,
        decided_at=now if number else None,
        is_sample=True,
    )
