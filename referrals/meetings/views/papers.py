"""The papers for a meeting, made for whoever asks."""

from uuid import UUID

from django.contrib import messages
from django.core.files.base import ContentFile
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from referrals.casework.acts import Act
from referrals.casework.guards import may
from referrals.meetings.finding import meeting_or_404
from referrals.meetings.pack.making import make_pack
from referrals.models.status import WrongState
from tscb.board.roles import signed_in
from tscb.common.throttling import allow
from tscb.common.uploads.serving import file_response
from tscb.common.web import keep_private

COPIES, IN_SECONDS = 10, 3600
TOO_OFTEN = "You have made many copies in this hour. Make the next one later."


@require_POST
@may(Act.READ_PACK)
def pack(request: HttpRequest, meeting_id: UUID) -> HttpResponseBase:
    meeting_or_404(meeting_id)
    person = signed_in(request)
    if not allow("meeting-papers", str(person.pk), COPIES, IN_SECONDS):
        return back(request, meeting_id, TOO_OFTEN)
    try:
        name, pdf = make_pack(meeting_id=meeting_id, by=person)
    except WrongState as refused:
        return back(request, meeting_id, str(refused))
    return sent(name, pdf)


def back(request: HttpRequest, meeting_id: UUID, sentence: str) -> HttpResponseBase:
    messages.error(request, sentence)
    return redirect("panel:meetings:one", meeting_id)


def sent(name: str, pdf: bytes) -> HttpResponseBase:
    """Shown in the browser: what is not saved leaves no copy on somebody's disk."""
    response = file_response(
        ContentFile(pdf), name=name, content_type="application/pdf", inline=True, indexed=False
    )
    response.headers["Accept-Ranges"] = "none"
    keep_private(response)
    return response
