"""The e-bulletin, through its addresses."""
