"""Advances: money given before payday, and how it comes back."""
