"""What the programme makes and sells: products, stock, sales and returns."""
