"""What is true: tables, rules, actions and queries, without a screen or a page."""
