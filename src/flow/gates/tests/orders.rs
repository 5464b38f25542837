//! Orders that lack what a gate asks for, and such as have it.

use super::{Case, D};

const O: &str = "orders/p.yaml";
const C: &str = "contracts/c.yaml";

const DEAL: (&str, &str) = (D, "stage: contract\namount: 480000\n");

pub(super) const CASES: &[Case] = &[
    // OPS-5.1.1
    Case {
        gate: "order-complete",
        lacking: &[(O, "customer: acme\n")],
        says: &[
            [
                "what is ordered is missing",
                "缺少订购的产品",
                "salesops set order/p lines+=PRODUCT:QTY:PRICE",
            ],
            [
                "the day of delivery is missing",
                "缺少交付期限",
                "salesops set order/p delivery_due=DATE",
            ],
            [
                "how it is paid is missing",
                "缺少付款方式",
                "salesops set order/p payment_terms=TEXT",
            ],
        ],
        content: &[
            &[(
                O,
                "customer: acme\npayment_terms: 货到付款\ndelivery_due: 2026-12-31\n\
                 lines:\n  - {product: erp, price: 100}\n",
            )],
            // A contract says when it is paid, and an amount will do for lines without prices.
            &[
                (C, "opportunity: d\npayment_schedule:\n  - {due: 2026-12-31, amount: 100}\n"),
                (
                    O,
                    "contract: c\ncustomer: acme\ndelivery_due: 2026-12-31\namount: 100\n\
                     lines:\n  - product: erp\n",
                ),
            ],
        ],
    },
    Case {
        gate: "order-complete",
        lacking: &[(
            O,
            "customer: acme\npayment_terms: 货到付款\ndelivery_due: 2026-12-31\n\
             lines:\n  - product: erp\n",
        )],
        says: &[["the amount is missing", "缺少金额", "salesops set order/p amount=AMOUNT"]],
        content: &[],
    },
    // OPS-5.1.1, DEV-5.7.2A: from the limit on a signed contract, of the order or of its deal.
    Case {
        gate: "order-contracted",
        lacking: &[
            DEAL,
            (C, "opportunity: d\nstatus: in_review\n"),
            (O, "contract: c\ncustomer: acme\namount: 10000\n"),
        ],
        says: &[[
            "from 10000 on an order needs a signed contract",
            "金额达到 10000 的订单须有已签署的合同",
            "salesops contract sign contract/c",
        ]],
        content: &[
            &[(O, "customer: acme\namount: 9999.99\n")],
            &[
                DEAL,
                (C, "opportunity: d\nstatus: signed\nsigned_on: 2026-11-20\n"),
                (O, "contract: c\ncustomer: acme\namount: 480000\n"),
            ],
            &[
                DEAL,
                (C, "opportunity: d\nstatus: signed\nsigned_on: 2026-11-20\n"),
                (O, "opportunity: d\ncustomer: acme\namount: 480000\n"),
            ],
            &[
                DEAL,
                (
                    C,
                    "opportunity: d\ncustomer: dealer\nframework: true\nsigned_on: 2026-01-20\n\
                     expires_on: 2026-11-21\n",
                ),
                (O, "customer: dealer\namount: 480000\n"),
            ],
        ],
    },
    // A framework contract is for dealers, and only as long as it lasts.
    Case {
        gate: "order-contracted",
        lacking: &[
            DEAL,
            (
                C,
                "opportunity: d\ncustomer: dealer\nframework: true\nsigned_on: 2026-01-20\n\
                 expires_on: 2026-11-20\n",
            ),
            (O, "customer: dealer\namount: 480000\n"),
        ],
        says: &[[
            "from 10000 on an order needs a signed contract",
            "金额达到 10000 的订单须有已签署的合同",
            "salesops list contract customer:dealer",
        ]],
        content: &[],
    },
    Case {
        gate: "order-contracted",
        lacking: &[
            DEAL,
            (C, "opportunity: e\ncustomer: acme\nframework: true\nsigned_on: 2026-01-20\n"),
            (O, "opportunity: d\ncustomer: acme\namount: 480000\n"),
        ],
        says: &[[
            "from 10000 on an order needs a signed contract",
            "金额达到 10000 的订单须有已签署的合同",
            "salesops add contract opportunity=d",
        ]],
        content: &[],
    },
    // OPS-5.1.1
    Case {
        gate: "order-priced",
        lacking: &[
            DEAL,
            (C, "opportunity: d\namount: 480000\n"),
            (O, "contract: c\ncustomer: acme\nlines:\n  - {product: erp, price: 479999.99}\n"),
        ],
        says: &[[
            "the order comes to 479999.99, its contract to 480000",
            "订单金额为 479999.99，合同金额为 480000",
            "salesops set order/p lines.0.price=AMOUNT",
        ]],
        content: &[
            &[
                DEAL,
                (C, "opportunity: d\namount: 480000\n"),
                (O, "contract: c\ncustomer: acme\namount: 480000.00\n"),
            ],
            &[
                ("salesops.toml", "[order]\nprice_tolerance = 2\n"),
                DEAL,
                (C, "opportunity: d\namount: 480000\n"),
                (O, "contract: c\ncustomer: acme\namount: 489600\n"),
            ],
        ],
    },
    Case {
        gate: "order-priced",
        lacking: &[
            DEAL,
            (C, "opportunity: d\namount: 480000\n"),
            (O, "contract: c\ncustomer: acme\namount: 500000\n"),
        ],
        says: &[[
            "the order comes to 500000, its contract to 480000",
            "订单金额为 500000，合同金额为 480000",
            "salesops set order/p amount=480000",
        ]],
        content: &[],
    },
    // OPS-5.1.2
    Case {
        gate: "order-confirmed",
        lacking: &[(O, "customer: acme\nstatus: reviewed\n")],
        says: &[[
            "the customer has not confirmed it",
            "客户尚未确认订单",
            "salesops set order/p customer_confirmation.contact=CONTACT",
        ]],
        content: &[&[(O, "customer: acme\ncustomer_confirmation: {contact: c-1}\n")]],
    },
    // OPS-5.2.1
    Case {
        gate: "order-releasable",
        lacking: &[(O, "customer: acme\nstatus: confirmed\n")],
        says: &[
            [
                "the requirements are missing",
                "缺少生产要求",
                "salesops set order/p requirements=TEXT",
            ],
            [
                "the quality standard is missing",
                "缺少质量标准",
                "salesops set order/p quality_standard=TEXT",
            ],
            [
                "no department has it",
                "尚未下达给任何部门",
                "salesops set order/p dispatch+=DEPARTMENT",
            ],
        ],
        content: &[&[(
            O,
            "customer: acme\nrequirements: 防潮包装\nquality_standard: GB/T 19001\ndispatch:\n  \
             - {department: production}\n",
        )]],
    },
    // ITS-3.5.3
    Case {
        gate: "order-supported",
        lacking: &[(O, "customer: acme\nstatus: dispatched\n")],
        says: &[[
            "nobody supports the customer",
            "缺少实施支持人",
            "salesops set order/p support_owner=MEMBER",
        ]],
        content: &[&[(O, "customer: acme\nsupport_owner: li-wei\n")]],
    },
    // OPS-5.3.2
    Case {
        gate: "order-change-decided",
        lacking: &[(O, CHANGES)],
        says: &[[
            "the change `加急` is neither made nor dropped",
            "变更“加急”尚未执行或放弃",
            "salesops order change order/p",
        ]],
        content: &[&[(
            O,
            "customer: acme\nchanges:\n  - id: c-1\n    what: 加急\n    state: made\n",
        )]],
    },
    Case {
        gate: "change-asked",
        lacking: &[(O, "customer: acme\nchanges:\n  - {id: c-1, what: 加急, state: dropped}\n")],
        says: &[["no change is asked for", "没有提出变更", "salesops set order/p changes+=TEXT"]],
        content: &[&[(O, CHANGES)]],
    },
    Case {
        gate: "change-assessed",
        lacking: &[(O, CHANGES)],
        says: &[
            [
                "the customer has not confirmed the change",
                "客户尚未确认变更",
                "salesops set order/p changes.c-2.customer_confirmed=DATE",
            ],
            [
                "by how many days the change puts off the delivery is missing",
                "缺少变更对交期的影响",
                "salesops set order/p changes.c-2.delivery_days=DAYS",
            ],
            [
                "what the change costs is missing",
                "缺少变更的成本影响",
                "salesops set order/p changes.c-2.cost=AMOUNT",
            ],
        ],
        content: &[&[(
            O,
            "customer: acme\nchanges:\n  - {id: c-1, what: 加急, customer_confirmed: 2026-11-20, \
             delivery_days: -5, cost: 0, state: open}\n",
        )]],
    },
    Case {
        gate: "change-assessed",
        lacking: &[(O, "customer: acme\n")],
        says: &[["no change is asked for", "没有提出变更", "salesops set order/p changes+=TEXT"]],
        content: &[],
    },
    // TEL-3.5.2
    Case {
        gate: "payment-fits",
        lacking: &[(
            "payments/p.yaml",
            "customer: acme\ndue: 2026-11-30\namount: 100\nreceived:\n  \
             - {amount: 60, on: 2026-11-20}\n  - {amount: 60, on: 2026-11-21}\n",
        )],
        says: &[[
            "120 would have come in, 100 is due",
            "收款将达 120，应收为 100",
            "salesops payment pay payment/p received+=AMOUNT",
        ]],
        content: &[&[(
            "payments/p.yaml",
            "customer: acme\ndue: 2026-11-30\namount: 100\nreceived:\n  \
             - {amount: 100.00, on: 2026-11-20}\n",
        )]],
    },
    // OPS-5.4.2: a payment of tomorrow may wait; those of the contract count where it has none.
    Case {
        gate: "order-paid",
        lacking: &[
            (O, "contract: c\ncustomer: acme\nstatus: accepted\n"),
            (
                "payments/a.yaml",
                "contract: c\ncustomer: acme\ndue: 2026-11-21\namount: 100\nreceived:\n  \
                 - {amount: 60, on: 2026-11-20}\n",
            ),
        ],
        says: &[[
            "40 of payment/a, due on 2026-11-21, is not paid",
            "payment/a 应于 2026-11-21 支付，尚欠 40",
            "salesops payment pay payment/a",
        ]],
        content: &[&[
            (O, "contract: c\ncustomer: acme\nstatus: accepted\n"),
            ("payments/a.yaml", "contract: c\ncustomer: acme\ndue: 2026-11-22\namount: 100\n"),
            (
                "payments/b.yaml",
                "contract: c\ncustomer: acme\ndue: 2026-10-22\namount: 100\nstatus: paid\n",
            ),
            // Another order of the contract has its own.
            ("orders/q.yaml", "contract: c\ncustomer: acme\n"),
            (
                "payments/d.yaml",
                "order: q\ncontract: c\ncustomer: acme\ndue: 2026-10-22\namount: 100\n",
            ),
        ]],
    },
    // OPS-5.1, OPS-5.2
    Case {
        gate: "order-dispatched",
        lacking: &[
            DEAL,
            (O, "opportunity: d\ncustomer: acme\nstatus: confirmed\n"),
            ("orders/q.yaml", "opportunity: d\ncustomer: acme\nstatus: cancelled\n"),
        ],
        says: &[[
            "order/p is confirmed only",
            "order/p 仅为“已确认”",
            "salesops order dispatch order/p",
        ]],
        content: &[&[
            DEAL,
            (O, "opportunity: d\ncustomer: acme\nstatus: in_progress\n"),
            ("orders/q.yaml", "opportunity: d\ncustomer: acme\n"),
        ]],
    },
    Case {
        gate: "order-dispatched",
        lacking: &[DEAL, (O, "opportunity: d\ncustomer: acme\nstatus: cancelled\n")],
        says: &[["there is no order", "尚无订单", "salesops add order opportunity=d"]],
        content: &[],
    },
    // OPS-5.4.2: all of what was ordered.
    Case {
        gate: "delivery-accepted",
        lacking: &[
            DEAL,
            (
                O,
                "opportunity: d\ncustomer: acme\nstatus: delivered\n\
                 acceptance: {by: c-1, result: objected}\n",
            ),
            (
                "orders/q.yaml",
                "opportunity: d\ncustomer: acme\nstatus: accepted\n\
                 acceptance: {by: c-1, result: passed}\n",
            ),
        ],
        says: &[[
            "order/p is delivered only",
            "order/p 仅为“已交付”",
            "salesops order accept order/p",
        ]],
        content: &[&[
            DEAL,
            ("orders/q.yaml", "opportunity: d\ncustomer: acme\nstatus: cancelled\n"),
            (
                O,
                "opportunity: d\ncustomer: acme\nstatus: closed\n\
                 acceptance: {by: c-1, result: passed}\n",
            ),
        ]],
    },
    Case {
        gate: "delivery-accepted",
        lacking: &[DEAL],
        says: &[["there is no order", "尚无订单", "salesops add order opportunity=d"]],
        content: &[],
    },
    // OPS-5.4.2
    Case {
        gate: "inspected",
        lacking: &[(O, "customer: acme\nstatus: delivered\n")],
        says: &[[
            "who inspected it is missing",
            "缺少验收人",
            "salesops order accept order/p acceptance.by=CONTACT",
        ]],
        content: &[&[(O, "customer: acme\nacceptance: {by: c-1, result: objected}\n")]],
    },
];

// One that is dropped, and one that is still open.
const CHANGES: &str = "customer: acme\nchanges:\n  - {id: c-1, what: 换色, state: dropped}\n  \
                       - {id: c-2, what: 加急}\n";
