"""Whose choices the key in a letter opens. Looking changes nothing: programs that check mail open
links, too.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from tscb.bulletin.models import Subscriber
from tscb.common.web import View, answers_get_and_post, open_to_all

OwnView = Callable[[HttpRequest, Subscriber, str], HttpResponseBase]


def with_subscriber(view: OwnView) -> View:
    """Calls the view with whose key it is, and with the key."""

    @wraps(view)
    def found(request: HttpRequest, key: str) -> HttpResponseBase:
        subscriber = opened_by(key)
        return view(request, subscriber, key) if subscriber else unknown(request)

    return own_page(found)


def own_page(view: View) -> View:
    """Asks for no account, is kept by nobody, and found in no search engine."""

    @open_to_all
    @answers_get_and_post
    @wraps(view)
    def unlisted(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return unlisted


def opened_by(key: str) -> Subscriber | None:
    return Subscriber.objects.opened_by(key).select_related("agency").first()


def unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "bulletin/mine/unknown.html", status=404)
