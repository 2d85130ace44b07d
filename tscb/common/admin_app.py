"""Django's admin app with the board's own site in it."""

from django.contrib.admin.apps import AdminConfig


class BoardAdminConfig(AdminConfig):
    default_site = "tscb.common.admin_site.AdminSite"
