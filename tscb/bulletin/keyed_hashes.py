"""The hashes of this app that stay in the database, for `manage.py rotate_keys`."""

from functools import partial

from tscb.bulletin.models import Subscriber
from tscb.common import mailboxes

NAME = "mailboxes of subscribers"
outdated = partial(mailboxes.outdated, Subscriber)
renew = partial(mailboxes.renew, Subscriber)
