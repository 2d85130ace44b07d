"""The one settings file: hardened unless TSCB_DEVELOPMENT=1, every value from the environment.

Sections follow Django's settings reference. A missing production variable stops the start with
a sentence that says what to set (tscb/common/environment.py).
"""

from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from tscb.common import embedded_database, environment, local_database

BASE_DIR = Path(__file__).resolve().parent.parent
DEVELOPMENT = environment.flag("TSCB_DEVELOPMENT")
DATA_DIR = Path(environment.text("DATA_DIR", default=str(BASE_DIR / "var")))
SECRETS = environment.Secrets(DATA_DIR / "development-secrets.json" if DEVELOPMENT else None)

# Core -------------------------------------------------------------------------------------------
DEBUG = DEVELOPMENT and environment.flag("TSCB_DEBUG", default=True)
SECRET_KEY = SECRETS.get("SECRET_KEY", minimum_length=50)
# Newest first: the first encrypts, all decrypt. docs/keys.md says how to change them.
FIELD_ENCRYPTION_KEYS = SECRETS.fernet_keys("FIELD_ENCRYPTION_KEYS")
# The keys of cases lie apart from the database and from every backup of it. docs/keys.md
CASE_KEYS_DIR = Path(environment.text("CASE_KEYS_DIR", default=str(DATA_DIR / "case-keys")))
ALLOWED_HOSTS = (
    ["localhost", "127.0.0.1", "[::1]", "testserver"]
    if DEVELOPMENT
    else environment.words("ALLOWED_HOSTS")
)
SITE_ADDRESS = environment.text(
    "SITE_ADDRESS", default="http://127.0.0.1:8000" if DEVELOPMENT else None
)
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]
# A proxy in front tells the visitor's address and scheme, and overwrites what visitors claim.
BEHIND_PROXY = environment.flag("BEHIND_PROXY")
ROOT_URLCONF = "tscb.urls"
WSGI_APPLICATION = "tscb.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

INSTALLED_APPS = [
    "tscb.common.admin_app.BoardAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "django_prose_editor",
    "csp",
    "pgtrigger",
    "tscb.common",
    "tscb.board",
    "reviews",
    "briefings",
    "tscb.events",
    "tscb.bulletin",
    "tscb.training",
    "referrals",
]

# Public pages stay free of cookies and sessions: nothing here reads the session unasked.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "tscb.common.middleware.SecurityHeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "tscb.common.middleware.BadInputMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tscb.board.sessions.middleware.StaffSessionMiddleware",
    "tscb.common.second_factor.SecondFactorMiddleware",
    "tscb.common.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["tscb.common.templatetags.house"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tscb.board.site.context",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_TEMPLATE_PACK = CRISPY_ALLOWED_TEMPLATE_PACKS = "govuk"

# Database: a server of our own beside the code unless DATABASE_URL names one ----------------------
DATABASE_URL = environment.text("DATABASE_URL", default="" if DEVELOPMENT else None)
DATABASES = {
    "default": dj_database_url.parse(
        DATABASE_URL or embedded_database.address(local_database.FOLDER),
        engine="tscb.common.database",
        conn_max_age=60,
        conn_health_checks=True,
    )
}

# The throttle's counters are shared by all workers, so they live in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "TIMEOUT": 3600,
        # Beyond this the cache throws entries away, and the counts of a throttle with them.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Public pages that each process keeps in its memory: docs/kept-pages.md
KEPT_PAGES = environment.flag("KEPT_PAGES", default=not DEBUG)
KEPT_PAGES_BYTES = environment.number("KEPT_PAGES_BYTES", default=64_000_000)
KEPT_PAGES_NOW = "tscb.board.now.now"

# People -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "board.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{VALIDATION}.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "staff_home"

# Signing in: password and second factor (authenticator or passkey), by django-allauth
ACCOUNT_ADAPTER = "tscb.board.signing_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody makes us write to strangers
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)  # whose word on the visitor's address counts
MFA_FORMS = {"add_webauthn": "tscb.board.passkeys.AddPasskeyForm"}
MFA_FORMS["activate_totp"] = "tscb.board.second_factor_forms.ActivateForm"
MFA_ADAPTER = "tscb.board.signing_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEVELOPMENT
PRINTED_COLOURS = "tscb.board.look.printing.printed_colours"  # asked whenever a PDF is set

# For staff alone. How long one lasts, and why: tscb/board/sessions/limits.py.
SESSION_COOKIE_AGE = int(timedelta(hours=8).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not DEVELOPMENT
CSRF_COOKIE_SECURE = not DEVELOPMENT
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # ends with the browser, like every cookie here
CSRF_FAILURE_VIEW = "tscb.views.csrf_failure"

# Language and time ------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

# Files ------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "tscb.common.static_files.HashedFiles"
    },
}
WHITENOISE_USE_FINDERS = DEVELOPMENT
WHITENOISE_AUTOREFRESH = DEVELOPMENT  # looks for a file when asked, not for all at every start
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
# All of a request, files included: anywhere, and in the admin, where documents are uploaded
REQUEST_MAX_BYTES = DATA_UPLOAD_MAX_MEMORY_SIZE
UPLOAD_MAX_REQUEST_BYTES = 60_000_000
# A larger one from somebody signed in is read to its end and dropped, so that they get an answer
UPLOAD_READ_AWAY_BYTES = 500_000_000
UPLOAD_MAX_DOCUMENT_BYTES = 25_000_000
UPLOAD_MAX_IMAGE_BYTES = 10_000_000
UPLOAD_MAX_IMAGE_PIXELS = 40_000_000
UPLOAD_MAX_PDF_PAGES = 600
# For the process that reads a PDF from outside: bytes in all, seconds of work for one page
UPLOAD_CHILD_MEMORY = 1_500_000_000
UPLOAD_CHILD_STEP_SECONDS = 5
# Files of a referral: bytes of one, bytes of all that belong to one referral, and how many
REFERRAL_FILE_MAX_BYTES = environment.number("REFERRAL_FILE_MAX_BYTES", default=104_857_600)
REFERRAL_FILES_MAX_BYTES = environment.number("REFERRAL_FILES_MAX_BYTES", default=314_572_800)
REFERRAL_FILES_MAX = 20
# What other uses of the disk need; where less is free, no file is taken
UPLOAD_KEEP_FREE_BYTES = 1_000_000_000
# The virus scanner: unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310; nobody is asked where empty
CLAMD_ADDRESS = environment.socket_address("CLAMD_ADDRESS")
CLAMD_SECONDS = 20
# The child gets no variable of ours. Tests name here what measures their coverage.
UPLOAD_CHILD_ENVIRONMENT: dict[str, str] = {}

# Mail: written to the outbox, sent by `manage.py tick` --------------------------------------------
FILES, SMTP = "django.core.mail.backends.filebased", "tscb.common.mail.smtp"
EMAIL_BACKEND = f"{FILES if DEVELOPMENT else SMTP}.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = environment.text("EMAIL_HOST", default="localhost")
EMAIL_PORT = int(environment.text("EMAIL_PORT", default="25"))
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = environment.flag("EMAIL_USE_TLS", default=not DEVELOPMENT)
EMAIL_TIMEOUT = 10
# How fast letters to subscribers go out. Mail about referrals and bookings is never held back.
BULLETIN_MAILS_A_MINUTE = environment.number("BULLETIN_MAILS_A_MINUTE", default=60)
DEFAULT_FROM_EMAIL = environment.text(
    "DEFAULT_FROM_EMAIL", default="board@example.org" if DEVELOPMENT else None
)
BULLETIN_RETURN_ADDRESS = environment.mailbox("BULLETIN_RETURN_ADDRESS")  # for what comes back
BOUNCES_MAILDIR = environment.text("BOUNCES_MAILDIR", default="")  # where that lies then

# What a browser is told -------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_SSL_REDIRECT = not DEVELOPMENT
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 0 if DEVELOPMENT else int(timedelta(days=365).total_seconds())
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEVELOPMENT
SECURE_HSTS_PRELOAD = not DEVELOPMENT
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Logs: to the console, and never what somebody typed (tscb/common/logs.py) ------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "tscb.common.logs.Discreet"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["discreet"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
