"""The door for gunicorn and other WSGI servers."""

import os

from django.core.wsgi import get_wsgi_application

from tscb.common import local_database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
local_database.ensure_if_wanted()
application = get_wsgi_application()
