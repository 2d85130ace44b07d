"""How long a case is kept, and how it is destroyed."""
