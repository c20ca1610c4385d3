"""Pay as pure functions: frozen values in, a payslip's figures out."""
