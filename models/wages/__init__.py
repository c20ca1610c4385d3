"""What each employee is owed: pieces, adjustments, pay runs and payslips."""
