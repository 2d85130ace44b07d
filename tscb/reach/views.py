"""The page with the board's numbers, and the two files that are made of the same."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tscb.common.spreadsheet import csv_response
from tscb.common.web import NotHere
from tscb.reach import comments, samples, spreadsheet
from tscb.reach.period import Period, asked_for, choices
from tscb.reach.report import making
from tscb.reach.telling import report_of
from tscb.reach.who import for_the_board


@require_safe
@for_the_board
def page(request: HttpRequest) -> HttpResponse:
    period = _period(request)
    context = {
        "report": report_of(period),
        "period": period,
        "choices": choices(),
        "comments": comments.given_in(period),
        "has_samples": samples.are_counted(),
    }
    return render(request, "reach/page.html", context)


@require_safe
@for_the_board
def report(request: HttpRequest) -> HttpResponse:
    period = _period(request)
    response = HttpResponse(making.make(report_of(period)), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_of(period)}.pdf"'
    return response


@require_safe
@for_the_board
def numbers(request: HttpRequest) -> HttpResponseBase:
    period = _period(request)
    rows = spreadsheet.rows(report_of(period))
    return csv_response(f"{_file_of(period)}.csv", spreadsheet.COLUMNS, rows)


def _period(request: HttpRequest) -> Period:
    period = asked_for(request.GET.get("period", ""))
    if period is None:
        raise NotHere("There are no numbers of that time. Choose one on the page of reach.")
    return period


def _file_of(period: Period) -> str:
    return f"reach-{period.asked}"
