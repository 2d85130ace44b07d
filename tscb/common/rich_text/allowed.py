"""Which elements, attributes and addresses a text may hold: enforced coming in and going out.

What stands in neither list goes; its words stay, but for those of scripts, styles and the like.
"""

import nh3

ELEMENTS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "a", "br", "div", "details", "summary",
    "table", "tbody", "tr", "th", "td", "img",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}}
# A picture lies on this site: one from elsewhere would tell that site who reads this one.
PICTURES = "/page-files/"
NOTICES = {"inset", "warning"}
SCHEMES = {"http", "https", "mailto", "tel"}
# What programs paste besides: needed to see what was meant, and gone after that.
PASTED = ELEMENTS | {
    "h1", "h5", "h6", "b", "i", "em", "u", "s", "span", "font", "section", "article", "header",
    "main", "blockquote", "pre", "center", "dl", "dt", "dd", "hr", "thead", "tfoot", "caption",
    "figure", "figcaption", "address",
}  # fmt: skip
MARKS = {"*": {"style", "class"}}
NOT_WORDS = {"script", "style", "title", "xml", "template", "noscript", "iframe", "object", "svg"}


def strictly(html: str) -> str:
    """Only what is stored and drawn."""
    return nh3.clean(
        html,
        tags=ELEMENTS,
        attributes=ATTRIBUTES,
        tag_attribute_values={"div": {"data-notice": NOTICES}},
        clean_content_tags=NOT_WORDS,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def loosely(html: str) -> str:
    """In order, harmless, and still with the marks by which Word and others can be understood."""
    return nh3.clean(
        html,
        tags=PASTED,
        attributes=MARKS | ATTRIBUTES,
        tag_attribute_values={"div": {"data-notice": NOTICES}},
        clean_content_tags=NOT_WORDS,
        url_schemes=SCHEMES,
        link_rel=None,
    )
