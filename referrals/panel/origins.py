"""Linking a case review to the referral it came from, by its reference, and taking a link away.

Editors may link too: whoever holds a reference was given it. They see references, nothing else.
A link is taken away by a coordinator alone: with it goes the comparison with the child's names.
"""

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from referrals.models import Referral, ReviewOrigin, Verb, record, staff
from reviews.models import CaseReview
from tscb.board.models import User
from tscb.board.roles import Role, has_role, signed_in
from tscb.common.publishing import actions, history
from tscb.common.throttling import allow
from tscb.common.web import answers_get_and_post

NOT_FOUND = "There is no received referral with this reference. Check it letter by letter."
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


def can_link(user: User | AnonymousUser) -> bool:
    return has_role(user, Role.COORDINATOR) or user.has_perm("reviews.change_casereview")


def check_can_link(user: User | AnonymousUser) -> None:
    if not can_link(user):
        raise PermissionDenied("Only coordinators and editors link a review to its referral.")


def can_unlink(user: User | AnonymousUser) -> bool:
    return has_role(user, Role.COORDINATOR)


def check_can_unlink(user: User | AnonymousUser) -> None:
    if not can_unlink(user):
        raise PermissionDenied("Only a coordinator takes the link to a referral away.")


@transaction.atomic
def link(*, review: CaseReview, reference: str, by: User) -> ReviewOrigin:
    """Raises ValidationError where no received referral has the reference."""
    check_can_link(by)
    referral = Referral.objects.received_as(reference.strip().upper()).first()
    if referral is None:
        raise ValidationError(NOT_FOUND)
    origin, is_new = ReviewOrigin.objects.get_or_create(
        review=review, referral=referral, defaults={"linked_by": by}
    )
    if is_new:
        _note(origin, Verb.LINKED, by, f"Linked to referral {referral.reference}")
        if review.is_scheduled:
            actions.withdraw(item=review, by=by)
    return origin


@transaction.atomic
def unlink(*, review: CaseReview, reference: str, by: User) -> None:
    check_can_unlink(by)
    origin = ReviewOrigin.objects.filter(review=review, referral__reference=reference).first()
    if origin:
        _note(origin, Verb.UNLINKED, by, f"Link to referral {reference} taken away")
        origin.delete()


def _note(origin: ReviewOrigin, verb: Verb, by: User, event: str) -> None:
    referral = origin.referral
    record(verb, by=staff(by), referral_id=referral.pk, reference=referral.reference)
    history.record(origin.review, event, by=by)


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
