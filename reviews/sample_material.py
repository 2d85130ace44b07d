"""Fictional messages from research, and resources, for the themes of the sample."""

import json
from pathlib import Path
from typing import Any

from django.db import models

from reviews.models import ResearchMessage, Resource, Theme

CONTENT = Path(__file__).parent / "sample_content" / "theme_material.json"
MODELS: dict[str, type[models.Model]] = {"research": ResearchMessage, "resources": Resource}


def load() -> None:
    """What is there is renewed. A theme that is not there is left out."""
    kinds = json.loads(CONTENT.read_text(encoding="utf-8"))
    for kind, model in MODELS.items():
        for fields in kinds[kind]:
            _write(model, **fields)


def remove() -> None:
    for model in MODELS.values():
        model._default_manager.filter(is_sample=True).delete()


def _write(model: Any, *, title: str, themes: list[str], **fields: Any) -> None:
    item, _ = model.objects.update_or_create(title=title, is_sample=True, defaults=fields)
    item.themes.set(Theme.objects.filter(slug__in=themes))
