"""The repository speaks of the product alone, and in whole sentences: no machine, no leftovers."""

import ast
import io
import re
import tokenize
from pathlib import Path

from tests.quality.source import ROOT, files, place, python, tree

BINARY = {".png", ".jpg", ".jpeg", ".webp", ".pdf", ".ico", ".woff2", ".pyc"}
# Put together here, so that this file does not find itself.
MACHINES = re.compile("|".join([r"/wo" + r"rk/", r"/Us" + r"ers/\w"]))
REGISTRIES = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", r"npm" + r"js\.", "crates" + r"\.io"])
)
LEFTOVERS = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + r"CK\b"]))
NOT_RUN = re.compile(
    "|".join([r"pytest\.mark\.(skip|x" + "fail)", r"pytest\.(skip|x" + r"fail)\("])
)
WITHOUT_REASON = re.compile(r"#\s*(?:no" + r"qa|type: ig" + r"nore|pragma)(?!.*\s[-–#] \S)")


def texts() -> dict[Path, str]:
    return {path: path.read_text() for path in files() if path.suffix not in BINARY}


def found(pattern: re.Pattern[str], *suffixes: str) -> list[str]:
    return [
        place(path, number)
        for path, text in texts().items()
        if not suffixes or path.suffix in suffixes
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_somebodys_machine() -> None:
    assert not found(MACHINES)


def test_no_package_registry_is_named() -> None:
    assert not found(REGISTRIES)


def test_nothing_is_left_to_do() -> None:
    assert not found(LEFTOVERS, ".py", ".html", ".css", ".js", ".md")


def test_no_test_is_left_out() -> None:
    assert not found(NOT_RUN, ".py")


def test_every_exception_to_a_check_has_its_reason() -> None:
    assert not found(WITHOUT_REASON, ".py")


def test_every_module_says_what_lives_in_it() -> None:
    silent = [
        place(path, 1)
        for path in python()
        if path.read_text().strip() and not ast.get_docstring(tree(path))
    ]
    assert not silent


def comments(path: Path) -> list[tuple[int, str]]:
    """Told apart from a string that holds the sign. That takes long, so it is asked where there is
    something like code behind one alone."""
    if not any(is_code(text) for text in re.findall(r"#[# ]*(.*)", path.read_text())):
        return []
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text()).readline)
    return [
        (token.start[0], token.string.lstrip("# "))
        for token in tokens
        if token.type == tokenize.COMMENT
    ]


def is_code(comment: str) -> bool:
    """A comment that is a statement of Python with an effect, not words."""
    try:
        body = ast.parse(comment).body
    except SyntaxError:
        return False
    return any(
        isinstance(node, ast.Assign | ast.Import | ast.ImportFrom | ast.Return | ast.Delete)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call))
        for node in body
    )


def test_no_code_is_commented_out() -> None:
    assert is_code("answer = 42")
    assert not is_code("The reason is this: it must.")
    wrong = [
        place(path, line) for path in python() for line, text in comments(path) if is_code(text)
    ]
    assert not wrong


def test_repository_has_only_rooms_of_the_design_at_its_top() -> None:
    rooms = {"tscb", "reviews", "briefings", "referrals", "templates", "static", "tests", "docs"}
    needed = {"manage.py", "Makefile", "requirements.txt", "README.md", "pyproject.toml"}
    there = {path.relative_to(ROOT).parts[0] for path in files()}
    assert not {name for name in there - rooms - needed if not name.startswith(".")}
