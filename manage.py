#!/usr/bin/env python
"""Django's command line. Starts the local database first when a command needs one."""

import os
import sys

from django.core.management import execute_from_command_line

from tscb.common import local_database

WITHOUT_DATABASE = {"collectstatic", "help", "--help", "version", "--version", "localdb"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tscb.settings")
    if len(sys.argv) > 1 and sys.argv[1] not in WITHOUT_DATABASE:
        local_database.ensure_if_wanted()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
