//! Rules about members, customers, and who refers to whom.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // TAG-2.1.1c
    Case {
        rule: "contact-primary",
        files: &[
            (
                "customers/c.yaml",
                "name: C\ncontacts:\n  - id: c-1\n    name: 张三\n  - id: c-2\n    name: 李四\n",
            ),
            (
                "customers/d.yaml",
                "name: D\ncontacts:\n  - id: c-1\n    name: 张三\n    primary: true\n  \
                 - id: c-2\n    name: 李四\n    primary: true\n",
            ),
        ],
        en: "warning contact-primary customers/c.yaml:2:1 no contact is the primary one\n\
             warning contact-primary customers/d.yaml:8:14 2 contacts are primary",
        zh: "warning contact-primary customers/c.yaml:2:1 没有主要联系人\n\
             warning contact-primary customers/d.yaml:8:14 有 2 位主要联系人",
        near: &[
            ("customers/c.yaml", "name: C\ncontacts: []\n"),
            (
                "customers/d.yaml",
                "name: D\ncontacts:\n  - id: c-1\n    name: 张三\n    primary: true\n  \
                 - id: c-2\n    name: 李四\n    primary: false\n",
            ),
        ],
    },
    // TAG-3.1.2b, GB 32100-2015
    Case {
        rule: "credit-code-invalid",
        files: &[("customers/c.yaml", "name: C\ncredit_code: 91350100M000100Y44\n")],
        en: "warning credit-code-invalid customers/c.yaml:2:14 `91350100M000100Y44` is not a unified social credit code: its check character does not fit",
        zh: "warning credit-code-invalid customers/c.yaml:2:14 `91350100M000100Y44` 不是有效的统一社会信用代码：校验码不符",
        near: &[("customers/c.yaml", "name: C\ncredit_code: 91350100M000100Y43\n")],
    },
    // TAG-3.2.2b
    Case {
        rule: "dates-disordered",
        files: &[("members/m.yaml", "name: M\njoined_on: 2026-05-01\nleft_on: 2026-04-30\n")],
        en: "error dates-disordered members/m.yaml:3:10 left before joining (2026-05-01)",
        zh: "error dates-disordered members/m.yaml:3:10 离职早于入职（2026-05-01）",
        near: &[("members/m.yaml", "name: M\njoined_on: 2026-05-01\nleft_on: 2026-05-01\n")],
    },
    // TAG-3.1.3b
    Case {
        rule: "item-id-repeated",
        files: &[
            (
                "customers/c.yaml",
                "name: C\ncontacts:\n  - id: c-1\n    name: 张三\n  - id: c-1\n    name: 李四\n",
            ),
            (
                "opportunities/d.yaml",
                "competition:\n  rivals:\n    - id: r-1\n      name: X\n    - id: r-1\n      name: Y\n\
                 stage: potential\n",
            ),
            (
                "surveys/s.yaml",
                "answers:\n  - {customer: acme, overall: 4}\n  - {customer: acme, overall: 2}\n",
            ),
        ],
        en: "error item-id-repeated customers/c.yaml:5:9 the id `c-1` is taken already\n\
             error item-id-repeated opportunities/d.yaml:5:11 the id `r-1` is taken already\n\
             error item-id-repeated surveys/s.yaml:3:16 `acme` has answered already",
        zh: "error item-id-repeated customers/c.yaml:5:9 编号 `c-1` 已被使用\n\
             error item-id-repeated opportunities/d.yaml:5:11 编号 `r-1` 已被使用\n\
             error item-id-repeated surveys/s.yaml:3:16 `acme` 已有一份答复",
        near: &[(
            "customers/c.yaml",
            "name: C\ncontacts:\n  - id: c-1\n    name: 张三\n  - id: c-2\n    name: 张三\n",
        )],
    },
    // TAG-3.2.2a: by kind, and by the stage that is reached.
    Case {
        rule: "missing-required",
        files: &[
            ("members/m.yaml", "name: M\nrole: sales_rep\n"),
            (
                "opportunities/d.yaml",
                "customer: acme\nname: D\nsource: exhibition\nstage: solution\nowner: li-wei\n",
            ),
        ],
        en: "warning missing-required members/m.yaml:1:1 `email` (e-mail) is missing\n\
             warning missing-required opportunities/d.yaml:1:1 `expected_close` (expected close) is missing\n\
             warning missing-required opportunities/d.yaml:1:1 `amount` is missing",
        zh: "warning missing-required members/m.yaml:1:1 缺少电子邮箱（`email`）\n\
             warning missing-required opportunities/d.yaml:1:1 缺少预计成交日期（`expected_close`）\n\
             warning missing-required opportunities/d.yaml:1:1 缺少预计金额（`amount`）",
        near: &[
            ("members/m.yaml", "name: M\nemail: m@example.com\nrole: sales_rep\n"),
            (
                "opportunities/d.yaml",
                "customer: acme\nname: D\nsource: exhibition\nstage: potential\nowner: li-wei\n",
            ),
            // A deal given up is asked for what every deal has, not for what its stage wants.
            (
                "opportunities/e.yaml",
                "customer: acme\nname: E\nsource: exhibition\nstage: solution\noutcome: lost\nowner: li-wei\n",
            ),
            (
                "opportunities/f.yaml",
                "stage: solution\nmoves:\n  - {on: 2026-11-01, stage: solution}\n\
                 imported: {from: a.csv, key: \"1\", on: 2026-11-01}\n",
            ),
            // What is in the public pool is nobody's.
            (
                "customers/c.yaml",
                "name: C\ntype: sme\nindustry: C39\ncontacts:\n  - {id: c-1, name: A, primary: true}\n\
                 moves:\n  - {on: 2026-11-03, pool: true, from: li-wei}\n",
            ),
        ],
    },
    // An import is judged from its next own step.
    Case {
        rule: "missing-required",
        files: &[(
            "opportunities/f.yaml",
            "customer: acme\nsource: exhibition\nstage: potential\nowner: li-wei\nmoves:\n  \
             - {on: 2026-11-02, stage: potential}\nimported: {from: a.csv, key: \"1\", on: 2026-11-01}\n",
        )],
        en: "warning missing-required opportunities/f.yaml:1:1 `name` is missing",
        zh: "warning missing-required opportunities/f.yaml:1:1 缺少机会名称（`name`）",
        near: &[],
    },
    // A field inside a group and a tag may be demanded as well.
    Case {
        rule: "missing-required",
        files: &[(
            "salesops.toml",
            "[required.customer]\nalways = [\"tags.vip\"]\n[required.opportunity]\nalways = [\"needs.budget.max\"]\n",
        )],
        en: "warning missing-required customers/acme.yaml:1:1 `tags.vip` is missing\n\
             warning missing-required customers/beta.yaml:1:1 `tags.vip` is missing\n\
             warning missing-required opportunities/acme-1.yaml:1:1 `needs.budget.max` (to) is missing",
        zh: "warning missing-required customers/acme.yaml:1:1 缺少 `tags.vip`\n\
             warning missing-required customers/beta.yaml:1:1 缺少 `tags.vip`\n\
             warning missing-required opportunities/acme-1.yaml:1:1 缺少上限（`needs.budget.max`）",
        near: &[("salesops.toml", "[required.customer]\nalways = [\"contacts\"]\n")],
    },
    // TAG-2.1.1a: case, width and blanks do not tell names apart.
    Case {
        rule: "name-repeated",
        files: &[
            ("customers/c.yaml", "name: \" ＡＣＭＥ \"\n"),
            ("members/m.yaml", "name: M\nemail: Li@example.com\n"),
        ],
        en: "error name-repeated customers/c.yaml:1:7 customer/acme has the same `name`\n\
             error name-repeated members/m.yaml:2:8 member/li-wei has the same `email`",
        zh: "error name-repeated customers/c.yaml:1:7 与 customer/acme 的 `name` 相同\n\
             error name-repeated members/m.yaml:2:8 与 member/li-wei 的 `email` 相同",
        near: &[
            ("customers/c.yaml", "name: Acme China\n"),
            ("products/p.yaml", "name: Acme\n"),
            ("opportunities/d.yaml", "name: CRM for Acme\nstage: potential\n"),
        ],
    },
    Case {
        rule: "out-of-range",
        files: &[(
            "rates/2026-11.yaml",
            "period: 2026-11\nrates:\n  - {currency: USD, rate: 7}\n  - {currency: EUR, rate: 0}\n",
        )],
        en: "error out-of-range rates/2026-11.yaml:4:27 0 is not above zero",
        zh: "error out-of-range rates/2026-11.yaml:4:27 0 不大于零",
        near: &[(
            "rates/2026-11.yaml",
            "period: 2026-11\nrates:\n  - {currency: JPY, rate: 0.047}\n",
        )],
    },
    Case {
        rule: "item-id-repeated",
        files: &[(
            "rates/2026-11.yaml",
            "period: 2026-11\nrates:\n  - {currency: USD, rate: 7}\n  - {currency: USD, rate: 8}\n",
        )],
        en: "error item-id-repeated rates/2026-11.yaml:4:16 `USD` has a rate already",
        zh: "error item-id-repeated rates/2026-11.yaml:4:16 `USD` 已有一项汇率",
        near: &[(
            "rates/2026-11.yaml",
            "period: 2026-11\nrates:\n  - {currency: USD, rate: 7}\n  - {currency: EUR, rate: 8}\n",
        )],
    },
    // OPS-4.2.1, DEV-5.3.1
    Case {
        rule: "out-of-range",
        files: &[
            (
                "customers/c.yaml",
                "name: C\ncontacts:\n  - id: c-1\n    name: 张三\n    relation_level: 6\n\
                 metrics:\n  staff: -1\nintent:\n  decision_cycle_days: -30\n\
                 capacity:\n  funds: {score: 0}\n",
            ),
            (
                "opportunities/d.yaml",
                "evaluation:\n  feasibility: 0\n  return: 6\n  probability: 500\nstage: potential\n",
            ),
        ],
        en: "error out-of-range customers/c.yaml:11:18 0 is not between 1 and 5\n\
             error out-of-range customers/c.yaml:5:21 6 is not between 1 and 5\n\
             error out-of-range customers/c.yaml:7:10 -1 is negative\n\
             error out-of-range customers/c.yaml:9:24 -30 is negative\n\
             error out-of-range opportunities/d.yaml:2:16 0 is not between 1 and 5\n\
             error out-of-range opportunities/d.yaml:3:11 6 is not between 1 and 5\n\
             error out-of-range opportunities/d.yaml:4:16 500 is not between 0 and 100",
        zh: "error out-of-range customers/c.yaml:11:18 0 不在 1 至 5 之间\n\
             error out-of-range customers/c.yaml:5:21 6 不在 1 至 5 之间\n\
             error out-of-range customers/c.yaml:7:10 -1 为负数\n\
             error out-of-range customers/c.yaml:9:24 -30 为负数\n\
             error out-of-range opportunities/d.yaml:2:16 0 不在 1 至 5 之间\n\
             error out-of-range opportunities/d.yaml:3:11 6 不在 1 至 5 之间\n\
             error out-of-range opportunities/d.yaml:4:16 500 不在 0 至 100 之间",
        near: &[
            (
                "customers/c.yaml",
                "name: C\nmetrics:\n  staff: 0\nintent:\n  decision_cycle_days: 0\ncapacity:\n  funds: {score: 5}\n",
            ),
            (
                "opportunities/d.yaml",
                "evaluation:\n  feasibility: 1\n  return: 5\n  probability: 0\nstage: potential\n",
            ),
        ],
    },
    // OPS-1.1
    Case {
        rule: "owner-left",
        files: &[
            ("members/m.yaml", "name: 孙丽\nleft_on: 2026-11-21\n"),
            ("customers/c.yaml", "name: C\nowner: m\n"),
            ("opportunities/d.yaml", "stage: potential\nowner: m\n"),
            ("territories/t.yaml", "name: T\nowner: m\n"),
        ],
        en: "warning owner-left customers/c.yaml:2:8 孙丽 does not work here any more\n\
             warning owner-left opportunities/d.yaml:2:8 孙丽 does not work here any more\n\
             warning owner-left territories/t.yaml:2:8 孙丽 does not work here any more",
        zh: "warning owner-left customers/c.yaml:2:8 孙丽 已不在职\n\
             warning owner-left opportunities/d.yaml:2:8 孙丽 已不在职\n\
             warning owner-left territories/t.yaml:2:8 孙丽 已不在职",
        near: &[
            ("members/m.yaml", "name: 孙丽\nleft_on: 2026-11-22\n"),
            ("customers/c.yaml", "name: C\nowner: m\n"),
            ("members/gone.yaml", "name: 周涛\nleft_on: 2026-01-01\n"),
            ("opportunities/d.yaml", "stage: potential\noutcome: lost\nowner: gone\n"),
            // Who has not come yet has not left.
            ("members/new.yaml", "name: 吴强\njoined_on: 2026-12-01\n"),
            ("customers/e.yaml", "name: E\nowner: new\n"),
        ],
    },
    // ITS-2.1
    Case {
        rule: "reference-cycle",
        files: &[
            ("members/boss.yaml", "name: 赵敏\nreports_to: li-wei\n"),
            ("members/m.yaml", "name: M\nreports_to: boss\n"),
            ("customers/c.yaml", "name: C\nparent: c\n"),
        ],
        en: "error reference-cycle customers/c.yaml:2:9 a circle: c\n\
             error reference-cycle members/boss.yaml:2:13 a circle: boss → li-wei → wang-fang",
        zh: "error reference-cycle customers/c.yaml:2:9 形成环：c\n\
             error reference-cycle members/boss.yaml:2:13 形成环：boss → li-wei → wang-fang",
        near: &[
            ("members/m.yaml", "name: M\nreports_to: boss\n"),
            ("customers/c.yaml", "name: C\nparent: acme\n"),
        ],
    },
    // TAG-3.1.2b
    Case {
        rule: "reference-dangling",
        files: &[
            ("customers/c.yaml", "name: C\nservice_team:\n  - li-wei\n  - li-wie\n"),
            (
                "opportunities/d.yaml",
                "customer: nobody-knows\nstage: potential\nlines:\n  - product: epr\nmoves:\n  \
                 - {on: 2026-11-02, by: li-wie, stage: potential}\n",
            ),
            // A file that cannot be read is there all the same.
            ("members/broken.yaml", "name: [\n"),
            ("opportunities/e.yaml", "stage: potential\nowner: broken\n"),
        ],
        en: "error reference-dangling customers/c.yaml:4:5 there is no member `li-wie`\n\
             error reference-dangling opportunities/d.yaml:1:11 there is no customer `nobody-knows`\n\
             error reference-dangling opportunities/d.yaml:4:14 there is no product `epr`\n\
             error reference-dangling opportunities/d.yaml:6:26 there is no member `li-wie`",
        zh: "error reference-dangling customers/c.yaml:4:5 没有成员 `li-wie`\n\
             error reference-dangling opportunities/d.yaml:1:11 没有客户 `nobody-knows`\n\
             error reference-dangling opportunities/d.yaml:4:14 没有产品 `epr`\n\
             error reference-dangling opportunities/d.yaml:6:26 没有成员 `li-wie`",
        near: &[("customers/c.yaml", "name: C\nservice_team:\n  - li-wei\n  - wang-fang\n")],
    },
];
