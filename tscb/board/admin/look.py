"""Colours and logo in the admin: looked at first, in a preview that nobody else sees, and only then
shown to the public. Every version is kept."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from tscb.board import site
from tscb.board.admin.look_form import CHOSEN, LookForm
from tscb.board.admin.one_row import OneRowAdmin
from tscb.board.look.serving import part_of
from tscb.board.models import SiteLook
from tscb.board.models.settings import ONLY_ROW
from tscb.board.site_facts import OF_LOGO, SiteFacts
from tscb.common.publishing import content
from tscb.common.publishing.admin.history import keep
from tscb.common.web import answers_get_and_post

SALT = "a look to be"
GOOD_FOR = 24 * 3600  # seconds


class LookAdmin(OneRowAdmin):
    form = LookForm
    change_form_template = "admin/look_change_form.html"
    fieldsets = [
        ("Colours", {"fields": ["main_colour", "link_colour"]}),
        ("Logo", {"fields": ["new_logo", "remove_logo", "logo_has_name", "logo_on_white"]}),
        ("In the browser’s tab", {"fields": ["icon_letters"]}),
    ]

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, *args: Any, **more: Any
    ) -> HttpResponse:
        """What is typed is never saved here: it leads to the preview."""
        if request.method == "POST" and object_id:
            if not self.has_change_permission(request):
                raise PermissionDenied
            form = LookForm(request.POST, request.FILES, instance=SiteLook.objects.get(pk=ONLY_ROW))
            if form.is_valid():
                return HttpResponseRedirect(self.address("preview", sealed(form.chosen())))
        return super().changeform_view(request, object_id, *args, **more)

    def get_urls(self) -> list[Any]:
        names = f"{self.opts.app_label}_{self.opts.model_name}"
        own = [
            path("preview/<str:token>/", self.seen_first(self.preview), name=f"{names}_preview"),
            path(
                "preview/<str:token>/<str:name>", self.seen_first(self.part), name=f"{names}_part"
            ),
        ]
        return [*own, *super().get_urls()]

    def seen_first(self, view: Any) -> Any:
        def allowed(request: HttpRequest, **named: Any) -> HttpResponseBase:
            if not self.has_change_permission(request):
                raise PermissionDenied
            return view(request, **named)

        return self.admin_site.admin_view(allowed)

    def preview(self, request: HttpRequest, token: str) -> HttpResponseBase:
        return answers_get_and_post(self._preview)(request, token)

    def _preview(self, request: HttpRequest, token: str) -> HttpResponse:
        chosen = opened(token)
        if request.method == "POST":
            take(chosen, request)
            messages.success(request, "The site looks like this now.")
            return HttpResponseRedirect(self.address("changelist"))
        shown = {
            "site_shown": looking(chosen, self.folder(token)),
            "back": self.address("changelist"),
        }
        return render(request, "board/look_preview.html", shown)

    def part(self, request: HttpRequest, token: str, name: str) -> HttpResponseBase:
        look = looking(opened(token), self.folder(token)).look
        return require_safe(lambda asked: part_of(look, name, asked))(request)

    def folder(self, token: str) -> str:
        return self.address("preview", token).rstrip("/")


def chosen_now(row: SiteLook) -> dict[str, Any]:
    """The look that is public."""
    return {name: getattr(row, name) for name in CHOSEN + OF_LOGO}


def sealed(chosen: dict[str, Any]) -> str:
    return signing.dumps(chosen, salt=SALT, compress=True)


def opened(token: str) -> dict[str, Any]:
    """Raises Http404 for a preview that is a day old, or that nobody was given."""
    try:
        return dict(signing.loads(token, salt=SALT, max_age=GOOD_FOR))
    except signing.BadSignature:
        raise Http404("This preview is over. Choose the colours and the logo again.") from None


def looking(chosen: dict[str, Any], folder: str) -> SiteFacts:
    """Today’s facts with another look, whose files lie in the folder of the preview."""
    return replace(site.current(), **chosen, look_folder=folder)


@transaction.atomic
def take(chosen: dict[str, Any], request: HttpRequest) -> None:
    row = SiteLook.objects.select_for_update().get()
    before = content.snapshot(row)
    for name in CHOSEN + OF_LOGO:
        setattr(row, name, chosen[name])
    row.full_clean()
    row.save()
    keep(row, before, by=request.user, event="Look changed")
