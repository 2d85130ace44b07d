"""A fictional mail for the sample referrals, so that the panel's page has a file to open."""

from email.message import EmailMessage

from referrals.files.keeping import VAULT, new_row
from referrals.models import FileKind, Referral, ReferralFile
from tscb.common.vault import SealedUpload
from tscb.common.virus_scan import Verdict

NAME = "Minutes of the strategy meeting.eml"


def load_for(referral: Referral) -> None:
    """As if it had come with the referral. Nobody added it, so there is no event."""
    upload = SealedUpload.of(VAULT, NAME, minutes())
    given = {"name": NAME, "kind": FileKind.MAIL, "virus_check": Verdict.NOT_ASKED}
    file = new_row(referral, upload, **given)
    ReferralFile.objects.filter(pk=file.pk).update(added_at=referral.submitted_at)
    upload.keep()


def minutes() -> bytes:
    mail = EmailMessage()
    mail["From"] = "Sam Sample <sam.sample@example.org>"
    mail["To"] = "Morgan Sample <morgan.sample@example.org>"
    mail["Date"] = "Mon, 10 Mar 2025 14:00:00 +0000"
    mail["Subject"] = "Minutes of the strategy meeting"
    mail.set_content(
        "Fictional minutes for trying out the site.\n\nPresent: health visiting, school, police.\n"
        "Agreed: records are secured; the family is seen this week.\n"
    )
    return mail.as_bytes()
