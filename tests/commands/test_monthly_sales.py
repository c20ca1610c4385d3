"""The monthly sales summary from the command line, on real sales."""

import csv
import os
import stat
import time
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[1]
SMALL = HERE / "samples" / "online-retail-small.csv"
WHOLE = (
    Path(os.environ.get("WAGEBOOK_SAMPLES", HERE.parents[1] / "shared" / "samples"))
    / "online-retail-2010-12.csv"
)
MAP = (
    "date=InvoiceDate,ref=InvoiceNo,sku=StockCode,name=Description,"
    "quantity=Quantity,unit_price=UnitPrice,channel=Country"
)
DECEMBER = "2010-12"


@pytest.fixture
def wholesaler(wagebook):
    wagebook("new", "--name", "Gifts", "--currency", "GBP", "--country", "GB")
    return wagebook


def test_a_real_month_comes_in_whole_and_adds_up(wholesaler):
    report = wholesaler("import", "sales", SMALL, "--map", MAP, "--json").json
    assert (report["rows"], report["added"], report["bad"]) == (131, 131, 0)
    summary = wholesaler("sales-summary", DECEMBER, "--json").json
    assert summary["totals"] == {
        "orders": 22,
        "lines": 131,
        "units": 1214,
        "gross": "2798.34",
        "discounts": "0.00",
        "returns": "252.98",
        "net": "2545.36",
    }
    twice = [
        sale
        for sale in wholesaler("list", "sales", "--json").json
        if (sale["ref"], sale["sku"]) == ("536530", "22097")
    ]
    assert len(twice) == 2
    assert len({sale.pop("id") for sale in twice}) == 2
    assert twice[0] == twice[1]


def test_importing_it_again_adds_nothing(wholesaler):
    wholesaler("import", "sales", SMALL, "--map", MAP)
    before = wholesaler("sales-summary", DECEMBER, "--json").json
    again = wholesaler("import", "sales", SMALL, "--map", MAP, "--json").json
    assert (again["added"], again["skipped"]) == (0, 131)
    assert wholesaler("sales-summary", DECEMBER, "--json").json == before


@pytest.mark.skipif(not WHOLE.is_file(), reason="the whole month is not at hand")
def test_the_whole_month_has_the_published_figures(wholesaler):
    report = wholesaler("import", "sales", WHOLE, "--map", MAP, "--json").json
    assert (report["added"], report["skipped"], report["bad"]) == (42481, 0, 0)
    started = time.process_time()
    totals = wholesaler("sales-summary", DECEMBER, "--json").json["totals"]
    # Of the processor's time, which a loaded machine takes no more of.
    assert time.process_time() - started < 3
    assert totals["lines"] == 42481
    assert totals["units"] == 342228
    assert totals["gross"] == "823746.14"
    assert totals["returns"] == "74789.12"
    assert totals["net"] == "748957.02"
    again = wholesaler("import", "sales", WHOLE, "--map", MAP, "--json").json
    assert (again["added"], again["skipped"]) == (0, 42481)


def test_the_summary_has_the_shape_that_scripts_rely_on(january):
    january("payrun", "new", "--from", "2026-01-01", "--to", "2026-01-31")
    summary = january("sales-summary", "2026-01", "--json").json
    assert list(summary)[:5] == ["month", "currency", "totals", "by_product", "by_channel"]
    assert (summary["month"], summary["currency"]) == ("2026-01", "CNY")
    assert summary["totals"] == {
        "orders": 2,
        "lines": 3,
        "units": "11.5",
        "gross": "275.04",
        "discounts": "5.00",
        "returns": "25.00",
        "net": "245.04",
    }
    assert summary["by_product"][0] == {
        "sku": "B-1",
        "name": "Basket",
        "units": 9,
        "gross": "250.00",
        "discounts": "5.00",
        "returns": "25.00",
        "net": "220.00",
    }
    assert [channel["channel"] for channel in summary["by_channel"]] == ["Market", "Web"]
    assert [maker["maker"] for maker in summary["by_maker"]] == ["W-003", ""]
    assert summary["previous"] == {"month": "2025-12", "net": "0.00"}
    assert summary["change_percent"] is None
    assert summary["wages_gross"] == "6030.00"
    assert summary["wages_to_sales_percent"] == "2460.82"
    assert "other_currencies" not in summary


def test_a_month_is_compared_with_the_month_before(january, written):
    later = "date,sku,quantity,unit_price\n2026-02-03,B-1,4,25\n"
    january("import", "sales", written("later.csv", later))
    summary = january("sales-summary", "2026-02", "--json").json
    assert summary["previous"] == {"month": "2026-01", "net": "245.04"}
    assert summary["change_percent"] == "-59.19"
    assert summary["wages_gross"] is None
    assert summary["wages_to_sales_percent"] is None


def test_a_month_without_sales_is_a_summary_of_nothing(empty):
    summary = empty("sales-summary", "2026-05", "--json").json
    assert summary["totals"]["lines"] == 0
    assert summary["totals"]["net"] == "0.00"
    assert summary["by_product"] == []
    assert "net sales" in empty("sales-summary", "2026-05").out


def test_the_summary_reads_well(january):
    text = january("sales-summary", "2026-01").out
    assert "Sales in 2026-01, in CNY" in text
    assert "Basket" in text
    assert "245.04" in text


def test_the_same_figures_go_to_paper_workbook_and_text(wholesaler, tmp_path):
    import pypdfium2
    from openpyxl import load_workbook

    wholesaler("import", "sales", SMALL, "--map", MAP)
    for ending in ("pdf", "xlsx", "csv"):
        file = tmp_path / f"summary.{ending}"
        answer = wholesaler("sales-summary", DECEMBER, "--out", file, "--json").json
        assert answer["files"] == [str(file)]
        assert answer["totals"]["net"] == "2545.36"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pypdfium2.PdfDocument(tmp_path / "summary.pdf") as pdf:
        assert "2,545.36" in "".join(page.get_textpage().get_text_range() for page in pdf)
    workbook = load_workbook(tmp_path / "summary.xlsx", read_only=True)
    values = [
        cell for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    assert 2545.36 in values
    with (tmp_path / "summary.csv").open(newline="", encoding="utf-8") as file:
        total = next(csv.DictReader(file))
    assert (total["units"], total["net"]) == ("1214", "2545.36")


def test_several_currencies_are_kept_apart_here_and_on_paper(january, written, tmp_path):
    abroad = "date,sku,quantity,unit_price,currency\n2026-01-09,B-1,2,4.50,USD\n"
    january("import", "sales", written("abroad.csv", abroad))
    summary = january("sales-summary", "2026-01", "--json").json
    assert (summary["currency"], summary["totals"]["net"]) == ("CNY", "245.04")
    (other,) = summary["other_currencies"]
    assert (other["currency"], other["totals"]["net"]) == ("USD", "9.00")
    said = january("sales-summary", "2026-01", "--out", tmp_path / "sales.csv").out
    assert said.splitlines() == [
        f"Written to {tmp_path / 'sales-CNY.csv'}.",
        f"Written to {tmp_path / 'sales-USD.csv'}.",
    ]
    assert not (tmp_path / "sales.csv").exists()
