"""Finding what each app offers under an agreed module name, in the order of INSTALLED_APPS.

This lets a command serve every app while the arrows between the apps still run one way.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps


def discover(name: str) -> Iterator[ModuleType]:
    """The module `<app>.<name>` of each installed app that has one."""
    for config in apps.get_app_configs():
        path = f"{config.name}.{name}"
        if find_spec(path):
            yield import_module(path)
