"""Parts that every section is built from: lists, inputs, forms and dialogs."""
