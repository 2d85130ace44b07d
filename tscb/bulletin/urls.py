"""Addresses of the e-bulletin: each room brings its own."""

from tscb.bulletin.editions import urls as editions
from tscb.bulletin.subscribing import urls as subscribing

app_name = "bulletin"

urlpatterns = [*editions.urlpatterns, *subscribing.urlpatterns]
