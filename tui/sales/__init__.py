"""Sales: what was sold and came back, products, stock, and the month's figures."""
