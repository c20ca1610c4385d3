"""The text of a small pack without faults, for tests that break or change it."""

SMALL = """\
# Ours, agreed in spring.
name = "OURS"
title = "Our own"
currency = "CNY"

[[versions]]
from = 2024-01-01  # the first day

[versions.normal_hours]
daily = 8
weekly = 40
source = "Handbook, 1"
verified = true

[versions.overtime]
multiplier = 1.5  # half on top
source = { en = "Handbook, 2", ko = "안내서 2" }
verified = true

[versions.hourly_rate]
month_hours = 209
source = "Handbook, 3"
verified = false

[versions.part_of_salary]
by = "calendar_days"
source = "Handbook, 4"
verified = false

[versions.minimum_wage]
hourly = 20
below = "top_up"
source = "Handbook, 5"
verified = false

[versions.deductions]
source = "Handbook, 6"
verified = false

[[versions.deductions.caps]]
kinds = ["", "loss"]
share = "1/5"

[versions.young_workers]
refused = ["15", "14", "under 16", "under 14"]
source = "Handbook, 7"
verified = false

[[versions]]
from = 2025-01-01
[versions.minimum_wage]
hourly = 22.5
below = "top_up"
source = "Handbook, 5 of 2025"
verified = true
"""


def with_changes(*changes: tuple[str, str]) -> str:
    """`SMALL` with each first text replaced by the second; each stands in it once."""
    text = SMALL
    for old, new in changes:
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return text
