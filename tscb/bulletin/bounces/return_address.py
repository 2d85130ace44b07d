"""Where a letter comes back to: an address that says which letter it was, and nothing of whom.

`bounces@example.org` becomes `bounces+41-9f…@example.org`. What stands behind the number can be
made with our keys alone, so nobody stops somebody else's letters by counting. All in small letters:
mail servers on the way may write them so.
"""

import re

from django.conf import settings
from django.utils.crypto import constant_time_compare

from tscb.bulletin.models import Delivery
from tscb.common.encryption import keyed_hash, keyed_hashes

LENGTH = 20  # hexadecimal digits: 80 bits
TOKEN = re.compile(rf"\+([0-9]{{1,18}})-([0-9a-f]{{{LENGTH}}})@")


def return_address(delivery: Delivery) -> str:
    """For the envelope; empty where the board has no mailbox for what comes back."""
    if not settings.BULLETIN_RETURN_ADDRESS:
        return ""
    name, _, domain = settings.BULLETIN_RETURN_ADDRESS.rpartition("@")
    proof = keyed_hash(_said(str(delivery.pk)))[:LENGTH]
    return f"{name}+{delivery.pk}-{proof}@{domain}"


def delivery_of(address: str) -> Delivery | None:
    """The letter that went out with this return address; None for any other."""
    token = TOKEN.search(address.lower())
    if token is None or not _is_ours(token[1], token[2]):
        return None
    return Delivery.objects.filter(pk=int(token[1])).select_related("subscriber").first()


def _is_ours(number: str, proof: str) -> bool:
    made = (one[:LENGTH] for one in keyed_hashes(_said(number)))
    return any(constant_time_compare(proof, one) for one in made)


def _said(number: str) -> str:
    return f"return address of letter {number}"
