"""Which referral a page was made for.

A browser holds one referral at a time, but its older tabs may still show another: what is pressed
there must never reach the one that is open now.
"""

from django.http import HttpRequest

from referrals.models import Referral
from tscb.common.encryption import token_digest

FIELD = "made_for"
LENGTH = 12


def mark(referral: Referral) -> str:
    """For a hidden input of the page. It opens nothing and names nothing."""
    return token_digest(f"page:{referral.pk}")[:LENGTH]


def is_for_another(request: HttpRequest, referral: Referral) -> bool:
    """Pages that carry no mark were made where no referral was open."""
    made_for = request.POST.get(FIELD) if request.method == "POST" else None
    return bool(made_for) and made_for != mark(referral)
