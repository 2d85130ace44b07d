"""Numbers and their hours in the admin: what the banner on every page goes by."""

from itertools import combinations
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet, URLField
from django.forms import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from tscb.board.calling.wording import week
from tscb.board.models import ContactPoint, OpeningHours
from tscb.board.numbers import changing
from tscb.board.numbers.confirming import can_confirm, confirm
from tscb.common.publishing import content, proposals
from tscb.common.publishing.admin import ProposedAdmin
from tscb.common.publishing.history import HistoryEntry

NEW_WAITS = "Nobody is told the new number until a second person has called it and says so."


class HoursFormSet(BaseInlineFormSet):
    def clean(self) -> None:
        """Stretches of one day that run into each other would leave callers in doubt."""
        super().clean()
        if any(self.errors):
            return
        filled = [form for form in self.initial_forms + self.extra_forms if form.cleaned_data]
        kept = [form.instance for form in filled if form not in self.deleted_forms]
        for one, other in combinations(kept, 2):
            if one.clashes_with(other):
                raise ValidationError(f"{one} and {other} run into each other.")


class HoursInline(admin.StackedInline):
    model = OpeningHours
    fields = [("weekday", "opens", "closes")]
    formset = HoursFormSet
    extra = 1
    verbose_name_plural = (
        "opening hours (bank holidays are known; without any hours the site shows both numbers)"
    )


class ContactPointAdmin(ProposedAdmin):
    """No number changes by one person alone: what is saved here waits (board/numbers)."""

    inlines = [HoursInline]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    change_form_template = "admin/contact_point_change_form.html"
    change_list_template = "admin/contact_points.html"
    list_display = ["name", "number", "role", "hours_in_words", "confirmed", "state", "active"]
    list_filter = ["role", "active"]
    buttons = {
        "accept": (changing.accept, "Checked: callers are told it from now on"),
        "drop": (proposals.drop, "Change dropped; it stays in the history"),
    }
    then = "What callers are told needs a second person’s check first."

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(require_POST(self.confirm))
        return [
            path("<int:pk>/confirm/", view, name="board_contactpoint_confirm"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ContactPoint]:
        hours = Prefetch("hours", OpeningHours.objects.order_by("weekday", "opens"))
        points = super().get_queryset(request).prefetch_related(hours)
        return points.select_related("confirmed_by", "proposed__by")

    @admin.display(description="hours")
    def hours_in_words(self, point: ContactPoint) -> str:
        return "; ".join(week(one.stretch for one in point.hours.all())) or "–"

    @admin.display(description="confirmed", ordering="confirmed_at")
    def confirmed(self, point: ContactPoint) -> str:
        day = f"{timezone.localtime(point.confirmed_at):%-d %B %Y}"
        by = f" by {point.confirmed_by}" if point.confirmed_by else ""
        return f"{day}{by}" + (" – please confirm" if point.is_unconfirmed else "")

    @admin.display(description="change")
    def state(self, point: ContactPoint) -> str:
        return "waits for a second person" if point.proposed_id else "–"

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """With the numbers that somebody has to call, a button beside each."""
        unconfirmed = ContactPoint.objects.unconfirmed()
        return super().changelist_view(
            request, {**(extra_context or {}), "unconfirmed": unconfirmed}
        )

    def can(self, item: ContactPoint, by: Any) -> dict[str, Any]:
        return {**super().can(item, by), "confirm": can_confirm(item)}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new number is told to nobody before somebody else has called it."""
        if not change:
            obj.active, obj.edited_by, obj.edited_at = False, request.user, timezone.now()
        super().save_model(request, obj, form, change)

    def keep_new(self, request: Any, item: ContactPoint) -> None:
        before = content.snapshot(item)
        after = {**before, "fields": {**before["fields"], "active": True}}
        changing.propose(item=item, before=before, after=after, by=request.user, event="Written")
        messages.info(request, NEW_WAITS)

    def propose(self, **change: Any) -> None:
        changing.propose(**change)

    def bring_back(self, request: HttpRequest, item: Any, version: HistoryEntry) -> None:
        changing.restore(item=item, version=version, by=request.user)

    def confirm(self, request: HttpRequest, pk: int) -> HttpResponse:
        point: ContactPoint = self._allowed(request, pk)
        try:
            confirm(point=point, number=request.POST.get("number", ""), by=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, f"{point}: confirmed today.")
        return HttpResponseRedirect(reverse("admin:board_contactpoint_changelist"))

    def has_delete_permission(self, request: HttpRequest, obj: ContactPoint | None = None) -> bool:
        """One by one only, and only what callers are told no more."""
        if obj is None or obj.active:
            return False
        return super().has_delete_permission(request, obj)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}
