"""What is done to a referral's files, each act in one transaction with its event.

The file lies in the vault before its row is written and goes after its row has gone, so a crash
never leaves a row without its file.
"""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Sum

from referrals.files.mails import tell_of_new_file
from referrals.models import Actor, Referral, ReferralFile, Verb, author_of, record
from referrals.models.status import WrongState
from tscb.common.uploads.sizes import in_words
from tscb.common.vault import SealedUpload, Vault
from tscb.common.virus_scan import Verdict

VAULT = Vault("referral-files")


class NotTaken(Exception):
    """A file that is not kept. Its message follows the file's name in a sentence."""


@transaction.atomic
def add(
    *, referral_id: UUID, upload: SealedUpload, name: str, kind: str, verdict: Verdict
) -> ReferralFile:
    """The row of a checked file. The same file again gives back the row there is."""
    referral = Referral.objects.select_for_update().get(pk=referral_id)
    same = next((one for one in referral.files.all() if one.digest == upload.digest), None)
    if same:
        return same
    check_has_room(referral, upload.size or 0)
    file = new_row(referral, upload, name=name, kind=kind, virus_check=verdict)
    note(file, Verb.FILE_ADDED, author_of(referral))
    if referral.is_draft:
        referral.touch()
    else:
        tell_of_new_file(file)
    return file


def new_row(referral: Referral, upload: SealedUpload, **more: str) -> ReferralFile:
    """Call it under the referral's lock: numbers are given one after the other."""
    return ReferralFile.objects.create(
        id=upload.file_id,
        referral=referral,
        number=_next_number(referral),
        digest=upload.digest,
        wrapped_key=upload.key,
        size=upload.size or 0,
        **more,
    )


def check_has_room(referral: Referral, size: int) -> None:
    if referral.files.count() >= settings.REFERRAL_FILES_MAX:
        raise NotTaken(
            f"was not added: a referral can have {settings.REFERRAL_FILES_MAX} files. Put what "
            "belongs together into one PDF."
        )
    held = referral.files.aggregate(held=Sum("size"))["held"] or 0
    if held + size > settings.REFERRAL_FILES_MAX_BYTES:
        raise NotTaken(
            "was not added: all files of a referral can have "
            f"{in_words(settings.REFERRAL_FILES_MAX_BYTES)} together. Save smaller copies, "
            "or tell the panel that there is more."
        )


def _next_number(referral: Referral) -> int:
    return (referral.files.aggregate(last=Max("number"))["last"] or 0) + 1


def note(file: ReferralFile, verb: Verb, by: Actor) -> None:
    """The event of what somebody did with a file. It names the file's number alone."""
    referral = file.referral
    record(
        verb,
        by=by,
        referral_id=referral.pk,
        reference=referral.reference,
        about=f"file {file.number}",
    )


def check_can_remove(referral: Referral) -> None:
    if not referral.is_draft:
        raise WrongState("This referral has been sent. Files can be added to it, but not removed.")


@transaction.atomic
def remove(*, referral_id: UUID, file_id: UUID) -> None:
    """Taking out what is out already does nothing: the button was pressed twice."""
    referral = Referral.objects.select_for_update().get(pk=referral_id)
    check_can_remove(referral)
    file = referral.files.filter(pk=file_id).first()
    if file:
        note(file, Verb.FILE_REMOVED, author_of(referral))
        file.delete()
        VAULT.delete_on_commit([file_id])


def forget_files(referral: Referral) -> None:
    """To be called before a referral is deleted, in the same transaction: its files go with it."""
    VAULT.delete_on_commit(list(referral.files.values_list("pk", flat=True)))
