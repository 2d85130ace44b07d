"""Makes the true facts of the board in the database: for a new site, and harmless on an old one."""

import json
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from tscb.board import defaults
from tscb.board.frontage import setting_up as frontage
from tscb.board.models import (
    Agency,
    BoardSettings,
    ContactPoint,
    OpeningHours,
    Page,
    Statement,
    WordsInLanguage,
)
from tscb.board.models.page import STATEMENT
from tscb.board.models.settings import ONLY_ROW
from tscb.board.roles import set_up_groups

TEXTS = Path(__file__).with_name("fact_texts")
LANGUAGES = TEXTS / "languages.json"


@transaction.atomic
def set_up() -> None:
    """Adds what is missing and changes nothing that is there."""
    set_up_groups()
    BoardSettings.objects.get_or_create(pk=ONLY_ROW)
    _set_up_agencies()
    _set_up_contacts()
    _set_up_pages()
    frontage.set_up()
    _set_up_languages()


def _set_up_agencies() -> None:
    """Where there are none: a board that begins with agencies of its own keeps to those."""
    if Agency.objects.exists():
        return
    for order, name in enumerate(defaults.AGENCIES, start=1):
        Agency.objects.create(slug=slugify(name), name=name, order=order)


def _set_up_contacts() -> None:
    """A number for each role that has none yet; whatever staff made of the others stays."""
    known = set(ContactPoint.objects.values_list("role", flat=True))
    contacts = (*defaults.CONTACTS, *defaults.HELP_LINES)
    for order, contact in enumerate(contacts, start=1):
        if contact.role in known:
            continue
        point = ContactPoint.objects.create(
            name=contact.name,
            number=contact.number,
            role=contact.role,
            note=contact.note,
            website=contact.website,
            order=order,
        )
        OpeningHours.objects.bulk_create(
            OpeningHours(
                contact_point=point, weekday=one.weekday, opens=one.opens, closes=one.closes
            )
            for one in contact.hours
        )


def text_of(slug: str) -> str:
    """In the words of the guidance under which the board works, where they differ."""
    own = TEXTS / BoardSettings.current().framework / f"{slug}.md"
    return (own if own.exists() else TEXTS / f"{slug}.md").read_text(encoding="utf-8")


def _set_up_pages() -> None:
    for order, page in enumerate(defaults.PAGES, start=1):
        body = text_of(page.slug)
        kept, is_new = Page.objects.get_or_create(
            slug=page.slug,
            defaults={
                "title": page.title,
                "body": body,
                "order": order,
                "show_in": page.show_in,
            },
        )
        if is_new and kept.slug == STATEMENT:
            Statement.objects.create(page=kept, **statement_texts())


def statement_texts() -> dict[str, str]:
    """What a new site says of its own accessibility, until staff know better."""
    texts = {path.stem: path.read_text() for path in (TEXTS / "statement").glob("*.md")}
    return texts | {"tested_by": "those who built the website"}


def _set_up_languages() -> None:
    """Ours, for a speaker of each language to check: until then nobody is shown them."""
    for order, words in enumerate(json.loads(LANGUAGES.read_text(encoding="utf-8")), start=1):
        WordsInLanguage.objects.get_or_create(
            code=words.pop("code"), defaults={"order": order, **words}
        )
