"""Arrows run one way: common <- board <- reviews <- briefings; referrals stands apart."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tscb.common import architecture
from tscb.common.architecture import ROOMS, SITE, Import, arrows, imports, modules, room_of
from tscb.common.management.commands import draw_architecture
from tscb.common.management.commands.draw_architecture import PAGE, redrawn

BELOW_REFERRALS = {"tscb.common", "tscb.board", "reviews"}
IN_REFERRALS = {room for room in ROOMS if room.startswith("referrals.")}
ON_BOTH_SIDES = {
    "referrals.models",
    "referrals.mails",
    "referrals.description",
    "referrals.casework",
    "referrals.clock",
    "referrals.agreement",
    "referrals.files",
}
# The rooms of the panel's work. They do not know each other; the panel's own rooms show them all.
CASEWORK = {
    "referrals.summaries",
    "referrals.meetings",
    "referrals.deciding",
    "referrals.publication",
    "referrals.keeping",
}
ALLOWED: dict[str, set[str]] = {
    "tscb.common": set(),
    "tscb.board": {"tscb.common"},
    "reviews": {"tscb.common", "tscb.board"},
    "briefings": {"tscb.common", "tscb.board", "reviews"},
    "tscb.events": {"tscb.common", "tscb.board", "reviews", "briefings"},
    "tscb.bulletin": {"tscb.common", "tscb.board", "reviews", "briefings", "tscb.events"},
    # Counts what the others keep, and nobody knows it.
    "tscb.reach": {
        "tscb.common",
        "tscb.board",
        "reviews",
        "briefings",
        "tscb.events",
        "tscb.bulletin",
    },
    "tscb.training": {"tscb.common", "tscb.board", "reviews", "briefings"},
    "referrals.models": BELOW_REFERRALS,
    "referrals.description": BELOW_REFERRALS | {"referrals.models"},
    "referrals.mails": BELOW_REFERRALS | {"referrals.models"},
    "referrals.files": BELOW_REFERRALS | {"referrals.models", "referrals.mails"},
    "referrals.filling": BELOW_REFERRALS | {"referrals.models", "referrals.description"},
    "referrals.casework": BELOW_REFERRALS
    | {"referrals.models", "referrals.mails", "referrals.description"},
    "referrals.clock": BELOW_REFERRALS
    | {"referrals.models", "referrals.mails", "referrals.description", "referrals.casework"},
    "referrals.auditing": BELOW_REFERRALS | {"referrals.models", "referrals.casework"},
    # A clock begins where a referral is received, in the same transaction: the form knows it, too.
    "referrals.form": BELOW_REFERRALS | ON_BOTH_SIDES | {"referrals.filling", "referrals.clock"},
    "referrals.panel": BELOW_REFERRALS | ON_BOTH_SIDES | CASEWORK | {"referrals.auditing"},
    "referrals.agreement": BELOW_REFERRALS
    | {"referrals.models", "referrals.mails", "referrals.description"},
    "referrals": BELOW_REFERRALS | IN_REFERRALS,
    SITE: set(ROOMS),
} | dict.fromkeys(CASEWORK, BELOW_REFERRALS | ON_BOTH_SIDES)
# An agency fills in pages as a referrer does.
ALLOWED["referrals.summaries"] = ALLOWED["referrals.summaries"] | {"referrals.filling"}
KNOW_EVERY_APP = {"tscb.urls", "tscb.views", "tscb.settings", "tscb.sitemaps", "tscb.home"}
APPS = {
    "tscb.board", "reviews", "briefings", "tscb.events", "tscb.bulletin", "tscb.training",
    "referrals",
}  # fmt: skip


def test_every_room_has_its_arrows() -> None:
    assert ALLOWED.keys() == set(ROOMS)
    assert {room_of(module) for module in modules()} == set(ROOMS)


def test_no_arrow_but_those_of_the_design() -> None:
    wrong = {(a, b) for a, b in arrows() if b not in ALLOWED[a]}
    assert not wrong, "\n".join(
        f"{one.importer}:{one.line} imports {one.imported}"
        for one in imports()
        if (room_of(one.importer), room_of(one.imported)) in wrong
    )


def test_only_the_table_of_contents_knows_every_app() -> None:
    knowing = {
        one.importer
        for one in imports()
        if room_of(one.importer) == SITE and (room_of(one.imported) or "").split(".")[0] != SITE
    }
    assert knowing <= KNOW_EVERY_APP


def test_no_import_is_hidden_inside_a_function() -> None:
    hidden = [one for one in imports() if one.is_hidden]
    assert not hidden, "\n".join(f"{one.importer}:{one.line}" for one in hidden)


def test_no_module_imports_itself_round_a_circle() -> None:
    ahead: dict[str, set[str]] = {name: set() for name in modules()}
    for one in imports():
        ahead[one.importer].add(one.imported)
    while free := {name for name, others in ahead.items() if not others & ahead.keys()}:
        ahead = {name: others for name, others in ahead.items() if name not in free}
    assert not ahead, f"In a circle, or above one: {sorted(ahead)}"


def test_picture_is_what_the_imports_say() -> None:
    page = PAGE.read_text()
    assert page == redrawn(page), "Run: python manage.py draw_architecture"


def test_command_draws_it_anew_and_keeps_the_words(tmp_path: Path, monkeypatch) -> None:
    page, words = tmp_path / "architecture.md", PAGE.read_text()
    page.write_text(words.replace("-->", "<--"))
    monkeypatch.setattr(draw_architecture, "PAGE", page)
    call_command("draw_architecture", stdout=StringIO())
    assert page.read_text() == words


@pytest.fixture
def small_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one import of each kind."""
    monkeypatch.setattr(architecture, "ROOT", tmp_path)
    for name, text in {
        "tscb/common/__init__.py": "from . import text\n",
        "tscb/common/text.py": "import os\nfrom .. import urls\nfrom ..urls import home\n",
        "tscb/urls.py": "include('reviews.models')\ndef home():\n    import reviews.models\n",
        "reviews/models.py": "from tscb.common import text\nfrom tscb.common.text import render\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_every_way_to_write_an_import_is_read(small_project: Path) -> None:
    assert set(imports()) == {
        Import("tscb.common", "tscb.common.text", 1, False),
        Import("tscb.common.text", "tscb.urls", 2, False),
        Import("tscb.common.text", "tscb.urls", 3, False),
        Import("tscb.urls", "reviews.models", 1, False),
        Import("tscb.urls", "reviews.models", 3, True),
        Import("reviews.models", "tscb.common.text", 1, False),
        Import("reviews.models", "tscb.common.text", 2, False),
    }


def test_picture_leaves_out_what_a_longer_way_says(small_project: Path) -> None:
    (small_project / "reviews" / "models.py").write_text("from tscb.common import text\n")
    (small_project / "tscb" / "urls.py").write_text("import reviews.models\nimport tscb.common\n")
    (small_project / "tscb" / "common" / "text.py").write_text("")
    drawn = architecture.picture()
    assert "tscb --> reviews" in drawn
    assert "tscb --> tscb_common" not in drawn
