"""“We used this briefing”: the form of a team, which needs no account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from briefings.evidence.forms import UseForm
from briefings.evidence.recording import keep
from briefings.models import Briefing
from tscb.common import honeypot
from tscb.common.throttling import address_of, allow
from tscb.common.web import answers_get_and_post, open_to_all, public

AN_HOUR = 30  # whole offices share one address
HOUR = 3600


@open_to_all
@answers_get_and_post
def used(request: HttpRequest, slug: str) -> HttpResponse:
    briefing = get_object_or_404(Briefing.objects.published(), slug=slug)
    form = UseForm(request.POST or None)
    caught = honeypot.is_filled(request)
    if request.method == "POST" and not caught and form.is_valid():
        return _kept(request, briefing, form)
    page = {"briefing": briefing, "form": form, "caught": caught}
    return render(request, "briefings/used.html", page)


def _kept(request: HttpRequest, briefing: Briefing, form: UseForm) -> HttpResponse:
    if not allow("briefing-used", address_of(request), AN_HOUR, HOUR):
        form.add_error(None, "Too many were sent from your network within an hour. Try later.")
        page = {"briefing": briefing, "form": form}
        return render(request, "briefings/used.html", page, status=429)
    keep(briefing=briefing, told=form.told())
    return redirect("briefings:thanks", briefing.slug)


@public
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    briefing = get_object_or_404(Briefing.objects.published(), slug=slug)
    return render(request, "briefings/used_thanks.html", {"briefing": briefing})
