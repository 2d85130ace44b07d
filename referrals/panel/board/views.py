"""The board of cases, through `visible_to` alone. Its filters are links and one form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from referrals.casework.acts import Act
from referrals.casework.guards import may
from referrals.panel.board.counting import filters_of
from referrals.panel.board.filters import Chosen, Order, chosen_in, conditions, together
from referrals.panel.board.lines import lines
from referrals.panel.board.rows import cases_for, for_lines
from tscb.board.roles import signed_in
from tscb.common.paging import page_of

ON_A_PAGE = 25


@require_safe
@may(Act.READ)
def board(request: HttpRequest) -> HttpResponse:
    chosen, user = chosen_in(request.GET), signed_in(request)
    cases = cases_for(user)
    filters = filters_of(cases, chosen, user)
    listed = for_lines(cases.filter(together(conditions(chosen, user))), Order(chosen.order))
    page = page_of(listed, request, per_page=ON_A_PAGE, count=filters.found)
    context = {
        "page": page,
        "lines": lines(page),
        "filters": filters,
        "shelves": [(choice, chosen.on(choice.value)) for choice in filters.shelves],
        "chosen": chosen,
        "orders": Order.choices,
        "nothing": nothing_found(chosen),
    }
    return render(request, "referrals/panel/board.html", context)


def nothing_found(chosen: Chosen) -> str:
    if chosen.reference:
        return (
            f"You see no case with the reference {chosen.reference}. Check it letter by letter; it "
            "may also be a case that you may not see."
        )
    return WITH_FILTERS if chosen.is_filtered else EMPTY[chosen.show]


WITH_FILTERS = "No case fits all these filters together. Take one of them away."
EMPTY = {
    "in-hand": "No case is in progress. A referral stands here as soon as it is sent.",
    "new": "No case is new: somebody has taken on every referral that has come.",
    "mine": "You lead no case. To take one on, open it and choose People.",
    "due": "Nothing is due until the end of this week.",
    "overdue": "Nothing is overdue.",
    "all": "No referral has come yet.",
}
