"""`wagebook rules`: the packs, what they say, and the programme's own."""

import pytest

from tests.models.rules.packtext import SMALL, with_changes

BROKEN = with_changes(
    ("multiplier = 1.5  # half on top", "multiplier = 0"),
    ("daily = 8", "dayly = 8"),
    ("from = 2025-01-01", "from = 2024-01-01"),
)
FAULTS = [
    ("versions[2].from", "2024-01-01", "There are two versions from this day."),
    ("versions[2024-01-01].normal_hours.dayly", "8", "There is no such key."),
    ("versions[2024-01-01].overtime.multiplier", "0", "This must be above zero."),
]


@pytest.mark.parametrize("words", [["rules"], ["rules", "list"]], ids=["alone", "list"])
def test_every_pack_is_listed(empty, words):
    shown = empty(*words)
    assert (shown.status, shown.err) == (0, "")
    assert [line.split()[0] for line in shown.out.splitlines()[2:]] == [
        "CN", "KR", "LA", "PLAIN", "TH", "US",
    ]  # fmt: skip
    assert "default" in next(line for line in shown.out.splitlines() if line.startswith("PLAIN"))
    rows = {row["name"]: row for row in empty(*words, "--json").json}
    assert rows["LA"]["verified"] == 0
    assert rows["KR"]["versions"][-1] == "2026-01-01"
    assert not rows["KR"]["own"]
    assert rows["PLAIN"]["default"]


def test_a_pack_is_shown_in_words_with_its_sources(empty):
    shown = empty("rules", "show", "kr", "--on", "2026-10-02").out
    assert "Hours beyond 8 a day or 40 a week earn 1.5 times the hourly rate." in shown
    assert "Labor Standards Act, Article 56(1) · verified · since 2018-07-01" in shown
    assert "! not verified" in shown
    rules = empty("rules", "show", "KR", "--on", "2023-06-01", "--json").json
    assert (rules["from"], rules["on"]) == ("2023-01-01", "2023-06-01")
    wage = next(rule for rule in rules["rules"] if rule["rule"] == "minimum_wage")
    assert wage["since"] == "2023-01-01"
    assert "9,620 KRW" in wage["text"]


def test_a_pack_is_told_in_the_language_in_use(empty):
    shown = empty("rules", "show", "KR", "--on", "2026-10-02", LANG="ko_KR.UTF-8").out
    assert "근로기준법 제56조제1항" in shown


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["show", "NOPE"], "There is no pay-rule pack NOPE; there are: CN, KR,"),
        (["show", "KR", "--on", "2010-01-01"], "not in force on 2010-01-01"),
        (["copy", "KR", "US"], "comes with Wagebook"),
        (["remove", "KR"], "comes with Wagebook"),
        (["export", "NOPE"], "There is no pay-rule pack NOPE"),
        (["check", "nope.toml"], "nope.toml cannot be read"),
        (["change", "KR", "night", "--from", "2027-01-01", "premium=1"], "comes with Wagebook"),
    ],
)
def test_what_cannot_be_done_is_refused(empty, words, sentence):
    refused = empty("rules", *words, "--json")
    assert refused.status == 1
    assert sentence in refused.error["message"]


@pytest.mark.parametrize(
    "words",
    [
        ["copy", "KR"],
        ["copy", "KR", "a b"],
        ["show", "KR", "--on", "yesterday"],
        ["change", "KR", "night", "premium=1"],
        ["change", "KR", "night", "--from", "2027-01-01"],
        ["change", "KR", "night", "--from", "2027-01-01", "premium"],
        ["burn", "KR"],
    ],
)
def test_what_is_not_understood_is_a_usage_error(empty, words):
    assert empty("rules", *words).status == 2


def test_every_fault_of_a_file_is_listed(empty, written):
    file = written("ours.toml", BROKEN)
    checked = empty("rules", "check", file)
    assert checked.status == 1
    for place, _value, sentence in FAULTS:
        assert f"ours.toml, {place}: {sentence}" in checked.err
    for action in ("check", "add"):
        problems = empty("rules", action, file, "--json").error["problems"]
        assert [(p["column"], p["value"], p["message"]) for p in problems] == FAULTS
        assert {problem["file"] for problem in problems} == {"ours.toml"}
    assert "OURS" not in empty("rules").out


def test_a_file_without_faults_needs_no_book_to_be_checked(wagebook, written):
    checked = wagebook("rules", "check", written("ours.toml", SMALL))
    assert (checked.status, checked.err) == (0, "")
    assert checked.out == "OURS: no faults. Its versions begin on: 2024-01-01, 2025-01-01.\n"


def test_a_pack_is_copied_changed_exported_read_again_and_removed(empty, tmp_path):
    assert empty("rules", "copy", "KR", "kr-small").status == 0
    change = ["rules", "change", "KR-SMALL"]
    changed = empty(*change, "minimum_wage", "--from", "2027-01-01", "hourly=11000", "--json").json
    assert (changed["name"], changed["from"]) == ("KR-SMALL", "2027-01-01")
    assert empty(*change, "premiums", "--from", "2018-07-01", "premiums=no").status == 0
    file = tmp_path / "small.toml"
    assert empty("rules", "export", "KR-SMALL", "--out", file).status == 0
    assert empty("rules", "export", "KR-SMALL").out == file.read_text(encoding="utf-8")
    assert empty("rules", "remove", "KR-SMALL").status == 0
    assert "KR-SMALL" not in empty("rules").out
    assert empty("rules", "add", file, "--json").json["name"] == "KR-SMALL"
    shown = empty("rules", "show", "KR-SMALL", "--on", "2027-05-01").out
    assert "11,000 KRW" in shown
    assert "too small to owe premiums" in shown
    assert "# The Republic of Korea." in file.read_text(encoding="utf-8")


def test_a_pack_that_terms_name_stays(january, written):
    terms = "employee,from,basis,rate,rules\nW-001,2026-03-01,hourly,16,OURS\n"
    file = written("terms.csv", terms)
    problem = january("import", "terms", file, "--json").error["problems"][0]
    assert (problem["row"], problem["column"], problem["value"]) == (1, "rules", "OURS")
    assert "There is no pay-rule pack OURS; there are: CN," in problem["message"]
    january("rules", "copy", "CN", "OURS")
    assert january("import", "terms", file).status == 0
    refused = january("rules", "remove", "OURS")
    assert (refused.status, "W-001" in refused.err) == (1, True)


def test_the_default_pack_is_one_of_the_book(empty):
    refused = empty("settings", "pay_rules", "OURS", "--json")
    assert refused.error["problems"][0]["column"] == "pay_rules"
    empty("rules", "copy", "TH", "OURS")
    assert empty("settings", "pay_rules", "ours").out == "OURS\n"
