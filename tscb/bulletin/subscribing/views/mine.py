"""What the key in every letter opens: all that is kept, to change and to delete."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tscb.bulletin.models import Subscriber
from tscb.bulletin.subscribing import leaving
from tscb.bulletin.subscribing.access import with_subscriber


@with_subscriber
def mine(request: HttpRequest, subscriber: Subscriber, key: str) -> HttpResponse:
    context = {"subscriber": subscriber, "key": key}
    return render(request, "bulletin/mine/choices.html", context)


@with_subscriber
def delete(request: HttpRequest, subscriber: Subscriber, key: str) -> HttpResponse:
    if request.method == "POST":
        leaving.forget(subscriber=subscriber)
        return render(request, "bulletin/mine/deleted.html")
    return render(request, "bulletin/mine/delete.html", {"key": key})
