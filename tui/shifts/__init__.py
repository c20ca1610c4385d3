"""Who worked when, what was made, and the holidays."""
