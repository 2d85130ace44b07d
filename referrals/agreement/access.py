"""Who may open which of the manager's pages: first whoever has the link, then whoever has shown
with a code that the mailbox is theirs.
"""

from collections.abc import Callable, Sequence
from functools import wraps

from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from referrals.agreement.handing_back import words_in
from referrals.models import AgreementLink, AgreementState
from referrals.models.status import AWAITS_AGREEMENT
from tscb.common.mailed_link import cookie, proving
from tscb.common.web import View, answers_get_and_post, open_to_all

LinkView = Callable[[HttpRequest, AgreementLink, str], HttpResponse]


class LinkState(TextChoices):
    """What a link is good for now; each has a page of that name."""

    OPEN = "open"
    EXPIRED = "expired"
    ANSWERED = "answered"
    REPLACED = "replaced"
    ENDED = "ended"


def state_of(link: AgreementLink) -> LinkState:
    row = link.agreement
    if row.is_answered:
        return LinkState.ANSWERED
    if row.state == AgreementState.REPLACED:
        return LinkState.REPLACED
    if row.referral.status not in AWAITS_AGREEMENT:
        return LinkState.ENDED
    return LinkState.EXPIRED if link.is_expired else LinkState.OPEN


def with_link(view: LinkView) -> View:
    """Calls the view with the link that the address names, and with its token."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def found(request: HttpRequest, token: str) -> HttpResponse:
        links = AgreementLink.objects.opened_by(token).select_related("agreement__referral")
        link = links.first()
        if link is None:
            return render(request, "referrals/agreement/unknown.html", status=404)
        return view(request, link, token)

    return found


def with_open_link(view: LinkView) -> View:
    """The same while an answer is awaited; what else there is to say stands on the link's page."""

    @with_link
    @wraps(view)
    def open_link(request: HttpRequest, link: AgreementLink, token: str) -> HttpResponse:
        if state_of(link) != LinkState.OPEN:
            return over(request, link, token)
        return view(request, link, token)

    return open_link


def over(request: HttpRequest, link: AgreementLink, token: str) -> HttpResponse:
    """No answer counts any more: the link's page says why. What was typed is handed back there."""
    typed = unsaved(request, link)
    if not typed:
        return redirect("agreement:link", token)
    return state_page(request, link, token, typed=typed, status=409)


def state_page(
    request: HttpRequest,
    link: AgreementLink,
    token: str,
    *,
    typed: Sequence[tuple[str, str]] = (),
    status: int = 200,
) -> HttpResponse:
    """What the link is good for now."""
    context = {
        "agreement": link.agreement,
        "proved": has_proved(request, link),
        "token": token,
        "typed": typed,
    }
    page = f"referrals/agreement/{state_of(link)}.html"
    return render(request, page, context, status=status)


def unsaved(request: HttpRequest, link: AgreementLink) -> list[tuple[str, str]]:
    """Label and text of what came with this request and is not kept with the answer."""
    return [(label, text) for label, text in words_in(request) if text != link.agreement.words]


def has_proved(request: HttpRequest, link: AgreementLink) -> bool:
    return proving.is_open(link, cookie.token_in(request))


def path_of(token: str) -> str:
    """The cookie of a link goes to its own pages alone."""
    return reverse("agreement:link", args=[token])
