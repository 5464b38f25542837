//! Proposals that lack what a gate asks for, and such as have it.

use super::{Case, D};

const P: &str = "proposals/p.yaml";

const DEAL: (&str, &str) = (D, "stage: solution\namount: 480000\n");

const PRICED: (&str, &str) = ("products/erp.yaml", "name: ERP\nprices:\n  - {list: 100}\n");
const QUOTED: &str =
    "opportunity: d\nstatus: in_review\nlines:\n  - product: erp\n    price: 94\nowner: li-wei\n";
const BOSS: (&str, &str) = ("members/boss.yaml", "name: 赵总\nrole: company_leader\n");
const TECH: (&str, &str) = (
    "approvals/b.yaml",
    "subject: proposal/p\nwhat: proposal_tech\nverdict: approved\nby: wang-fang\non: 2026-11-20\n",
);
const FINANCE: (&str, &str) = (
    "approvals/c.yaml",
    "subject: proposal/p\nwhat: proposal_finance\nverdict: approved\nby: zhao-min\non: 2026-11-20\n",
);

pub(super) const CASES: &[Case] = &[
    // OPS-4.4.3, OPS-4.6.1: an approval of other contents is none.
    Case {
        gate: "approved",
        lacking: &[
            DEAL,
            ("members/wang-fang.yaml", "name: 王芳\nrole: technical_lead\n"),
            (P, "opportunity: d\nstatus: in_review\nowner: li-wei\n"),
            (
                "approvals/a.yaml",
                "subject: proposal/p\nwhat: proposal_finance\nverdict: approved\nby: zhao-min\n\
                 on: 2026-11-20\ndigest: other\n",
            ),
        ],
        says: &[
            [
                "technical review of a proposal is missing; it is for technical lead (wang-fang)",
                "缺少“提案技术审核”；由技术负责人（wang-fang）审批",
                "salesops approve proposal/p proposal_tech",
            ],
            [
                "financial review of a proposal by zhao-min on 2026-11-20 is void: what it covers \
                 has changed since",
                "zhao-min 于 2026-11-20 给出的“提案财务审核”已失效：所审批的内容此后有改动",
                "salesops approve proposal/p proposal_finance",
            ],
        ],
        content: &[&[
            DEAL,
            (P, "opportunity: d\nstatus: in_review\n"),
            (
                "approvals/a.yaml",
                "subject: proposal/p\nwhat: proposal_finance\nverdict: approved\nby: zhao-min\n\
                 on: 2026-11-20\n",
            ),
            (
                "approvals/b.yaml",
                "subject: proposal/p\nwhat: proposal_tech\nverdict: rejected\nby: wang-fang\n\
                 on: 2026-11-19\n",
            ),
            (
                "approvals/c.yaml",
                "subject: proposal/p\nwhat: proposal_tech\nverdict: approved\nby: wang-fang\n\
                 on: 2026-11-20\n",
            ),
        ]],
    },
    // OPS-4.4.3: more off than the owner's role may give.
    Case {
        gate: "approved",
        lacking: &[DEAL, PRICED, (P, QUOTED), BOSS, TECH, FINANCE],
        says: &[[
            "discount beyond the limit of the owner's role is missing; it is for level 2 or above (boss)",
            "缺少“超出负责人权限的折扣审批”；由2 级及以上（boss）审批",
            "salesops approve proposal/p proposal_discount",
        ]],
        content: &[&[
            DEAL,
            PRICED,
            (P, QUOTED),
            BOSS,
            TECH,
            FINANCE,
            (
                "approvals/d.yaml",
                "subject: proposal/p\nwhat: proposal_discount\nverdict: approved\nby: boss\n\
                 on: 2026-11-20\n",
            ),
        ]],
    },
    // OPS-4.4.1, ITS-3.3.2
    Case {
        gate: "proposal-complete",
        lacking: &[
            DEAL,
            (
                P,
                "opportunity: d\nsections:\n  company_intro: 星云科技\n  product_plan: \" \"\n  \
                 solution_strengths: 快\n  implementation_plan: 三个月\n  \
                 after_sales_promise: 一年\nlines:\n  - product: erp\n",
            ),
        ],
        says: &[
            [
                "the section `product and service plan` is missing",
                "缺少“产品与服务方案”部分",
                "salesops set proposal/p sections.product_plan=TEXT",
            ],
            [
                "the line of erp has no price",
                "erp 的明细没有价格",
                "salesops set proposal/p lines.0.price=AMOUNT",
            ],
            [
                "the last day of the quotation is missing",
                "缺少报价有效期",
                "salesops set proposal/p valid_until=DATE",
            ],
        ],
        content: &[&[DEAL, (P, WHOLE)]],
    },
    // OPS-4.4.2: what hurts is answered, and where others compete, what sets us apart is said.
    Case {
        gate: "needs-addressed",
        lacking: &[
            (
                D,
                "needs:\n  pain_points:\n    - 月结太慢\n\
                 competition:\n  rivals:\n    - {id: c-1, name: 用友}\nstage: solution\n",
            ),
            (P, "opportunity: d\n"),
        ],
        says: &[
            [
                "the need `月结太慢` is not answered",
                "未回应需求 `月结太慢`",
                "salesops set proposal/p addresses_needs+=月结太慢",
            ],
            [
                "what sets it apart from the competition is missing",
                "缺少与竞争对手的差异化优势",
                "salesops set proposal/p differentiators+=TEXT",
            ],
        ],
        content: &[
            &[DEAL, (P, "opportunity: d\n")],
            &[
                (D, "needs:\n  pain_points:\n    - 月结太慢\nstage: solution\n"),
                (P, "opportunity: d\naddresses_needs:\n  - 月结太慢\n"),
            ],
        ],
    },
    Case {
        gate: "needs-addressed",
        lacking: &[
            (D, "needs:\n  special:\n    - {text: 库存 (三地) 对账}\nstage: solution\n"),
            (P, "opportunity: d\n"),
        ],
        says: &[[
            "the need `库存 (三地) 对账` is not answered",
            "未回应需求 `库存 (三地) 对账`",
            "salesops edit proposal/p",
        ]],
        content: &[],
    },
    // ITS-3.3.1
    Case {
        gate: "proposal-organiser",
        lacking: &[
            DEAL,
            ("members/li-wei.yaml", "name: 李伟\nrole: sales_rep\n"),
            ("members/wang-fang.yaml", "name: 王芳\nrole: sales_manager\n"),
            (P, "opportunity: d\norganiser: li-wei\n"),
        ],
        says: &[[
            "`li-wei` has it made, who is no sales supervisor or above",
            "组织人 `li-wei` 不是销售主管或以上",
            "salesops set proposal/p organiser=MEMBER",
        ]],
        content: &[&[
            DEAL,
            ("members/wang-fang.yaml", "name: 王芳\nrole: sales_supervisor\n"),
            (P, "opportunity: d\norganiser: wang-fang\n"),
        ]],
    },
    // OPS-4.5.1
    Case {
        gate: "customer-response",
        lacking: &[DEAL, (P, "opportunity: d\nstatus: submitted\n")],
        says: &[[
            "the customer's response is missing",
            "缺少客户的答复",
            "salesops proposal answer proposal/p customer_response=interested",
        ]],
        content: &[&[DEAL, (P, "opportunity: d\ncustomer_response: declined\n")]],
    },
    // OPS-4.5.1, ITS-3.3.3: of several proposals the one that interests counts.
    Case {
        gate: "proposal-accepted",
        lacking: &[
            DEAL,
            (P, "opportunity: d\nstatus: submitted\n"),
            (
                "proposals/q.yaml",
                "opportunity: d\nstatus: answered\ncustomer_response: interested\nfeedback:\n  \
                 - text: 价格高\n",
            ),
        ],
        says: &[[
            "the customer's remark `价格高` on proposal/q is not answered",
            "proposal/q 的客户意见 `价格高` 尚未回应",
            "salesops set proposal/q feedback.0.answer=TEXT",
        ]],
        content: &[&[
            DEAL,
            (P, "opportunity: d\nstatus: answered\ncustomer_response: interested\n"),
        ]],
    },
    Case {
        gate: "proposal-accepted",
        lacking: &[DEAL, (P, "opportunity: d\nstatus: withdrawn\ncustomer_response: interested\n")],
        says: &[["there is no proposal", "尚无提案", "salesops add proposal opportunity=d"]],
        content: &[],
    },
    Case {
        gate: "proposal-accepted",
        lacking: &[DEAL, (P, "opportunity: d\nstatus: submitted\n")],
        says: &[[
            "the customer is not known to be interested in proposal/p (submitted)",
            "客户尚未表示对 proposal/p 有意（已提交客户）",
            "salesops proposal answer proposal/p customer_response=interested",
        ]],
        content: &[],
    },
];

const WHOLE: &str = "\
opportunity: d
sections:
  company_intro: 星云科技
  product_plan: ERP
  solution_strengths: 快
  implementation_plan: 三个月
  after_sales_promise: 一年
valid_until: 2026-12-31
lines:
  - product: erp
    price: 10.00
";
