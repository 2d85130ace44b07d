"""Numbers, their hours and closures in the admin: what the banner on every page goes by."""

from itertools import combinations

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet, URLField
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from tscb.board.calling.wording import week
from tscb.board.models import ContactPoint, OpeningHours
from tscb.common.publishing.admin import RecordedAdmin


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


class HoursInline(admin.TabularInline):
    model = OpeningHours
    formset = HoursFormSet
    extra = 1
    verbose_name_plural = (
        "opening hours (bank holidays are known; without any hours the site shows both numbers)"
    )


class ContactPointAdmin(RecordedAdmin):
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    inlines = [HoursInline]
    list_display = ["name", "number", "role", "hours_in_words", "order", "active"]
    list_filter = ["role", "active"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ContactPoint]:
        hours = Prefetch("hours", OpeningHours.objects.order_by("weekday", "opens"))
        return super().get_queryset(request).prefetch_related(hours)

    @admin.display(description="hours")
    def hours_in_words(self, point: ContactPoint) -> str:
        return "; ".join(week(one.stretch for one in point.hours.all())) or "–"

    def has_delete_permission(self, request: HttpRequest, obj: ContactPoint | None = None) -> bool:
        """One by one only, and never the last number for a time that needs one."""
        if obj is None or obj.is_last_of_its_role():
            return False
        return super().has_delete_permission(request, obj)


class ClosureAdmin(admin.ModelAdmin):
    list_display = ["date", "starts", "ends", "reason"]
    date_hierarchy = "date"


class BankHolidayChangeAdmin(admin.ModelAdmin):
    """Deadlines that run are counted anew by the worker, within a minute."""

    list_display = ["date", "name", "is_holiday"]
    date_hierarchy = "date"
