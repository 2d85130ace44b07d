"""The frame of every page of one case: its reference, and the way to its other pages."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now

from referrals.casework.acts import Act, can_act
from referrals.casework.links import Link
from referrals.models import Deadline, Referral


@dataclass(frozen=True)
class Tab:
    name: str
    act: Act
    address: str  # the name of an address that takes a referral's number


# In the order in which a case goes through them. Each room adds its own line.
TABS = (
    Tab("Referral", Act.READ, "panel:referral"),
    Tab("Agencies", Act.READ, "panel:summaries:agencies"),
    Tab("Questions", Act.READ, "panel:summaries:questions"),
    Tab("Meetings", Act.READ_MEETINGS, "panel:meetings:case"),
    Tab("Decision", Act.READ, "panel:decision"),
    Tab("Letters", Act.READ, "panel:letters"),
    Tab("Deadlines", Act.READ, "panel:clock:case"),
    Tab("Review", Act.READ, "panel:review"),
    Tab("Notes", Act.NOTE, "panel:notes"),
    Tab("People", Act.READ, "panel:people"),
    Tab("Keeping", Act.HOLD, "panel:keeping:case"),
    Tab("History", Act.READ, "panel:history"),
)


def links(request: HttpRequest, referral: Referral) -> list[Link]:
    """To the pages that this person may open; the page that is open is marked."""
    allowed = [tab for tab in TABS if can_act(tab.act, by=request.user)]
    found = [(tab.name, reverse(tab.address, args=[referral.pk])) for tab in allowed]
    return [Link(name, href, href == request.path) for name, href in found]


def case_page(
    request: HttpRequest, template: str, referral: Referral, **context: object
) -> HttpResponse:
    """`template` extends referrals/panel/case_page.html."""
    deadline = Deadline.objects.open().filter(referral=referral).select_related("rule").first()
    frame = {
        "referral": referral,
        "case_links": links(request, referral),
        "deadline": deadline,
        "is_overdue": bool(deadline and deadline.due_on and deadline.due_on < localdate()),
        "opened_at": now(),
    }
    return render(request, template, {**frame, **context})
