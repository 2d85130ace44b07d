"""Error messages that say what to do, for fields whose author wrote none.

Django's "This field is required." does not say which field it means once it stands in a summary.
"""

from django import forms

EMAIL = "Enter an email address in the correct format, like name@example.org"
TOO_LONG = "Use %(limit_value)d characters or fewer. You have used %(show_value)d."
CHOOSING = (forms.ChoiceField, forms.ModelChoiceField, forms.FileField)
DJANGOS = forms.Field.default_error_messages["required"]


def word_messages(field: forms.Field, label: str) -> None:
    """Replaces what Django says by default; a message that the form's author wrote stays."""
    if field.error_messages.get("required") == DJANGOS:
        field.error_messages["required"] = required_message(field, label)
    if isinstance(field, forms.EmailField):
        field.error_messages.setdefault("invalid", EMAIL)
    if isinstance(field, forms.CharField):
        field.error_messages.setdefault("max_length", TOO_LONG)


def required_message(field: forms.Field, label: str) -> str:
    """Enter your name; Choose your agency; a question is quoted as it is asked."""
    if label.endswith("?"):
        return f"Answer the question “{label}”"
    if isinstance(field, forms.BooleanField):
        return f"Tick to confirm: {in_sentence(label)}"
    verb = "Choose" if isinstance(field, CHOOSING) else "Enter"
    return f"{verb} {in_sentence(label)}"


def in_sentence(words: str) -> str:
    """Small first letter, unless the words begin with an abbreviation."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
