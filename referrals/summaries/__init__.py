"""What agencies are asked about a case, and what the referrer is asked."""
