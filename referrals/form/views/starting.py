"""The first page: start a draft, or see how far one has come."""

from types import MappingProxyType
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.description.completeness import gaps
from referrals.description.conditions import Answers
from referrals.description.pages import CHECK, FIRST
from referrals.description.places import applying, notices
from referrals.description.which_test import explain, has_begun
from referrals.form import cookie, drafts
from referrals.form.access import throttled
from referrals.form.journey import address, is_open, next_address, task_groups
from referrals.models import Referral
from tscb.common import honeypot
from tscb.common.web import answers_get_and_post, open_to_all

HOUR = 3600
STARTS_AN_HOUR = 60
START = "referrals/form/start.html"


@open_to_all
@answers_get_and_post
def start(request: HttpRequest) -> HttpResponse:
    referral = cookie.referral_of(request)
    draft = referral if referral and referral.is_draft else None
    if request.method == "POST":
        return go_on(draft) if draft else begin(request)
    return task_list(request, draft) if draft else start_page(request, sent=referral)


def start_page(request: HttpRequest, template: str = START, **more: object) -> HttpResponse:
    return render(request, template, {"start_key": uuid4(), **more})


def task_list(request: HttpRequest, referral: Referral) -> HttpResponse:
    groups = task_groups(referral.answers, referral.unfinished)
    files_open = is_open(CHECK, referral.answers)
    kept = applying(referral.answers)
    context = {
        "groups": groups,
        "referral": referral,
        "files_open": files_open,
        "is_ready": not gaps(referral.answers, referral.unfinished),
        "notices": [notice for notice in notices(kept) if notice.urgent],
        "explained": explain(kept) if has_begun(kept) else None,
    }
    return render(request, "referrals/form/tasks.html", context)


def go_on(referral: Referral) -> HttpResponse:
    return redirect(next_address(referral.answers, referral.unfinished))


def begin(
    request: HttpRequest, template: str = START, told: Answers = MappingProxyType({})
) -> HttpResponse:
    """`template`: the page that asks to press again; `told`: what the draft begins with."""
    if honeypot.is_filled(request):
        return start_page(request, template, again=True, caught=True)
    refusal = throttled(request, "start", STARTS_AN_HOUR, HOUR)
    if refusal:
        return refusal
    try:
        token = drafts.start(start_key=UUID(request.POST.get("start_key", "")), told=told)
    except (ValueError, drafts.StartedLongAgo):
        return start_page(request, template, again=True)
    return cookie.give(redirect(address(FIRST)), token)
