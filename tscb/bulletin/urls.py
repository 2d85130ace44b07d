"""Addresses of the e-bulletin: each room brings its own."""

from tscb.bulletin.subscribing import urls as subscribing

app_name = "bulletin"

urlpatterns = [*subscribing.urlpatterns]
