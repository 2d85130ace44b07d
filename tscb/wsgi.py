"""The door for gunicorn and other WSGI servers: kept pages first, then Django."""

import logging
import os

import django
from django.db import connections
from django.urls import get_resolver

from tscb.common import local_database
from tscb.common.database import deadlines
from tscb.common.discovery import discover
from tscb.common.kept_pages.front import Front


def get_ready() -> None:
    """Nobody who comes first waits for what is read in once, or for a database that is away.

    Threads and connections are made by each process itself, which may be a child of this one.
    """
    try:
        get_resolver().url_patterns  # noqa: B018 - reading it imports every page
        for module in discover("warming"):
            module.warm_up()
    except Exception:
        logging.getLogger(__name__).exception("The first visitor has to wait.")
    connections.close_all()


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
local_database.ensure_if_wanted()
deadlines.set_up()
django.setup(set_prefix=False)
application = Front()
get_ready()
