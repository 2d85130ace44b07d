"""How the audit is told of what was done with a meeting: which one, and never whose case."""

from referrals.models import AuditEvent, Meeting, Verb, record, staff
from tscb.board.models import User


def note(verb: Verb, meeting: Meeting, by: User) -> AuditEvent:
    return record(verb, by=staff(by), about=meeting.about)
