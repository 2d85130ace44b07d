"""Asking for help with a lost second factor, confirming it, and what two confirmations do."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from tscb.board.account_events import AccountEvent, happened
from tscb.board.models import FactorRecovery, User
from tscb.board.recovery import mails
from tscb.board.recovery.rules import check_can_help, check_confirm

State = FactorRecovery.State


@transaction.atomic
def ask(*, person: User, by: User | None) -> FactorRecovery:
    """`by` nobody: the person, who has just typed the right password. Asking twice asks once."""
    if by is not None:
        check_can_help(by)
    person = User.objects.select_for_update().get(pk=person.pk)
    waiting = FactorRecovery.objects.filter(person=person, state=State.ASKED)
    if found := waiting.open().first():
        return found
    waiting.update(state=State.DROPPED, ended_at=timezone.now())
    recovery = FactorRecovery.objects.create(person=person, asked_by=by)
    happened(AccountEvent.RECOVERY_ASKED, by=by, person=person)
    mails.tell_of_request(recovery)
    return recovery


@transaction.atomic
def confirm(*, recovery: FactorRecovery, by: User) -> FactorRecovery:
    """The second confirmation takes the factor away."""
    check_can_help(by)
    recovery = _locked(recovery)
    check_confirm(recovery, by)
    happened(AccountEvent.RECOVERY_CONFIRMED, by=by, person=recovery.person)
    if recovery.first is None:
        recovery.first = by
        recovery.save(update_fields=["first"])
        return recovery
    return _done(recovery, by)


def _done(recovery: FactorRecovery, second: User) -> FactorRecovery:
    recovery.second, recovery.state, recovery.ended_at = second, State.DONE, timezone.now()
    recovery.save()
    _take_away(recovery.person)
    happened(AccountEvent.FACTOR_TAKEN_AWAY, by=second, person=recovery.person)
    mails.tell_that_done(recovery)
    return recovery


@transaction.atomic
def done_by_two(*, person: User, first: User, second: User) -> FactorRecovery:
    """For who has seen password and code of both: the command, on boards with few people."""
    person = User.objects.select_for_update().get(pk=person.pk)
    rows = FactorRecovery.objects.filter(person=person, state=State.ASKED)
    rows.update(state=State.DROPPED, ended_at=timezone.now())
    recovery = FactorRecovery.objects.create(person=person, asked_by=first, first=first)
    for helper in (first, second):
        happened(AccountEvent.RECOVERY_CONFIRMED, by=helper, person=person)
    return _done(recovery, second)


@transaction.atomic
def drop(*, recovery: FactorRecovery, by: User) -> FactorRecovery:
    check_can_help(by)
    recovery = _locked(recovery)
    if recovery.state == State.ASKED:
        recovery.state, recovery.ended_at = State.DROPPED, timezone.now()
        recovery.save(update_fields=["state", "ended_at"])
        happened(AccountEvent.RECOVERY_DROPPED, by=by, person=recovery.person)
    return recovery


def _take_away(person: User) -> None:
    """The password goes too, and with it every open session, which Django ties to it: else whoever
    knows it could set up a second factor in the owner's place. The owner chooses a new one by mail.
    """
    Authenticator.objects.filter(user=person).delete()
    person.set_unusable_password()
    person.save(update_fields=["password"])


def _locked(recovery: FactorRecovery) -> FactorRecovery:
    rows = FactorRecovery.objects.select_for_update(of=("self",)).select_related("person", "first")
    return rows.get(pk=recovery.pk)
