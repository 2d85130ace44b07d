"""Makes the true facts of this app in the database: for a new site, and harmless on an old one."""

from django.db import transaction

from referrals.clock.setting_up import set_up_rules
from referrals.deciding import known_to_tell
from referrals.deciding.letters import defaults
from referrals.keeping.setting_up import set_up_retention
from referrals.publication import pseudonyms


@transaction.atomic
def set_up() -> None:
    set_up_rules()
    set_up_retention()
    known_to_tell.set_up()
    defaults.set_up()
    pseudonyms.set_up()
