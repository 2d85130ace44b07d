"""What a referral's files may be, in words for the page."""

from dataclasses import dataclass

from django.conf import settings

from tscb.common.uploads.sizes import in_words


@dataclass(frozen=True)
class Limits:
    number: int
    one: str
    all: str


def limits_in_words() -> Limits:
    return Limits(
        settings.REFERRAL_FILES_MAX,
        in_words(settings.REFERRAL_FILE_MAX_BYTES),
        in_words(settings.REFERRAL_FILES_MAX_BYTES),
    )
