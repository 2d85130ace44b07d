"""Links that open a referral once: made, mailed, opened.

Only a link's digest is kept. Its mail lies encrypted in the outbox until it is sent.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from referrals.form.draft_mails import queue_link
from referrals.form.drafts import add_key, locked_draft
from referrals.models import (
    REFERRER,
    DraftKey,
    KeyKind,
    LinkRequest,
    Referral,
    Verb,
    entry_of,
    record,
)
from referrals.models.secrets import new_token
from tscb.common.encryption import keyed_hash, token_digest, token_digests
from tscb.common.one_by_one import each

# The one is sent while its owner sits at the form, to be used on another day or device; the other
# is asked for by whoever names a reference and an address, to be used now.
SAVED_LIVES = timedelta(hours=24)
REQUESTED_LIVES = timedelta(hours=1)
UNANSWERED_FOR = timedelta(days=1)  # no key opens it: whoever waits has asked again


@transaction.atomic
def send_saved(*, referral_id: UUID, to: str) -> Referral:
    """Mail a link to the address that the holder of the draft typed, and keep the address."""
    referral = locked_draft(referral_id)
    referral.return_email = to
    referral.touch("return_email", "updated_at")
    make(referral, to, SAVED_LIVES)
    return referral


def make(referral: Referral, to: str, lives: timedelta) -> None:
    token, until = new_token(), timezone.now() + lives
    add_key(referral.pk, KeyKind.LINK, token, expires_at=until)
    queue_link(referral, to, token, until)
    record(Verb.LINK_SENT, by=REFERRER, referral_id=referral.pk, reference=referral.reference)


@transaction.atomic
def ask(*, reference: str, email: str) -> None:
    """The same work whether or not there is such a referral: one row, looked at by the worker."""
    LinkRequest.objects.create(reference=reference, email=email)


def answer_requests(limit: int = 100) -> None:
    """Mails a link for each request that fits a referral, and forgets the request."""
    asked = LinkRequest.objects.values_list("pk", flat=True)[:limit]
    each(asked, answer, what="requests for links")
    LinkRequest.objects.filter(asked_at__lt=timezone.now() - UNANSWERED_FOR).delete()


@transaction.atomic
def answer(request_id: int) -> None:
    """Safe to run twice at once: a request that another process holds is left to it."""
    asked = LinkRequest.objects.select_for_update(skip_locked=True).filter(pk=request_id)
    request = asked.first()
    if request is None:
        return
    referral = Referral.objects.select_for_update().filter(reference=request.reference).first()
    to = address_known(referral, request.email) if referral else None
    if referral and to:
        make(referral, to, REQUESTED_LIVES)
    request.delete()


def address_known(referral: Referral, typed: str) -> str | None:
    """The address as the referrer once gave it, if it is the one typed now. What staff still write
    down for somebody is not theirs to open."""
    if referral.is_draft and entry_of(referral):
        return None
    known = {address.casefold(): address for address in referral.mail_addresses()}
    return known.get(typed.casefold())


def is_usable(token: str) -> bool:
    return of(token).filter(opened_with="").exists()


def of(token: str) -> QuerySet[DraftKey]:
    return DraftKey.objects.usable().filter(kind=KeyKind.LINK, digest__in=token_digests(token))


@transaction.atomic
def open_once(*, token: str, press: UUID) -> str | None:
    """A token for this browser's cookie, or None for a link that is used, too old or unknown.

    `press` belongs to one showing of the page: both answers to a double click on its button carry
    the same cookie, and the same page may be sent again after a crash.
    """
    key = of(token).select_for_update().first()
    if key is None or key.opened_with not in ("", token_digest(str(press))):
        return None
    cookie = keyed_hash(f"open:{token}:{press}")
    if not key.opened_with:
        use(key, press, cookie)
    return cookie


def use(key: DraftKey, press: UUID, cookie: str) -> None:
    key.opened_with = token_digest(str(press))
    key.save(update_fields=("opened_with",))
    add_key(key.referral_id, KeyKind.COOKIE, cookie)
    referral = Referral.objects.select_for_update().get(pk=key.referral_id)
    referral.touch()
    record(Verb.OPENED, by=REFERRER, referral_id=referral.pk, reference=referral.reference)
