"""When two addresses of mail are one mailbox: nobody agrees to their own referral."""


def mailbox(address: str) -> str:
    """The mailbox behind an address: capitals and what follows a plus make no other one."""
    local, _, domain = address.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def same_mailbox(one: object, other: object) -> bool:
    """Never for what was not given."""
    return bool(one and other) and mailbox(str(one)) == mailbox(str(other))
