"""Opening a file to read: by whom the referral is visible to, once it is known to be harmless, and
never without its event.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from referrals.files.keeping import VAULT, note
from referrals.models import ReferralFile, Verb, record, staff
from tscb.board.models import User
from tscb.common.vault import SealedReader

IS_WAITING = (
    "The virus check has not answered yet. You can open the file as soon as it has: look again in "
    "a few minutes."
)
IS_BLOCKED = "The virus check has found something in this file. Nobody can open it."


class NotToBeOpened(Exception):
    """Carries a sentence for the person."""


@dataclass(frozen=True)
class OpenedFile:
    file: ReferralFile
    reader: SealedReader

    @property
    def name(self) -> str:
        """For saving: it says nothing of anybody."""
        return f"{self.file.referral.reference}-{self.file.number}.{self.file.kind}"


def check_can_be_opened(file: ReferralFile) -> None:
    if file.is_blocked:
        raise NotToBeOpened(IS_BLOCKED)
    if file.is_waiting:
        raise NotToBeOpened(IS_WAITING)


@transaction.atomic
def open_file(*, referral_id: UUID, file_id: UUID, by: User | AnonymousUser) -> OpenedFile | None:
    """The file and the event of its download, in one transaction. Gives None, with a refusal
    recorded, for what this person may not see or what is not there.

    Raises NotToBeOpened, or DamagedFileError where the store has lost it; then nothing is recorded,
    for nothing was read.
    """
    visible = ReferralFile.objects.visible_to(by).select_related("referral")
    file = visible.filter(referral_id=referral_id, pk=file_id).first()
    if file is None:
        record(Verb.REFUSED, by=staff(by), referral_id=referral_id)
        return None
    check_can_be_opened(file)
    with ExitStack() as unless_recorded:
        reader = unless_recorded.enter_context(VAULT.open(file.pk, file.key))
        note(file, Verb.DOWNLOADED, staff(by))
        unless_recorded.pop_all()  # whoever streams it closes it
    return OpenedFile(file, reader)
