"""The repository's own files, for tests that read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = {".git", ".venv", "var", "__pycache__", "node_modules"}
FOREIGN = ROOT / "static" / "vendor"


def files(*suffixes: str) -> list[Path]:
    """Our own files with one of these endings; all of them when none is named."""
    return [path for path in _all() if not suffixes or path.suffix in suffixes]


@cache
def _all() -> tuple[Path, ...]:
    return tuple(sorted(_walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and path.name not in MADE and path != FOREIGN:
            yield from _walk(path)
        elif path.is_file():
            yield path


def python(*, migrations: bool = False) -> list[Path]:
    return [path for path in files(".py") if migrations or "migrations" not in path.parts]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"
