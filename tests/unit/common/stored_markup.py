"""Compares what a template gives with the HTML stored for it in markup/, one tag a line.

After a wanted change, WRITE_MARKUP=1 stores the new HTML; the commit then shows the difference.
"""

import os
import re
from pathlib import Path

STORED = Path(__file__).parent / "markup"


def tidy(html: str) -> str:
    """White space as a browser sees it, and each tag on a line of its own."""
    html = re.sub(r"\s+", " ", html)
    html = re.sub(r"\s*(</?[a-z0-9]+[^>]*>)\s*", r"\n\1\n", html)
    return "\n".join(filter(None, (line.strip() for line in html.splitlines()))) + "\n"


def check(html: str, name: str) -> None:
    path = STORED / f"{name}.html"
    if os.environ.get("WRITE_MARKUP"):
        path.write_text(tidy(html), encoding="utf-8")
    assert tidy(html) == path.read_text(encoding="utf-8")
