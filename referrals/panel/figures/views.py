"""The page with the figures of a year, and the two files that can be saved of them."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.guards import may
from referrals.models import Verb, record, staff
from referrals.panel.figures.counting import Figures, Line, countable, figures_of, within
from referrals.panel.figures.masking import to_publish
from referrals.panel.figures.years import years_with_cases
from tscb.board.roles import signed_in
from tscb.board.signing_in_again import fresh_sign_in
from tscb.common.charts import chart
from tscb.common.reporting_years import ReportingYear
from tscb.common.spreadsheet import csv_response
from tscb.common.web import NotHere

COLUMNS = ("By", "Name", "Received", "In progress", "Decided", "Withdrawn", "Decided in time")
Part = dict[str, Any]


@require_safe
@may(Act.READ)
def figures(request: HttpRequest) -> HttpResponse:
    found, years, year, are_samples = asked_for(request)
    context = {
        "years": years,
        "year": year,
        "are_samples": are_samples,
        "whole": found.whole,
        "parts": [part("Quarter", found.quarters), part("Agency", found.agencies)],
        "outcomes": found.outcomes,
        "outcome_chart": chart("by outcome", found.outcomes),
        "can_export": can_act(Act.EXPORT_FIGURES, by=request.user),
    }
    return render(request, "referrals/panel/figures.html", context)


@require_GET
@may(Act.EXPORT_FIGURES)
@fresh_sign_in
def exact(request: HttpRequest) -> HttpResponseBase:
    """For the board itself."""
    found, _, year, _ = asked_for(request)
    lines = [("Quarter", one) for one in found.quarters] + [
        ("Agency", one) for one in found.agencies
    ]
    rows = [[name, *cells(one)] for name, one in lines]
    rows += [["Outcome", name, "", "", count, "", ""] for name, count in found.outcomes]
    return saved(request, f"cases-{year.begins_in}-exact.csv", rows)


@require_GET
@may(Act.EXPORT_FIGURES)
def publishable(request: HttpRequest) -> HttpResponseBase:
    """For the annual report."""
    found, _, year, _ = asked_for(request)
    return saved(request, f"cases-{year.begins_in}-to-publish.csv", to_publish(found))


def saved(request: HttpRequest, name: str, rows: Iterable[list[Any]]) -> HttpResponseBase:
    record(Verb.FIGURES_EXPORTED, by=staff(request.user), about=name)
    return csv_response(name, COLUMNS, rows)


def asked_for(request: HttpRequest) -> tuple[Figures, list[ReportingYear], ReportingYear, bool]:
    """Of the year in the address, or of the newest one."""
    cases, are_samples = countable(signed_in(request))
    years = years_with_cases(cases)
    begins_in = request.GET.get("year") or str(years[0].begins_in)
    year = next((one for one in years if str(one.begins_in) == begins_in), None)
    if year is None:
        raise NotHere("There are no figures of that year. Choose one on the page of figures.")
    return figures_of(within(cases, year)), years, year, are_samples


def part(name: str, lines: list[Line]) -> Part:
    by = f"by {name.lower()}"
    by_time = name == "Quarter"
    shares = [(one.name, one.share or 0) for one in lines if one.measured]
    return {
        "name": name,
        "lines": lines,
        "received": chart(by, [(one.name, one.received) for one in lines], newest_last=by_time),
        "shares": chart(by, shares, newest_last=by_time) if shares else None,
    }


def cells(line: Line) -> list[Any]:
    share = "" if line.share is None else f"{line.share} %"
    return [line.name, line.received, line.open, line.decided, line.withdrawn, share]
