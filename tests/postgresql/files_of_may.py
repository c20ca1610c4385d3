"""A month in files, one of each kind, and what a book gives out again."""

from datetime import date

from models.book.book import Book
from models.exchange.exporting import export_rows
from models.periods import Period

MAY = Period(date(2026, 5, 1), date(2026, 5, 31))
ORDER = (
    "holidays",
    "employees",
    "terms",
    "products",
    "stock",
    "shifts",
    "pieces",
    "adjustments",
    "advances",
    "sales",
)
FILES = {
    "holidays": "date,name\n2026-05-01,노동절\n",
    "employees": (
        "code,work_name,site,joined_on,left_on,language,basis,rate,rest_days\n"
        "W-001,김민수,Mill,2026-01-01,,ko,hourly,20.5,SU\n"
        'W-002,"Ann [/B]",Shop,2026-01-01,2026-05-20,en,monthly,4000,"SA,SU"\n'
        "w-003,Ünal,Mill,2026-05-10,,zh,piece,0,\n"
    ),
    "terms": "employee,from,basis,rate\nW-001,2026-05-16,hourly,22\n",
    "products": ("sku,name,price,maker,maker_share\nBAG,Bag,12.50,W-001,12.5%\nCUP,Cup,3,,\n"),
    "stock": "sku,date,quantity,reason\nBAG,2026-05-02,20,made\nBAG,2026-05-02,20,made\n",
    "shifts": (
        "employee,date,start,end,break_minutes,rate,note\n"
        + "".join(f"W-001,2026-05-{day:02d},08:00,16:30,30,,\n" for day in range(4, 30))
        + "W-001,2026-05-04,22:00,02:00,0,30,night\n"
        "W-002,2026-05-04,08:00,16:00,0,,\n"
    ),
    "pieces": (
        "employee,date,task,quantity,rate,note\nw-003,2026-05-11,sew,40,1.25,\n"
        "w-003,2026-05-11,sew,40,1.25,\n"
    ),
    "adjustments": (
        "employee,date,item,amount,note\nW-001,2026-05-10,BONUS,100.50,well done\n"
        "W-002,2026-05-10,DEDUCTION,9000,loan\n"
    ),
    "advances": (
        "employee,date,amount,instalment,first_due,kind,agreed,note\n"
        "W-001,2026-05-12,300,100,2026-06-30,loan,yes,학비\nw-003,2026-05-12,20,,,,,\n"
        "w-003,2026-05-12,20,,,,,\n"
    ),
    "sales": (
        "date,sku,quantity,unit_price,discount,ref,channel,currency\n"
        "2026-05-05,BAG,3,12.50,1.50,A1,Shop,\n"
        "2026-05-05,BAG,3,12.50,1.50,A1,Shop,\n"
        "2026-05-06,CUP,10,0.3335,,A2,Market,\n"
        "2026-05-07,BAG,-1,12.50,,A1,Shop,\n"
        "2026-05-08,NEW,2,5,,,Market,USD\n"
        "2026-04-08,CUP,100,1,,A0,Shop,\n"
    ),
}


def exported(book: Book, kind: str) -> list[str]:
    return sorted(repr(row) for row in export_rows(book, kind).rows)
