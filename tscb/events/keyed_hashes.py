"""The hashes of this app that stay in the database, for `manage.py rotate_keys`."""

from functools import partial

from tscb.common import mailboxes
from tscb.events.models import Participant

NAME = "mailboxes of participants"
outdated = partial(mailboxes.outdated, Participant)
renew = partial(mailboxes.renew, Participant)
