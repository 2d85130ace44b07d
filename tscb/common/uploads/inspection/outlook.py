"""A mail as Outlook saves it (.msg), after [MS-OXMSG]: a compound file whose storages are the
message, its attachments, and the mails attached to it.
"""

import struct
from collections.abc import Iterator
from typing import IO

import olefile

from tscb.common.uploads.inspection.parts import Attachment
from tscb.common.uploads.inspection.refusals import Refused

PROPERTIES = "__properties_version1.0"
CLASS = "__substg1.0_001A001F"
ATTACHED = "__attach_version1.0_"
CONTENT = "__substg1.0_37010102"
EMBEDDED = "__substg1.0_3701000D"
NAMES = ("__substg1.0_3707001F", "__substg1.0_3704001F")
MOST_STREAMS = 20_000
BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, struct.error, RecursionError)
# What else is kept in compound files, by a stream in its root.
OTHERS = {
    "WordDocument": "an old Word document",
    "Workbook": "an old Excel file",
    "Book": "an old Excel file",
    "PowerPoint Document": "an old PowerPoint file",
}


def attachments(file: IO[bytes]) -> Iterator[Attachment]:
    """Raises Refused where it is no mail, and for what cannot be looked into."""
    try:
        with olefile.OleFileIO(file) as compound:
            _check_is_mail(compound)
            yield from _attachments(compound)
    except BROKEN:
        raise Refused("compound damaged", what="a damaged file") from None


def _check_is_mail(compound: olefile.OleFileIO) -> None:
    if compound.exists("EncryptedPackage"):
        raise Refused("office password", what="a document with a password")
    for stream, what in OTHERS.items():
        if compound.exists(stream):
            raise Refused("old office", what=what)
    if not compound.exists(PROPERTIES) or not _text(compound, [CLASS]).startswith("IPM."):
        raise Refused("kind", what="of a kind that we do not know")


def _attachments(compound: olefile.OleFileIO) -> Iterator[Attachment]:
    paths = compound.listdir(streams=True, storages=True)
    if len(paths) > MOST_STREAMS:
        raise Refused("mail damaged", what="a mail of too many parts")
    for path in paths:
        if path[-1] == CONTENT and path[-2:-1] and path[-2].startswith(ATTACHED):
            yield Attachment(compound.openstream(path).read(), _name(compound, path[:-1]))
        elif path[-1] == EMBEDDED and not compound.exists([*path, PROPERTIES]):
            raise Refused("embedded", what="an embedded object")


def _name(compound: olefile.OleFileIO, folder: list[str]) -> str:
    return next((name for one in NAMES if (name := _text(compound, [*folder, one]))), "")


def _text(compound: olefile.OleFileIO, path: list[str]) -> str:
    if not compound.exists(path):
        return ""
    return str(compound.openstream(path).read(2_000).decode("utf-16-le", "replace"))
