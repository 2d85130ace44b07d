"""All that is wrong in a page as staff have it before them: its text, and where its links lead."""

from tscb.board import site
from tscb.board.models import Page
from tscb.board.models.page import STATEMENT
from tscb.board.pages.links import broken
from tscb.common.rich_text.problems import Problem, links_in, pictures_in, problems_in

NO_STATEMENT = (
    "The parts that the law fixes are not built in yet: fill in the accessibility statement below "
    "the text, and take out of the text what it says as well."
)


def problems_of(page: Page) -> list[Problem]:
    """Errors first. Asks the site itself for each link of its own, so not for every visitor."""
    found = [problem for text in texts_of(page) for problem in problems_in(text)]
    found += [problem for text in texts_of(page) for problem in _broken_links(page, text)]
    if page.slug == STATEMENT and not page.statement.exists():
        found.append(Problem(NO_STATEMENT))
    return sorted(found, key=lambda one: not one.is_error)


def texts_of(page: Page) -> list[str]:
    """Every text on the page, with today's names in it."""
    row = page.statement.first() if page.slug == STATEMENT else None
    return [site.current().fill_html(text) for text in [page.body, *(row.texts if row else [])]]


def _broken_links(page: Page, text: str) -> list[Problem]:
    named = [("link", *link) for link in links_in(text)]
    named += [("picture", *picture) for picture in pictures_in(text)]
    found = [(what, words, address, broken(address, text)) for what, words, address in named]
    return [
        Problem(f"The {what} “{words}” ({address}) {why}", is_error=True)
        for what, words, address, why in found
        if why
    ]
