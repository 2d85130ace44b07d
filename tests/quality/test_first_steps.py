"""What stands in the way of the two commands is said in one sentence that names the remedy."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def refusal(python: Path | str) -> str:
    """What making the environment says with this program as Python."""
    done = subprocess.run(
        ["sh", ".ci/environment", "local"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "PYTHON3": str(python)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    return done.stderr


def pretended_python(folder: Path, script: str) -> Path:
    program = folder / "python3"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return program


def test_no_python_is_said() -> None:
    assert "there is no no-such-python here" in refusal("no-such-python")


def test_old_python_is_said(tmp_path: Path) -> None:
    old = pretended_python(tmp_path, 'case $1 in -V) echo "Python 3.9.2";; *) exit 1;; esac')
    assert "Python 3.11 or later is needed, and" in refusal(old)
    assert "is Python 3.9.2" in refusal(old)


def test_missing_venv_is_said(tmp_path: Path) -> None:
    without = pretended_python(tmp_path, "case $2 in *ensurepip*) exit 1;; esac")
    assert refusal(without).strip().endswith("apt install python3-venv")


def test_make_alone_lists_what_can_be_done() -> None:
    plain = {"PATH": os.environ["PATH"]}
    done = subprocess.run(["make"], cwd=ROOT, env=plain, capture_output=True, text=True, check=True)
    targets = [line.split()[1] for line in done.stdout.splitlines()]
    assert targets[1:] == [
        "run",
        "sign-ins",
        "test",
        "test-fast",
        "coverage",
        "bench",
        "soak",
        "chaos",
        "check",
        "audit",
        "production-check",
        "lock",
        "clean",
    ]
