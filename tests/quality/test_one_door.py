"""Views get published things through `published()` and referrals through `visible_to()` alone,
and nothing but an action changes a status.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from referrals.models import Referral, ReferralFile
from tests.quality.source import ROOT, place, python, tree
from tscb.board.models import Page
from tscb.bulletin.models import Edition
from tscb.common.publishing.models import Publishable
from tscb.events.models import LearningEvent

MANAGERS = {"objects", "_default_manager", "_base_manager"}
LOOKUPS = {"get_object_or_404", "get_list_or_404", "aget_object_or_404"}
# The practitioner holds no account: `held_by` is what their browser's cookie opens. Coordinators
# alone get what staff write down for somebody who phoned.
DOORS = {"published", "released", "public", "visible_to", "held_by", "being_entered"}

# Where a status is written: the actions, and what brings ready-made content in.
ACTIONS = {
    "briefings/evidence/recording.py",
    "briefings/year_archive/asking.py",
    "briefings/year_archive/making.py",
    "tscb/bulletin/editions/publishing.py",
    "tscb/bulletin/editions/sample.py",
    "tscb/bulletin/sending/again.py",
    "tscb/bulletin/sending/noting.py",
    "tscb/bulletin/sending/steering.py",
    "tscb/bulletin/sending/taking.py",
    "tscb/events/afterwards/attending.py",
    "tscb/events/bookings/places.py",
    "tscb/events/publishing.py",
    "tscb/events/sample.py",
    "tscb/events/sample_past.py",
    "tscb/common/publishing/actions.py",
    "tscb/common/publishing/purging.py",
    "tscb/common/mail/outbox.py",
    "tscb/board/recovery/actions.py",
    "referrals/agreement/answering.py",
    "referrals/agreement/rows.py",
    "referrals/form/submission.py",
    "referrals/form/afterwards.py",
    "referrals/casework/moving.py",
    "referrals/keeping/destroying.py",
    "referrals/keeping/disposing.py",
    "referrals/meetings/holding.py",
    "referrals/meetings/planning.py",
    "referrals/meetings/sample.py",
    "referrals/sample.py",
    "referrals/summaries/asking.py",
    "referrals/summaries/rows.py",
    "referrals/summaries/sample.py",
    "reviews/importers.py",
    "reviews/models/learning.py",
    "briefings/importers.py",
}
STATES = {"status", "state"}
WRITERS = {"update", "create", "get_or_create", "update_or_create"}


def guarded() -> set[str]:
    """The names of all models that have a door."""
    published = {model for model in apps.get_models() if issubclass(model, Publishable)}
    documents = {
        model for model in apps.get_models() if hasattr(model._default_manager.all(), "released")
    }
    others = {Edition, LearningEvent, Page, Referral, ReferralFile}
    return {model.__name__ for model in others | published | documents}


def test_models_with_a_door_are_known() -> None:
    referrals = {"Referral", "ReferralFile"}
    public = {"CaseReview", "Briefing", "ReviewDocument", "Page", "LearningEvent", "Edition"}
    assert guarded() >= public | referrals


def is_view_module(path: Path) -> bool:
    """Modules that answer requests; the admin has Django's permissions instead."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "admin" not in parts and bool({"views", "feeds", "sitemaps", "urls"} & set(parts))


def past_the_door(module: ast.Module, models: set[str]) -> Iterator[int]:
    """The lines that reach a guarded model's rows some other way."""
    opened = {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr in DOORS
    }
    for node in ast.walk(module):
        if is_lookup(node, models) or (is_manager(node, models) and id(node) not in opened):
            yield getattr(node, "lineno", 0)


def is_manager(node: ast.AST, models: set[str]) -> bool:
    """`Referral.objects`, `models.Referral.objects`, `self.model._default_manager`."""
    if not isinstance(node, ast.Attribute) or node.attr not in MANAGERS:
        return False
    return getattr(node.value, "id", getattr(node.value, "attr", "")) in models | {"model"}


def is_lookup(node: ast.AST, models: set[str]) -> bool:
    """`get_object_or_404(Referral, …)`."""
    if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in LOOKUPS:
        return False
    return getattr(node.args[0], "id", "") in models


def test_views_read_through_the_door() -> None:
    views = [path for path in python() if is_view_module(path) and "tests" not in path.parts]
    assert len(views) > 10
    models = guarded()
    wrong = [place(path, line) for path in views for line in past_the_door(tree(path), models)]
    assert not wrong


def test_ways_past_the_door_are_seen() -> None:
    for line in (
        "Referral.objects.get(pk=1)",
        "models.Referral.objects.all()",
        "get_object_or_404(CaseReview, slug=slug)",
        "self.model._default_manager.all()",
    ):
        assert list(past_the_door(ast.parse(line), {"Referral", "CaseReview"})) == [1]
    for line in ("Referral.objects.visible_to(user)", "get_object_or_404(reviews, slug=slug)"):
        assert not list(past_the_door(ast.parse(line), {"Referral", "CaseReview"}))


def states_written(module: ast.Module) -> list[int]:
    written = (node for node in ast.walk(module) if is_assigned(node) or is_passed_on(node))
    return [getattr(node, "lineno", 0) for node in written]


def is_assigned(node: ast.AST) -> bool:
    """`referral.status = …`, also as one of several."""
    if not isinstance(node, ast.Attribute) or node.attr not in STATES:
        return False
    return isinstance(node.ctx, ast.Store | ast.Del)


def is_passed_on(node: ast.AST) -> bool:
    """`rows.update(status=…)`, `setattr(referral, "status", …)`."""
    if not isinstance(node, ast.Call):
        return False
    if getattr(node.func, "id", "") == "setattr":
        return getattr(node.args[1], "value", "") in STATES
    named = {keyword.arg for keyword in node.keywords}
    return getattr(node.func, "attr", "") in WRITERS and bool(STATES & named)


def test_status_is_written_in_actions_alone() -> None:
    code = [path for path in python() if "tests" not in path.parts]
    wrong = [
        place(path, line)
        for path in code
        if path.relative_to(ROOT).as_posix() not in ACTIONS
        for line in states_written(tree(path))
    ]
    assert not wrong


def test_ways_to_write_a_status_are_seen() -> None:
    for line in (
        "referral.status = 'received'",
        "a.status, a.at = 1, 2",
        "rows.update(status='received')",
        "Referral.objects.create(status='received')",
        "setattr(referral, 'status', 'received')",
    ):
        assert states_written(ast.parse(line)) == [1]
    assert not states_written(ast.parse("render(request, page, status=404)"))
