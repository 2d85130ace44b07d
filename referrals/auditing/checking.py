"""Going through the chain in the background: once a day, and when the data-protection lead asks.

What was found stays, so that their page can say when the audit was last known to be sound.
"""

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from referrals.auditing import heads
from referrals.auditing.verifying import faults
from referrals.casework.acts import Act, check_act
from referrals.models import AuditCheck, Verb, record, staff
from tscb.board.models import User


@transaction.atomic
def ask(*, by: User | AnonymousUser) -> None:
    """Asking twice asks once."""
    check_act(Act.READ_AUDIT, by=by)
    if AuditCheck.objects.filter(ended_at=None).exists():
        return
    AuditCheck.objects.create(asked_by_id=by.pk)
    record(Verb.AUDIT_CHECK_ASKED, by=staff(by))


def last() -> AuditCheck | None:
    return AuditCheck.objects.exclude(ended_at=None).select_related("asked_by").first()


def is_waiting() -> bool:
    return AuditCheck.objects.filter(ended_at=None).exists()


def go_on() -> None:
    """What the worker does, every turn: mostly nothing."""
    today = timezone.localdate()
    if not AuditCheck.objects.filter(asked_at__date=today).exists():
        AuditCheck.objects.create()
    waiting = AuditCheck.objects.filter(ended_at=None).first()
    if waiting:
        carry_out(waiting)


def carry_out(check: AuditCheck) -> None:
    for fault in faults(heads.noted()):
        check.faults += 1
        check.first_fault = check.first_fault or fault
    end = heads.now()
    check.place = (end and end.place) or 0
    check.ended_at = timezone.now()
    check.save()
