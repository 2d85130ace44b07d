"""Changing templates, and writing letters: filled in, changed, made final, each an event."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from referrals.casework.acts import Act, check_act
from referrals.casework.finding import locked
from referrals.deciding.letters.placeholders import check_wording, filled
from referrals.models import Letter, LetterTemplate, LetterVersion, Referral, Verb, record, staff
from referrals.models.status import WrongState
from tscb.board.models import User

FINAL = "This letter is final. Write another one."


@transaction.atomic
def change_template(*, key: str, subject: str, body: str, by: User) -> LetterVersion:
    """A new version; letters that were written keep theirs."""
    check_act(Act.EDIT_LETTERS, by=by)
    wrong = {}
    for name, words in (("subject", subject), ("body", body)):
        try:
            check_wording(words)
        except ValidationError as refused:
            wrong[name] = refused.messages[0]
    if wrong:
        raise ValidationError(wrong)
    template = LetterTemplate.objects.select_for_update().get(key=key)
    newest = template.newest
    if (newest.subject, newest.body) == (subject, body):
        return newest
    return LetterVersion.objects.create(
        template=template, number=newest.number + 1, subject=subject, body=body, written_by=by
    )


@transaction.atomic
def begin(*, referral_id: UUID, key: str, by: User) -> Letter:
    """A letter of this case, filled in, to be changed."""
    referral = held(referral_id, by)
    version = LetterTemplate.objects.get(key=key, is_retired=False).newest
    last = Letter.objects.filter(referral=referral).aggregate(last=Max("number"))["last"] or 0
    letter = Letter.objects.create(
        referral=referral,
        version=version,
        number=last + 1,
        subject=filled(version.subject, referral),
        body=filled(version.body, referral),
        written_by=by,
    )
    note(Verb.LETTER_WRITTEN, letter, by)
    return letter


@transaction.atomic
def change(
    *, referral_id: UUID, letter_id: UUID, addressee: str, subject: str, body: str, by: User
) -> Letter:
    letter = changeable(referral_id, letter_id, by)
    letter.addressee, letter.subject, letter.body = addressee, subject, body
    letter.written_by = by
    letter.save()
    note(Verb.LETTER_WRITTEN, letter, by)
    return letter


@transaction.atomic
def make_final(*, referral_id: UUID, letter_id: UUID, by: User) -> Letter:
    letter = changeable(referral_id, letter_id, by)
    if not letter.addressee.strip():
        raise WrongState("Say to whom the letter goes before it is final.")
    letter.final_by, letter.final_at = by, timezone.now()
    letter.save()
    note(Verb.LETTER_FINAL, letter, by)
    return letter


def held(referral_id: UUID, by: User) -> Referral:
    check_act(Act.SEND_LETTERS, by=by)
    referral = locked(referral_id, by)
    check_act(Act.SEND_LETTERS, by=by, referral=referral)
    return referral


def changeable(referral_id: UUID, letter_id: UUID, by: User) -> Letter:
    letter = Letter.objects.get(pk=letter_id, referral=held(referral_id, by))
    if letter.is_final:
        raise WrongState(FINAL)
    return letter


def note(verb: Verb, letter: Letter, by: User) -> None:
    record(
        verb,
        by=staff(by),
        referral_id=letter.referral_id,
        reference=letter.referral.reference,
        about=f"letter {letter.number}",
    )
