"""Leaving by one press: on the page behind the link, or in a mail program (RFC 8058).

A mail program sends `List-Unsubscribe=One-Click` without a cookie or a token of ours: the key is
all that it knows, and all that is needed. To look at the page ends nothing.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from tscb.bulletin.letters import Kind
from tscb.bulletin.subscribing import leaving
from tscb.bulletin.subscribing.access import opened_by, own_page
from tscb.bulletin.subscribing.limits import HOUR, STOPS_FROM_ONE_ADDRESS
from tscb.common.throttling import address_of, refusal
from tscb.common.web import NotHere


@csrf_exempt
@own_page
def stop(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    if kind not in Kind.values:
        raise NotHere("There is no such page.")
    if request.method == "POST":
        return end(request, Kind(kind), key)
    name = "ask" if opened_by(key) else "ended"
    return render(request, f"bulletin/stop/{name}.html", {"kind": Kind(kind)})


def end(request: HttpRequest, kind: Kind, key: str) -> HttpResponse:
    """The same for a key that was used before, or never was one."""
    scope, address = "bulletin-stop", address_of(request)
    refused = refusal(request, scope, address, STOPS_FROM_ONE_ADDRESS, HOUR)
    if refused:
        return refused
    subscriber = opened_by(key)
    if subscriber:
        leaving.stop(subscriber=subscriber, kind=kind)
    left = opened_by(key)
    return render(
        request, "bulletin/stop/ended.html", {"kind": kind, "subscriber": left, "key": key}
    )
