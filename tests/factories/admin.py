"""Working in the admin through its pages, the way an editor does without JavaScript."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.factories.files import pdf
from tests.factories.forms import fill_in_and_send
from tests.factories.people import sign_in
from tscb.board.models import User


def admin_address(item: Model | type[Model], page: str, *args: Any) -> str:
    opts = item._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def change_address(item: Model) -> str:
    return admin_address(item, "change", item.pk)


def add(client: Client, model: type[Model], **changes: Any) -> Any:
    """Fills in the page for a new one."""
    address = admin_address(model, "add")
    return fill_in_and_send(client, address, f"{model._meta.model_name}_form", changes)


def change(client: Client, item: Model, **changes: Any) -> Any:
    return fill_in_and_send(client, change_address(item), f"{item._meta.model_name}_form", changes)


def press(client: Client, item: Model, button: str, **data: str) -> Any:
    """One of the buttons below the form: publish or withdraw."""
    return client.post(admin_address(item, button, item.pk), data, follow=True)


def upload(name: str = "report.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content)


def staff_client(person: User) -> Client:
    return sign_in(Client(), person)
