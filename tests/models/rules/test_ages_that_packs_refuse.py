"""Who is too young to be employed, pack by pack."""

import pytest

from models.rules.shipped import shipped_names
from models.rules.values import AGE_BANDS
from models.rules.young import AGES, caution, is_refused, refusal
from tests.models.wages.paying import law


@pytest.mark.parametrize(
    ("pack", "refused"),
    [
        pytest.param("PLAIN", "", id="PLAIN only points out"),
        pytest.param("KR", "14, under 16, under 14", id="KR from 15 on"),
        pytest.param("CN", "15, 14, under 16, under 14", id="CN from 16 on"),
        pytest.param("TH", "14, under 16, under 14", id="TH from 15 on"),
        pytest.param("US", "under 16, under 14", id="US from 14 on"),
        pytest.param("LA", "under 16, under 14", id="LA from 14 on"),
    ],
)
def test_below_the_age_of_a_pack_nobody_may_be_employed(pack: str, refused: str) -> None:
    assert [age for age in AGE_BANDS if refusal(law(pack), age)] == [
        age for age in refused.split(", ") if age
    ]


def test_each_pack_that_is_shipped_stands_in_these_tests_and_each_age_has_words() -> None:
    assert set(shipped_names()) == {"PLAIN", "KR", "CN", "TH", "US", "LA"}
    assert set(AGES) == set(AGE_BANDS)


@pytest.mark.parametrize(
    ("pack", "age", "sentence"),
    [
        pytest.param(
            "CN",
            "15",
            "Age 15: too young to be employed under the pay rules CN",
            id="too young",
        ),
        pytest.param(
            "KR",
            "under 16",
            "“under 16” is not precise enough for the pay rules KR: write 15 if that is the age;"
            " who is younger may not be employed",
            id="not precise, 15 may work",
        ),
        pytest.param(
            "US",
            "under 16",
            "“under 16” is not precise enough for the pay rules US: write 15 or 14 if that is the"
            " age; who is younger may not be employed",
            id="not precise, 15 and 14 may work",
        ),
        pytest.param(
            "CN",
            "under 16",
            "Age under 16: too young to be employed under the pay rules CN",
            id="precise where nobody under 16 may work",
        ),
    ],
)
def test_a_refusal_says_why_and_ends_with_the_article(pack: str, age: str, sentence: str) -> None:
    assert refusal(law(pack), age) == f"{sentence} ({law(pack).young_workers.cited})."


def test_plain_rules_point_out_who_is_under_16_and_refuse_nobody() -> None:
    said = caution(law("PLAIN"), "under 16")
    assert said is not None
    assert said.startswith("Age under 16: younger than people may be employed (ILO ")
    assert [age for age in AGE_BANDS if is_refused(law("PLAIN"), age)] == [
        "15",
        "14",
        "under 16",
        "under 14",
    ]
    assert caution(law("PLAIN"), "16-17") is None
    assert caution(law("CN"), "15") == refusal(law("CN"), "15")
