"""What came with a mail: everything in it must be of a kind that would be taken by itself, or one
of the harmless kinds that mails are made of. Whoever opens the mail opens these.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from tscb.common.uploads.inspection import mail, office, outlook, pdf, picture
from tscb.common.uploads.inspection.limits import Limits
from tscb.common.uploads.inspection.parts import Attachment
from tscb.common.uploads.inspection.refusals import Refused
from tscb.common.uploads.inspection.signs import OLE, PICTURES_IN_MAIL, ZIP
from tscb.common.uploads.kinds import HEAD, kind_of, markup_in

PLAIN_ENDINGS = {"", ".txt", ".csv", ".ics", ".vcf", ".log", ".asc", ".p7s"}
SIGNATURES = {
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
}
OFFICE = {office.WORD: "docx", office.EXCEL: "xlsx", office.POWERPOINT: "pptx"}


@dataclass(frozen=True)
class Inside:
    """How deep we are: mails in mails in mails are read, but not without end."""

    limits: Limits
    deep: int = 3

    def check(self, attachments: Iterable[Attachment]) -> None:
        """Raises Refused for the first that may not come along."""
        for attachment in attachments:
            if attachment.content and attachment.content_type not in SIGNATURES:
                self._check(attachment)

    def _check(self, attachment: Attachment) -> None:
        try:
            self._look(attachment)
        except Refused as refused:
            if refused.reason == "attachment":
                raise
            what = refused.facts.get("what") or f"a file that was refused ({refused.reason})"
            raise Refused("attachment", what=what) from None

    def _look(self, attachment: Attachment) -> None:
        file, head = io.BytesIO(attachment.content), attachment.content[:HEAD]
        if head.startswith(PICTURES_IN_MAIL):
            picture.checked(file, self.limits.pixels, picture.IN_MAIL)
        elif pdf.begins(head):
            pdf.checked(file)
        elif head.startswith(ZIP):
            office.checked(file, OFFICE)
        elif head.startswith(OLE):
            self._deeper().check(outlook.attachments(file))
        elif PurePath(attachment.name).suffix.lower() == ".eml":
            self._deeper().check(mail.attachments(file))
        else:
            _check_plain(attachment, head)

    def _deeper(self) -> "Inside":
        if not self.deep:
            raise Refused("too deep", what="too many mails inside each other")
        return Inside(self.limits, self.deep - 1)


def _check_plain(attachment: Attachment, head: bytes) -> None:
    """Text and nothing else: a name or a beginning that starts a program elsewhere is refused."""
    ending = PurePath(attachment.name.strip(" .")).suffix.lower()
    if ending not in PLAIN_ENDINGS or b"\0" in attachment.content or markup_in(head):
        raise Refused("kind", what=kind_of(head))
    if kind_of(head) != kind_of(b""):
        raise Refused("kind", what=kind_of(head))
