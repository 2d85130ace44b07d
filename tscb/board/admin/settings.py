"""Names and addresses in the admin."""

from django.db.models import URLField

from tscb.board.admin.one_row import OneRowAdmin


class BoardSettingsAdmin(OneRowAdmin):
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
