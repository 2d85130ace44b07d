"""Which kind of file it is, by its content alone, and the way to the parser of that kind."""

import os
import zipfile
from typing import IO

from tscb.common.uploads.inspection import mail, office, outlook, pdf, picture
from tscb.common.uploads.inspection.attachments import Inside
from tscb.common.uploads.inspection.limits import Limits
from tscb.common.uploads.inspection.refusals import Refused
from tscb.common.uploads.inspection.signs import HEIC, OLE, PICTURES, ZIP
from tscb.common.uploads.kinds import HEAD, kind_of, markup_in

HEADERS = 60_000  # bytes within which a mail has told its sender


def checked(file: IO[bytes], limits: Limits) -> str:
    """The kind of a file that may be taken: pdf, docx, jpeg, png, webp, eml or msg; else raises
    Refused."""
    head = file.read(HEAD)
    file.seek(0)
    if head.startswith(PICTURES):
        return _alone(file, head, picture.checked(file, limits.pixels))
    if pdf.begins(head):
        return _alone(file, head, pdf.checked(file))
    if head.startswith(ZIP):
        return office.checked(file, {office.WORD: "docx"})
    return _mail(file, head, limits)


def _alone(file: IO[bytes], head: bytes, kind: str) -> str:
    """Refuses a file that other programs would take for something else."""
    if zipfile.is_zipfile(file) or markup_in(head):
        raise Refused("two in one", what="PDF" if kind == "pdf" else "picture")
    return kind


def _mail(file: IO[bytes], head: bytes, limits: Limits) -> str:
    is_outlook = head.startswith(OLE)
    beginning = file.read(HEADERS)
    if not is_outlook and not mail.begins(beginning):
        raise Refused("heic" if head[4:12] in HEIC else "kind", what=kind_of(head))
    if file.seek(0, os.SEEK_END) > limits.mail_bytes:
        raise Refused("mail too large")
    file.seek(0)
    Inside(limits).check(outlook.attachments(file) if is_outlook else mail.attachments(file))
    return "msg" if is_outlook else "eml"
