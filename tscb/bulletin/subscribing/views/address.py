"""Another mailbox: asked for with the key, confirmed behind a link that the new one got."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tscb.bulletin.models import AddressChange, Subscriber
from tscb.bulletin.subscribing import moving
from tscb.bulletin.subscribing.access import own_page, unknown, with_subscriber
from tscb.bulletin.subscribing.limits import FROM_ONE_ADDRESS, HOUR, may_write_to
from tscb.common.forms import WorkEmailForm
from tscb.common.throttling import address_of, refusal


@with_subscriber
def address(request: HttpRequest, subscriber: Subscriber, key: str) -> HttpResponse:
    """The same answer whether the new mailbox is known or not."""
    form = WorkEmailForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        scope, network = "bulletin-own-link", address_of(request)
        if refused := refusal(request, scope, network, FROM_ONE_ADDRESS, HOUR):
            return refused
        email = form.cleaned_data["email"].lower()
        if may_write_to(email):
            moving.ask(subscriber=subscriber, email=email)
        return render(request, "bulletin/mine/address_asked.html", {"key": key})
    return render(request, "bulletin/mine/address.html", {"key": key, "form": form})


@own_page
def new_address(request: HttpRequest, token: str) -> HttpResponse:
    wishes = AddressChange.objects.opened_by(token).usable().select_related("subscriber")
    change = wishes.first()
    if change is None:
        return unknown(request)
    if request.method == "POST":
        moved = moving.move(change=change)
        return redirect("bulletin:mine", moved.key) if moved else unknown(request)
    return render(request, "bulletin/mine/new_address.html", {"email": change.email})
