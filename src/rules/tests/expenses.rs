//! Rules about budgets and expense claims.

use super::Case;

const BUDGET: (&str, &str) = (
    "budgets/2026-sales.yaml",
    "year: 2026\ndepartment: sales\nbasis: 全年目标\nstatus: effective\nitems:\n  - category: travel\n    amount: 1000.00\n    plan: 走访\nincreases:\n  - {category: travel, amount: 1000.00}\nimported: {from: a.csv, key: B, on: 2026-11-01}\n",
);

pub(super) const CASES: &[Case] = &[
    // ITS-5.2.1: counted to the day of the claim, else to today.
    Case {
        rule: "expense-late",
        files: &[(
            "expenses/exp-1.yaml",
            "claimant: li-wei\nlines:\n  - category: travel\n    amount: 5\n    spent_on: 2026-10-21\n",
        )],
        en: "warning expense-late expenses/exp-1.yaml:5:15 spent 31 days before it was claimed; 30 are allowed",
        zh: "warning expense-late expenses/exp-1.yaml:5:15 发生 31 天后才报销，超过规定的 30 天",
        near: &[
            (
                "expenses/exp-1.yaml",
                "claimant: li-wei\nlines:\n  - category: travel\n    amount: 5\n    spent_on: 2026-10-22\n",
            ),
            (
                "expenses/exp-2.yaml",
                "claimant: li-wei\nstatus: withdrawn\nlines:\n  - category: travel\n    amount: 5\n    spent_on: 2026-01-22\n",
            ),
        ],
    },
    // ITS-5.3.1: the lines of one claim count together, other categories do not.
    Case {
        rule: "expense-over-cap",
        files: &[(
            "expenses/exp-1.yaml",
            "claimant: li-wei\nlines:\n  - category: entertainment\n    amount: 1500\n  - category: entertainment\n    amount: 500.01\n",
        )],
        en: "warning expense-over-cap expenses/exp-1.yaml:2:1 2000.01 for entertainment; the cap is 2000",
        zh: "warning expense-over-cap expenses/exp-1.yaml:2:1 业务招待费 2000.01，上限为 2000",
        near: &[(
            "expenses/exp-1.yaml",
            "claimant: li-wei\nlines:\n  - category: entertainment\n    amount: 2000.00\n  - category: travel\n    amount: 9000\n",
        )],
    },
    // ITS-5.2.2: blanks and width do not tell two numbers apart; a withdrawn claim claims nothing.
    Case {
        rule: "invoice-repeated",
        files: &[
            (
                "expenses/exp-1.yaml",
                "claimant: li-wei\nlines:\n  - category: travel\n    amount: 5\n    invoice_no: A-17\n",
            ),
            (
                "expenses/exp-2.yaml",
                "claimant: wang-fang\nlines:\n  - category: other\n    amount: 7\n    invoice_no: \"Ａ-17 \"\n",
            ),
        ],
        en: "error invoice-repeated expenses/exp-2.yaml:5:17 line 1 of expense/exp-1 has the same invoice",
        zh: "error invoice-repeated expenses/exp-2.yaml:5:17 与 expense/exp-1 第 1 项的发票相同",
        near: &[
            (
                "expenses/exp-1.yaml",
                "claimant: li-wei\nlines:\n  - category: travel\n    amount: 5\n    invoice_no: A-17\n",
            ),
            (
                "expenses/exp-2.yaml",
                "claimant: li-wei\nstatus: withdrawn\nlines:\n  - category: other\n    amount: 7\n    invoice_no: A-17\n",
            ),
            (
                "expenses/exp-3.yaml",
                "claimant: li-wei\nlines:\n  - category: other\n    amount: 7\n    invoice_no: A-18\n",
            ),
        ],
    },
    // ITS-5.3.1: increases count with the item; a draft claim has spent nothing.
    Case {
        rule: "budget-nearly-used",
        files: &[
            BUDGET,
            (
                "expenses/exp-1.yaml",
                "what: 拜访客户\nclaimant: li-wei\nbudget: 2026-sales\nclaimed_on: 2026-11-20\nstatus: paid\nlines:\n  - category: travel\n    amount: 1600.00\nimported: {from: a.csv, key: E, on: 2026-11-20}\n",
            ),
        ],
        en: "note budget-nearly-used budgets/2026-sales.yaml:7:13 1600.00 of 2000.00 for travel are spent",
        zh: "note budget-nearly-used budgets/2026-sales.yaml:7:13 差旅费已用 1600.00，预算 2000.00",
        near: &[
            BUDGET,
            (
                "expenses/exp-1.yaml",
                "what: 拜访客户\nclaimant: li-wei\nbudget: 2026-sales\nclaimed_on: 2026-11-20\nstatus: paid\nlines:\n  - category: travel\n    amount: 1599.99\n  - category: other\n    amount: 1599.99\nimported: {from: a.csv, key: E, on: 2026-11-20}\n",
            ),
            (
                "expenses/exp-2.yaml",
                "what: 拜访客户\nclaimant: li-wei\nbudget: 2026-sales\nlines:\n  - category: travel\n    amount: 900.00\n",
            ),
        ],
    },
];
