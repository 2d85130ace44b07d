#!/usr/bin/env python
"""Django's command line. Starts the local database first when a command needs one."""

import os
import sys

from django.core.management import execute_from_command_line

from tscb.common import embedded_database, local_database

WITHOUT_DATABASE = {"collectstatic", "help", "--help", "version", "--version", "localdb"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    if command == "localdb":  # exists on one's own computer only
        os.environ.setdefault("TSCB_DEVELOPMENT", "1")
    if command not in WITHOUT_DATABASE:
        ensure_database()
    execute_from_command_line(sys.argv)


def ensure_database() -> None:
    try:
        local_database.ensure_if_wanted()
    except embedded_database.EmbeddedDatabaseError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
