"""For what is public from the first and changes by proposals alone: a version that comes back is a
proposal like any other change, and the page shows what stands and what is proposed side by side."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from tscb.common.publishing import content, proposals
from tscb.common.publishing.admin.buttons import PressedAdmin
from tscb.common.publishing.admin.editing import EditingAdmin
from tscb.common.publishing.admin.history import PublishableHistoryAdmin
from tscb.common.publishing.differences import differences
from tscb.common.publishing.forms import CarefulForm
from tscb.common.publishing.proposable import Proposable


class ProposedAdmin(EditingAdmin, PressedAdmin, PublishableHistoryAdmin):
    """A subclass gives the buttons, `accept` and `drop` among them."""

    form = CarefulForm

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        item = self.get_object(request, object_id) if object_id else None
        extra = {**(extra_context or {}), "standing": item, "changes": changes(item)}
        return super().changeform_view(request, object_id, form_url, extra)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Of a change Django's page writes rows that are put back: there is no cover to keep."""
        obj.save()

    def can(self, item: Any, by: Any) -> dict[str, Any]:
        return {"accept": proposals.can_accept(item, by)}


def changes(item: Proposable | None) -> list[Any]:
    """What the change that waits would change of what the public sees."""
    if item is None or item.proposed is None:
        return []
    return differences(item, content.snapshot(item), item.proposed.content)
