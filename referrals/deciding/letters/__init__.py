"""Letters about a case, made from templates that staff write. The site mails none of them."""
