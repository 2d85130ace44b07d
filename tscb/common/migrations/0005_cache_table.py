"""The table in which all processes count tries. Without it every counted try would be refused, so
it is made with the others and is no step that somebody may forget."""

from django.core.management import call_command
from django.db import migrations


def make_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("common", "0004_mail_bodies_encrypted")]

    operations = [migrations.RunPython(make_table, migrations.RunPython.noop)]
