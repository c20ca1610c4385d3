"""The cellar: the encrypted book on disk."""
