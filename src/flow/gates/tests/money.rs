//! Budgets and expense claims that lack what a gate asks for, and such as have it.

use super::Case;

const B: &str = "budgets/p.yaml";
const X: &str = "expenses/p.yaml";

const BUDGET: (&str, &str) = (
    "budgets/2026-sales.yaml",
    "year: 2026\nstatus: effective\nitems:\n  - category: travel\n    amount: 1000.00\nincreases:\n  - {category: travel, amount: 500.00}\n",
);

pub(super) const CASES: &[Case] = &[
    // DEV-REG-4, DEV-REG-0
    Case {
        gate: "dispute-founded",
        lacking: &[("disputes/p.yaml", "what: 谁先接触\nparties:\n  - li-wei\n")],
        says: &[
            [
                "the customer or lead that is claimed is not named",
                "未写明有争议的客户或线索",
                "salesops set dispute/p customer=CUSTOMER",
            ],
            [
                "it has fewer than two parties",
                "当事人不足两名",
                "salesops set dispute/p parties+=MEMBER",
            ],
            ["no fact is on record", "没有记录事实", "salesops set dispute/p facts+=TEXT"],
            [
                "it is not said whose it is",
                "未写明裁定归谁",
                "salesops set dispute/p ruling.to=MEMBER",
            ],
            [
                "the reason of the ruling is missing",
                "缺少裁定的理由",
                "salesops set dispute/p ruling.reason=TEXT",
            ],
        ],
        content: &[&[(
            "disputes/p.yaml",
            "customer: acme\nwhat: 谁先接触\nparties:\n  - li-wei\n  - wang-fang\nfacts:\n  - 6 月李伟首访\n\
             ruling:\n  to: li-wei\n  reason: 先开发\n",
        )]],
    },
    // ITS-5.1.1, ITS-5.1.3
    Case {
        gate: "budget-planned",
        lacking: &[(B, "year: 2026\nitems:\n  - category: travel\n    amount: 5\n")],
        says: &[
            [
                "the targets and plans that it rests on are missing",
                "缺少编制依据",
                "salesops set budget/p basis=TEXT",
            ],
            [
                "the plan for travel is missing",
                "缺少差旅费的使用计划",
                "salesops set budget/p items.0.plan=TEXT",
            ],
        ],
        content: &[&[(
            B,
            "year: 2026\nbasis: 目标\nitems:\n  - category: travel\n    amount: 5\n    plan: 走访\n",
        )]],
    },
    // ITS-5.2.2
    Case {
        gate: "vouchers",
        lacking: &[(
            X,
            "lines:\n  - category: travel\n    amount: 5\n    spent_on: 2026-11-20\n    invoice_no: A-17\n    attachment: a.pdf\n  - category: other\n    amount: 7\n    attachment: \" \"\n",
        )],
        says: &[
            [
                "line 2 has no day",
                "第 2 项没有日期",
                "salesops set expense/p lines.1.spent_on=DATE",
            ],
            [
                "line 2 has no invoice",
                "第 2 项没有发票号码",
                "salesops set expense/p lines.1.invoice_no=TEXT",
            ],
            [
                "line 2 has no voucher",
                "第 2 项没有凭证",
                "salesops set expense/p lines.1.attachment=TEXT",
            ],
        ],
        content: &[&[(
            X,
            "lines:\n  - category: travel\n    amount: 5\n    spent_on: 2026-11-20\n    invoice_no: A-17\n    attachment: a.pdf\n",
        )]],
    },
    // ITS-5.3.3: claims that were submitted before have taken their part, drafts have not.
    Case {
        gate: "within-budget",
        lacking: &[
            BUDGET,
            (
                "expenses/q.yaml",
                "budget: 2026-sales\nstatus: submitted\nlines:\n  - category: travel\n    amount: 600.00\n",
            ),
            (
                X,
                "budget: 2026-sales\nlines:\n  - category: travel\n    amount: 900.00\n  - category: travel\n    amount: 0.01\n  - category: other\n    amount: 1.00\n",
            ),
        ],
        says: &[
            [
                "1.00 for other is more than budget/2026-sales has left: 0",
                "其他 1.00 超出 budget/2026-sales 的余额 0",
                "salesops budget revise budget/2026-sales --reason TEXT",
            ],
            [
                "900.01 for travel is more than budget/2026-sales has left: 900.00",
                "差旅费 900.01 超出 budget/2026-sales 的余额 900.00",
                "salesops budget revise budget/2026-sales --reason TEXT",
            ],
        ],
        content: &[&[
            BUDGET,
            (
                "expenses/q.yaml",
                "budget: 2026-sales\nlines:\n  - category: travel\n    amount: 600.00\n",
            ),
            (X, "budget: 2026-sales\nlines:\n  - category: travel\n    amount: 1500.00\n"),
        ]],
    },
    // ITS-5.1.3: a budget that nobody has approved is none.
    Case {
        gate: "within-budget",
        lacking: &[
            (B, "year: 2026\nstatus: submitted\n"),
            (X, "budget: p\nlines:\n  - category: travel\n    amount: 5\n"),
        ],
        says: &[["budget/p is not in effect", "budget/p 尚未生效", "salesops show budget/p"]],
        content: &[],
    },
];
