//! Rules about approvals, and about the steps that wait for them.

use super::Case;

const C: &str = "contracts/con-1.yaml";

const DRAFT: &str = "\
opportunity: acme-1
terms:
  rights: 甲方
  duties: 乙方
delivery_due: 2027-03-31
payment_schedule:
  - {due: 2026-12-31, amount: 100.00}

status: in_review
amount: 100.00

owner: li-wei
";

const SIGNED: &str = "\
opportunity: acme-1
terms:
  rights: 甲方
  duties: 乙方
delivery_due: 2027-03-31
payment_schedule:
  - {due: 2026-12-31, amount: 100.00}
terms_explained: {by: li-wei, on: 2026-11-20}
identity_verified: {method: 营业执照}
signatory: {name: 张三, authorisation: 授权书}

status: signed
signed_on: 2026-11-20
amount: 100.00

owner: li-wei
";

const LAWYER: (&str, &str) =
    ("members/fang.yaml", "name: 方正\nemail: f@example.com\nrole: legal_counsel\n");

const FINANCE: (&str, &str) =
    ("members/qian.yaml", "name: 钱雪\nemail: q@example.com\nrole: finance\n");

const BY_LAWYER: &str = "\
subject: contract/con-1
what: contract_legal
verdict: approved
by: fang
on: 2026-11-20
";

const BY_FINANCE: &str = "\
subject: contract/con-1
what: contract_finance
verdict: approved
by: qian
on: 2026-11-20
";

pub(super) const CASES: &[Case] = &[
    // OPS-1.1
    Case {
        rule: "handover-unconfirmed",
        files: &[
            ("handovers/ho-1.yaml", "on: 2026-11-16\nfrom: li-wei\nto: wang-fang\n"),
            ("handovers/ho-2.yaml", "on: 2026-11-20\nfrom: boss\nto: wang-fang\n"),
            (
                "approvals/apv-1.yaml",
                "subject: handover/ho-1\nwhat: handover_given\nverdict: approved\nby: li-wei\non: 2026-11-17\n",
            ),
            (
                "approvals/apv-2.yaml",
                "subject: handover/ho-2\nwhat: handover_taken\nverdict: rejected\nby: wang-fang\n\
                 on: 2026-11-20\nnote: 客户不属于我的区域\n",
            ),
        ],
        en: "warning handover-unconfirmed handovers/ho-1.yaml:3:5 confirmation of who takes over is missing; it is for the taker (wang-fang); the policy allows 3 working days\n\
             warning handover-unconfirmed handovers/ho-2.yaml:3:5 confirmation of who takes over: refused by `wang-fang`: 客户不属于我的区域",
        zh: "warning handover-unconfirmed handovers/ho-1.yaml:3:5 缺少“接手人确认”，由接手人（wang-fang）办理；制度限 3 个工作日\n\
             warning handover-unconfirmed handovers/ho-2.yaml:3:5 “接手人确认”被 `wang-fang` 拒绝：客户不属于我的区域",
        near: &[
            // Three working days are over at the end of the 20th; the 21st is a Saturday.
            ("handovers/ho-1.yaml", "on: 2026-11-18\nfrom: li-wei\nto: wang-fang\n"),
            ("handovers/ho-2.yaml", "on: 2026-11-02\nfrom: li-wei\nto: wang-fang\n"),
            (
                "approvals/apv-1.yaml",
                "subject: handover/ho-2\nwhat: handover_given\nverdict: approved\nby: li-wei\non: 2026-11-17\n",
            ),
            (
                "approvals/apv-2.yaml",
                "subject: handover/ho-2\nwhat: handover_taken\nverdict: approved\nby: wang-fang\non: 2026-11-17\n",
            ),
        ],
    },
    // OPS-4.6.1: whoever entered it does not decide on it either.
    Case {
        rule: "approval-own",
        files: &[
            LAWYER,
            (
                C,
                "opportunity: acme-1\nowner: li-wei\nentered: {at: 2026-11-20T09:00:00+08:00, by: fang}\n",
            ),
            ("approvals/a.yaml", BY_LAWYER),
        ],
        en: "error approval-own approvals/a.yaml:4:5 contract/con-1 is `fang`'s own",
        zh: "error approval-own approvals/a.yaml:4:5 contract/con-1 属于 `fang` 自己",
        near: &[LAWYER, (C, DRAFT), ("approvals/a.yaml", BY_LAWYER)],
    },
    // OPS-4.6.1: what has been signed was judged then; roles change.
    Case {
        rule: "approval-unentitled",
        files: &[
            LAWYER,
            (C, DRAFT),
            (
                "approvals/a.yaml",
                "subject: contract/con-1\nwhat: contract_finance\nverdict: approved\nby: fang\non: 2026-11-20\n",
            ),
        ],
        en: "error approval-unentitled approvals/a.yaml:4:5 financial review of a contract is for finance",
        zh: "error approval-unentitled approvals/a.yaml:4:5 “合同财务审核”应由财务审批",
        near: &[
            FINANCE,
            (
                "members/fang.yaml",
                "name: 方正\nemail: f@example.com\nrole: legal_counsel\naway:\n  - {from: 2026-11-20, until: 2026-11-20, to: qian}\n",
            ),
            (C, DRAFT),
            ("approvals/a.yaml", BY_FINANCE),
            (
                "approvals/b.yaml",
                "subject: contract/con-1\nwhat: contract_legal\nverdict: approved\nby: qian\non: 2026-11-20\n",
            ),
            (
                "contracts/con-2.yaml",
                "opportunity: acme-1\nstatus: ended\nowner: li-wei\nimported: {from: a.csv, key: K, on: 2026-11-20}\n",
            ),
            (
                "approvals/c.yaml",
                "subject: contract/con-2\nwhat: contract_legal\nverdict: approved\nby: boss\non: 2026-11-20\n",
            ),
        ],
    },
    // OPS-4.6.1: a verdict without digest is on whatever stands there.
    Case {
        rule: "approval-void",
        files: &[
            LAWYER,
            (C, DRAFT),
            (
                "approvals/a.yaml",
                "subject: contract/con-1\nwhat: contract_legal\nverdict: approved\nby: fang\non: 2026-11-20\ndigest: other\n",
            ),
        ],
        en: "warning approval-void contracts/con-1.yaml:9:9 legal review of a contract by `fang` on 2026-11-20 is void: what it covers has changed since",
        zh: "warning approval-void contracts/con-1.yaml:9:9 `fang` 于 2026-11-20 给出的“合同法务审核”已失效：所审批的内容此后有改动",
        near: &[LAWYER, (C, DRAFT), ("approvals/a.yaml", BY_LAWYER)],
    },
    // OPS-4.6.2: a contract written down as signed that nobody has reviewed.
    Case {
        rule: "status-without-gate",
        files: &[LAWYER, FINANCE, (C, SIGNED), ("approvals/a.yaml", BY_LAWYER)],
        en: "error status-without-gate contracts/con-1.yaml:12:9 financial review of a contract is missing; it is for finance (qian) (gate approved)",
        zh: "error status-without-gate contracts/con-1.yaml:12:9 缺少“合同财务审核”；由财务（qian）审批（关卡 approved）",
        near: &[
            LAWYER,
            FINANCE,
            (C, SIGNED),
            ("approvals/a.yaml", BY_LAWYER),
            ("approvals/b.yaml", BY_FINANCE),
            (
                "contracts/con-2.yaml",
                "opportunity: acme-1\nstatus: in_review\namount: 5\nowner: li-wei\nmoves:\n  - {on: 2026-11-20, by: li-wei, status: in_review, reason: 急, waived: [contract-drafted]}\n",
            ),
        ],
    },
    // TEL-3.5.1: ten working days, from Friday the 6th to Friday the 20th.
    Case {
        rule: "contract-sign-late",
        files: &[(
            "negotiations/neg-1.yaml",
            "opportunity: acme-1\nstatus: agreed\nmoves:\n  - {on: 2026-11-06, by: li-wei, status: agreed}\n",
        )],
        en: "warning contract-sign-late negotiations/neg-1.yaml:2:9 agreed on 2026-11-06, and no contract is signed; the policy allows 10 working days",
        zh: "warning contract-sign-late negotiations/neg-1.yaml:2:9 2026-11-06 达成一致，尚未签订合同；制度限 10 个工作日",
        near: &[
            (
                "negotiations/neg-1.yaml",
                "opportunity: acme-1\nstatus: agreed\nmoves:\n  - {on: 2026-11-09, by: li-wei, status: agreed}\n",
            ),
            (
                "negotiations/neg-2.yaml",
                "opportunity: acme-1\nstatus: failed\nmoves:\n  - {on: 2026-10-06, by: li-wei, status: failed}\n",
            ),
            (
                "opportunities/lost.yaml",
                "customer: acme\nname: L\nstage: negotiation\noutcome: lost\n",
            ),
            (
                "negotiations/neg-3.yaml",
                "opportunity: lost\nstatus: agreed\nmoves:\n  - {on: 2026-10-06, by: li-wei, status: agreed}\n",
            ),
            ("opportunities/signed.yaml", "customer: acme\nname: S\nstage: contract\n"),
            (
                "negotiations/neg-4.yaml",
                "opportunity: signed\nstatus: agreed\nmoves:\n  - {on: 2026-10-06, by: li-wei, status: agreed}\n",
            ),
            ("contracts/con-9.yaml", "opportunity: signed\nstatus: signed\n"),
        ],
    },
];
