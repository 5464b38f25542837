//! Rules about development plans. 2026-11-17 is a Tuesday, today a Saturday.

use super::Case;

const P: &str = "plans/plan-1.yaml";
const L: &str = "leads/lead-1.yaml";

pub(super) const CASES: &[Case] = &[
    // OPS-3.1.1: three working days for high and middle leads.
    Case {
        rule: "plan-missing",
        files: &[
            (
                L,
                "name: A\ngrade: high\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-16T09:00:00+08:00\n",
            ),
            (
                "leads/lead-2.yaml",
                "name: B\ngrade: mid\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-02T09:00:00+08:00\n",
            ),
            ("plans/plan-2.yaml", "subject: lead/lead-2\nstatus: dropped\n"),
        ],
        en: "warning plan-missing leads/lead-1.yaml:4:1 no development plan; it was due on 2026-11-19\n\
             warning plan-missing leads/lead-2.yaml:4:1 no development plan; it was due on 2026-11-05",
        zh: "warning plan-missing leads/lead-1.yaml:4:1 没有开发计划，应于 2026-11-19 前制定\n\
             warning plan-missing leads/lead-2.yaml:4:1 没有开发计划，应于 2026-11-05 前制定",
        near: &[
            (
                L,
                "name: A\ngrade: high\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-18T09:00:00+08:00\n",
            ),
            (
                "leads/lead-2.yaml",
                "name: B\ngrade: mid\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-02T09:00:00+08:00\n",
            ),
            (P, "subject: lead/lead-2\n"),
            (
                "leads/lead-3.yaml",
                "name: C\ngrade: low\nowner: li-wei\nassignment:\n  to: li-wei\n  at: 2026-11-02T09:00:00+08:00\n",
            ),
            (
                "leads/lead-4.yaml",
                "name: D\ngrade: mid\nstatus: converted\nowner: li-wei\nassignment:\n  to: li-wei\n  \
                 at: 2026-11-02T09:00:00+08:00\n",
            ),
        ],
    },
    // OPS-3.1.1
    Case {
        rule: "plan-incomplete",
        files: &[
            (P, "subject: customer/acme\n"),
            (
                "plans/plan-2.yaml",
                "subject: customer/acme\ngoal: 签约\nstrategy: 试点\nsteps:\n  - {what: 演示}\n",
            ),
        ],
        en: "warning plan-incomplete plans/plan-1.yaml:1:1 the goal is missing\n\
             warning plan-incomplete plans/plan-1.yaml:1:1 the strategy is missing\n\
             warning plan-incomplete plans/plan-1.yaml:1:1 there are no steps\n\
             warning plan-incomplete plans/plan-2.yaml:5:5 step 1 has no date",
        zh: "warning plan-incomplete plans/plan-1.yaml:1:1 缺少目标\n\
             warning plan-incomplete plans/plan-1.yaml:1:1 缺少策略\n\
             warning plan-incomplete plans/plan-1.yaml:1:1 缺少步骤\n\
             warning plan-incomplete plans/plan-2.yaml:5:5 第 1 步没有期限",
        near: &[
            (
                P,
                "subject: customer/acme\ngoal: 签约\nstrategy: 试点\nsteps:\n  - {due: 2026-12-01, what: 演示}\n",
            ),
            ("plans/plan-2.yaml", "subject: customer/acme\nstatus: dropped\n"),
        ],
    },
    // OPS-3.1.2, TAG-5.1.1b: of the subject, or of its customer.
    Case {
        rule: "plan-without-traits",
        files: &[
            (P, "subject: customer/acme\n"),
            (
                "plans/plan-2.yaml",
                "subject: opportunity/acme-1\ntraits:\n  - tags.style\n  - needs.pain_points\n  - 老板好说话\n",
            ),
        ],
        en: "warning plan-without-traits plans/plan-1.yaml:1:1 no trait of the customer is named\n\
             warning plan-without-traits plans/plan-2.yaml:2:1 none of the traits is filled in on the record",
        zh: "warning plan-without-traits plans/plan-1.yaml:1:1 没有写明所依据的客户特点\n\
             warning plan-without-traits plans/plan-2.yaml:2:1 所写的客户特点在记录中均未填写",
        near: &[
            (P, "subject: customer/acme\ntraits:\n  - 行业\n"),
            ("plans/plan-2.yaml", "subject: opportunity/acme-1\ntraits:\n  - needs.summary\n"),
            ("plans/plan-3.yaml", "subject: opportunity/acme-1\ntraits:\n  - industry\n"),
            ("customers/tagged.yaml", "name: T\ntags:\n  vip: yes\n"),
            ("plans/plan-4.yaml", "subject: customer/tagged\ntraits:\n  - tags.vip\n"),
            ("plans/plan-5.yaml", "subject: customer/acme\nstatus: done\n"),
        ],
    },
    // OPS-3.1.1
    Case {
        rule: "plan-step-overdue",
        files: &[(
            P,
            "subject: customer/acme\nsteps:\n  - {id: s-1, due: 2026-11-10, what: 送样机}\n  \
             - {id: s-2, due: 2026-11-20, what: 演示, done: 2026-11-20}\n",
        )],
        en: "warning plan-step-overdue plans/plan-1.yaml:3:5 overdue since 2026-11-10",
        zh: "warning plan-step-overdue plans/plan-1.yaml:3:5 2026-11-10 到期，尚未完成",
        near: &[
            (P, "subject: customer/acme\nsteps:\n  - {id: s-1, due: 2026-11-21, what: 送样机}\n"),
            (
                "plans/plan-2.yaml",
                "subject: customer/acme\nsteps:\n  - {id: s-1, due: 2026-11-10, what: 送样机}\nstatus: dropped\n",
            ),
        ],
    },
    // OPS-3.1.2: but for punctuation, and but for a word in a long text.
    Case {
        rule: "plan-copied",
        files: &[
            (P, "subject: customer/acme\ngoal: 年内签约。\nstrategy: 先试点后推广\n"),
            (
                "plans/plan-2.yaml",
                "subject: customer/beta\ngoal: 年内签约\nstrategy: 先试点，后推广\n",
            ),
            (
                "plans/plan-3.yaml",
                "subject: customer/acme\ngoal: 半年内成为其 ERP 的主要供应商并拿下二期仓储项目\n\
                 strategy: 从财务部切入，用一期成果说服老板\n",
            ),
            (
                "plans/plan-4.yaml",
                "subject: customer/beta\ngoal: 半年内成为其 ERP 的主要供应商并拿下三期仓储项目\n\
                 strategy: 从财务部切入，用一期成果说服老板\n",
            ),
        ],
        en: "warning plan-copied plans/plan-2.yaml:2:7 goal and strategy are those of plan/plan-1\n\
             warning plan-copied plans/plan-4.yaml:2:7 goal and strategy are those of plan/plan-3",
        zh: "warning plan-copied plans/plan-2.yaml:2:7 目标和策略与 plan/plan-1 相同\n\
             warning plan-copied plans/plan-4.yaml:2:7 目标和策略与 plan/plan-3 相同",
        near: &[
            (P, "subject: customer/acme\ngoal: 年内签约\nstrategy: 先试点后推广\n"),
            (
                "plans/plan-2.yaml",
                "subject: customer/beta\ngoal: 年内签约\nstrategy: 请老板参观样板\n",
            ),
            ("plans/plan-3.yaml", "subject: customer/beta\n"),
            ("plans/plan-4.yaml", "subject: customer/beta\n"),
        ],
    },
];
