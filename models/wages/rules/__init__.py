"""Pay-rule packs as data: one TOML file each, with effective dates and sources."""
