//! Negotiations and contracts that lack what a gate asks for, and such as have it.

use super::{Case, D};

const P: &str = "proposals/p.yaml";
const N: &str = "negotiations/p.yaml";
const C: &str = "contracts/p.yaml";

const DEAL: (&str, &str) = (D, "stage: solution\namount: 480000\n");

pub(super) const CASES: &[Case] = &[
    // OPS-4.5.1
    Case {
        gate: "customer-interested",
        lacking: &[DEAL, (N, "opportunity: d\n"), (P, "opportunity: d\nstatus: submitted\n")],
        says: &[[
            "no proposal of d is known to interest the customer",
            "d 没有客户表示有意的提案",
            "salesops list proposal opportunity:d",
        ]],
        content: &[&[
            DEAL,
            (N, "opportunity: d\n"),
            (P, "opportunity: d\nstatus: answered\ncustomer_response: interested\n"),
        ]],
    },
    // OPS-4.5.2
    Case {
        gate: "negotiation-prepared",
        lacking: &[DEAL, (N, "opportunity: d\nprep:\n  strategy: 先谈服务\n")],
        says: &[
            [
                "the customer's position is missing",
                "缺少客户立场",
                "salesops set negotiation/p prep.customer_position=TEXT",
            ],
            [
                "the bottom line is missing",
                "缺少谈判底线",
                "salesops set negotiation/p prep.bottom_line=AMOUNT",
            ],
        ],
        content: &[&[
            DEAL,
            (
                N,
                "opportunity: d\nprep:\n  customer_position: 压价\n  strategy: 先谈服务\n  \
                 bottom_line: 430000\n",
            ),
        ]],
    },
    // ITS-3.4.1: below the amount of the policy anybody leads; nobody never does.
    Case {
        gate: "negotiation-lead",
        lacking: &[
            (D, "stage: negotiation\namount: 50000\n"),
            ("members/wang-fang.yaml", "name: 王芳\nrole: sales_supervisor\n"),
            (N, "opportunity: d\nlead: li-wei\n"),
        ],
        says: &[[
            "from 50000 on a sales supervisor or above leads the negotiation",
            "金额达到 50000 的谈判须由销售主管或以上人员主谈",
            "salesops set negotiation/p lead=MEMBER",
        ]],
        content: &[
            &[(D, "stage: negotiation\namount: 49999.99\n"), (N, "opportunity: d\nlead: li-wei\n")],
            &[
                (D, "stage: negotiation\namount: 900000\n"),
                ("members/wang-fang.yaml", "name: 王芳\nrole: sales_manager\n"),
                (N, "opportunity: d\nlead: wang-fang\n"),
            ],
        ],
    },
    // OPS-4.5.3
    Case {
        gate: "minutes",
        lacking: &[DEAL, (N, "opportunity: d\nminutes:\n  open:\n    - 培训\n")],
        says: &[
            [
                "the minutes say nothing of what was agreed",
                "谈判纪要缺少达成的事项",
                "salesops set negotiation/p minutes.agreed+=TEXT",
            ],
            [
                "the minutes say nothing of what comes next",
                "谈判纪要缺少后续事项",
                "salesops set negotiation/p minutes.next_steps+=TEXT",
            ],
        ],
        content: &[&[
            DEAL,
            (
                N,
                "opportunity: d\nminutes:\n  agreed:\n    - 价格\n  next_steps:\n    \
                 - {what: 起草合同}\n",
            ),
        ]],
    },
    // ITS-3.4.1
    Case {
        gate: "terms-agreed",
        lacking: &[DEAL, (N, "opportunity: d\nitems:\n  payment: 三三四\n")],
        says: &[
            [
                "the agreed price is missing",
                "缺少约定的价格",
                "salesops set negotiation/p items.price=AMOUNT",
            ],
            [
                "the service terms are missing",
                "缺少服务条款",
                "salesops set negotiation/p items.service=TEXT",
            ],
        ],
        content: &[&[
            DEAL,
            (
                N,
                "opportunity: d\nitems:\n  price: 460000\n  payment: 三三四\n  service: 一年驻场\n",
            ),
        ]],
    },
    // OPS-4.5.3, ITS-3.4.1
    Case {
        gate: "negotiation-agreed",
        lacking: &[DEAL, (N, "opportunity: d\nstatus: held\n")],
        says: &[[
            "negotiation/p has not come to an agreement",
            "negotiation/p 尚未达成一致",
            "salesops negotiation agree negotiation/p",
        ]],
        content: &[&[DEAL, (N, "opportunity: d\nstatus: agreed\n")]],
    },
    Case {
        gate: "negotiation-agreed",
        lacking: &[DEAL, (N, "opportunity: d\nstatus: failed\n")],
        says: &[[
            "there is no negotiation",
            "尚无谈判记录",
            "salesops add negotiation opportunity=d",
        ]],
        content: &[],
    },
    // OPS-4.6.1, ITS-3.4.3: lines with prices give the amount.
    Case {
        gate: "contract-drafted",
        lacking: &[DEAL, (C, "opportunity: d\nterms:\n  rights: 甲方\nlines:\n  - product: erp\n")],
        says: &[
            ["the amount is missing", "缺少金额", "salesops set contract/p amount=AMOUNT"],
            [
                "the duties of both sides are missing",
                "缺少双方的义务",
                "salesops set contract/p terms.duties=TEXT",
            ],
            [
                "the day of delivery is missing",
                "缺少交付期限",
                "salesops set contract/p delivery_due=DATE",
            ],
            [
                "the payments are missing",
                "缺少付款计划",
                "salesops set contract/p payment_schedule+=DATE:AMOUNT",
            ],
        ],
        content: &[&[DEAL, (C, DRAFT)]],
    },
    // OPS-4.6.2
    Case {
        gate: "signing",
        lacking: &[DEAL, (C, "opportunity: d\nstatus: in_review\nsignatory: {name: 张三}\n")],
        says: &[
            [
                "nobody has explained the terms to the customer",
                "尚未向客户说明合同条款",
                "salesops set contract/p terms_explained.by=MEMBER",
            ],
            [
                "the customer's identity is not verified",
                "尚未核实客户身份",
                "salesops set contract/p identity_verified.method=TEXT",
            ],
            [
                "what gives the signatory the right to sign is missing",
                "缺少签字人的授权依据",
                "salesops set contract/p signatory.authorisation=TEXT",
            ],
        ],
        content: &[&[
            DEAL,
            (
                C,
                "opportunity: d\nterms_explained: {by: li-wei, on: 2026-11-20}\n\
                 identity_verified: {method: 营业执照}\n\
                 signatory: {name: 张三, authorisation: 授权书}\n",
            ),
        ]],
    },
    // OPS-4.6.2, ITS-3.4.3: a contract to be signed tomorrow is not signed.
    Case {
        gate: "contract-signed",
        lacking: &[DEAL, (C, "opportunity: d\nstatus: signed\nsigned_on: 2026-11-22\n")],
        says: &[[
            "contract/p is not signed",
            "contract/p 尚未签署",
            "salesops contract sign contract/p",
        ]],
        content: &[&[DEAL, (C, "opportunity: d\nstatus: signed\nsigned_on: 2026-11-21\n")]],
    },
    Case {
        gate: "contract-signed",
        lacking: &[DEAL],
        says: &[["there is no contract", "尚无合同", "salesops add contract opportunity=d"]],
        content: &[],
    },
    // ITS-3.5.1, OPS-4.6.3
    Case {
        gate: "contract-distributed",
        lacking: &[
            DEAL,
            (
                C,
                "opportunity: d\nstatus: signed\nsigned_on: 2026-11-20\ndistribution:\n  \
                 - {department: finance, on: 2026-11-20}\n  - {department: tech, on: 2026-11-20}\n",
            ),
        ],
        says: &[[
            "the customer service has no copy of contract/p",
            "客户服务部尚未收到 contract/p 的副本",
            "salesops set contract/p distribution+=service",
        ]],
        content: &[
            &[DEAL],
            &[
                DEAL,
                (
                    C,
                    "opportunity: d\nstatus: signed\nsigned_on: 2026-11-20\ndistribution:\n  \
                     - {department: service}\n  - {department: tech}\n",
                ),
            ],
        ],
    },
];

const DRAFT: &str = "\
opportunity: d
terms:
  rights: 甲方
  duties: 乙方
delivery_due: 2027-03-31
payment_schedule:
  - {due: 2026-12-31, amount: 20.00}
lines:
  - product: erp
    qty: 2
    price: 10.00
";
