"""Asking the referrer for more: the question, taking it back, the reminder. The answer comes by the
referrer's own pages, as something added to the referral.
"""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.mails import tell_the_referrer
from referrals.models import SITE, Actor, Referral, ReferrerQuestion, Verb, record, staff
from referrals.models.question import ReferrerQuestions
from referrals.models.status import OPEN, WrongState
from tscb.board.calendar import add_working_days, is_working_day
from tscb.board.models import User
from tscb.common.one_by_one import each

FROM_HOUR = 9
REMINDED_AFTER = 2  # working days
NOT_REACHED = (
    "This referral has no email address of its referrer. Phone them, and write a note of what they "
    "say."
)


@transaction.atomic
def ask(*, referral_id: UUID, text: str, by: User) -> ReferrerQuestion:
    """Raises WrongState where nobody could be told of the question."""
    referral = locked(referral_id, by)
    check_act(Act.ASK_REFERRER, by=by, referral=referral)
    check_can_be_told(referral)
    number = ReferrerQuestion.objects.of(referral).count() + 1
    question = ReferrerQuestion.objects.create(
        referral=referral, number=number, text=text, asked_by=by
    )
    note(Verb.QUESTION_ASKED, question, staff(by))
    tell_the_referrer(referral, "The panel has asked you something", "question_asked")
    return question


def check_can_be_told(referral: Referral) -> None:
    if not referral.mail_addresses():
        raise WrongState(NOT_REACHED)


@transaction.atomic
def take_back(*, referral_id: UUID, number: int, by: User) -> ReferrerQuestion:
    """No answer is needed any more. Taking it back again does nothing."""
    check_act(Act.ASK_REFERRER, by=by, referral=locked(referral_id, by))
    question = ReferrerQuestion.objects.get(referral_id=referral_id, number=number)
    if question.is_open:
        question.taken_back_at = timezone.now()
        question.save(update_fields=("taken_back_at",))
        note(Verb.QUESTION_TAKEN_BACK, question, staff(by))
    return question


def remind(now: datetime | None = None) -> None:
    """Once, on the second working day after. Safe to run twice at once."""
    now = now or timezone.localtime()
    if is_working_day(now.date()) and now.hour >= FROM_HOUR:
        due = list(waiting(now).values_list("pk", flat=True))
        each(due, partial(remind_of, now=now), what="reminders of questions")


def waiting(now: datetime) -> ReferrerQuestions:
    rows = ReferrerQuestion.objects.open().filter(referral__status__in=OPEN, reminded_at=None)
    asked_until = add_working_days(now.date(), -REMINDED_AFTER)
    return rows.filter(referral__is_sample=False, asked_at__date__lte=asked_until)


@transaction.atomic
def remind_of(question_id: int, *, now: datetime) -> None:
    rows = waiting(now).select_related("referral").filter(pk=question_id)
    question = rows.select_for_update(skip_locked=True, of=("self",)).first()
    if question is None:
        return
    question.reminded_at = now
    question.save(update_fields=("reminded_at",))
    tell_the_referrer(
        question.referral, "Reminder: the panel has asked you something", "question_reminder"
    )
    note(Verb.QUESTION_REMINDED, question, SITE)


def note(event: Verb, question: ReferrerQuestion, by: Actor) -> None:
    referral = question.referral
    about = f"question {question.number}"
    record(event, by=by, referral_id=referral.pk, reference=referral.reference, about=about)
