"""Staff's page of the year archives: ask for one, see how far it is, save it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from briefings.models import Briefing, YearArchive
from briefings.year_archive.asking import ask
from briefings.year_archive.making import is_current
from tscb.board.roles import signed_in
from tscb.common.publishing.years import years_of
from tscb.common.uploads.serving import file_response

LOOKS_AGAIN_AFTER = 5  # seconds


@admin.register(YearArchive)
class YearArchiveAdmin(admin.ModelAdmin):
    def get_urls(self) -> list[Any]:
        view, name = self.admin_site.admin_view, "briefings_yeararchive"
        return [
            path("", view(self.overview), name=f"{name}_changelist"),
            path("<int:year>/zip", view(self.download), name=f"{name}_zip"),
            path("<int:year>/ask/", view(require_POST(self.ask)), name=f"{name}_ask"),
        ]

    def overview(self, request: HttpRequest) -> HttpResponse:
        """Each year with briefings, and its archive if there is one."""
        self._check(request)
        asked = YearArchive.objects.all()
        made = {one.year: one for one in asked if not one.is_ready or is_current(one)}
        years = [(year, made.get(year)) for year in years_of(Briefing.objects.published())]
        context = {
            **self.admin_site.each_context(request),
            "title": "Briefings of a year as one ZIP",
            "opts": self.opts,
            "years": years,
            "waits": any(archive and archive.is_being_made for _, archive in years),
        }
        response = render(request, "admin/year_archives.html", context)
        if context["waits"]:
            response.headers["Refresh"] = str(LOOKS_AGAIN_AFTER)
        return response

    def ask(self, request: HttpRequest, year: int) -> HttpResponse:
        self._check(request)
        try:
            ask(year=year, by=signed_in(request))
        except ValidationError as refused:
            messages.error(request, refused.messages[0])
        return redirect("admin:briefings_yeararchive_changelist")

    def download(self, request: HttpRequest, year: int) -> HttpResponseBase:
        self._check(request)
        archive = get_object_or_404(YearArchive.objects.exclude(file=""), year=year)
        if not is_current(archive):
            messages.error(request, f"A briefing of {year} has changed since. Make the ZIP anew.")
            return redirect("admin:briefings_yeararchive_changelist")
        return file_response(
            archive.file.open("rb"),
            name=archive.file_name,
            content_type="application/zip",
            inline=False,
            request=request,
            indexed=False,
        )

    def _check(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied("Only editors make archives of the briefings.")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False
