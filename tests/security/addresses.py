"""Every address of the site, walked from the resolver, with arguments that lead somewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import URLResolver, get_resolver

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)+")


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver: as written, its name, and the view behind it."""

    route: str
    name: str
    view: Any

    @property
    def arguments(self) -> list[str]:
        return [one or other for one, other in ARGUMENT.findall(self.route)]

    def path(self, values: dict[str, Any]) -> str:
        """The address with these values in it."""
        filled = ARGUMENT.sub(lambda found: str(values[found[1] or found[2]]), self.route)
        return "/" + filled.replace("^", "").replace("$", "")

    @property
    def written(self) -> str:
        """As the table of who gets what writes it."""
        readable = re.sub(r"\(\?P(<\w+>)[^)]*\)+", r"\1", self.route)
        return f"/{readable}".replace("^", "").replace("$", "")

    @property
    def is_staffs(self) -> bool:
        return self.route.startswith(("admin/", "panel/", "staff/reach/"))

    def model(self) -> Any:
        """For the admin's generic addresses: the model they are about."""
        generic = re.match(r"admin/(\w+)/(\w+)/<path:object_id>", self.route)
        return apps.get_model(generic[1], generic[2]) if generic else None


def addresses() -> list[Address]:
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, before: str, names: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{names}{pattern.namespace}:" if pattern.namespace else names
            yield from _walk(pattern, route, inside)
        else:
            yield Address(route, f"{names}{pattern.name}", pattern.callback)
