"""Linking a case review to the referral it came from, and taking a link away.

Editors may link too: whoever holds a reference was given it. A link is taken away by a coordinator
alone: with it goes the comparison with the child's names.
"""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from referrals.models import Referral, ReviewOrigin, Verb, record, staff
from reviews.models import CaseReview
from tscb.board.models import User
from tscb.board.roles import Role, has_role
from tscb.common.publishing import actions, history

NOT_FOUND = "There is no received referral with this reference. Check it letter by letter."


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
