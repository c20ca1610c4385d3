"""The catalogues of what people read: Korean and simplified Chinese. English is the source."""
