"""The colours in which PDFs are set; see `PRINTED_COLOURS` in the settings."""

from tscb.board.look.shades import edge, tint
from tscb.board.site import current


def printed_colours() -> dict[str, str]:
    main = current().look.main
    return {"brand": main, "pale": tint(main), "line-colour": edge(main)}
