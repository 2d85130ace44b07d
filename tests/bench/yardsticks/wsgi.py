"""The door of the yardsticks; WhiteNoise hands out what lies in the folder FILES."""

import os

from django.core.wsgi import get_wsgi_application
from whitenoise import WhiteNoise

application = WhiteNoise(get_wsgi_application(), root=os.environ["FILES"])
