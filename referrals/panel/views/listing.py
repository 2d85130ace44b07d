"""The list of referrals, shelf by shelf, through `visible_to` alone."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act, can_act
from referrals.casework.guards import may
from referrals.models import Referral
from referrals.panel.listing import lines, on_shelf, shelf_named, tabs

ON_A_PAGE = 20


@require_safe
@may(Act.READ)
def received(request: HttpRequest) -> HttpResponse:
    shelf = shelf_named(request.GET.get("show", ""))
    visible = Referral.objects.visible_to(request.user)
    page = Paginator(on_shelf(visible, shelf), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": lines(page, visible),
        "tabs": tabs(visible, shelf),
        "shelf": shelf,
        "can_enter_referral": can_act(Act.ENTER_REFERRAL, by=request.user),
    }
    return render(request, "referrals/panel/received.html", context)
