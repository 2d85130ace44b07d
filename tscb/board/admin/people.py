"""The accounts of board staff and panel members. Whoever gets one chooses the password through
“Forgot your password?” on the sign-in page, and sets up a second factor at the first sign-in.
"""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from tscb.board.models import User

# Brought along by Django and django-allauth: with them an administrator could put a second factor
# of their own on somebody else's account, take one away alone (recovery/ asks two people), or take
# the roles apart.
for model in (Group, EmailAddress, Authenticator):
    admin.site.unregister(model)


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

    def user_change_password(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A password is known to its owner alone, who can always choose a new one by mail."""
        raise PermissionDenied

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Accounts are switched off, not deleted: the history goes on naming them."""
        return False
