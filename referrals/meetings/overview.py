"""What the page of a meeting shows to one reader: the agenda as far as they may see it, who comes,
and how the quorum stands for the meeting and for each item.
"""

from dataclasses import dataclass
from functools import cached_property

from referrals.meetings.inviting import not_invited
from referrals.meetings.quorum import Quorum, Table
from referrals.models import AgendaItem, Attendance, Meeting
from tscb.board.models import User


@dataclass(frozen=True)
class Line:
    """One item of the agenda. `away`: who is not counted for it. `quorum`: only where it differs
    from the meeting's, or cannot be told."""

    number: int
    item: AgendaItem
    away: list[Attendance]
    quorum: Quorum


class Overview:
    def __init__(self, meeting: Meeting, reader: User) -> None:
        self.meeting, self.reader = meeting, reader
        self.table = Table(meeting)

    @property
    def attendances(self) -> list[Attendance]:
        return self.table.attendances

    @property
    def quorum(self) -> Quorum:
        return self.table.quorum

    @cached_property
    def lines(self) -> list[Line]:
        seen = self.meeting.items.visible_to(self.reader).select_related("referral")
        return [self._line(number, item) for number, item in enumerate(seen, 1)]

    def _line(self, number: int, item: AgendaItem) -> Line:
        away = self.table.away_from(item.referral_id) if item.is_case else []
        return Line(number, item, away, self.table.quorum_for(item.referral_id))

    @cached_property
    def hidden(self) -> int:
        return self.meeting.items.count() - len(self.lines)

    @property
    def minutes(self) -> int:
        return sum(line.item.takes for line in self.lines)

    @property
    def too_long(self) -> bool:
        """Whether the items that the reader sees need more time than the meeting has."""
        there = self.meeting.ends_at - self.meeting.starts_at
        return self.minutes * 60 > there.total_seconds()

    @cached_property
    def not_invited(self) -> int:
        return not_invited(self.meeting).count() if self.meeting.is_planned else 0
