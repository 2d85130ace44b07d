"""New keys for the site: the small key of each file is wrapped anew, the file stays as it is."""

import pytest
from django.core.management import call_command

from referrals.files.keeping import VAULT
from referrals.models import ReferralFile
from tests.factories.keys import add_key, place
from tests.factories.referral_files import make_file, opened
from tests.factories.referrals import received

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("store")]


def test_file_opens_with_the_newest_key_alone_and_was_not_written_anew(settings):
    file = make_file(received(), b"what we know" * 9_000)
    before = VAULT.path(file.pk).read_bytes()
    add_key(settings)
    assert place(file, "wrapped_key") == 1
    call_command("rotate_keys", verbosity=0)
    settings.FIELD_ENCRYPTION_KEYS = settings.FIELD_ENCRYPTION_KEYS[:1]
    file = ReferralFile.objects.get()
    assert (file.name, opened(file)) == ("plan.pdf", b"what we know" * 9_000)
    assert VAULT.path(file.pk).read_bytes() == before
