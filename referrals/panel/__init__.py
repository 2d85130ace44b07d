"""The panel's side: which referrals came, and one of them to read. Knows no form."""
