"""Reports: figures on paper and in files."""
