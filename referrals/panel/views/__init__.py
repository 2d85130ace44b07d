"""The panel's pages: the list, one referral to read, and how far it has come."""
