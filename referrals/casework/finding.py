"""Finding a case, opening it to read, and holding it for an action: through `visible_to` alone."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404, HttpRequest

from referrals.models import Referral, Verb, record, staff
from tscb.board.models import User


def find(*, referral_id: UUID, by: User | AnonymousUser) -> Referral | None:
    """Gives None, with a refusal recorded, for what this person may not see or what is not there.

    Finding is not reading: whoever shows what the referral says opens it.
    """
    visible = Referral.objects.visible_to(by)
    found = visible.select_related("case", "case__lead", "panel_dates", "withdrawal")
    referral = found.filter(pk=referral_id).first()
    if referral is None:
        record(Verb.REFUSED, by=staff(by), referral_id=referral_id)
    return referral


@transaction.atomic
def open_referral(
    *, referral_id: UUID, by: User | AnonymousUser, about: str = ""
) -> Referral | None:
    """The referral to read, and the event of its reading, in one transaction. `about`: which part,
    such as “summary 2”; empty for the whole."""
    referral = find(referral_id=referral_id, by=by)
    if referral:
        record(
            Verb.READ,
            by=staff(by),
            referral_id=referral.pk,
            reference=referral.reference,
            about=about,
        )
    return referral


def found_or_404(request: HttpRequest, referral_id: UUID) -> Referral:
    """For a page that shows nothing of what the referral says."""
    return there(find(referral_id=referral_id, by=request.user))


def opened_or_404(request: HttpRequest, referral_id: UUID, about: str = "") -> Referral:
    """For a page that shows what the referral says, or what was written about it."""
    return there(open_referral(referral_id=referral_id, by=request.user, about=about))


def there(referral: Referral | None) -> Referral:
    if referral is None:
        raise Http404
    return referral


def locked(referral_id: UUID, by: User) -> Referral:
    """Held until the transaction ends. Raises Referral.DoesNotExist for what this person may not
    see."""
    visible = Referral.objects.visible_to(by).select_for_update(of=("self",))
    return visible.get(pk=referral_id)
