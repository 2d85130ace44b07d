"""Files of referrals: kept ones, and the ways to send them."""

from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from referrals.files.keeping import VAULT, add
from referrals.models import Referral, ReferralFile
from tests.factories.files import pdf
from tscb.common.vault import SealedUpload
from tscb.common.virus_scan import Verdict


def make_file(referral: Referral, content: bytes = b"", **more: Any) -> ReferralFile:
    """A kept file; `verdict`, `kind` and `name` as wanted. Each has content of its own."""
    content = content or pdf() + uuid4().bytes
    given = {"name": "plan.pdf", "kind": "pdf", "verdict": Verdict.CLEAN} | more
    upload = SealedUpload.of(VAULT, given["name"], content)
    file = add(referral_id=referral.pk, upload=upload, **given)
    upload.keep()
    return file


def upload(client: Client, *files: tuple[str, bytes], **more: Any) -> Any:
    """Sends files, each a name and its bytes, as the page does."""
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/refer/files/", {"chosen": sent, **more})


def opened(file: ReferralFile) -> bytes:
    with VAULT.open(file.pk, file.key) as reader:
        return reader.read()
