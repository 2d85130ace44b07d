"""Small rooms: files, functions and templates stay short enough to be read at once."""

import ast
from statistics import median

from tests.quality.source import ROOT, files, place, python, tree

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONGEST_TEMPLATE = 100
MEDIAN_FILE = 72  # lines; the best code bases of this kind
MEDIAN_FUNCTION = 8
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def lines(path) -> int:
    return len(path.read_text().splitlines())


def functions(paths) -> list[tuple[str, int]]:
    """Every function as (place, lines from `def` to its last line)."""
    return [
        (f"{place(path, node.lineno)} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in paths
        for node in ast.walk(tree(path))
        if isinstance(node, FUNCTIONS)
    ]


def test_no_file_is_long() -> None:
    own = [*python(), *files(".css", ".js")]
    assert not [place(path, lines(path)) for path in own if lines(path) > LONGEST_FILE]


def test_no_function_is_long() -> None:
    found = functions(python())
    assert not [f"{where}: {length}" for where, length in found if length > LONGEST_FUNCTION]


def test_no_template_is_long() -> None:
    pages = [path for path in files(".html", ".txt") if (ROOT / "templates") in path.parents]
    assert pages
    assert not [place(path, lines(path)) for path in pages if lines(path) > LONGEST_TEMPLATE]


def test_half_of_all_files_and_functions_are_shorter_than_in_the_best_houses() -> None:
    code = [path for path in python() if "tests" not in path.parts and lines(path)]
    assert median(lines(path) for path in code) <= MEDIAN_FILE
    assert median(length for _, length in functions(code)) <= MEDIAN_FUNCTION
