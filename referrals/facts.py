"""Makes the true facts of this app in the database: for a new site, and harmless on an old one."""

from django.db import transaction

from referrals.clock.setting_up import set_up_rules


@transaction.atomic
def set_up() -> None:
    set_up_rules()
