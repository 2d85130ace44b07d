"""Who gets letters, for staff: numbers, and never a list of addresses.

Somebody who phones can be helped: their address, typed here, shows what they get, and can be
deleted. Nothing of it stands in an address of the site.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from tscb.bulletin.models import Subscriber
from tscb.bulletin.subscribing import leaving
from tscb.bulletin.subscribing.numbers import numbers
from tscb.common.forms import WorkEmailForm

HERE = "bulletin_subscribermonth_changelist"


class SubscribersAdmin(admin.ModelAdmin):
    """Of the months: all that anybody may see of subscribers is a number."""

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("", view(never_cache(self.changelist_view)), name=HERE),
            path("remove/", view(require_POST(self.remove)), name="bulletin_subscriber_remove"),
        ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        self._check(request)
        form = WorkEmailForm(request.POST if request.method == "POST" else None)
        asked = form.cleaned_data["email"].lower() if form.is_valid() else ""
        context = {
            **self.admin_site.each_context(request),
            **numbers(),
            "title": "Subscribers",
            "opts": self.opts,
            "form": form,
            "asked": asked,
            "found": Subscriber.objects.of(asked).first() if asked else None,
        }
        return render(request, "admin/subscribers.html", context)

    def remove(self, request: HttpRequest) -> HttpResponse:
        self._check(request)
        found = Subscriber.objects.of(request.POST.get("email", "")).first()
        if found:
            leaving.forget(subscriber=found)
        messages.success(request, "Nothing is kept about this address any more.")
        return HttpResponseRedirect(reverse(f"admin:{HERE}"))

    def _check(self, request: HttpRequest) -> None:
        if not self.has_change_permission(request):
            raise PermissionDenied
