"""Closures and changes to the bank holidays in the admin. They hold at once, for a closure cannot
wait; every one is in the history, and the other editors get a message.
"""

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from tscb.board.numbers.coming import closed_days
from tscb.board.numbers.moment import MomentForm, advice_at
from tscb.board.numbers.telling import tell_of_closing
from tscb.common.publishing import history
from tscb.common.publishing.admin import RecordedAdmin


class ClosingAdmin(RecordedAdmin):
    """Whatever is saved or deleted is told."""

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if form.changed_data:
            tell_of_closing(form.instance, "changed" if change else "entered", request.user)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        history.record(obj, f"Deleted: {obj}", by=request.user)
        tell_of_closing(obj, "deleted", request.user)
        super().delete_model(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Without deleting many at once, which would tell nobody."""
        return {}


class ClosureAdmin(ClosingAdmin):
    list_display = ["date", "starts", "ends", "reason"]
    date_hierarchy = "date"
    change_list_template = "admin/closures.html"

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.moment)
        return [path("moment/", view, name="board_closure_moment"), *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        coming = closed_days(timezone.localdate(), YEAR)
        return super().changelist_view(request, {**(extra_context or {}), "coming": coming})

    def moment(self, request: HttpRequest) -> HttpResponse:
        """What the site would say at a time that somebody chooses."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        form = MomentForm(request.GET or None)
        chosen = form.cleaned_data["at"] if form.is_valid() else None
        shown = {"form": form, "at": chosen, "advice": chosen and advice_at(chosen)}
        every = self.admin_site.each_context(request)
        title = "What the site would say"
        context = {**every, "title": title, "opts": self.opts, **shown}
        return render(request, "admin/moment.html", context)


class BankHolidayChangeAdmin(ClosingAdmin):
    """Deadlines that run are counted anew by the worker, within a minute."""

    list_display = ["date", "name", "is_holiday"]
    date_hierarchy = "date"


YEAR = timedelta(days=365)
