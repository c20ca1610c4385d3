"""The first book: settings, audit, and the four rooms."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("details", sa.String(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_entry_hash")),
    )
    op.create_table(
        "holiday",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.CheckConstraint(
            "kind IN ('holiday', 'rest_day', 'working_day', 'struck_out')",
            name=op.f("ck_holiday_kind"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday")),
        sa.UniqueConstraint("day", name=op.f("uq_holiday_day")),
    )
    op.create_table(
        "kept_pack",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_kept_pack")),
    )
    op.create_table(
        "rule_pack",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_pack")),
        sa.UniqueConstraint("name", name=op.f("uq_rule_pack_name")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "site",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site")),
        sa.UniqueConstraint("name", name=op.f("uq_site_name")),
    )
    op.create_table(
        "employee",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("work_name", sa.String(length=80), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("age_band", sa.String(length=8), nullable=False),
        sa.Column("payment_method", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "age_band IN ('18+', '16-17', '15', '14', 'under 16', 'under 14')",
            name=op.f("ck_employee_age_band"),
        ),
        sa.CheckConstraint("code <> ''", name=op.f("ck_employee_code_given")),
        sa.CheckConstraint("language IN ('en', 'ko', 'zh')", name=op.f("ck_employee_language")),
        sa.CheckConstraint(
            "payment_method IN ('cash', 'bank', 'wallet')", name=op.f("ck_employee_payment_method")
        ),
        sa.CheckConstraint(
            "left_on IS NULL OR left_on >= joined_on", name=op.f("ck_employee_employment_days")
        ),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_employee_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_employee")),
        sa.UniqueConstraint("code", name=op.f("uq_employee_code")),
    )
    op.create_index(op.f("ix_employee_site_id"), "employee", ["site_id"], unique=False)
    op.create_table(
        "pay_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("site_id", sa.Integer(), nullable=True),
        sa.Column("codes", sa.String(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("void_reason", sa.String(length=500), nullable=False),
        sa.Column("approved_as", sa.Integer(), nullable=True),
        sa.Column("kept", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(status = 'paid') = (paid_on IS NOT NULL) OR status = 'void'",
            name=op.f("ck_pay_run_paid_has_a_day"),
        ),
        sa.CheckConstraint(
            "(status = 'void') = (void_reason <> '')", name=op.f("ck_pay_run_void_has_a_reason")
        ),
        sa.CheckConstraint(
            "kind IN ('regular', 'off_cycle', 'final')", name=op.f("ck_pay_run_kind")
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'approved', 'paid', 'void')", name=op.f("ck_pay_run_status")
        ),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("ck_pay_run_period_days")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("fk_pay_run_site_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_run")),
        sa.UniqueConstraint("approved_as", name=op.f("uq_pay_run_approved_as")),
    )
    op.create_index(op.f("ix_pay_run_ends_on"), "pay_run", ["ends_on"], unique=False)
    op.create_table(
        "advance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("instalment", sa.BigInteger(), nullable=True),
        sa.Column("first_due", sa.Date(), nullable=False),
        sa.Column("every", sa.String(length=12), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "every IN ('monthly', 'semimonthly', 'biweekly', 'weekly')",
            name=op.f("ck_advance_every"),
        ),
        sa.CheckConstraint("kind IN ('sub', 'loan')", name=op.f("ck_advance_kind")),
        sa.CheckConstraint(
            "(amount IS NULL OR amount = CAST(amount AS BIGINT)) AND (instalment IS NULL OR instalment = CAST(instalment AS BIGINT))",
            name=op.f("ck_advance_whole_numbers"),
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_advance_amount_above_zero")),
        sa.CheckConstraint("first_due >= day", name=op.f("ck_advance_due_after_given")),
        sa.CheckConstraint(
            "instalment IS NULL OR instalment > 0", name=op.f("ck_advance_instalment_above_zero")
        ),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_advance_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advance")),
        sa.UniqueConstraint(
            "fingerprint", "occurrence", name=op.f("uq_advance_fingerprint_occurrence")
        ),
    )
    op.create_index(op.f("ix_advance_day"), "advance", ["day"], unique=False)
    op.create_index(op.f("ix_advance_employee_id"), "advance", ["employee_id"], unique=False)
    op.create_table(
        "pay_terms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("basis", sa.String(length=8), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("rules", sa.String(length=40), nullable=False),
        sa.Column("daily_minutes", sa.Integer(), nullable=True),
        sa.Column("weekly_minutes", sa.Integer(), nullable=True),
        sa.Column("rest_days", sa.String(length=20), nullable=False),
        sa.Column("guaranteed_hourly", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "basis IN ('hourly', 'daily', 'weekly', 'monthly', 'piece')",
            name=op.f("ck_pay_terms_basis"),
        ),
        sa.CheckConstraint(
            "(rate IS NULL OR rate = CAST(rate AS BIGINT)) AND (guaranteed_hourly IS NULL OR guaranteed_hourly = CAST(guaranteed_hourly AS BIGINT))",
            name=op.f("ck_pay_terms_whole_numbers"),
        ),
        sa.CheckConstraint(
            "daily_minutes IS NULL OR daily_minutes BETWEEN 1 AND 1440",
            name=op.f("ck_pay_terms_daily_minutes"),
        ),
        sa.CheckConstraint(
            "guaranteed_hourly IS NULL OR guaranteed_hourly >= 0",
            name=op.f("ck_pay_terms_guarantee_not_negative"),
        ),
        sa.CheckConstraint("rate >= 0", name=op.f("ck_pay_terms_rate_not_negative")),
        sa.CheckConstraint(
            "weekly_minutes IS NULL OR weekly_minutes BETWEEN 1 AND 10080",
            name=op.f("ck_pay_terms_weekly_minutes"),
        ),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_pay_terms_employee_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_terms")),
        sa.UniqueConstraint(
            "employee_id", "starts_on", name=op.f("uq_pay_terms_employee_id_starts_on")
        ),
    )
    op.create_table(
        "payslip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("work_name", sa.String(length=80), nullable=False),
        sa.Column("site", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("payment_method", sa.String(length=8), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("basis", sa.String(length=8), nullable=False),
        sa.Column("pack", sa.String(length=40), nullable=False),
        sa.Column("pack_from", sa.Date(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("deductions", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.BigInteger(), nullable=False),
        sa.Column("worked_minutes", sa.Integer(), nullable=False),
        sa.Column("overtime_minutes", sa.Integer(), nullable=False),
        sa.Column("night_minutes", sa.Integer(), nullable=False),
        sa.Column("rest_day_minutes", sa.Integer(), nullable=False),
        sa.Column("holiday_minutes", sa.Integer(), nullable=False),
        sa.Column("warnings", sa.String(), nullable=False),
        sa.Column("advances_before", sa.BigInteger(), nullable=False),
        sa.Column("advances_after", sa.BigInteger(), nullable=False),
        sa.Column("account_before", sa.BigInteger(), nullable=False),
        sa.Column("account_after", sa.BigInteger(), nullable=False),
        sa.Column("corrected_hours", sa.String(), nullable=False),
        sa.Column("terms_digest", sa.String(length=32), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("printed_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(gross IS NULL OR gross = CAST(gross AS BIGINT)) AND (deductions IS NULL OR deductions = CAST(deductions AS BIGINT)) AND (net IS NULL OR net = CAST(net AS BIGINT)) AND (paid IS NULL OR paid = CAST(paid AS BIGINT)) AND (advances_before IS NULL OR advances_before = CAST(advances_before AS BIGINT)) AND (advances_after IS NULL OR advances_after = CAST(advances_after AS BIGINT)) AND (account_before IS NULL OR account_before = CAST(account_before AS BIGINT)) AND (account_after IS NULL OR account_after = CAST(account_after AS BIGINT))",
            name=op.f("ck_payslip_whole_numbers"),
        ),
        sa.CheckConstraint("account_after >= 0", name=op.f("ck_payslip_account_not_negative")),
        sa.CheckConstraint("gross >= 0", name=op.f("ck_payslip_gross_not_negative")),
        sa.CheckConstraint("net = gross - deductions", name=op.f("ck_payslip_net_adds_up")),
        sa.CheckConstraint("net >= 0", name=op.f("ck_payslip_net_not_negative")),
        sa.CheckConstraint("paid >= 0", name=op.f("ck_payslip_paid_not_negative")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_payslip_employee_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["pay_run.id"], name=op.f("fk_payslip_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payslip")),
        sa.UniqueConstraint("number", name=op.f("uq_payslip_number")),
        sa.UniqueConstraint("run_id", "employee_id", name=op.f("uq_payslip_run_id_employee_id")),
    )
    op.create_index(op.f("ix_payslip_employee_id"), "payslip", ["employee_id"], unique=False)
    op.create_table(
        "piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("task", sa.String(length=80), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("struck_as", sa.Integer(), nullable=True),
        sa.Column("struck_why", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "(quantity IS NULL OR quantity = CAST(quantity AS BIGINT)) AND (rate IS NULL OR rate = CAST(rate AS BIGINT))",
            name=op.f("ck_piece_whole_numbers"),
        ),
        sa.CheckConstraint("quantity > 0", name=op.f("ck_piece_quantity_above_zero")),
        sa.CheckConstraint("rate >= 0", name=op.f("ck_piece_rate_not_negative")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_piece_employee_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["pay_run.id"], name=op.f("fk_piece_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_piece")),
        sa.UniqueConstraint(
            "fingerprint", "occurrence", name=op.f("uq_piece_fingerprint_occurrence")
        ),
    )
    op.create_index(op.f("ix_piece_day"), "piece", ["day"], unique=False)
    op.create_index(op.f("ix_piece_employee_id"), "piece", ["employee_id"], unique=False)
    op.create_index(op.f("ix_piece_run_id"), "piece", ["run_id"], unique=False)
    op.create_table(
        "product",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sku", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("maker_share", sa.Integer(), nullable=False),
        sa.Column("maker_id", sa.Integer(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=True),
        sa.Column("opening_stock", sa.BigInteger(), nullable=False),
        sa.Column("category", sa.String(length=80), nullable=False),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.CheckConstraint("sku <> ''", name=op.f("ck_product_sku_given")),
        sa.CheckConstraint(
            "(price IS NULL OR price = CAST(price AS BIGINT)) AND (cost IS NULL OR cost = CAST(cost AS BIGINT)) AND (maker_share IS NULL OR maker_share = CAST(maker_share AS BIGINT)) AND (opening_stock IS NULL OR opening_stock = CAST(opening_stock AS BIGINT))",
            name=op.f("ck_product_whole_numbers"),
        ),
        sa.CheckConstraint("cost IS NULL OR cost >= 0", name=op.f("ck_product_cost_not_negative")),
        sa.CheckConstraint(
            "maker_share BETWEEN 0 AND 1000000", name=op.f("ck_product_maker_share")
        ),
        sa.CheckConstraint("price >= 0", name=op.f("ck_product_price_not_negative")),
        sa.ForeignKeyConstraint(["maker_id"], ["employee.id"], name=op.f("fk_product_maker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("sku", name=op.f("uq_product_sku")),
    )
    op.create_index(op.f("ix_product_maker_id"), "product", ["maker_id"], unique=False)
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_set_aside_employee_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["pay_run.id"], name=op.f("fk_set_aside_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_aside")),
        sa.UniqueConstraint("run_id", "employee_id", name=op.f("uq_set_aside_run_id_employee_id")),
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("break_minutes", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=True),
        sa.Column("activity", sa.String(length=80), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("struck_as", sa.Integer(), nullable=True),
        sa.Column("struck_why", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "status IN ('worked', 'planned', 'absent', 'paid_leave', 'unpaid_leave')",
            name=op.f("ck_shift_status"),
        ),
        sa.CheckConstraint(
            "(starts_at IS NULL OR starts_at = CAST(starts_at AS BIGINT)) AND (ends_at IS NULL OR ends_at = CAST(ends_at AS BIGINT)) AND (break_minutes IS NULL OR break_minutes = CAST(break_minutes AS BIGINT)) AND (rate IS NULL OR rate = CAST(rate AS BIGINT))",
            name=op.f("ck_shift_whole_numbers"),
        ),
        sa.CheckConstraint(
            "break_minutes >= 0 AND break_minutes < ends_at - starts_at",
            name=op.f("ck_shift_break_inside"),
        ),
        sa.CheckConstraint(
            "ends > starts AND ends <= starts + 1440", name=op.f("ck_shift_ends_within_a_day")
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_shift_starts_before_end")),
        sa.CheckConstraint("rate IS NULL OR rate >= 0", name=op.f("ck_shift_rate_not_negative")),
        sa.CheckConstraint("starts BETWEEN 0 AND 1439", name=op.f("ck_shift_starts_in_day")),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_shift_employee_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["pay_run.id"], name=op.f("fk_shift_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(op.f("ix_shift_day"), "shift", ["day"], unique=False)
    op.create_index(op.f("ix_shift_run_id"), "shift", ["run_id"], unique=False)
    op.create_index(
        "uq_shift_employee_id_starts_at",
        "shift",
        ["employee_id", "starts_at"],
        unique=True,
        sqlite_where=sa.text("struck_as IS NULL"),
        postgresql_where=sa.text("struck_as IS NULL"),
    )
    op.create_table(
        "adjustment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("employee_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("item", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("legal_basis", sa.String(length=200), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("earned_from", sa.Date(), nullable=True),
        sa.Column("earned_to", sa.Date(), nullable=True),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("carried_from_id", sa.Integer(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("struck_as", sa.Integer(), nullable=True),
        sa.Column("struck_why", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "item IN ('BONUS', 'ALLOWANCE', 'REIMBURSEMENT', 'DEDUCTION')",
            name=op.f("ck_adjustment_item"),
        ),
        sa.CheckConstraint(
            "kind IN ('', 'statutory', 'agreed', 'loss', 'employer', 'loan')",
            name=op.f("ck_adjustment_kind"),
        ),
        sa.CheckConstraint(
            "(amount IS NULL OR amount = CAST(amount AS BIGINT))",
            name=op.f("ck_adjustment_whole_numbers"),
        ),
        sa.CheckConstraint(
            "(earned_from IS NULL) = (earned_to IS NULL)",
            name=op.f("ck_adjustment_earned_both_days"),
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_adjustment_amount_above_zero")),
        sa.CheckConstraint("earned_from <= earned_to", name=op.f("ck_adjustment_earned_days")),
        sa.ForeignKeyConstraint(
            ["carried_from_id"], ["payslip.id"], name=op.f("fk_adjustment_carried_from_id")
        ),
        sa.ForeignKeyConstraint(
            ["employee_id"], ["employee.id"], name=op.f("fk_adjustment_employee_id")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["pay_run.id"], name=op.f("fk_adjustment_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_adjustment")),
        sa.UniqueConstraint(
            "fingerprint", "occurrence", name=op.f("uq_adjustment_fingerprint_occurrence")
        ),
    )
    op.create_index(
        op.f("ix_adjustment_carried_from_id"), "adjustment", ["carried_from_id"], unique=False
    )
    op.create_index(op.f("ix_adjustment_day"), "adjustment", ["day"], unique=False)
    op.create_index(op.f("ix_adjustment_employee_id"), "adjustment", ["employee_id"], unique=False)
    op.create_index(op.f("ix_adjustment_run_id"), "adjustment", ["run_id"], unique=False)
    op.create_table(
        "payslip_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("payslip_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("pay_group", sa.String(length=12), nullable=False),
        sa.Column("quantity", sa.String(length=60), nullable=False),
        sa.Column("unit", sa.String(length=12), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=False),
        sa.Column("factor", sa.String(length=60), nullable=False),
        sa.Column("divisor", sa.String(length=60), nullable=False),
        sa.Column("pool", sa.String(length=80), nullable=False),
        sa.Column("rule", sa.String(length=20), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("detail", sa.String(length=500), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("less", sa.BigInteger(), nullable=False),
        sa.Column("carried", sa.BigInteger(), nullable=False),
        sa.Column("corrects", sa.String(length=32), nullable=False),
        sa.Column("corrects_line_id", sa.Integer(), nullable=True),
        sa.Column("sources", sa.String(), nullable=False),
        sa.CheckConstraint(
            "pay_group IN ('earning', 'deduction', 'rounding', 'information')",
            name=op.f("ck_payslip_line_pay_group"),
        ),
        sa.CheckConstraint(
            "(rate IS NULL OR rate = CAST(rate AS BIGINT)) AND (amount IS NULL OR amount = CAST(amount AS BIGINT)) AND (less IS NULL OR less = CAST(less AS BIGINT)) AND (carried IS NULL OR carried = CAST(carried AS BIGINT))",
            name=op.f("ck_payslip_line_whole_numbers"),
        ),
        sa.ForeignKeyConstraint(
            ["corrects_line_id"], ["payslip_line.id"], name=op.f("fk_payslip_line_corrects_line_id")
        ),
        sa.ForeignKeyConstraint(
            ["payslip_id"], ["payslip.id"], name=op.f("fk_payslip_line_payslip_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payslip_line")),
        sa.UniqueConstraint(
            "payslip_id", "position", name=op.f("uq_payslip_line_payslip_id_position")
        ),
    )
    op.create_index(op.f("ix_payslip_line_corrects"), "payslip_line", ["corrects"], unique=False)
    op.create_index(
        op.f("ix_payslip_line_corrects_line_id"), "payslip_line", ["corrects_line_id"], unique=False
    )
    op.create_table(
        "repayment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("advance_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("payslip_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "(amount IS NULL OR amount = CAST(amount AS BIGINT))",
            name=op.f("ck_repayment_whole_numbers"),
        ),
        sa.CheckConstraint("amount > 0", name=op.f("ck_repayment_amount_above_zero")),
        sa.ForeignKeyConstraint(
            ["advance_id"], ["advance.id"], name=op.f("fk_repayment_advance_id")
        ),
        sa.ForeignKeyConstraint(
            ["payslip_id"], ["payslip.id"], name=op.f("fk_repayment_payslip_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repayment")),
    )
    op.create_index(op.f("ix_repayment_advance_id"), "repayment", ["advance_id"], unique=False)
    op.create_index(op.f("ix_repayment_payslip_id"), "repayment", ["payslip_id"], unique=False)
    op.create_table(
        "sale",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("ref", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=80), nullable=False),
        sa.Column("maker_id", sa.Integer(), nullable=True),
        sa.Column("maker_share", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.Column("struck_as", sa.Integer(), nullable=True),
        sa.Column("struck_why", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "(quantity > 0 AND net = gross - discount) OR (quantity < 0 AND net = discount - gross)",
            name=op.f("ck_sale_net_adds_up"),
        ),
        sa.CheckConstraint(
            "(quantity IS NULL OR quantity = CAST(quantity AS BIGINT)) AND (unit_price IS NULL OR unit_price = CAST(unit_price AS BIGINT)) AND (discount IS NULL OR discount = CAST(discount AS BIGINT)) AND (gross IS NULL OR gross = CAST(gross AS BIGINT)) AND (net IS NULL OR net = CAST(net AS BIGINT)) AND (maker_share IS NULL OR maker_share = CAST(maker_share AS BIGINT))",
            name=op.f("ck_sale_whole_numbers"),
        ),
        sa.CheckConstraint(
            "discount >= 0 AND discount <= gross", name=op.f("ck_sale_discount_inside")
        ),
        sa.CheckConstraint("maker_share BETWEEN 0 AND 1000000", name=op.f("ck_sale_maker_share")),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_sale_quantity_given")),
        sa.CheckConstraint("unit_price >= 0", name=op.f("ck_sale_price_not_negative")),
        sa.ForeignKeyConstraint(["maker_id"], ["employee.id"], name=op.f("fk_sale_maker_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_sale_product_id")),
        sa.ForeignKeyConstraint(["run_id"], ["pay_run.id"], name=op.f("fk_sale_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale")),
        sa.UniqueConstraint(
            "fingerprint", "occurrence", name=op.f("uq_sale_fingerprint_occurrence")
        ),
    )
    op.create_index(op.f("ix_sale_day"), "sale", ["day"], unique=False)
    op.create_index(op.f("ix_sale_maker_id"), "sale", ["maker_id"], unique=False)
    op.create_index(op.f("ix_sale_product_id"), "sale", ["product_id"], unique=False)
    op.create_index(op.f("ix_sale_run_id"), "sale", ["run_id"], unique=False)
    op.create_table(
        "skipped_instalment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("advance_id", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advance_id"], ["advance.id"], name=op.f("fk_skipped_instalment_advance_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skipped_instalment")),
        sa.UniqueConstraint(
            "advance_id", "due_on", name=op.f("uq_skipped_instalment_advance_id_due_on")
        ),
    )
    op.create_table(
        "stock_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(quantity IS NULL OR quantity = CAST(quantity AS BIGINT))",
            name=op.f("ck_stock_entry_whole_numbers"),
        ),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_stock_entry_quantity_given")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_stock_entry_product_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_entry")),
        sa.UniqueConstraint(
            "fingerprint", "occurrence", name=op.f("uq_stock_entry_fingerprint_occurrence")
        ),
    )
    op.create_index(op.f("ix_stock_entry_product_id"), "stock_entry", ["product_id"], unique=False)
