"""The site's own programs as processes beside the tests, on the tests' database and files."""

import os
from urllib.parse import quote

from django.db import connection


def surroundings() -> dict[str, str]:
    """What the environment of such a process has to say."""
    base = connection.settings_dict
    user, password = quote(base["USER"]), quote(base["PASSWORD"] or "")
    where = f"{user}:{password}@{quote(base['HOST'], safe='')}:{base['PORT'] or 5432}"
    return os.environ | {"DATABASE_URL": f"postgres://{where}/{base['NAME']}"}
