"""`python -m tscb.common.embedded_database remove FOLDER`: for `make clean`, when no virtual
environment is left to run manage.py with."""

import sys
from pathlib import Path

from . import folder, remove

match sys.argv[1:]:
    case ["remove", base]:
        remove(Path(base))
        sys.stdout.write(f"Removed {folder(Path(base))}.\n")
    case _:
        sys.exit("Usage: python -m tscb.common.embedded_database remove FOLDER")
