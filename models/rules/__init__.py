"""Pay-rule packs: what the laws say, as data with effective dates and sources."""
