"""The form with which files are chosen, and what receives them while they come in."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from referrals.files.keeping import VAULT
from referrals.form.cookie import referral_of
from tscb.common.forms import GovukForm
from tscb.common.throttling import address_of, allow
from tscb.common.uploads.intake import Intake
from tscb.common.vault import SealingHandler

FIELD = "chosen"
HOUR = 3600
FILES_AN_HOUR = 120  # from one address, which a whole office may share
OTHER_FIELDS = 1_000_000  # bytes of a request beside its files
# The types make a telephone hand over its photos as JPEG; the endings are for desktop computers.
ACCEPT = ",".join(
    [
        "application/pdf",
        "image/jpeg",
        "image/png",
        "image/webp",
        "message/rfc822",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".pdf",
        ".docx",
        ".eml",
        ".msg",
    ]
)


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> Any:
        return files.getlist(name)


class ManyFilesField(forms.Field):
    widget = ManyFiles


class FilesForm(GovukForm):
    mark_optional = False
    chosen = ManyFilesField(
        label="Choose files",
        help_text="You can choose several at once.",
        error_messages={"required": "Choose at least one file"},
        widget=ManyFiles(attrs={"accept": ACCEPT}),
    )


class Receiving(SealingHandler):
    """Takes files for the referral that this browser holds, and from nobody else."""

    too_often = False
    no_space = False

    def admits(self) -> bool:
        request = cast("HttpRequest", self.request)
        if self.field_name != FIELD or referral_of(request) is None:
            return False
        self.too_often = self.too_often or not _allowed(request)
        self.no_space = self.no_space or VAULT.free_bytes() < settings.UPLOAD_KEEP_FREE_BYTES
        return not (self.too_often or self.no_space)


def _allowed(request: HttpRequest) -> bool:
    return allow("refer-upload", address_of(request), FILES_AN_HOUR, HOUR)


def most_bytes() -> int:
    return int(settings.REFERRAL_FILES_MAX_BYTES) + OTHER_FIELDS


def receiving(request: HttpRequest) -> FileUploadHandler:
    return Receiving(request, vault=VAULT, most=settings.REFERRAL_FILE_MAX_BYTES)


INTAKE = Intake(most=most_bytes, handler=receiving)
