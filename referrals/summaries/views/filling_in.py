"""One page of a summary: shown, saved whatever its errors, and on to the next."""

from secrets import token_hex

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.description.elements import Rows
from referrals.description.places import Place, called, row_in, rows_in
from referrals.description.summaries import section_of
from referrals.description.summary_pages import SECTIONS
from referrals.filling import showing
from referrals.filling.forms import PageForm, form_for
from referrals.filling.keeping import TooMany
from referrals.filling.lists import CHANGING
from referrals.filling.showing import NOTHING
from referrals.filling.tabs import Given, marks_in
from referrals.models import Summary
from referrals.summaries import answering
from referrals.summaries.access import while_waited_for
from referrals.summaries.journey import Way

LONGEST_ROW_ID = 32


@while_waited_for
def page(request: HttpRequest, summary: Summary, token: str, key: str) -> HttpResponse:
    section = section_of(key)
    if section is None:
        raise Http404
    if isinstance(section, Rows):
        return rows_page(request, summary, section, Way(token))
    return answer_at(request, summary, Place(section), Way(token))


@while_waited_for
def row(
    request: HttpRequest, summary: Summary, token: str, key: str, row_id: str, page_key: str
) -> HttpResponse:
    rows = section_of(key)
    found = rows.page(page_key) if isinstance(rows, Rows) else None
    if not isinstance(rows, Rows) or found is None or len(row_id) > LONGEST_ROW_ID:
        raise Http404
    return answer_at(request, summary, Place(found, rows, row_id), Way(token))


def rows_page(request: HttpRequest, summary: Summary, rows: Rows, way: Way) -> HttpResponse:
    """Nothing is kept of a row before its first page is saved: "add" is a way to a new one."""
    has_room = len(rows_in(summary.answers, rows)) < rows.most
    new = way.address(Place(rows.pages[0], rows, token_hex(4)))
    context = {
        "section": rows,
        "lines": list(way.lines(rows, summary)),
        "add": new if has_room else "",
        "onward": way.following(rows),
        "back": way.before(rows),
        "tasks": way.to("tasks"),
    }
    return render(request, "referrals/summaries/rows.html", context)


@while_waited_for
def remove_row(
    request: HttpRequest, summary: Summary, token: str, key: str, row_id: str
) -> HttpResponse:
    rows, way = section_of(key), Way(token)
    if not isinstance(rows, Rows):
        raise Http404
    if request.method == "POST":
        answering.remove_row(summary_id=summary.pk, rows=rows, row_id=row_id)
    if request.method == "POST" or not row_in(summary.answers, rows, row_id):
        return redirect(way.address(rows))
    name = called(rows, row_id, summary.answers)
    context = {"section": rows, "name": name, "back": way.address(rows)}
    return render(request, "referrals/summaries/remove_row.html", context)


def answer_at(request: HttpRequest, summary: Summary, place: Place, way: Way) -> HttpResponse:
    if request.method == "POST":
        return save(request, summary, place, way)
    return show(request, summary, place, way, form_for(place, summary, sections=SECTIONS))


def save(request: HttpRequest, summary: Summary, place: Place, way: Way) -> HttpResponse:
    """What is good is kept, what is not is kept as typed; only then are errors shown."""
    form = form_for(place, summary, request.POST, SECTIONS)
    form.is_valid()
    try:
        summary = save_form(request, summary, place, form)
    except TooMany as refused:
        form.add_error(None, str(refused))
        return show(request, summary, place, way, form)
    both = showing.clash(summary, place, form, marks_in(request), SECTIONS)
    if both:
        return show(request, summary, place, way, *both)
    return onward(request, summary, place, way, form)


def save_form(request: HttpRequest, summary: Summary, place: Place, form: PageForm) -> Summary:
    seen = {name: made for name, made in marks_in(request).items() if name in form.names}
    return answering.save_page(
        summary_id=summary.pk,
        place=place,
        names=form.names,
        answers=form.answers(),
        unfinished=form.unfinished(),
        seen=seen,
    )


def onward(
    request: HttpRequest, summary: Summary, place: Place, way: Way, form: PageForm
) -> HttpResponse:
    if "later" in request.POST:
        return redirect(way.to("later"))
    if form.errors:
        return show(request, summary, place, way, form)
    return redirect(way.to("check") if CHANGING in request.GET else way.after(place))


def show(
    request: HttpRequest,
    summary: Summary,
    place: Place,
    way: Way,
    form: PageForm,
    again: Given = NOTHING,
) -> HttpResponse:
    """`again`: what was typed in this tab and is kept nowhere yet."""
    context = showing.shown(summary, place, form, marks_in(request), again) | {
        "page": place.page,
        "caption": called(place.rows, place.row_id, summary.answers) if place.rows else "",
        "back": way.to("check") if CHANGING in request.GET else way.before(place),
        "tasks": way.to("tasks"),
    }
    return render(request, "referrals/summaries/page.html", context)
