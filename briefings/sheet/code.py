"""The QR code that leads from paper to the web page, drawn as a vector picture."""

from functools import lru_cache

import qrcode

QUIET = 4  # modules of white all round, without which it is not found


def matrix_of(address: str) -> list[list[bool]]:
    """The modules, dark or not, without the white around them."""
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(address.encode())
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


@lru_cache(maxsize=512)
def drawn(address: str) -> str:
    """An SVG picture: one path, so that no seam shows between the modules.

    An address never changes, and drawing takes longer than all else for a page that is kept.
    """
    rows = matrix_of(address)
    side = len(rows) + 2 * QUIET
    path = "".join(_row(modules, y) for y, modules in enumerate(rows, QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="M0 0h{side}v{side}h-{side}z" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


def _row(modules: list[bool], y: int) -> str:
    dark = (x for x, is_dark in enumerate(modules, QUIET) if is_dark)
    return "".join(f"M{x} {y}h1v1h-1z" for x in dark)
