"""The form for colours and logo."""

from typing import Any

from django import forms

from tscb.board.look.logo import Logo, keep_logo, read_logo
from tscb.board.models import SiteLook
from tscb.common.uploads.checks import check_image

CHOSEN = ("main_colour", "link_colour", "icon_letters")
TICKED = ("logo_has_name", "logo_on_white")


class LookForm(forms.ModelForm):
    new_logo = forms.FileField(
        required=False,
        label="Logo",
        validators=[check_image],
        help_text="A PNG, JPEG or WebP picture; a PNG may be transparent. It is made at most 72 "
        "pixels high. No SVG: save it as PNG first.",
    )
    remove_logo = forms.BooleanField(required=False, label="Take the logo away")

    class Meta:
        model = SiteLook
        fields = (*CHOSEN, *TICKED)

    def clean_new_logo(self) -> Logo | None:
        file = self.cleaned_data["new_logo"]
        return read_logo(file) if file else None

    def chosen(self) -> dict[str, Any]:
        """All that makes the look. A new logo is kept in the store, and shown nowhere yet."""
        given = self.cleaned_data
        plain = {name: getattr(self.instance, name) for name in (*CHOSEN, *TICKED)}
        return plain | self._logo(given["new_logo"], given["remove_logo"])

    def _logo(self, new: Logo | None, remove: bool) -> dict[str, Any]:
        if new:
            return {"logo": keep_logo(new), "logo_width": new.width, "logo_height": new.height}
        if remove:
            return {"logo": "", "logo_width": 0, "logo_height": 0}
        names = ("logo", "logo_width", "logo_height")
        return {name: getattr(self.instance, name) for name in names}
