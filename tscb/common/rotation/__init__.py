"""Encrypting anew, with the newest key, all that older ones encrypted: what `manage.py rotate_keys`
does. Which columns there are, is found out; nothing here names one.
"""
