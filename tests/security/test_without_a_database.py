"""The number is always there: the real site, as in production, whose database nobody can reach."""

from collections.abc import Iterator

import pytest

from tests.security.production import HOST, Site, running

EMERGENCY, HUB_BY_DAY, HUB_OTHERWISE = "tel:999", "tel:01613424101", "tel:01613422222"
MARKER = "plantedmarker"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("production")) as site:
        yield site


@pytest.mark.parametrize("cookie", ["", "sessionid=0123456789abcdefghijklmnopqrstuv"])
def test_whom_to_call_answers_also_for_somebody_signed_in(site: Site, cookie: str) -> None:
    answer = site.get("/worried-about-a-child/", Cookie=cookie)
    assert answer.status == 200
    for number in (EMERGENCY, HUB_BY_DAY, HUB_OTHERWISE):
        assert number in answer.text


@pytest.mark.parametrize("path", ["/", "/case-reviews/?q=" + MARKER, "/briefings/", "/admin/"])
def test_page_that_needs_the_database_says_sorry_and_whom_to_call(site: Site, path: str) -> None:
    answer = site.get(path, Cookie="sessionid=0123456789abcdefghijklmnopqrstuv")
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "5"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Sorry, this page is not available just now" in answer.text
    assert EMERGENCY in answer.text
    assert HUB_BY_DAY in answer.text or HUB_OTHERWISE in answer.text


def test_page_that_is_not_there_says_so(site: Site) -> None:
    answer = site.get("/nowhere/at/all/")
    assert answer.status == 404
    assert EMERGENCY in answer.text


def test_machine_that_runs_it_is_told_the_truth(site: Site) -> None:
    assert site.get("/health/live").status == 200
    assert site.get("/health/ready").status == 503


def test_error_page_has_all_headers(site: Site) -> None:
    headers = site.get("/").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Permissions-Policy" in headers
    assert "Set-Cookie" not in headers


def test_log_tells_where_but_not_what_was_looked_for(site: Site) -> None:
    site.get("/case-reviews/?q=" + MARKER)
    log = site.log.read_text()
    assert "OperationalError at" in log
    assert MARKER not in log


def test_log_is_not_flooded_by_tracebacks(site: Site) -> None:
    site.get("/case-reviews/")
    assert "Traceback" not in site.log.read_text()


def test_plain_http_is_sent_to_https(site: Site) -> None:
    answer = site.get("/worried-about-a-child/", scheme="http")
    assert (answer.status, answer.headers["Location"]) == (
        301,
        f"https://{HOST}/worried-about-a-child/",
    )
    assert "max-age=31536000" in site.get("/health/live").headers["Strict-Transport-Security"]


def test_another_host_name_is_refused(site: Site) -> None:
    assert site.get("/worried-about-a-child/", Host="elsewhere.example").status == 400


def test_own_files_are_kept_for_ever_under_their_hashed_names(site: Site) -> None:
    page = site.get("/worried-about-a-child/").text
    name = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = site.get(name)
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
