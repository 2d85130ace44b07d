"""The site on a database of its own, as README sets one up, and a draft that somebody has begun."""

import http.client
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

from tests.chaos.database import Database
from tests.chaos.readers import Asked
from tests.security.production import FORM, HOST, ROOT, Site, collect, environment

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
START_KEY = re.compile(r'name="start_key" value="([\w-]+)"')


def prepared(folder: Path, held: Database) -> dict[str, str]:
    """Gives the site's environment."""
    known = environment(folder) | {"DATABASE_URL": held.address}
    collect(folder, known)
    for command in ("migrate", "set_up_site", "write_copies"):
        run = [sys.executable, "manage.py", command, "--verbosity", "0"]
        subprocess.run(run, cwd=ROOT, env=known, check=True, capture_output=True)
    return known


def draft_page(site: Site) -> Asked:
    """A page of a draft that is saved again and again; while the database is away it cannot be."""
    cookies: dict[str, str] = {}
    page = ask(site, "GET", "/refer/", cookies)
    token, start_key = TOKEN.search(page), START_KEY.search(page)
    assert token is not None
    assert start_key is not None
    sent = {"csrfmiddlewaretoken": token[1], "start_key": start_key[1]}
    ask(site, "POST", "/refer/", cookies, urlencode(sent))
    first = ask(site, "GET", "/refer/", cookies)
    found = re.search(r'href="(/refer/(?!return|blank|later|leave)[a-z-]+/)"', first)
    path = found[1] if found else "/refer/"
    body = urlencode({"csrfmiddlewaretoken": token[1], "later": "yes"})
    return Asked(
        "saving a page of a draft",
        path,
        frozenset({200, 302, 503}),
        "POST",
        f"Cookie: {joined(cookies)}",
        body,
    )


def ask(site: Site, method: str, path: str, cookies: dict[str, str], body: str = "") -> str:
    headers = {
        "Host": HOST,
        "X-Forwarded-Proto": "https",
        "Origin": f"https://{HOST}",
        "Content-Type": FORM,
        "Cookie": joined(cookies),
    }
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
    connection.request(method, path, body or None, headers)
    got = connection.getresponse()
    for line in got.headers.get_all("Set-Cookie", []):
        name, _, value = line.split(";")[0].partition("=")
        cookies[name] = value
    text = got.read().decode()
    connection.close()
    return text


def joined(cookies: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
