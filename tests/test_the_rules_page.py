"""The page of the pay rules says what the packs say, and every key that they can have."""

import pytest

from docs.write_rules import PAGE, written
from models.rules.entries import rule_kinds, value_kinds
from models.rules.values import AgeBand, DeductionCap


def test_the_tables_are_those_of_the_packs() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert written(page) == page, "make tables writes them anew"


def test_every_key_of_a_rule_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    keys = {key for rule in rule_kinds() for key in (rule, *value_kinds(rule))}
    keys |= {*DeductionCap.model_fields, *AgeBand.model_fields}
    assert {key for key in keys if f"`{key}`" not in page} == set()


def test_a_pack_without_a_place_on_the_page_is_missed() -> None:
    page = PAGE.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="LA"):
        written(page.replace("<!-- pack LA -->", ""))
