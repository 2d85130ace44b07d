"""The accounts of board staff and panel members. Whoever gets one chooses the password through
“Forgot your password?” on the sign-in page, and sets up a second factor at the first sign-in.
"""

from typing import Any

from django import forms
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest

from tscb.board.models import User


class NewPersonForm(forms.ModelForm):
    """An account without a password: nobody can sign in until its owner has chosen one."""

    class Meta:
        model = User
        fields = ["email", "first_name", "last_name"]

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        return super().save(commit)


class PersonAdmin(UserAdmin):
    add_form = NewPersonForm
    ordering = ["email"]
    list_display = ["email", "first_name", "last_name", "is_active", "is_staff", "last_login"]
    list_filter = ["groups", "is_active", "is_staff"]
    search_fields = ["email", "first_name", "last_name"]
    filter_horizontal = ["groups"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "first_name", "last_name"]}),
        ("What they may do", {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        ("When", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "first_name", "last_name"]})]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Accounts are switched off, not deleted: the history goes on naming them."""
        return False
