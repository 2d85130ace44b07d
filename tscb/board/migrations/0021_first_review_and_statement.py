from hashlib import sha256

from django.db import migrations

from tscb.board.facts import TEXTS, statement_texts
from tscb.common.publishing.due import months_after

# Of the statement that a new site had until now, as HTML: what staff changed since is theirs to part.
WHOLE_STATEMENT = "5f63b654c2cc3f60c5ebb98a7f8fd23d1972cecd3385a69cc5198cc28f789d5f"


def reviewed_when_changed_last(apps, schema_editor):
    """Each page counts as read when somebody last changed it, and is due a year after that."""
    for page in apps.get_model("board", "Page").objects.filter(reviewed_on=None):
        page.reviewed_on = page.updated_at.date()
        page.review_by = months_after(page.reviewed_on, page.review_every)
        page.save(update_fields=["reviewed_on", "review_by"])


def fixed_parts_of_the_statement(apps, schema_editor):
    page = apps.get_model("board", "Page").objects.filter(slug="accessibility").first()
    if page and sha256(page.body.encode()).hexdigest() == WHOLE_STATEMENT:
        page.body = (TEXTS / "accessibility.md").read_text()
        page.save(update_fields=["body"])
        apps.get_model("board", "Statement").objects.create(page=page, **statement_texts())


class Migration(migrations.Migration):
    dependencies = [("board", "0020_accessibility_statement")]

    operations = [
        migrations.RunPython(reviewed_when_changed_last, migrations.RunPython.noop),
        migrations.RunPython(fixed_parts_of_the_statement, migrations.RunPython.noop),
    ]
