//! Rules about orders.

use super::Case;

const DEAL: &str = "customer: acme\nname: D\nsource: exhibition\nstage: contract\noutcome: won\n\
                    amount: 480000\nexpected_close: 2026-11-18\nowner: li-wei\n";
const CONTRACT: (&str, &str) =
    ("contracts/con-1.yaml", "opportunity: acme-1\namount: 480000\nstatus: signed\n");
const O: &str = "orders/ord-1.yaml";

pub(super) const CASES: &[Case] = &[
    // OPS-5.4.1, TEL-3.5.2
    Case {
        rule: "delivery-overdue",
        files: &[(O, "customer: acme\nstatus: in_progress\ndelivery_due: 2026-11-20\n")],
        en: "warning delivery-overdue orders/ord-1.yaml:3:15 due on 2026-11-20, 1 days ago, and not delivered",
        zh: "warning delivery-overdue orders/ord-1.yaml:3:15 2026-11-20 到期，已逾期 1 天，尚未交付",
        near: &[
            (O, "customer: acme\ndelivery_due: 2026-11-21\n"),
            ("orders/ord-2.yaml", "customer: acme\nstatus: cancelled\ndelivery_due: 2026-11-01\n"),
            (
                "orders/ord-3.yaml",
                "customer: acme\nstatus: delivered\ndelivery_due: 2026-11-01\ndelivered_on: 2026-11-20\n",
            ),
        ],
    },
    // OPS-1.1, OPS-5.3.2
    Case {
        rule: "order-cancelled-after",
        files: &[
            (O, "customer: acme\nshipped_on: 2026-11-10\nstatus: cancelled\n"),
            (
                "orders/ord-2.yaml",
                "customer: acme\ninvoices:\n  - {amount: 5, no: \"77\"}\nstatus: cancelled\n\
                 imported: {from: o.csv, key: O2, on: 2026-11-20}\n",
            ),
            (
                "payments/pay-1.yaml",
                "order: ord-2\ncustomer: acme\ndue: 2026-11-01\namount: 5\nstatus: paid\nreceived:\n  \
                 - {amount: 5, on: 2026-11-01}\n",
            ),
        ],
        en: "warning order-cancelled-after orders/ord-1.yaml:3:9 cancelled, but sent on 2026-11-10\n\
             warning order-cancelled-after orders/ord-2.yaml:4:9 cancelled, but invoiced (77), paid in part or whole",
        zh: "warning order-cancelled-after orders/ord-1.yaml:3:9 已取消，但已于 2026-11-10 发出\n\
             warning order-cancelled-after orders/ord-2.yaml:4:9 已取消，但已开票（77）、已收款",
        near: &[
            (O, "customer: acme\nshipped_on: 2026-11-10\nstatus: in_progress\n"),
            ("orders/ord-2.yaml", "customer: acme\ndelivery_due: 2026-11-10\nstatus: cancelled\n"),
        ],
    },
    // OPS-5.1.1
    Case {
        rule: "order-differs",
        files: &[CONTRACT, (O, "contract: con-1\ncustomer: acme\namount: 48000\n")],
        en: "warning order-differs orders/ord-1.yaml:1:11 the order comes to 48000, its contract to 480000",
        zh: "warning order-differs orders/ord-1.yaml:1:11 订单金额为 48000，合同金额为 480000",
        near: &[
            CONTRACT,
            (O, "contract: con-1\ncustomer: acme\namount: 480000.00\n"),
            (
                "orders/ord-2.yaml",
                "contract: con-1\ncustomer: acme\namount: 1\nstatus: cancelled\n",
            ),
            (
                "orders/ord-3.yaml",
                "contract: con-1\ncustomer: acme\namount: 490000\nchanges:\n  \
                 - id: c-1\n    what: 加急\n    state: made\n",
            ),
            ("orders/ord-4.yaml", "contract: con-1\ncustomer: acme\namount: 5\ncurrency: EUR\n"),
        ],
    },
    // OPS-5.1.1: a working day; OPS-5.4.2: seven days. 2026-11-19 is a Thursday.
    Case {
        rule: "order-late",
        files: &[
            (O, "customer: acme\nentered: {at: 2026-11-18T09:00:00+08:00, by: li-wei}\n"),
            (
                "orders/ord-2.yaml",
                "customer: acme\nstatus: delivered\nmoves:\n  \
                 - {on: 2026-11-13, by: li-wei, status: delivered}\n",
            ),
        ],
        en: "warning order-late orders/ord-1.yaml:1:11 the review was due on 2026-11-19\n\
             warning order-late orders/ord-2.yaml:2:9 the acceptance was due on 2026-11-20",
        zh: "warning order-late orders/ord-1.yaml:1:11 评审应于 2026-11-19 前完成\n\
             warning order-late orders/ord-2.yaml:2:9 验收应于 2026-11-20 前完成",
        near: &[
            (O, "customer: acme\nentered: {at: 2026-11-20T09:00:00+08:00, by: li-wei}\n"),
            (
                "orders/ord-2.yaml",
                "customer: acme\nstatus: delivered\nmoves:\n  \
                 - {on: 2026-11-14, by: li-wei, status: delivered}\n",
            ),
        ],
    },
    // OPS-5.1.2, OPS-5.2.1: a working day each. OPS-5.3.2: two.
    Case {
        rule: "order-late",
        files: &[
            (
                O,
                "customer: acme\nstatus: reviewed\nmoves:\n  \
                 - {on: 2026-11-18, by: li-wei, status: reviewed}\n  \
                 - {on: 2026-11-20, by: li-wei, owner: li-wei}\nowner: li-wei\n",
            ),
            (
                "orders/ord-2.yaml",
                "customer: acme\nchanges:\n  - id: c-1\n    what: 加急\n    requested_on: 2026-11-17\n    \
                 cost: 5\nstatus: confirmed\nmoves:\n  - {on: 2026-11-18, by: li-wei, status: confirmed}\n",
            ),
        ],
        en: "warning order-late orders/ord-1.yaml:2:9 the confirmation by the customer was due on 2026-11-19\n\
             warning order-late orders/ord-2.yaml:7:9 the dispatch was due on 2026-11-19\n\
             warning order-late orders/ord-2.yaml:4:11 what the change does to delivery and cost was due on 2026-11-19",
        zh: "warning order-late orders/ord-1.yaml:2:9 客户确认应于 2026-11-19 前完成\n\
             warning order-late orders/ord-2.yaml:7:9 下达应于 2026-11-19 前完成\n\
             warning order-late orders/ord-2.yaml:4:11 变更对交期和成本的影响应于 2026-11-19 前评估",
        near: &[(
            O,
            "customer: acme\nchanges:\n  - id: c-1\n    what: 加急\n    requested_on: 2026-11-19\n  \
             - id: c-2\n    what: 换色\n    requested_on: 2026-11-01\n    state: dropped\n  \
             - id: c-3\n    what: 改址\n    requested_on: 2026-11-01\n    delivery_days: 0\n    cost: 0\n\
             status: in_progress\nmoves:\n  - {on: 2026-11-20, by: li-wei, status: in_progress}\n",
        )],
    },
    // DEV-5.7.2A: two working days.
    Case {
        rule: "order-missing",
        files: &[
            ("salesops.toml", NO_GATES),
            (
                "opportunities/d.yaml",
                "customer: acme\nname: D\nsource: exhibition\nstage: contract\noutcome: won\n\
                 amount: 480000\nexpected_close: 2026-11-18\nowner: li-wei\n\
                 closed: {on: 2026-11-18, by: li-wei, owner: li-wei}\n",
            ),
        ],
        en: "warning order-missing opportunities/d.yaml:5:10 won on 2026-11-18 and not ordered; the order was due on 2026-11-20",
        zh: "warning order-missing opportunities/d.yaml:5:10 2026-11-18 赢单，尚未下单；应于 2026-11-20 前下单",
        near: &[
            ("salesops.toml", NO_GATES),
            ("opportunities/d.yaml", DEAL),
            (O, "opportunity: d\ncustomer: acme\nentered: {at: 2026-11-20T09:00:00+08:00}\n"),
        ],
    },
    // DEV-5.7.2A: imported deals too, where orders were imported.
    Case {
        rule: "order-missing",
        files: &[
            ("salesops.toml", NO_GATES),
            ("opportunities/d.yaml", IMPORTED),
            (O, "customer: acme\nimported: {from: o.csv, key: O1, on: 2026-11-20}\n"),
        ],
        en: "warning order-missing opportunities/d.yaml:3:10 won on 2025-11-18 and not ordered; the order was due on 2025-11-20",
        zh: "warning order-missing opportunities/d.yaml:3:10 2025-11-18 赢单，尚未下单；应于 2025-11-20 前下单",
        near: &[
            ("salesops.toml", NO_GATES),
            ("opportunities/d.yaml", IMPORTED),
            (O, "customer: acme\nentered: {at: 2026-11-20T09:00:00+08:00}\n"),
        ],
    },
    // OPS-5.3.1, ITS-3.5.2
    Case {
        rule: "order-no-progress",
        files: &[
            (
                O,
                "customer: acme\nstatus: dispatched\nmoves:\n  \
                 - {on: 2026-11-13, by: li-wei, status: dispatched}\n",
            ),
            (
                "orders/ord-2.yaml",
                "customer: acme\nprogress:\n  - {text: 已排产, on: 2026-11-12}\nstatus: in_progress\n\
                 moves:\n  - {on: 2026-11-01, by: li-wei, status: in_progress}\n",
            ),
        ],
        en: "warning order-no-progress orders/ord-1.yaml:2:9 no progress is written down for 8 days; the policy gives 7\n\
             warning order-no-progress orders/ord-2.yaml:4:9 no progress is written down for 9 days; the policy gives 7\n\
             warning order-no-progress orders/ord-2.yaml:3:21 the customer has not been told of 2026-11-12 within 7 days",
        zh: "warning order-no-progress orders/ord-1.yaml:2:9 已 8 天没有进度记录，制度规定 7 天\n\
             warning order-no-progress orders/ord-2.yaml:4:9 已 9 天没有进度记录，制度规定 7 天\n\
             warning order-no-progress orders/ord-2.yaml:3:21 2026-11-12 的进度未在 7 天内告知客户",
        near: &[
            (
                O,
                "customer: acme\nprogress:\n  - {text: 已排产, on: 2026-11-14}\nstatus: in_progress\n\
                 moves:\n  - {on: 2026-11-01, by: li-wei, status: in_progress}\n",
            ),
            (
                "orders/ord-2.yaml",
                "customer: acme\nstatus: confirmed\nmoves:\n  \
                 - {on: 2026-11-20, by: li-wei, status: confirmed}\n",
            ),
        ],
    },
    // OPS-1.1, DEV-5.7.2A
    Case {
        rule: "order-without-win",
        files: &[
            (O, "opportunity: acme-1\ncustomer: acme\n"),
            ("opportunities/acme-2.yaml", IMPORTED),
            ("opportunities/acme-3.yaml", "customer: acme\nstage: contract\noutcome: lost\n"),
            (
                "orders/ord-2.yaml",
                "also_for:\n  - acme-2\n  - acme-3\ncustomer: acme\n\
                 imported: {from: o.csv, key: O1, on: 2026-11-20}\n",
            ),
        ],
        en: "warning order-without-win orders/ord-1.yaml:1:14 the deal `acme-1` is open, not won\n\
             warning order-without-win orders/ord-2.yaml:3:5 the deal `acme-3` is lost, not won",
        zh: "warning order-without-win orders/ord-1.yaml:1:14 机会 `acme-1` 进行中，尚未赢单\n\
             warning order-without-win orders/ord-2.yaml:3:5 机会 `acme-3` 输单，尚未赢单",
        near: &[
            (O, "opportunity: acme-1\ncustomer: acme\nstatus: cancelled\n"),
            ("opportunities/acme-2.yaml", IMPORTED),
            ("orders/ord-2.yaml", "opportunity: acme-2\ncustomer: acme\n"),
        ],
    },
    // OPS-1.1
    Case {
        rule: "owner-missing",
        files: &[
            (
                "customers/gamma.yaml",
                "name: Gamma\nimported: {from: c.csv, key: C1, on: 2026-11-20}\n",
            ),
            (
                "opportunities/gamma-1.yaml",
                "customer: gamma\nstage: potential\nimported: {from: d.csv, key: D1, on: 2026-11-20}\n",
            ),
        ],
        en: "warning owner-missing customers/gamma.yaml:1:1 nobody answers for it\n\
             warning owner-missing opportunities/gamma-1.yaml:1:1 nobody answers for it",
        zh: "warning owner-missing customers/gamma.yaml:1:1 无人负责\n\
             warning owner-missing opportunities/gamma-1.yaml:1:1 无人负责",
        near: &[
            (
                "customers/gamma.yaml",
                "name: Gamma\nimported: {from: c.csv, key: C1, on: 2026-11-20}\n",
            ),
            (O, "customer: gamma\nowner: li-wei\n"),
            (
                "customers/delta.yaml",
                "name: Delta\nmoves:\n  - {on: 2026-11-19, by: li-wei, pool: true}\n\
                 imported: {from: c.csv, key: C2, on: 2026-11-20}\n",
            ),
            ("opportunities/d.yaml", IMPORTED),
        ],
    },
];

const IMPORTED: &str = "customer: acme\nstage: contract\noutcome: won\nowner: li-wei\n\
                        closed: {on: 2025-11-18, by: li-wei, owner: li-wei}\n\
                        imported: {from: d.csv, key: D1, on: 2026-11-20}\n";

// So that a deal is judged by the rule alone.
const NO_GATES: &str =
    "format = 1\n[rules]\nmissing-lesson = \"off\"\nstage-without-gate = \"off\"\n";
