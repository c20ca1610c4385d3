"""Wages: pay runs, payslips down to their shifts, and adjustments."""
