"""Files in and out: what a spreadsheet has becomes drafts, and records become columns again."""
