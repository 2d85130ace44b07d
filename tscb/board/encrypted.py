"""What else is encrypted: second-factor secrets, which django-allauth keeps in a column of its own
(see signing_in.py). Found by `discover("encrypted")`."""

from allauth.mfa.models import Authenticator

from tscb.common.rotation.columns import DictionaryColumn

COLUMNS = (DictionaryColumn(Authenticator, "data", keys=("secret", "seed", "migrated_codes")),)
