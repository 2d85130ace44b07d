"""Who may open which of an agency's pages: first whoever has the link, then whoever has shown
with a code that the mailbox is theirs. Each sees the one request that the link belongs to.
"""

from collections.abc import Callable, Sequence
from functools import wraps

from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from referrals.models import SummaryLink, SummaryState
from referrals.models.status import WrongState
from referrals.summaries.rows import can_be_asked
from referrals.summaries.typed import again_in, typed_in
from tscb.common.mailed_link import cookie, proving
from tscb.common.web import View, answers_get_and_post, open_to_all

LinkView = Callable[..., HttpResponse]


class LinkState(TextChoices):
    """What a link is good for now; each has a page of that name."""

    OPEN = "open"
    EXPIRED = "expired"
    ANSWERED = "answered"
    REPLACED = "replaced"
    ENDED = "ended"


LEADS_ON = (LinkState.OPEN, LinkState.EXPIRED, LinkState.ANSWERED)


def state_of(link: SummaryLink) -> LinkState:
    row = link.summary
    if link.is_replaced:
        return LinkState.REPLACED
    if row.state == SummaryState.WITHDRAWN or not can_be_asked(row.referral):
        return LinkState.ENDED
    if row.is_answered:
        return LinkState.ANSWERED
    return LinkState.EXPIRED if link.is_expired else LinkState.OPEN


def with_link(view: LinkView) -> View:
    """Calls the view with the link that the address names, and with its token."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def found(request: HttpRequest, token: str, **kwargs: str) -> HttpResponse:
        links = SummaryLink.objects.opened_by(token).select_related("summary__referral")
        link = links.first()
        if link is None:
            return render(request, "referrals/summaries/unknown.html", status=404)
        return view(request, link, token, **kwargs)

    return found


def with_proof(view: LinkView) -> View:
    """The same for whoever has shown that the mailbox is theirs, as long as the link leads on."""

    @with_link
    @wraps(view)
    def proved(request: HttpRequest, link: SummaryLink, token: str, **kwargs: str) -> HttpResponse:
        if state_of(link) not in LEADS_ON:
            return over(request, link, token)
        if not has_proved(request, link):
            return too_late(request, link, token)
        if request.method == "POST":
            proving.go_on(link=link)
        return view(request, link, token, **kwargs)

    return proved


def while_waited_for(view: LinkView) -> View:
    """The same while an answer is waited for: calls the view with the agency's own summary."""

    @with_proof
    @wraps(view)
    def waiting(request: HttpRequest, link: SummaryLink, token: str, **kwargs: str) -> HttpResponse:
        if not link.summary.is_waited_for:
            return over(request, link, token)
        try:
            return view(request, link.summary, token, **kwargs)
        except WrongState:  # answered, handed on or taken back in the meantime
            return over(request, as_it_is_now(link), token)

    return waiting


def as_it_is_now(link: SummaryLink) -> SummaryLink:
    return SummaryLink.objects.select_related("summary__referral").get(pk=link.pk)


def over(request: HttpRequest, link: SummaryLink, token: str) -> HttpResponse:
    """No answer counts any more: the link's page says why. What was typed is handed back there."""
    typed = typed_in(request)
    if not typed:
        return redirect("summary:link", token)
    return state_page(request, link, token, typed=typed, status=409)


def state_page(
    request: HttpRequest,
    link: SummaryLink,
    token: str,
    *,
    typed: Sequence[tuple[str, str]] = (),
    status: int = 200,
) -> HttpResponse:
    """What the link is good for now. Nothing of the case stands there."""
    context = {
        "summary": link.summary,
        "proved": has_proved(request, link),
        "token": token,
        "typed": typed,
    }
    page = f"referrals/summaries/{state_of(link)}.html"
    return render(request, page, context, status=status)


def too_late(request: HttpRequest, link: SummaryLink, token: str) -> HttpResponse:
    """Without a session there is nothing to see; what was typed is handed back, to be sent again
    once a new code has opened one."""
    typed = typed_in(request)
    if not typed:
        return redirect("summary:link", token)
    context = {"typed": typed, "token": token, **again_in(request)}
    return render(request, "referrals/summaries/too_late.html", context, status=403)


def has_proved(request: HttpRequest, link: SummaryLink) -> bool:
    return proving.is_open(link, cookie.token_in(request))


def path_of(token: str) -> str:
    """The cookie of a link goes to its own pages alone."""
    return reverse("summary:link", args=[token])
