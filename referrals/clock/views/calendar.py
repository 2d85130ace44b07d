"""The month, the page of one's own calendar address, and the feed that this address gives."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.guards import may
from referrals.clock import feed, links
from referrals.clock.month import first_of, month_of
from referrals.clock.phrases import Phrases
from referrals.models import CalendarLink, Deadline, Referral
from tscb.board.roles import signed_in
from tscb.common.throttling import address_of, allow, refused
from tscb.common.web import answers_get_and_post, keep_private, open_to_all

SHOWN = 20  # overdue deadlines above the month
HOUR = 60 * 60
BY_ADDRESS, BY_LINK = 600, 60  # an hour: behind one address there may be a whole council


@require_safe
@may(Act.READ_CALENDAR)
def month(request: HttpRequest) -> HttpResponse:
    person, phrases = signed_in(request), Phrases.of_today()
    visible = Referral.objects.visible_to(person)
    overdue = Deadline.objects.open_for(visible).overdue(phrases.today)
    context = {
        "month": month_of(first_of(request.GET.get("month", "")), person),
        "overdue": [(one, phrases.of(one)) for one in overdue[:SHOWN]],
        "overdue_count": overdue.count(),
        "can_set_rules": can_act(Act.SET_CLOCK_RULES, by=person),
    }
    return render(request, "referrals/clock/month.html", context)


@answers_get_and_post
@may(Act.READ_CALENDAR)
def address(request: HttpRequest) -> HttpResponse:
    """Makes, renews or ends one's own address. It is shown on this answer and never again."""
    person, token = signed_in(request), ""
    if request.method == "POST" and request.POST.get("do") == "end":
        links.end_links(by=person)
    elif request.method == "POST":
        token = links.make_link(by=person)
    link = CalendarLink.objects.in_use().filter(user=person).first()
    context = {"link": link, "address": token and feed.address_with(token)}
    response = render(request, "referrals/clock/address.html", context)
    keep_private(response)
    return response


@open_to_all
@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs, which cannot sign in: whoever has the address."""
    if not (
        allow("calendar-address", address_of(request), BY_ADDRESS, HOUR)
        and allow("calendar", token, BY_LINK, HOUR)
    ):
        return refused(request, HOUR)
    owner = links.owner_of(token)
    if owner is None:
        raise Http404
    text = feed.calendar_of(owner)
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="deadlines.ics"'
    return response
