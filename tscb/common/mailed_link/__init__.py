"""A link sent to one mailbox and a code sent after it: for people without an account.

Whoever opens the link has a code sent to the same mailbox; the code opens a short session that
belongs to this link alone. An app gives its own table (`MailedLink`), pages and words to it.
"""
