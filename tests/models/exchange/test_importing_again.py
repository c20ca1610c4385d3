"""Importing again adds nothing: what is there is found, and what was removed stays away."""

from models.book.book import Book
from models.employees.actions import change_employee
from models.employees.drafts import EmployeeDraft
from models.employees.queries import sites
from models.wages.queries import pieces
from models.wages.records import remove_pieces
from tests.models.exchange.bringing import Import, contents


def test_two_identical_lines_are_both_real_and_stay_so(staffed: Book, bring: Import) -> None:
    line = "W-001,2026-05-04,sew,10,1.5,\n"
    two = "employee,date,task,quantity,rate,note\n" + line * 2
    assert bring("pieces", two).added == 2
    again = bring("pieces", two)
    assert (again.added, again.skipped) == (0, 2)
    third = bring("pieces", two + line)
    assert (third.added, third.skipped) == (1, 2)
    assert pieces(staffed).count() == 3


def test_of_identical_lines_one_that_was_removed_does_not_come_back(
    staffed: Book, bring: Import
) -> None:
    header, line = "employee,date,task,quantity,rate\n", "W-001,2026-05-04,sew,10,1.5\n"
    bring("pieces", header + line * 3)
    remove_pieces(staffed, [next(row.id for row in pieces(staffed).all())])
    assert bring("pieces", header + line * 2).added == 0
    assert bring("pieces", header + line * 4).added == 2
    assert pieces(staffed).count() == 4


def test_pieces_are_found_again_after_their_employee_got_another_code(
    staffed: Book, bring: Import
) -> None:
    header, line = "employee,date,task,quantity,rate\n", "W-001,2026-05-04,sew,10,1.5\n"
    bring("pieces", header + line)
    draft = {"code": "W-900", "joined_on": "2026-01-01"}
    change_employee(staffed, "W-001", EmployeeDraft.model_validate(draft))
    assert bring("pieces", header + line.replace("W-001", "W-900")).added == 0


def test_skipping_rows_that_are_there_opens_no_site(staffed: Book, bring: Import) -> None:
    before = contents(staffed)
    report = bring("employees", "code,site,joined_on\nW-001,Elsewhere,2026-01-01\n")
    assert (report.added, report.skipped) == (0, 1)
    assert sites(staffed) == []
    assert contents(staffed) == before
