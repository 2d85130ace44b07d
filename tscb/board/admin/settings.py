"""Names and addresses in the admin."""

from django.db.models import URLField
from django.forms import ModelForm

from tscb.board import site
from tscb.board.admin.one_row import OneRowAdmin
from tscb.board.frontage.numbers import check_numbers


class BoardSettingsForm(ModelForm):
    def clean_content_warning(self) -> str:
        """One person saves it, so it tells no number that two did not enter as a contact point. As
        it stands it hinders nobody from changing a name."""
        text: str = self.cleaned_data["content_warning"]
        if "content_warning" in self.changed_data:
            check_numbers(text, [contact.number for contact in site.current().contacts])
        return text


class BoardSettingsAdmin(OneRowAdmin):
    form = BoardSettingsForm
    formfield_overrides = {URLField: {"assume_scheme": "https"}}
    fieldsets = [
        ("The board", {"fields": ["board_name", "board_short_name", "area_name", "public_email"]}),
        (
            "The panel",
            {
                "fields": [
                    "panel_name",
                    "panel_short_name",
                    "form_name",
                    "learning_review",
                    "chair_title",
                    "framework",
                    "panel_email",
                    "panel_phone",
                    "summary_working_days",
                ]
            },
        ),
        ("The form on paper", {"fields": ["paper_address", "paper_email"]}),
        (
            "If somebody is worried about a child",
            {
                "fields": [
                    "front_door",
                    "manual_name",
                    "manual_url",
                    "online_referral_name",
                    "online_referral_url",
                    "exit_url",
                ]
            },
        ),
        ("This website", {"fields": ["website_address", "publication_months", "content_warning"]}),
    ]
