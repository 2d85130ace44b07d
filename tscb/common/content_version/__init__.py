"""One number that changes when anything that the public sees is committed, and the watch on it.

`triggers.bumps()` stands in the Meta of every model behind a public page; `watching.known()` tells
what the number was when this process last asked. Why it is built so: docs/decisions/0032.
"""

from tscb.common.content_version.triggers import bumps

__all__ = ["bumps"]
