//! A deal that lacks what a gate asks for, and deals that have it.

use super::{Case, D};

pub(super) const CASES: &[Case] = &[
    // OPS-3.2.1, TAG-2.2.2.1: with the customer, about this deal or about none, and not to come.
    Case {
        gate: "first-contact",
        lacking: &[
            (D, "customer: acme\nstage: potential\n"),
            ("opportunities/e.yaml", "customer: acme\nstage: potential\n"),
            ("activities/a.yaml", "type: call\non: 2026-11-20\ncustomer: dealer\n"),
            ("activities/b.yaml", "type: call\non: 2026-11-22\ncustomer: acme\n"),
            ("activities/c.yaml", "type: call\non: 2026-11-20\ncustomer: acme\nopportunity: e\n"),
        ],
        says: &[[
            "nobody has contacted the customer yet",
            "尚无与客户接触的记录",
            "salesops log call d TEXT",
        ]],
        content: &[
            &[
                (D, "customer: acme\nstage: potential\n"),
                ("activities/a.yaml", "type: call\non: 2026-11-21\ncustomer: acme\n"),
            ],
            &[
                (D, "stage: potential\n"),
                ("activities/a.yaml", "type: visit\non: 2026-11-20\nopportunity: d\n"),
            ],
        ],
    },
    // OPS-4.1.1, TAG-2.2.2.2
    Case {
        gate: "interest",
        lacking: &[(D, "interest_evidence: \" \"\nstage: interested\n")],
        says: &[[
            "what shows the customer's interest is missing",
            "缺少客户意向的依据",
            "salesops set d interest_evidence=TEXT",
        ]],
        content: &[&[(D, "interest_evidence: 主动询价\nstage: interested\n")]],
    },
    // OPS-4.1.2
    Case {
        gate: "need",
        lacking: &[(D, "stage: interested\n")],
        says: &[
            ["the need is missing", "缺少需求概述", "salesops set d needs.summary=TEXT"],
            [
                "the goal hoped for is missing",
                "缺少期望目标",
                "salesops set d needs.objective=TEXT",
            ],
        ],
        content: &[&[(
            D,
            "needs:\n  summary: 打通财务\n  objective: 月结三天\nstage: interested\n",
        )]],
    },
    // OPS-4.1.2, TAG-2.2.3a
    Case {
        gate: "competition",
        lacking: &[(D, "competition:\n  none_known: false\nstage: interested\n")],
        says: &[[
            "the competitors are not named (nor is it said that none is known)",
            "未写明竞争对手（也未说明“未发现竞争对手”）",
            "salesops set d competition.none_known=yes",
        ]],
        content: &[
            &[(D, "competition:\n  none_known: true\nstage: interested\n")],
            &[(D, "competition:\n  rivals:\n    - id: r-1\n      name: X\nstage: interested\n")],
        ],
    },
    // OPS-4.1.2
    Case {
        gate: "expected-close",
        lacking: &[(D, "stage: interested\n")],
        says: &[[
            "the expected close is missing",
            "缺少预计成交日期",
            "salesops set d expected_close=DATE",
        ]],
        content: &[&[(D, "stage: interested\nexpected_close: 2026-12-31\n")]],
    },
    // OPS-4.2.1
    Case {
        gate: "evaluation",
        lacking: &[(D, "stage: needs_confirmed\n")],
        says: &[
            [
                "the feasibility is not judged",
                "未评估可行性",
                "salesops set d evaluation.feasibility=1-5",
            ],
            ["the return is not judged", "未评估回报", "salesops set d evaluation.return=1-5"],
            [
                "the probability is not judged",
                "未评估成交概率",
                "salesops set d evaluation.probability=PERCENT",
            ],
            ["the grade is missing: A, B or C", "缺少机会等级：A、B 或 C", "salesops grade d"],
        ],
        content: &[&[(
            D,
            "evaluation:\n  feasibility: 4\n  return: 3\n  probability: 0\ngrade: C\nstage: needs_confirmed\n",
        )]],
    },
    // OPS-4.3.1a: for grade A alone.
    Case {
        gate: "task-force",
        lacking: &[(D, "grade: A\ntask_force:\n  - {member: zhao-min}\nstage: needs_confirmed\n")],
        says: &[[
            "a grade A opportunity has a task force of 3; there are 1",
            "A 级机会的专项小组需 3 人，现有 1 人",
            "salesops set d task_force+=MEMBER",
        ]],
        content: &[
            &[(D, "grade: B\nstage: needs_confirmed\n")],
            &[
                ("salesops.toml", "[opp]\ntask_force_min = 1\n"),
                (D, "grade: A\ntask_force:\n  - {member: zhao-min}\nstage: needs_confirmed\n"),
            ],
        ],
    },
    // DEV-5.3: for dealers alone.
    Case {
        gate: "dealer-capacity",
        lacking: &[
            (
                "customers/dealer.yaml",
                "name: Dealer\ntype: dealer\ncapacity:\n  funds: {score: 4}\n  delivery: {score: 3}\n",
            ),
            (D, "customer: dealer\nstage: needs_confirmed\n"),
        ],
        says: &[[
            "the dealer's capacity is not judged: storage, distribution, staff, operation, willingness, philosophy",
            "经销商能力未评估：storage, distribution, staff, operation, willingness, philosophy",
            "salesops set customer/dealer capacity.storage.score=1-5",
        ]],
        content: &[
            &[(D, "customer: acme\nstage: needs_confirmed\n")],
            &[(D, "stage: needs_confirmed\n")],
        ],
    },
    Case {
        gate: "dealer-capacity",
        lacking: &[(D, "customer: dealer\nstage: needs_confirmed\n")],
        says: &[[
            "the dealer's capacity is not judged: funds, storage, delivery, …",
            "经销商能力未评估：funds, storage, delivery, …",
            "salesops set customer/dealer capacity.funds.score=1-5",
        ]],
        content: &[],
    },
    // DEV-5.5.2A: a contact who decides, or a name in the purchasing process.
    Case {
        gate: "decision-maker",
        lacking: &[(D, "customer: acme\nstage: needs_confirmed\n")],
        says: &[[
            "no decision maker is known",
            "尚不知道谁是决策人",
            "salesops set customer/acme contacts.c-1.decision_role=decision_maker",
        ]],
        content: &[
            &[
                (
                    "customers/acme.yaml",
                    "name: Acme\ncontacts:\n  - id: c-1\n    name: 张三\n    decision_role: decision_maker\n",
                ),
                (D, "customer: acme\nstage: needs_confirmed\n"),
            ],
            &[(
                D,
                "customer: acme\nneeds:\n  process:\n    decision_makers:\n      - 张总\nstage: needs_confirmed\n",
            )],
        ],
    },
    Case {
        gate: "decision-maker",
        lacking: &[(D, "customer: dealer\nstage: needs_confirmed\n")],
        says: &[[
            "no decision maker is known",
            "尚不知道谁是决策人",
            "salesops set d needs.process.decision_makers+=NAME",
        ]],
        content: &[],
    },
    // ITS-3.2.1
    Case {
        gate: "budget",
        lacking: &[(D, "needs:\n  budget:\n    currency: CNY\nstage: solution\n")],
        says: &[[
            "the budget is missing",
            "缺少客户预算",
            "salesops set d needs.budget.max=AMOUNT",
        ]],
        content: &[&[(D, "needs:\n  budget:\n    min: 400000.00\nstage: solution\n")]],
    },
    // ITS-3.2.1, ITS-3.2.2
    Case {
        gate: "purchasing-process",
        lacking: &[(D, "stage: solution\n")],
        says: &[
            [
                "the purchasing process is missing",
                "缺少采购流程",
                "salesops set d needs.process.steps=TEXT",
            ],
            ["no pain point is named", "未写明客户痛点", "salesops set d needs.pain_points+=TEXT"],
        ],
        content: &[&[(
            D,
            "needs:\n  process:\n    steps: 招标\n  pain_points:\n    - 对账慢\nstage: solution\n",
        )]],
    },
    // ITS-3.2.3, TAG-2.2.2.3
    Case {
        gate: "alignment",
        lacking: &[(D, "stage: solution\n")],
        says: &[
            [
                "the expected goals are missing",
                "缺少预期目标",
                "salesops set d needs.alignment.expected_goals=TEXT",
            ],
            [
                "no contact has confirmed the need",
                "需求尚未由客户联系人确认",
                "salesops set d needs.alignment.confirmed_by=CONTACT",
            ],
        ],
        content: &[&[(
            D,
            "needs:\n  alignment:\n    expected_goals: 月结三天\n    confirmed_by: c-1\nstage: solution\n",
        )]],
    },
    // TAG-2.1.4c: each of them, by day and by person.
    Case {
        gate: "special-needs",
        lacking: &[(
            D,
            "needs:\n  special:\n    - {text: 双语发票, confirmed_on: 2026-11-20, confirmed_with: c-1}\n    \
             - {text: 夜间交付, confirmed_on: 2026-11-20}\nstage: solution\n",
        )],
        says: &[[
            "the special need `夜间交付` is not confirmed",
            "特殊需求 `夜间交付` 尚未确认",
            "salesops set d needs.special.1.confirmed_on=today needs.special.1.confirmed_with=CONTACT",
        ]],
        content: &[
            &[(D, "stage: solution\n")],
            &[(
                D,
                "needs:\n  special:\n    - {text: 双语发票, confirmed_on: 2026-11-20, confirmed_with: c-1}\nstage: solution\n",
            )],
        ],
    },
    // TAG-2.2.2.5
    Case {
        gate: "price",
        lacking: &[(
            D,
            "stage: negotiation\nlines:\n  - product: erp\n    price: 10.00\n  - product: crm\n",
        )],
        says: &[["the amount is missing", "缺少金额", "salesops set d amount=AMOUNT"]],
        content: &[
            &[(D, "stage: negotiation\namount: 0\n")],
            &[(D, "stage: negotiation\nlines:\n  - product: erp\n    price: 10.00\n")],
        ],
    },
    // TAG-2.2.2.7
    Case {
        gate: "won",
        lacking: &[(D, "stage: contract\noutcome: suspended\n")],
        says: &[["the deal is not won yet", "机会尚未赢单", "salesops win d"]],
        content: &[&[(D, "stage: contract\noutcome: won\n")]],
    },
];
