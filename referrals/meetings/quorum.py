"""Whether enough of the right people are there, in words, for a meeting and for each of its items.

Who may not see a case is not counted for it: a recused member, and whoever its restriction leaves
out. Their deputies are not counted either, because an agency's conflict is its deputy's, too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from referrals.models import Attendance, Meeting, QuorumRule, Referral
from tscb.board.models import Agency

NO_RULE = "No rule for the quorum has been written down yet."


@dataclass(frozen=True)
class Quorum:
    """`is_reached` is None where there is no rule to say."""

    is_reached: bool | None
    words: str


@dataclass(frozen=True)
class Seated:
    """One seat that is taken: for which agency, and whether by somebody who can take the chair."""

    seat_id: int
    user_id: int
    agency: Agency
    chairs: bool


def seated(attendances: Iterable[Attendance]) -> list[Seated]:
    return [
        Seated(row.seat_id, row.seat.user_id, row.seat.agency, chairs(row))
        for row in attendances
        if row.is_there and row.seat.is_counted
    ]


def chairs(row: Attendance) -> bool:
    """A deputy takes the place of a member, not the chair."""
    return row.seat.can_chair and row.is_there_in_person


def quorum(rule: QuorumRule | None, there: list[Seated]) -> Quorum:
    if rule is None:
        return Quorum(None, NO_RULE)
    missing = [*missing_people(rule, there), *missing_agencies(rule, there)]
    count = f"{people(len(there))} of at least {rule.least}"
    if missing:
        return Quorum(False, f"Not quorate: {count}; {'; '.join(missing)}.")
    return Quorum(
        True,
        f"Quorate: {count}{', and everybody who must be there' if needs(rule) else ''}.",
    )


def people(count: int) -> str:
    return "1 member" if count == 1 else f"{count} members"


def needs(rule: QuorumRule) -> bool:
    return rule.needs_chair or bool(rule.agencies.all())


def missing_people(rule: QuorumRule, there: list[Seated]) -> list[str]:
    lacking = rule.least - len(there)
    said = [f"{lacking} too few"] if lacking > 0 else []
    if rule.needs_chair and not any(one.chairs for one in there):
        said.append("nobody to take the chair")
    return said


def missing_agencies(rule: QuorumRule, there: list[Seated]) -> list[str]:
    represented = {one.agency.pk for one in there}
    return [f"nobody from {one}" for one in rule.agencies.all() if one.pk not in represented]


class Table:
    """Who sits at one meeting, asked once, and what each of them may see."""

    def __init__(self, meeting: Meeting) -> None:
        self.rule = QuorumRule.objects.in_force_on(meeting.day)
        self.attendances = list(Attendance.objects.of(meeting))
        self.there = seated(self.attendances)
        cases = meeting.items.of_cases().values_list("referral_id", flat=True)
        self._may_see = may_see(self.attendances, list(cases))

    @property
    def quorum(self) -> Quorum:
        return quorum(self.rule, self.there)

    def away_from(self, referral_id: UUID | None) -> list[Attendance]:
        """Members of the table who may not see the case."""
        return [
            row for row in self.attendances if (row.seat.user_id, referral_id) not in self._may_see
        ]

    def quorum_for(self, referral_id: UUID | None) -> Quorum:
        if referral_id is None:
            return self.quorum
        there = [one for one in self.there if self._sees(one.user_id, referral_id)]
        return quorum(self.rule, there)

    def _sees(self, user_id: int, referral_id: UUID | None) -> bool:
        return (user_id, referral_id) in self._may_see


def may_see(attendances: Iterable[Attendance], cases: list[UUID]) -> set[tuple[int, UUID]]:
    """Asked at the door itself, once a member: there is no second rule of who may see what."""
    return {(row.seat.user_id, found) for row in attendances for found in seen_by(row, cases)}


def seen_by(row: Attendance, cases: list[UUID]) -> Iterable[UUID]:
    visible = Referral.objects.visible_to(row.seat.user).filter(pk__in=cases)
    return visible.order_by().values_list("pk", flat=True)
