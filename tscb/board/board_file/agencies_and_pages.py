"""The agencies of a board, and its own words for pages that every site has, from its file."""

from collections.abc import Iterator
from pathlib import Path

from django.utils.text import slugify

from tscb.board.board_file.plain import Values, said_by, shape_of, tables
from tscb.board.board_file.reading import FOLDER, Told
from tscb.board.models import Agency, Page


def problems(told: Told) -> Iterator[str]:
    names = told.get("agencies", [])
    if not isinstance(names, list) or not all(isinstance(one, str) and one for one in names):
        yield "agencies has to be a list of names."
    else:
        twice = {one for one in names if [slugify(name) for name in names].count(slugify(one)) > 1}
        yield from (f"agencies: {one} stands there twice." for one in sorted(twice))
    yield from shape_of(told, "pages", {"address", "title", "file"}, {"show_in"})
    for number, given in enumerate(tables(told, "pages"), 1):
        yield from problems_of_page(given, f"pages {number}: ", told)


def problems_of_page(given: Values, where: str, told: Told) -> Iterator[str]:
    try:
        page = page_of(given, told)
    except (OSError, UnicodeDecodeError):
        yield f"{where}file: {given.get('file')} cannot be read as text."
    else:
        yield from said_by(page, {"slug": "address", "body": "file"}, where)


def page_of(given: Values, told: Told) -> Page:
    body = (Path(told[FOLDER]) / str(given.get("file"))).read_text(encoding="utf-8")
    place = {"show_in": given["show_in"]} if "show_in" in given else {}
    return Page(slug=given.get("address", ""), title=given.get("title", ""), body=body, **place)


def write(told: Told) -> None:
    """The usual agencies give way to those of the file; pages that it leaves out stay as usual."""
    if names := told.get("agencies"):
        Agency.objects.all().delete()
        Agency.objects.bulk_create(
            Agency(name=name, slug=slugify(name), order=order)
            for order, name in enumerate(names, 1)
        )
    for given in tables(told, "pages"):
        page = page_of(given, told)
        words = {"title": page.title, "body": page.body}
        if "show_in" in given:
            words["show_in"] = page.show_in
        Page.objects.update_or_create(slug=page.slug, defaults=words)
