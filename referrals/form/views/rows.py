"""The list of rows of one kind: add one, change one, remove one, go on."""

from secrets import token_hex

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.description.elements import Rows
from referrals.description.pages import by_key
from referrals.description.places import Place, notices_in, row_in, rows_in
from referrals.description.reading import named
from referrals.form import drafts
from referrals.form.access import with_draft
from referrals.form.journey import (
    CHANGING,
    address,
    before,
    first_page,
    following,
    row_lines,
)
from referrals.models import Referral


def rows_page(request: HttpRequest, referral: Referral, rows: Rows) -> HttpResponse:
    """Nothing is kept of a row before its first page is saved: "add" is a way to a new one."""
    changing = CHANGING in request.GET
    context = {
        "section": rows,
        "lines": row_lines(rows, referral.answers, referral.unfinished),
        "add": new_row(rows) if has_room(rows, referral) else "",
        "onward": following(rows, referral.answers),
        "back": before(rows, referral.answers, changing=changing),
        "notices": notices_in(rows, referral.answers),
    }
    return render(request, "referrals/form/rows.html", context)


def new_row(rows: Rows) -> str:
    return address(Place(first_page(rows), rows, token_hex(4)))


def has_room(rows: Rows, referral: Referral) -> bool:
    return len(rows_in(referral.answers, rows)) < rows.most


@with_draft
def remove_row(request: HttpRequest, referral: Referral, key: str, row_id: str) -> HttpResponse:
    rows = by_key(key)
    if not isinstance(rows, Rows):
        raise Http404
    if request.method == "POST":
        drafts.remove_row(referral_id=referral.pk, rows=rows, row_id=row_id)
    if request.method == "POST" or not row_in(referral.answers, rows, row_id):
        return redirect(address(rows))
    context = {
        "section": rows,
        "name": named(rows, row_id, referral.answers),
        "back": address(rows),
    }
    return render(request, "referrals/form/remove_row.html", context)
