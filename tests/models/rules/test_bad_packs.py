"""A pack that cannot be used: each fault is named with its place, and all of them at once."""

import pytest

from models.rules.packs import PackRefusedError, read_pack
from models.rules.places import line_of
from tests.models.rules.packtext import with_changes

FIRST = "versions[2024-01-01]"
OVERTIME = "multiplier = 1.5  # half on top"

BAD = [
    pytest.param(
        with_changes((OVERTIME, "multiplier = 1.5\nmultiplyer = 2")),
        [(f"{FIRST}.overtime.multiplyer", "There is no such key.")],
        id="an unknown key of a rule",
    ),
    pytest.param(
        with_changes(("[versions.overtime]", "[versions.overtimes]")),
        [(f"{FIRST}.overtimes", "There is no such key.")],
        id="an unknown rule",
    ),
    pytest.param(
        with_changes(('currency = "CNY"', 'currency = "CNY"\nauthor = "me"')),
        [("author", "There is no such key.")],
        id="an unknown key of the pack",
    ),
    pytest.param(
        with_changes((OVERTIME, "")),
        [(f"{FIRST}.overtime.multiplier", "This is missing.")],
        id="a missing multiplier",
    ),
    pytest.param(
        with_changes((OVERTIME, "multiplier = 0")),
        [(f"{FIRST}.overtime.multiplier", "This must be above zero.")],
        id="a multiplier of zero",
    ),
    pytest.param(
        with_changes((OVERTIME, "multiplier = -1")),
        [(f"{FIRST}.overtime.multiplier", "Write a number such as 1.5")],
        id="a multiplier below zero",
    ),
    pytest.param(
        with_changes((OVERTIME, "multiplier = true")),
        [(f"{FIRST}.overtime.multiplier", "Write a number such as 1.5")],
        id="true for a number",
    ),
    pytest.param(
        with_changes((OVERTIME, 'multiplier = "1/0"')),
        [(f"{FIRST}.overtime.multiplier", "Nothing can be divided by zero.")],
        id="a division by zero",
    ),
    pytest.param(
        with_changes((OVERTIME, "multiplier = nan")),
        [(f"{FIRST}.overtime.multiplier", "Write a number such as 1.5")],
        id="not a number",
    ),
    pytest.param(
        with_changes(("hourly = 20\n", "hourly = 0\n")),
        [(f"{FIRST}.minimum_wage.hourly", "This must be above zero.")],
        id="a rate of zero",
    ),
    pytest.param(
        with_changes(("from = 2025-01-01", "from = 2024-01-01")),
        [("versions[2].from", "There are two versions from this day.")],
        id="two versions from one day",
    ),
    pytest.param(
        with_changes(("from = 2025-01-01\n", "")),
        [("versions[2].from", "This is missing.")],
        id="a version from no day",
    ),
    pytest.param(
        with_changes(("from = 2025-01-01", 'from = "2025-01-01"')),
        [("versions[2].from", "Write a date without quotes")],
        id="a day in quotes",
    ),
    pytest.param(
        with_changes(("from = 2025-01-01", "from = 2025-01-01T08:00:00")),
        [("versions[2].from", "Write a date without quotes")],
        id="a day with a time",
    ),
    pytest.param("name = OURS", [(None, "This is not TOML: ")], id="text that is not TOML"),
    pytest.param(
        with_changes(("daily = 8", "daily = 8\ndaily = 8")),
        [(None, "This is not TOML: ")],
        id="a key twice",
    ),
    pytest.param(
        "",
        [("name", "missing"), ("title", "missing"), ("versions", "missing")],
        id="an empty file",
    ),
    pytest.param(
        'name = "OURS"\ntitle = "x"\nversions = []',
        [("versions", "Write each version under a line [[versions]].")],
        id="no versions",
    ),
    pytest.param(
        'name = "OURS"\ntitle = "x"\nversions = "2024"',
        [("versions", "Write each version under a line [[versions]].")],
        id="versions that are a text",
    ),
    pytest.param(
        with_changes(("[versions.overtime]\n" + OVERTIME, "[versions.overtime]\nmethod = 'daily'")),
        [
            (f"{FIRST}.overtime.method", "This is none of: hours, regular_rate."),
            (f"{FIRST}.overtime.multiplier", "This is missing."),
        ],
        id="no such method",
    ),
    pytest.param(
        with_changes(('name = "OURS"', 'name = "our own pack"')),
        [("name", "is not the name of a pay-rule pack")],
        id="a name with spaces",
    ),
    pytest.param(
        with_changes(('title = "Our own"', "title = 5"), ('currency = "CNY"', 'currency = "XXQ"')),
        [("title", "Write a text in quotes."), ("currency", "is not a currency")],
        id="a title that is a number, and no such currency",
    ),
    pytest.param(
        with_changes(('source = "Handbook, 1"\nverified = true', "verified = 1")),
        [
            (f"{FIRST}.normal_hours.source", "This is missing."),
            (f"{FIRST}.normal_hours.verified", "Write true or false."),
        ],
        id="no source, and a mark that is a number",
    ),
    pytest.param(
        with_changes(('ko = "안내서 2"', 'fr = "Manuel, 2"')),
        [(f"{FIRST}.overtime.source", "Write a text in quotes, or one for each")],
        id="a source in a language that is not spoken here",
    ),
    pytest.param(
        with_changes(('source = "Handbook, 3"', 'source = ""')),
        [(f"{FIRST}.hourly_rate.source", "Write a text in quotes")],
        id="an empty source",
    ),
    pytest.param(
        with_changes(("daily = 8", 'daily = 8\npart_time = "yes"')),
        [(f"{FIRST}.normal_hours.part_time", "Write true or false.")],
        id="yes in quotes",
    ),
    pytest.param(
        with_changes(("daily = 8", "daily = 200")),
        [(f"{FIRST}.normal_hours.daily", "too large")],
        id="a day of 200 hours",
    ),
    pytest.param(
        with_changes(('refused = ["15",', 'refused = ["babies",')),
        [(f"{FIRST}.young_workers.refused.0", "This is none of: 18+, 16-17, 15")],
        id="no such age",
    ),
    pytest.param(
        with_changes(('kinds = ["", "loss"]', "kinds = []")),
        [(f"{FIRST}.deductions.caps.0.kinds", "At least one is needed.")],
        id="a cap of nothing",
    ),
    pytest.param(
        with_changes(("[versions.young_workers]", "[versions.young_worker]")),
        [
            (f"{FIRST}.young_workers", "This is missing."),
            (f"{FIRST}.young_worker", "There is no such key."),
        ],
        id="a rule under a wrong name is missing, too",
    ),
    pytest.param(
        with_changes(
            (OVERTIME, "multiplier = 0"), ("daily = 8", "daily = 0"), ("from = 2025", "form = 2025")
        ),
        [
            ("versions[2].from", "This is missing."),
            (f"{FIRST}.normal_hours.daily", "hours above zero"),
            (f"{FIRST}.overtime.multiplier", "This must be above zero."),
        ],
        id="several at once",
    ),
]


@pytest.mark.parametrize(("text", "faults"), BAD)
def test_every_fault_of_a_pack_is_named_with_its_place(
    text: str, faults: list[tuple[str | None, str]]
) -> None:
    with pytest.raises(PackRefusedError) as caught:
        read_pack(text)
    found = caught.value.problems
    assert {problem.column for problem in found} == {place for place, _said in faults}
    assert len(found) == len(faults)
    for place, said in faults:
        assert any(p.column == place and said in p.message for p in found), (place, said, found)


def test_a_fault_of_an_early_version_is_not_told_of_the_later_ones_again() -> None:
    with pytest.raises(PackRefusedError) as caught:
        read_pack(with_changes((OVERTIME, "multiplier = 0")))
    assert [problem.column for problem in caught.value.problems] == [f"{FIRST}.overtime.multiplier"]


LINES = [
    pytest.param((OVERTIME, "multiplier = 0"), "multiplier = 0", id="the key itself"),
    pytest.param((OVERTIME, ""), "[versions.overtime]", id="the table of a missing key"),
    pytest.param(("hourly = 22.5", "hourly = 0"), "hourly = 0", id="in a later version"),
    pytest.param(("from = 2025-01-01", "from = 2024-01-01"), "from = 2024-01-01", id="a day"),
    pytest.param(('share = "1/5"', 'share = "x"'), 'share = "x"', id="a table in a list"),
    pytest.param(('title = "Our own"', "title = 5"), "title = 5", id="the head"),
    pytest.param(('title = "Our own"', "title = Ours"), "title = Ours", id="no TOML"),
    pytest.param(
        ("[versions.young_workers]\n", "[versions.young]\n"), "[[versions]]", id="a missing rule"
    ),
]


@pytest.mark.parametrize(("change", "line"), LINES)
def test_a_fault_is_found_in_the_text(change: tuple[str, str], line: str) -> None:
    text = with_changes(change)
    with pytest.raises(PackRefusedError) as caught:
        read_pack(text)
    number = line_of(text, caught.value.problems[0])
    assert number is not None
    assert text.splitlines()[number - 1].startswith(line)
