"""Which room of the project imports which, read from the source and drawn as a picture.

Used by `manage.py draw_architecture` and by the tests that keep the arrows one way. Nothing is
imported to find out: the files are only read.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = "tscb"
# The longest name that fits is the room of a module; `tscb` itself is the table of contents.
ROOMS = (
    "tscb.common",
    "tscb.board",
    "reviews",
    "briefings",
    "tscb.events",
    "tscb.bulletin",
    "tscb.reach",
    "tscb.training",
    "referrals.models",
    "referrals.mails",
    "referrals.description",
    "referrals.casework",
    "referrals.clock",
    "referrals.summaries",
    "referrals.meetings",
    "referrals.deciding",
    "referrals.publication",
    "referrals.keeping",
    "referrals.auditing",
    "referrals.files",
    "referrals.agreement",
    "referrals.filling",
    "referrals.form",
    "referrals.panel",
    "referrals",
    SITE,
)


@dataclass(frozen=True)
class Import:
    """One import statement: who, whom, and where it stands."""

    importer: str
    imported: str
    line: int
    is_hidden: bool  # inside a function


def room_of(module: str) -> str | None:
    """The room that a module lives in; None for what is not ours."""
    return next((room for room in ROOMS if module == room or module.startswith(f"{room}.")), None)


def modules() -> dict[str, Path]:
    """Every module of the project by its dotted name, migrations left out."""
    tops = sorted({room.split(".")[0] for room in ROOMS})
    files = (path for top in tops for path in sorted((ROOT / top).rglob("*.py")))
    return {_name(path): path for path in files if "migrations" not in path.parts}


def imports() -> list[Import]:
    """All imports from one module of the project to another."""
    known = modules()
    return [found for name, path in known.items() for found in _imports_of(name, path, known)]


def arrows() -> set[tuple[str, str]]:
    """From room to room, as (importer, imported)."""
    pairs = {(room_of(one.importer), room_of(one.imported)) for one in imports()}
    return {(a, b) for a, b in pairs if a and b and a != b}


def picture() -> str:
    """The arrows as a Mermaid flow chart; an arrow points at what is imported."""
    lines = ["flowchart TD"]
    lines += [f"    {_box(room)}" for room in ROOMS]
    lines += [f"    {_key(a)} --> {_key(b)}" for a, b in sorted(_direct(arrows()))]
    return "\n".join(lines)


def _direct(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Without the arrows that a longer way says already, so that the picture can be read."""
    return {(a, b) for a, b in pairs if not _reaches(a, b, pairs - {(a, b)})}


def _reaches(start: str, end: str, pairs: set[tuple[str, str]]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        ahead = {b for a, b in pairs if a == here} - seen
        if end in ahead:
            return True
        seen |= ahead
        waiting += ahead
    return False


def _box(room: str) -> str:
    title = "urls, views, settings, sitemaps" if room == SITE else room
    return f'{_key(room)}["{title}"]'


def _key(room: str) -> str:
    return room.replace(".", "_")


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports_of(name: str, path: Path, known: dict[str, Path]) -> Iterator[Import]:
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node, is_hidden in _naming(path.read_text()):
        for imported in _named(node, package, known):
            if room_of(imported):
                yield Import(name, imported, getattr(node, "lineno", 0), is_hidden)


@cache
def _naming(text: str) -> tuple[tuple[ast.AST, bool], ...]:
    """The statements that name a module, and whether each stands inside a function. Kept by the
    text: reading a thousand files takes seconds, and several tests ask."""
    return tuple(_naming_below(ast.parse(text), is_hidden=False))


def _naming_below(node: ast.AST, *, is_hidden: bool) -> Iterator[tuple[ast.AST, bool]]:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Call):
        yield node, is_hidden
    inside = is_hidden or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        yield from _naming_below(child, is_hidden=inside)


def _named(node: ast.AST, package: str, known: dict[str, Path]) -> Iterator[str]:
    """The modules that one statement imports, whichever way it is written, `include()` too."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        above = package.split(".")[: len(package.split(".")) - node.level + 1]
        base = ".".join([*(above if node.level else []), *filter(None, [node.module])])
        for alias in node.names:
            module = f"{base}.{alias.name}"
            yield module if module in known else base
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "include":
        yield from (str(arg.value) for arg in node.args if isinstance(arg, ast.Constant))
