"""What teams typed goes from the uses that were refused before; the database keeps it so."""

from typing import Any

from django.db import migrations, models
from django.db.models.functions import Cast, Concat


def wipe(apps: Any, schema_editor: Any) -> None:
    refused = apps.get_model("briefings", "BriefingUse").objects.filter(state="refused")
    number = Cast("pk", models.CharField())
    refused.update(team=Concat(models.Value("[wiped "), number, models.Value("]")))
    refused.exclude(other_agency="").update(other_agency="[wiped]")


def forget_names(apps: Any, schema_editor: Any) -> None:
    """The history of the admin named uses by their team."""
    entries = apps.get_model("admin", "LogEntry").objects
    of_uses = entries.filter(
        content_type__app_label="briefings", content_type__model="briefinguse"
    )
    meeting = Concat(models.Value("Meeting "), models.F("object_id"), output_field=models.CharField())
    of_uses.update(object_repr=meeting)


class Migration(migrations.Migration):
    dependencies = [
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("briefings", "0012_search_entry"),
    ]

    operations = [
        migrations.RunPython(wipe, migrations.RunPython.noop),
        migrations.RunPython(forget_names, migrations.RunPython.noop),
        # PostgreSQL alters no table whose rows still wait to be checked at the end.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name="briefinguse", name="briefings_use_refused_keeps_no_words"
        ),
        migrations.AddConstraint(
            model_name="briefinguse",
            constraint=models.CheckConstraint(
                condition=~models.Q(state="refused")
                | models.Q(
                    will_change="", team__regex=r"^\[wiped \d+\]$", other_agency__in=["", "[wiped]"]
                ),
                name="briefings_use_refused_keeps_no_words",
            ),
        ),
    ]
