"""How the PowerPoint slides look: wide, two layouts, the board’s colours, bullets in lists alone.

All of it stands in the master and the layouts, so that a slide that a trainer adds looks the same.
"""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, ACROSS = Inches(0.75), Inches(11.833)
TITLE_AT, BODY_AT = (Inches(0.5), Inches(1.35)), (Inches(1.95), Inches(4.75))
FOOT_AT = (Inches(6.85), Inches(0.4))
KEPT = 2  # “Title Slide” and “Title and Content”, the first of the library's layouts
STRIP = (
    "<p:sp {names}><p:nvSpPr><p:cNvPr id='99' name='Strip'/><p:cNvSpPr/><p:nvPr userDrawn='1'/>"
    "</p:nvSpPr><p:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{width}' cy='{height}'/></a:xfrm>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val='{colour}'/>"
    "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)


def dressed(show: Any, colours: dict[str, str]) -> Any:
    """The library's own show, made ours."""
    show.slide_width, show.slide_height = WIDTH, HEIGHT
    for layout in list(show.slide_layouts)[KEPT:]:
        show.slide_layouts.remove(layout)
    brand = colours["brand"].lstrip("#").upper()
    master = show.slide_master
    for page in (master, *show.slide_layouts):
        _place(page)
    _colour_titles(master, brand)
    _paragraphs_without_bullets(master)
    strip = STRIP.format(names=nsdecls("p", "a"), width=WIDTH, height=Inches(0.2), colour=brand)
    master.shapes._spTree.insert(2, parse_xml(strip))
    return show


def _place(page: Any) -> None:
    """Title above, text below it, the rest at the foot side by side."""
    at_foot = [shape for shape in page.placeholders if shape.placeholder_format.idx not in (0, 1)]
    for shape in page.placeholders:
        index = shape.placeholder_format.idx
        top, height = {0: TITLE_AT, 1: BODY_AT}.get(index, FOOT_AT)
        shape.left, shape.width, shape.top, shape.height = LEFT, ACROSS, top, height
    for number, shape in enumerate(at_foot):
        shape.width = ACROSS // len(at_foot)
        shape.left = LEFT + number * shape.width


def _colour_titles(master: Any, brand: str) -> None:
    for level in master.element.find(qn("p:txStyles")).find(qn("p:titleStyle")):
        level.set("algn", "l")
        words = level.find(qn("a:defRPr"))
        words.set("sz", "3200")
        words.set("b", "1")
        for fill in words.findall(qn("a:solidFill")):
            words.remove(fill)
        words.insert(0, _fill(brand))


def _fill(colour: str) -> Any:
    names = nsdecls("a")
    return parse_xml(f"<a:solidFill {names}><a:srgbClr val='{colour}'/></a:solidFill>")


def _paragraphs_without_bullets(master: Any) -> None:
    """The first level is a paragraph; lists begin at the second."""
    first = master.element.find(qn("p:txStyles")).find(qn("p:bodyStyle")).find(qn("a:lvl1pPr"))
    first.set("marL", "0")
    first.set("indent", "0")
    bullet = first.find(qn("a:buChar"))
    first.replace(bullet, parse_xml(f"<a:buNone {nsdecls('a')}/>"))
