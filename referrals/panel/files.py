"""One file of a referral, streamed out of the store; opening it is recorded as it happens.

Pictures and PDFs open in the browser: what is not saved leaves no copy on somebody's disk. All else
is saved, under a name that says nothing.
"""

import logging
from typing import cast
from uuid import UUID

from django.core.files.base import File
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from referrals.casework.acts import Act
from referrals.casework.guards import may
from referrals.files.opening import NotToBeOpened, OpenedFile, open_file
from referrals.models import FileKind
from tscb.common.uploads.serving import POLICY, file_response
from tscb.common.vault import DamagedFileError
from tscb.common.web import NotHere, keep_private

log = logging.getLogger(__name__)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.WORD: WORD,
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.WEBP: "image/webp",
    FileKind.MAIL: "message/rfc822",
    FileKind.OUTLOOK: "application/vnd.ms-outlook",
}
PICTURES = {FileKind.JPEG, FileKind.PNG, FileKind.WEBP}
SHOWN = PICTURES | {FileKind.PDF}
# A browser shows a picture on a page that it makes up itself, with a style of its own in it.
AROUND_PICTURES = f"{POLICY}; style-src 'unsafe-inline'"
LOST = (
    "This file cannot be read: it was damaged in the store. Tell whoever runs the site, who can "
    "bring it back from a backup."
)


@require_GET
@may(Act.READ)
def file(request: HttpRequest, referral_id: UUID, file_id: UUID) -> HttpResponseBase:
    try:
        opened = open_file(referral_id=referral_id, file_id=file_id, by=request.user)
    except NotToBeOpened as refused:
        context = {"sentence": str(refused), "referral_id": referral_id}
        return render(request, "referrals/panel/file_not_open.html", context, status=403)
    except DamagedFileError:
        log.error("A file of a referral does not open: restore it from a backup.")
        raise NotHere(LOST) from None
    if opened is None:
        raise Http404
    return streamed(opened)


def streamed(opened: OpenedFile) -> HttpResponseBase:
    kind = FileKind(opened.file.kind)
    response = file_response(
        cast("File", File(opened.reader)),
        name=opened.name,
        content_type=TYPES[kind],
        inline=kind in SHOWN,
        indexed=False,
    )
    if kind in PICTURES:
        response.headers["Content-Security-Policy"] = AROUND_PICTURES
    # In one piece: each part would be a reading of its own in the audit.
    response.headers["Accept-Ranges"] = "none"
    keep_private(response)
    return response
