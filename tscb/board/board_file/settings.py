"""Names, addresses, guidance and look: what of the file becomes the one row of settings."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from tscb.board.board_file.plain import said_by, unknown
from tscb.board.board_file.reading import FOLDER, Told
from tscb.board.look.logo import Logo, keep_logo, read_logo
from tscb.board.models import SiteLook
from tscb.board.models.settings import ONLY_ROW
from tscb.common.uploads.checks import check_image

FIELDS = {
    "board": {
        "name": "board_name",
        "short_name": "board_short_name",
        "area": "area_name",
        "public_email": "public_email",
        "website": "website_address",
        "guidance": "framework",
    },
    "panel": {
        "name": "panel_name",
        "short_name": "panel_short_name",
        "form": "form_name",
        "learning_review": "learning_review",
        "chair": "chair_title",
        "email": "panel_email",
        "telephone": "panel_phone",
        "summary_working_days": "summary_working_days",
    },
    "paper": {"address": "paper_address", "email": "paper_email"},
    "worried": {
        "front_door": "front_door",
        "manual": "manual_name",
        "manual_address": "manual_url",
        "online_referral": "online_referral_name",
        "online_referral_address": "online_referral_url",
    },
    "look": {
        "main_colour": "main_colour",
        "link_colour": "link_colour",
        "letters": "icon_letters",
        "logo_has_name": "logo_has_name",
        "logo_on_white": "logo_on_white",
    },
    "reviews": {"months_published": "publication_months", "warning": "content_warning"},
}
# What no other board has in common with the first one.
NEEDED = {
    "board": ("name", "short_name", "area", "guidance"),
    "panel": ("name", "short_name", "form", "chair"),
    "worried": ("front_door", "manual", "manual_address", "online_referral"),
}
LOGO = "logo"


def problems(told: Told) -> Iterator[str]:
    shapes = [section for section in FIELDS if not isinstance(told.get(section, {}), dict)]
    if shapes:
        yield from (f"[{section}] has to be a table." for section in shapes)
        return
    for section, fields in FIELDS.items():
        known = {*fields, LOGO} if section == "look" else set(fields)
        yield from unknown(f"[{section}]", told.get(section, {}), known)
    for section, keys in NEEDED.items():
        given = told.get(section, {})
        yield from (f"{section}.{key} is missing." for key in keys if not given.get(key))
    yield from said_by(row_of(told), NAMES_IN_FILE, "")
    yield from problems_of_logo(told)


NAMES_IN_FILE = {
    field: f"{section}.{key}" for section, fields in FIELDS.items() for key, field in fields.items()
}


def row_of(told: Told) -> SiteLook:
    """The settings as the file has them, unsaved and without the logo."""
    row = SiteLook(pk=ONLY_ROW)
    for section, fields in FIELDS.items():
        for key, field in fields.items():
            if key in told.get(section, {}):
                setattr(row, field, told[section][key])
    return row


def problems_of_logo(told: Told) -> Iterator[str]:
    try:
        logo_of(told)
    except ValidationError as error:
        yield from (f"look.logo: {sentence}" for sentence in error.messages)
    except OSError as error:
        yield f"look.logo: the file cannot be read: {error.strerror}."


def logo_of(told: Told) -> Logo | None:
    name = told.get("look", {}).get(LOGO)
    if not name:
        return None
    path = Path(told[FOLDER]) / str(name)
    file = SimpleUploadedFile(path.name, path.read_bytes())
    check_image(file)
    return read_logo(file)


def write(told: Told) -> None:
    row, logo = row_of(told), logo_of(told)
    if logo:
        shown: dict[str, Any] = {"logo_width": logo.width, "logo_height": logo.height}
        for name, value in {"logo": keep_logo(logo), **shown}.items():
            setattr(row, name, value)
    row.save(force_insert=True)
