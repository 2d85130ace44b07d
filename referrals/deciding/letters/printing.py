"""A letter as a tagged PDF. Made when it is asked for, and kept nowhere."""

from pathlib import Path

from django.utils import timezone
from django.utils.formats import date_format

from referrals.models import Letter
from tscb.board.site import current
from tscb.common.typesetting import typeset

TEMPLATE = Path(__file__).with_name("letter.typ")


def as_pdf(letter: Letter) -> bytes:
    day = timezone.localdate(letter.final_at or letter.written_at)
    data = {
        "board": current().board_name,
        "reference": letter.referral.reference,
        "day": date_format(day, "j F Y"),
        "addressee": letter.addressee,
        "subject": letter.subject,
        "body": letter.body,
        "draft": "" if letter.is_final else "Draft – not to be sent",
    }
    return typeset(TEMPLATE, data)
