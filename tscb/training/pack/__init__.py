"""The ZIP of a training pack: what it says, how its papers look, and the file made of them."""
