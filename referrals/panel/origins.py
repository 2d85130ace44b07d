"""The page on which a case review is linked to the referral it came from, by its reference.

Editors may link too: whoever holds a reference was given it. They see references, nothing else.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.casework.linking import can_unlink, check_can_link, link, unlink
from referrals.models import ReviewOrigin
from reviews.models import CaseReview
from tscb.board.roles import signed_in
from tscb.common.throttling import allow
from tscb.common.web import answers_get_and_post

NOT_OUT = (
    "This review was to come out at a set time, and nobody has compared it with this referral. It "
    "was withdrawn: take it up again, and have it checked and published anew."
)
OUT_ALREADY = (
    "This review is public, and was not compared with this referral when it was published. Look "
    "now at “Names in the text” and the safety check of each document, or withdraw it until "
    "somebody has."
)
TRIES, IN_SECONDS = 20, 3600


@answers_get_and_post
def origins(request: HttpRequest, review_id: int) -> HttpResponse:
    """The references linked to a review, and a field for one more."""
    check_can_link(request.user)
    review = CaseReview.objects.filter(pk=review_id).first()
    if review is None:
        raise Http404
    if request.method == "POST":
        _act(request, review)
        return redirect(request.path)
    linked = ReviewOrigin.objects.filter(review=review).select_related("referral", "linked_by")
    context = {"review": review, "linked": linked, "can_unlink": can_unlink(request.user)}
    return render(request, "referrals/panel/origins.html", context)


def _act(request: HttpRequest, review: CaseReview) -> None:
    reference = request.POST.get("reference", "")
    if "unlink" in request.POST:
        unlink(review=review, reference=request.POST["unlink"], by=signed_in(request))
        messages.success(request, "The link is taken away.")
    elif not allow("link-referral", str(request.user.pk), TRIES, IN_SECONDS):
        messages.error(request, "Too many tries. Wait an hour, or ask the panel’s coordinator.")
    else:
        _link(request, review, reference)


def _link(request: HttpRequest, review: CaseReview, reference: str) -> None:
    try:
        link(review=review, reference=reference, by=signed_in(request))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    else:
        messages.success(request, "Linked. Its documents have to be checked again.")
        if review.is_public or review.is_scheduled:
            messages.warning(request, OUT_ALREADY if review.is_public else NOT_OUT)
