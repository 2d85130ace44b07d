"""What was withdrawn before its day keeps no date: it never came out, and was counted as if it had."""

from typing import Any

from django.db import migrations
from django.db.models import F


def forget_days_that_never_came(apps: Any, schema_editor: Any) -> None:
    found = apps.get_model("briefings", "Briefing").objects.filter(status="withdrawn")
    found.filter(published_at__gt=F("withdrawn_at")).update(published_at=None)


class Migration(migrations.Migration):
    dependencies = [("briefings", "0016_content_version")]

    operations = [migrations.RunPython(forget_days_that_never_came, migrations.RunPython.noop)]
