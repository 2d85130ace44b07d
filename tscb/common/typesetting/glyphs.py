"""The fonts, and replacing what they cannot print, so that a stray emoji never stops a PDF.

An accessible PDF may not hold a character without a shape. Pictures and signs are named in
brackets; letters of scripts that the fonts lack become the replacement character.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Any

import typst
from django.utils.functional import Promise

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Latin with accents and the signs of ordinary text, all of them known to be in the fonts.
UNUSUAL = re.compile("[^\n -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”•…€−]")
PROBE = b"""#set document(title: "probe")
#set text(lang: "en", region: "GB", font: "Libertinus Serif")
#sys.inputs.character"""


@lru_cache
def fonts() -> typst.Fonts:
    """Only the fonts that typst brings: a file looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False)


def printable(data: Any) -> Any:
    """The same data, every text in it made printable."""
    if isinstance(data, Promise):  # words that are filled in when they are read
        data = str(data)
    if isinstance(data, str):
        return UNUSUAL.sub(lambda found: _stand_in(found[0]), unicodedata.normalize("NFC", data))
    if isinstance(data, dict):
        return {key: printable(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [printable(value) for value in data]
    return data


@lru_cache(maxsize=4096)
def _stand_in(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character).startswith("C"):
        return ""
    if _has_shape(character):
        return character
    return _named(character)


def _named(character: str) -> str:
    """A sign's name in brackets; a letter's name would be no help to a reader."""
    is_sign = unicodedata.category(character).startswith("S")
    name = unicodedata.name(character, "").lower()
    return f"[{name}]" if is_sign and name else REPLACEMENT


def _has_shape(character: str) -> bool:
    """Asks typst itself, a few milliseconds once a character: it alone knows its fonts."""
    try:
        typst.compile(
            PROBE,
            font_paths=fonts(),
            sys_inputs={"character": character},
            pdf_standards="ua-1",
        )
    except typst.TypstError:
        return False
    return True
