"""How long somebody stays signed in, when they are asked again, and what they had typed then."""
