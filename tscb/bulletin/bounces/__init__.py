"""Letters that came back, and complaints: read, counted, and never a reason to fail."""

from tscb.bulletin.bounces.noting import note

__all__ = ["note"]
