"""The door for gunicorn and other WSGI servers."""

import logging
import os
from collections.abc import Callable, Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver

from tscb.common import local_database
from tscb.common.content_version import watching
from tscb.common.database import deadlines
from tscb.common.discovery import discover


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


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    watching.start()
    return django(environ, start_response)


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
local_database.ensure_if_wanted()
deadlines.set_up()
django = get_wsgi_application()
get_ready()
