"""A 7 minute briefing as one A4 page: a tagged PDF made from what the web page says.

`content.py` says what stands on it, `page.typ` how it looks. Other files of a briefing (text,
slides, team pack) do not live here.
"""

from briefings.sheet.content import SheetContent, content_of
from briefings.sheet.making import make, pages_of
from briefings.sheet.serving import sheet_response

__all__ = ["SheetContent", "content_of", "make", "pages_of", "sheet_response"]
