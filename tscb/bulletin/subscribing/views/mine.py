"""What the key in every letter opens: all that is kept, to confirm, change and delete."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tscb.bulletin.models import Subscriber
from tscb.bulletin.subscribing import asking, choosing, leaving
from tscb.bulletin.subscribing.access import with_subscriber
from tscb.bulletin.subscribing.forms import ChoicesForm, known_choices


@with_subscriber
def mine(request: HttpRequest, subscriber: Subscriber, key: str) -> HttpResponse:
    context = {"subscriber": subscriber, "key": key, "themes": subscriber.themes.all()}
    return render(request, "bulletin/mine/choices.html", context)


@with_subscriber
def confirm(request: HttpRequest, subscriber: Subscriber, key: str) -> HttpResponse:
    if request.method == "POST":
        asking.confirm(subscriber=subscriber)
    return redirect("bulletin:mine", key)


@with_subscriber
def change(request: HttpRequest, subscriber: Subscriber, key: str) -> HttpResponse:
    typed = request.POST if request.method == "POST" else None
    form = ChoicesForm(typed, initial=known_choices(subscriber))
    if form.is_valid():
        choosing.change(subscriber=subscriber, choices=form.choices)
        return redirect("bulletin:mine", key)
    return render(request, "bulletin/mine/change.html", {"key": key, "form": form})


@with_subscriber
def delete(request: HttpRequest, subscriber: Subscriber, key: str) -> HttpResponse:
    if request.method == "POST":
        leaving.forget(subscriber=subscriber)
        return render(request, "bulletin/mine/deleted.html")
    return render(request, "bulletin/mine/delete.html", {"key": key})
