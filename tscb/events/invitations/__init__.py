"""Restricted events: for those alone whose work mailbox was invited."""
