"""One page of the form: shown, saved whatever its errors, and on to the next."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.description.elements import Rows
from referrals.description.pages import FIRST, by_key
from referrals.description.places import Place, applying, called, notices_on_page, places_of_row
from referrals.description.which_test import explain
from referrals.filling import showing
from referrals.filling.forms import PageForm, form_for
from referrals.filling.keeping import TooMany
from referrals.filling.lists import CHANGING
from referrals.filling.showing import NOTHING
from referrals.filling.tabs import Given, Marks, marks_in
from referrals.form import drafts
from referrals.form.access import with_draft
from referrals.form.journey import address, after, before, is_open
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
        if place not in places_of_row(rows, place.row_id, applying(referral.answers)):
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
        referral = save_form(referral, place, form, marks_in(request))
    except TooMany as refused:
        form.add_error(None, str(refused))
        return show(request, referral, place, form)
    return clash(request, referral, place, form) or onward(request, referral, place, form)


def save_form(referral: Referral, place: Place, form: PageForm, seen: Marks) -> Referral:
    return drafts.save_page(
        referral_id=referral.pk,
        place=place,
        names=form.names,
        answers=form.answers(),
        unfinished=form.unfinished(),
        seen={name: made for name, made in seen.items() if name in form.names},
    )


def onward(request: HttpRequest, referral: Referral, place: Place, form: PageForm) -> HttpResponse:
    if "later" in request.POST:
        return redirect("refer:later")
    if form.errors:
        return show(request, referral, place, form)
    return redirect(after(place, referral.answers, changing=CHANGING in request.GET))


def clash(
    request: HttpRequest, referral: Referral, place: Place, form: PageForm
) -> HttpResponse | None:
    """The page with both texts, where another tab has saved a different one in the meantime."""
    both = showing.clash(referral, place, form, marks_in(request))
    return show(request, referral, place, *both) if both else None


def show(
    request: HttpRequest,
    referral: Referral,
    place: Place,
    form: PageForm,
    again: Given = NOTHING,
) -> HttpResponse:
    """`again`: what was typed in this tab and is kept nowhere yet."""
    kept = applying(referral.answers)
    context = showing.shown(referral, place, form, marks_in(request), again) | {
        "page": place.page,
        "caption": caption(place, referral),
        "back": before(place, referral.answers, changing=CHANGING in request.GET),
        "notices": notices_on_page(place, kept),
        "explained": explain(kept) if place.page.explains else None,
    }
    return render(request, "referrals/form/page.html", context)


def caption(place: Place, referral: Referral) -> str:
    return called(place.rows, place.row_id, referral.answers) if place.rows else ""
