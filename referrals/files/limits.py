"""What a referral's files may be, in words for the page."""

from dataclasses import dataclass

from django.conf import settings
from django.template.defaultfilters import filesizeformat


@dataclass(frozen=True)
class Limits:
    number: int
    one: str
    all: str


def limits_in_words() -> Limits:
    return Limits(
        settings.REFERRAL_FILES_MAX,
        filesizeformat(settings.REFERRAL_FILE_MAX_BYTES),
        filesizeformat(settings.REFERRAL_FILES_MAX_BYTES),
    )
