"""Staff's side of the evidence: looking at what teams wrote, and the reach of the briefings."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString

from briefings.evidence import reach, recording
from briefings.evidence.reach import Line, reach_of, years_of_use
from briefings.models.use import BriefingUse
from tscb.board.roles import signed_in
from tscb.common.charts import chart
from tscb.common.quarters import quarter_in_words
from tscb.common.reporting_years import ReportingYear
from tscb.common.spreadsheet import csv_response
from tscb.common.web import NotHere

SHOWN = (
    "briefing", "team", "agency_name", "used_on", "people", "will_change", "state", "told_at",
    "decided_by", "decided_at",
)  # fmt: skip
COLUMNS = ["quarter", "briefing", "agency", "meetings", "teams", "people"]


@admin.register(BriefingUse)
class BriefingUseAdmin(admin.ModelAdmin):
    """Nobody types here: a use is accepted, refused, or left to wait."""

    change_list_template = "admin/uses_of_briefings.html"
    change_form_template = "admin/use_of_a_briefing.html"
    list_display = ["team", "state", "will_change", "about", "met"]
    list_filter = ["state", "used_on"]
    list_select_related = ["briefing", "agency"]
    search_fields = ["team", "other_agency", "briefing__title"]
    actions = ["accept", "refuse"]
    fields = SHOWN
    readonly_fields = SHOWN

    @admin.display(description="agency and briefing", ordering="briefing__title")
    def about(self, use: BriefingUse) -> SafeString:
        return format_html("{}<br>“{}”", use.agency_name, use.briefing)

    @admin.display(description="met", ordering="used_on")
    def met(self, use: BriefingUse) -> str:
        return f"{use.used_on:%-d %B %Y}, {use.people} {'person' if use.people == 1 else 'people'}"

    @admin.display(description="agency")
    def agency_name(self, use: BriefingUse) -> str:
        return use.agency_name

    @admin.action(description="Accept: count it", permissions=["change"])
    def accept(self, request: HttpRequest, uses: QuerySet[BriefingUse]) -> None:
        self._decide(request, uses, recording.accept, "accepted")

    @admin.action(description="Refuse: wipe its words, never count it", permissions=["change"])
    def refuse(self, request: HttpRequest, uses: QuerySet[BriefingUse]) -> None:
        self._decide(request, uses, recording.refuse, "refused")

    def _decide(self, request: HttpRequest, uses: Any, decide: Any, what: str) -> None:
        done = 0
        for use in uses:
            try:
                decide(use=use, by=signed_in(request))
            except ValidationError as refused:
                self.message_user(request, f"{use}: {refused.messages[0]}", messages.WARNING)
            else:
                self.log_change(request, use, what.capitalize())
                done += 1
        self.message_user(request, f"{done} {what}.", messages.SUCCESS)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        title = {"title": "What teams told of their meetings"}
        return super().changelist_view(request, title | (extra_context or {}))

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        name = "briefings_briefinguse_reach"
        return [
            path("reach/", view(self.reach), name=name),
            path("reach.csv", view(self.reach_as_csv), name=f"{name}_csv"),
            *super().get_urls(),
        ]

    def reach(self, request: HttpRequest) -> HttpResponse:
        """How far the briefings have come: charts and tables, of one year or of all."""
        years = years_of_use()
        found = reach_of(self._uses(request, years))
        context = {
            **self.admin_site.each_context(request),
            "title": "Reach of the briefings",
            "opts": self.opts,
            "years": years,
            "year": request.GET.get("year", ""),
            "waiting": BriefingUse.objects.waiting().count(),
            "whole": found.whole,
            "parts": [
                _part("Quarter", found.quarters, newest_last=True),
                _part("Briefing", found.briefings),
                _part("Agency", found.agencies),
            ],
        }
        return render(request, "admin/reach.html", context)

    def reach_as_csv(self, request: HttpRequest) -> HttpResponseBase:
        uses = self._uses(request, years_of_use())
        return csv_response(
            "reach-of-briefings.csv", COLUMNS, map(_cells, reach.in_one_table(uses))
        )

    def _uses(self, request: HttpRequest, years: list[ReportingYear]) -> QuerySet[BriefingUse]:
        if not self.has_view_permission(request):
            raise PermissionDenied("Only editors see the reach of the briefings.")
        accepted, asked = BriefingUse.objects.accepted(), request.GET.get("year", "")
        if not asked:
            return accepted
        year = next((one for one in years if str(one.begins_in) == asked), None)
        if year is None:
            raise NotHere("No use of a briefing was told of that year.")
        return accepted.filter(used_on__gte=year.first_day, used_on__lt=year.next.first_day)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _part(name: str, lines: list[Line], *, newest_last: bool = False) -> tuple[Any, ...]:
    bars = [(line.name, line.people) for line in lines]
    return name, lines, chart(f"by {name.lower()}", bars, newest_last=newest_last)


def _cells(row: dict[str, Any]) -> list[Any]:
    quarter = quarter_in_words(row["quarter"])
    names = [quarter, row["briefing__title"], row["agency_called"]]
    return [*names, row["meetings"], row["teams"], row["persons"]]
