"""Figures on paper: payslips and summaries as PDF, XLSX and CSV.

A report takes figures that are already right and lays them out; nothing here adds anything up.
"""
