"""How often codes are sent and tried: with five tries each, guessing stays hopeless."""

from django.http import HttpRequest, HttpResponse

from tscb.common.mailed_link.model import MailedLink
from tscb.common.throttling import address_of, refusal

HOUR, DAY = 3600, 86400
CODES_A_DAY = 10  # for one link
CODES_AN_HOUR = 60  # from one address: whole offices share one
TRIES_AN_HOUR = 60


def refuse_code(request: HttpRequest, link: MailedLink, scope: str) -> HttpResponse | None:
    """The page that refuses one more code, or None while one may be sent."""
    return refusal(request, f"{scope}-link", str(link.pk), CODES_A_DAY, DAY) or refusal(
        request, f"{scope}-code", address_of(request), CODES_AN_HOUR, HOUR
    )


def refuse_try(request: HttpRequest, scope: str) -> HttpResponse | None:
    return refusal(request, f"{scope}-try", address_of(request), TRIES_AN_HOUR, HOUR)
