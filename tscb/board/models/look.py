"""How the site looks, as a page of its own in the admin."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from tscb.board.look.checks import check_links, check_main
from tscb.board.look.colours import HEX, as_hex
from tscb.board.models.settings import BoardSettings


class SiteLook(BoardSettings):
    """The same row: what of it is seen and not read."""

    class Meta:
        proxy = True
        verbose_name = verbose_name_plural = "colours and logo"

    def clean(self) -> None:
        """Colours that nobody can read are refused, with the nearest that people can."""
        self.main_colour, self.link_colour = as_hex(self.main_colour), as_hex(self.link_colour)
        if not (HEX.fullmatch(self.main_colour) and HEX.fullmatch(self.link_colour)):
            return  # said beside the field already
        with beside("main_colour"):
            check_main(self.main_colour)
        with beside("link_colour"):
            check_links(self.link_colour, self.main_colour)


@contextmanager
def beside(name: str) -> Iterator[None]:
    """What is wrong inside is said beside this field."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError({name: error.messages}) from None
