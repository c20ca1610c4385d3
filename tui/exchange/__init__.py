"""Files in and out on the screen: `importing.import_records` and `exporting.export_records`."""
