"""Reading a form as a browser does: what it would send if nobody changed anything."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

NOT_SENT = {"submit", "button", "file", "reset", "image"}


class FormReader(HTMLParser):
    """Collects the values of one form by its id."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id, self.inside, self.many = form_id, False, False
        self.values: dict[str, Any] = {}
        self.select = self.textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        elif self.inside:
            getattr(self, f"start_{tag}", lambda _: None)(given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = ""
        if tag == "textarea":
            self.textarea = ""

    def handle_data(self, data: str) -> None:
        if self.textarea:
            # HTML drops the first line break of a text area.
            self.values[self.textarea] += data.removeprefix("\r\n").removeprefix("\n")

    def start_input(self, given: dict[str, str]) -> None:
        kind, name = given.get("type", "text"), given.get("name")
        if not name or kind in NOT_SENT:
            return
        if kind not in ("checkbox", "radio"):
            self.values[name] = given.get("value", "")
        elif "checked" in given:
            ticked, value = self.values.get(name), given.get("value", "on")
            self.values[name] = value if ticked is None else [*_listed(ticked), value]

    def start_textarea(self, given: dict[str, str]) -> None:
        self.textarea = given["name"]
        self.values[self.textarea] = ""

    def start_select(self, given: dict[str, str]) -> None:
        self.select, self.many = given["name"], "multiple" in given
        self.values[self.select] = []

    def start_option(self, given: dict[str, str]) -> None:
        """Where one is to be chosen and none is selected, a browser sends the first."""
        chosen, value = self.values.get(self.select, []), given.get("value", "")
        if "selected" in given:
            self.values[self.select] = [*chosen, value] if self.many else [value]
        elif self.select and not self.many and not chosen:
            self.values[self.select] = [value]


def _listed(ticked: Any) -> list[str]:
    """Of several boxes with one name a browser sends each that is ticked."""
    return ticked if isinstance(ticked, list) else [ticked]


def values_of(response: Any, form_id: str) -> dict[str, Any]:
    """What the form on the page would send as it stands."""
    reader = FormReader(form_id)
    reader.feed(response.content.decode())
    return reader.values


def fill_in_and_send(client: Client, address: str, form_id: str, changes: dict[str, Any]) -> Any:
    """Opens the page, changes what is named, sends the form and follows to the next page."""
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    return client.post(address, {**values_of(page, form_id), **changes}, follow=True)
