"""A letter tells nobody who opened it or followed a link: it fetches nothing, and but for the two
addresses that are its reader's own it is the same for everybody."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from reviews.models import ResearchMessage
from tests.factories import make_briefing, make_event, make_review
from tests.factories.bulletin import make_subscriber
from tests.factories.editions import edition_about, make_section
from tscb.bulletin.editions.letter import letter_of
from tscb.bulletin.letters import Kind, Letter, links_of
from tscb.bulletin.models import Edition

pytestmark = pytest.mark.django_db
FETCHING = {"img", "link", "script", "iframe", "object", "embed", "video", "audio", "form", "base"}
ELSEWHERE = {"https://research.example/babies", "https://survey.example/five"}


class Reader(HTMLParser):
    """What a mail program would meet."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]


@pytest.fixture
def edition() -> Edition:
    link = "https://research.example/babies"
    research = ResearchMessage.objects.create(title="Babies", summary="See.", link=link)
    edition = edition_about(make_review(), make_briefing(), make_event(), research)
    words = "Read [more](/briefings/) or <img src=x> https://survey.example/five"
    make_section(edition, heading="Ours", text=words, link="https://survey.example/five")
    return edition


def letter_to(edition: Edition) -> tuple[Letter, tuple[str, str]]:
    links = links_of(make_subscriber(), Kind.BULLETIN)
    return letter_of(edition, links), (links.choices, links.stop)


def test_letter_fetches_nothing(edition):
    letter, _ = letter_to(edition)
    read = Reader(letter.html)
    assert not read.tags & FETCHING
    assert not read.names & {"src", "srcset", "background", "style", "onclick", "ping"}
    assert not re.search(r"url\(|@import|http-equiv", letter.html)
    assert "lang" in read.names
    assert {"h1", "h2", "title"} <= read.tags


def test_every_link_is_whole_and_says_nothing_of_who_follows_it(edition):
    letter, own = letter_to(edition)
    links = set(Reader(letter.html).links) - set(own)
    for link in links - ELSEWHERE:
        assert link.startswith((f"{settings.SITE_ADDRESS}/", "tel:")), link
        assert not urlsplit(link).query, link
    assert f"{settings.SITE_ADDRESS}/briefings/" in links
    assert links >= ELSEWHERE
    written = set(re.findall(r"https?://[^\s)]+", letter.text)) - set(own)
    assert written <= links


def test_two_readers_get_the_same_but_for_their_own_addresses(edition):
    plain = set()
    for letter, own in (letter_to(edition), letter_to(edition)):
        words = letter.subject + letter.text + letter.html
        for address in own:
            assert words.count(address) == 2
            words = words.replace(address, "")
        plain.add(words)
    assert len(plain) == 1


def test_page_and_letter_say_the_same_of_each_section(edition, client):
    page = client.get(edition.get_absolute_url()).content.decode()
    letter = letter_of(edition, None)
    for section in edition.items.all():
        assert f"{section.heading}</h2>" in page
        assert f"<h2>{section.heading}</h2>" in letter.html
        assert section.heading in letter.text
