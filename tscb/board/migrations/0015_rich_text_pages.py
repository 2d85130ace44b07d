import tscb.board.placeholders
import tscb.common.rich_text.fields
from django.db import migrations


def into_html(apps, schema_editor):
    """Each text is drawn once from the markup that it was in; saving the field does it. Versions in
    the history stay as they are: they are turned into HTML when they are shown or brought back."""
    for page in apps.get_model("board", "Page").objects.all():
        page.save(update_fields=["body"])


class Migration(migrations.Migration):

    dependencies = [
        ('board', '0014_whom_to_call'),
    ]

    operations = [
        migrations.AlterField(
            model_name='page',
            name='body',
            field=tscb.common.rich_text.fields.RichTextField(help_text='Names in braces, such as {board}, {panel} or {contact}, become those entered under Names and addresses. Text from Word can be pasted.', max_length=100000, validators=[tscb.board.placeholders.check_placeholders], verbose_name='text'),
        ),
        migrations.RunPython(into_html, migrations.RunPython.noop),
    ]
