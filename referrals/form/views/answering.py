"""One page of the form: shown, saved whatever its errors, and on to the next."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.description.elements import Rows
from referrals.description.pages import FIRST, by_key
from referrals.description.places import Place, called, notices_at, places_of_row
from referrals.form import drafts
from referrals.form.access import with_draft
from referrals.form.forms import PageForm, form_for
from referrals.form.journey import CHANGING, address, after, before, is_open
from referrals.form.views.leaving import return_code_page
from referrals.form.views.rows import rows_page
from referrals.models import Referral

LONGEST_ROW_ID = 32


@with_draft
def answer(request: HttpRequest, referral: Referral, key: str) -> HttpResponse:
    section = by_key(key)
    if section is None:
        raise Http404
    if not is_open(section, referral.answers) and request.method != "POST":
        return redirect(address(FIRST))
    if isinstance(section, Rows):
        return rows_page(request, referral, section)
    return answer_at(request, referral, Place(section))


@with_draft
def answer_row(
    request: HttpRequest, referral: Referral, key: str, row_id: str, page_key: str
) -> HttpResponse:
    rows = by_key(key)
    page = rows.page(page_key) if isinstance(rows, Rows) else None
    if not isinstance(rows, Rows) or page is None or len(row_id) > LONGEST_ROW_ID:
        raise Http404
    return answer_in_row(request, referral, rows, Place(page, rows, row_id))


def answer_in_row(
    request: HttpRequest, referral: Referral, rows: Rows, place: Place
) -> HttpResponse:
    if request.method != "POST":
        if not is_open(rows, referral.answers):
            return redirect(address(FIRST))
        if place not in places_of_row(rows, place.row_id, referral.answers):
            return redirect(address(rows))
    return answer_at(request, referral, place)


def answer_at(request: HttpRequest, referral: Referral, place: Place) -> HttpResponse:
    if request.method == "POST":
        return save(request, referral, place)
    return show(request, referral, place, form_for(place, referral))


def save(request: HttpRequest, referral: Referral, place: Place) -> HttpResponse:
    """What is good is kept, what is not is kept as typed; only then are errors shown."""
    form = form_for(place, referral, request.POST)
    form.is_valid()
    try:
        referral = save_form(referral, place, form)
    except drafts.TooMany as refused:
        form.add_error(None, str(refused))
        return show(request, referral, place, form)
    if "later" in request.POST:
        return return_code_page(request, referral)
    if form.errors:
        return show(request, referral, place, form)
    return redirect(after(place, referral.answers, changing=CHANGING in request.GET))


def save_form(referral: Referral, place: Place, form: PageForm) -> Referral:
    return drafts.save_page(
        referral_id=referral.pk,
        place=place,
        names=form.names,
        answers=form.answers(),
        unfinished=form.unfinished(),
    )


def show(request: HttpRequest, referral: Referral, place: Place, form: PageForm) -> HttpResponse:
    context = {
        "page": place.page,
        "caption": caption(place, referral),
        "form": form,
        "back": before(place, referral.answers, changing=CHANGING in request.GET),
        "notices": notices_at(place, referral.answers),
    }
    return render(request, "referrals/form/page.html", context)


def caption(place: Place, referral: Referral) -> str:
    return called(place.rows, place.row_id, referral.answers) if place.rows else ""
