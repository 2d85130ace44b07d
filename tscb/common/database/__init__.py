"""The database engine that DATABASES names: Django's for PostgreSQL, which never waits for ever.

`deadlines` says how long a thread waits, `breaker` when it does not even begin to. Both hold in
processes that answer visitors alone: commands and the worker may take as long as their work takes.
"""
