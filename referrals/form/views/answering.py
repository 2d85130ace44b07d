"""One page of the form: shown, saved whatever its errors, and on to the next."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.description.elements import Page
from referrals.description.pages import PAGES, by_key, notices
from referrals.form import drafts
from referrals.form.access import with_draft
from referrals.form.forms import PageForm, form_for
from referrals.form.journey import address, after, before, is_open
from referrals.form.views.leaving import return_code_page
from referrals.models import Referral


@with_draft
def answer(request: HttpRequest, referral: Referral, key: str) -> HttpResponse:
    page = by_key(key)
    if page is None:
        raise Http404
    if request.method == "POST":
        return save(request, referral, page)
    if not is_open(page, referral.answers):
        return redirect(address(PAGES[0]))
    return show(request, referral, page, form_for(page, referral))


def save(request: HttpRequest, referral: Referral, page: Page) -> HttpResponse:
    """What is good is kept, what is not is kept as typed; only then are errors shown."""
    form = form_for(page, referral, request.POST)
    form.is_valid()
    referral = drafts.save_page(
        referral_id=referral.pk,
        names=form.names,
        answers=form.answers(),
        unfinished=form.unfinished(),
    )
    if "later" in request.POST:
        return return_code_page(request, referral)
    if form.errors:
        return show(request, referral, page, form)
    return redirect(after(page, referral.answers, referral.unfinished))


def show(request: HttpRequest, referral: Referral, page: Page, form: PageForm) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "back": before(page),
        "notices": [notice for notice in notices(referral.answers) if notice in page.notices],
    }
    return render(request, "referrals/form/page.html", context)
