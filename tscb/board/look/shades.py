"""What the style sheets need beside the two colours that a board chooses."""

from tscb.board.look.colours import BLACK, WHITE, mixed

WARM = "#fdf3e2"  # the band with the numbers: the same on every board's site


def tint(main: str) -> str:
    return mixed(main, WHITE, 0.925)


def edge(main: str) -> str:
    return mixed(main, WHITE, 0.75)


def pressed(main: str) -> str:
    return mixed(main, BLACK, 0.215)


def dark(main: str) -> str:
    return mixed(main, BLACK, 0.37)
