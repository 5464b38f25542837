//! Rules about tags and the values of the policy's lists.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // TAG-3.2.2b
    Case {
        rule: "tag-mistyped",
        files: &[(
            "customers/c.yaml",
            "name: C\ntags:\n  vip: maybe\n  score: high\n  since: 2026-02-30\n  style:\n    \
             - commitee\n    - boss\n    - tender\n",
        )],
        en: "error tag-mistyped customers/c.yaml:4:10 `high` is not a number\n\
             error tag-mistyped customers/c.yaml:5:10 `2026-02-30` is not a date (2026-11-21)\n\
             error tag-mistyped customers/c.yaml:7:7 `commitee` is none of committee, single\n\
             error tag-mistyped customers/c.yaml:8:7 `boss` is none of committee, single\n\
             error tag-mistyped customers/c.yaml:9:7 `tender` is none of committee, single\n\
             error tag-mistyped customers/c.yaml:3:8 `maybe` is neither `yes` nor `no`",
        zh: "error tag-mistyped customers/c.yaml:4:10 `high` 不是数字\n\
             error tag-mistyped customers/c.yaml:5:10 `2026-02-30` 不是日期（2026-11-21）\n\
             error tag-mistyped customers/c.yaml:7:7 `commitee` 不在可选值之内：committee, single\n\
             error tag-mistyped customers/c.yaml:8:7 `boss` 不在可选值之内：committee, single\n\
             error tag-mistyped customers/c.yaml:9:7 `tender` 不在可选值之内：committee, single\n\
             error tag-mistyped customers/c.yaml:3:8 `maybe` 既不是 `yes` 也不是 `no`",
        near: &[(
            "customers/c.yaml",
            "name: C\ntags:\n  vip: yes\n  score: -0.5\n  since: 2026-02-28\n  style:\n    - committee\n",
        )],
    },
    Case {
        rule: "tag-mistyped",
        files: &[("customers/c.yaml", "name: C\ntags:\n  vip:\n    - yes\n  style: 集体决策\n")],
        en: "error tag-mistyped customers/c.yaml:5:10 `集体决策` is none of committee, single\n\
             error tag-mistyped customers/c.yaml:3:3 the tag `vip` has one value, not a list",
        zh: "error tag-mistyped customers/c.yaml:5:10 `集体决策` 不在可选值之内：committee, single\n\
             error tag-mistyped customers/c.yaml:3:3 标签 `vip` 只取一个值，不是列表",
        near: &[("customers/c.yaml", "name: C\ntags:\n  style: single\n")],
    },
    // TAG-3.1.3c, TAG-3.1.3b
    Case {
        rule: "tag-undefined",
        files: &[
            ("customers/c.yaml", "name: C\ntags:\n  rank: gold\n  vipp: yes\n"),
            ("opportunities/d.yaml", "stage: potential\ntags:\n  vip: yes\n"),
        ],
        en: "error tag-undefined customers/c.yaml:3:3 the tag `rank` is out of use\n\
             error tag-undefined customers/c.yaml:4:3 no tag `vipp` is defined for this kind\n\
             error tag-undefined opportunities/d.yaml:3:3 no tag `vip` is defined for this kind",
        zh: "error tag-undefined customers/c.yaml:3:3 标签 `rank` 已停用\n\
             error tag-undefined customers/c.yaml:4:3 此类记录没有定义标签 `vipp`\n\
             error tag-undefined opportunities/d.yaml:3:3 此类记录没有定义标签 `vip`",
        near: &[("customers/c.yaml", "name: C\ntags:\n  vip: yes\n")],
    },
    // TAG-3.1.3b, TAG-3.2.2b: keys of the lists, at any depth.
    Case {
        rule: "term-undefined",
        files: &[
            ("members/m.yaml", "name: M\nrole: 销售代表\nextra_roles:\n  - tag_stewrd\n"),
            (
                "opportunities/d.yaml",
                "source: Exhibition\ncompetition:\n  rivals:\n    - id: r-1\n      name: X\n      \
                 advantages:\n        - {aspect: colour}\nstage: 方案制定\nmoves:\n  - {on: 2026-11-02, stage: solutoin}\n",
            ),
        ],
        en: "error term-undefined members/m.yaml:2:7 files hold the key: `sales_rep`, not `销售代表`\n\
             error term-undefined members/m.yaml:4:5 `tag_stewrd` is not in the list; did you mean `tag_steward`?\n\
             error term-undefined opportunities/d.yaml:1:9 files hold the key: `exhibition`, not `Exhibition`\n\
             error term-undefined opportunities/d.yaml:7:20 `colour` is none of product, price, service, brand, other\n\
             error term-undefined opportunities/d.yaml:8:8 files hold the key: `solution`, not `方案制定`\n\
             error term-undefined opportunities/d.yaml:10:29 `solutoin` is not in the list; did you mean `solution`?",
        zh: "error term-undefined members/m.yaml:2:7 文件中应写键 `sales_rep`，而不是 `销售代表`\n\
             error term-undefined members/m.yaml:4:5 列表中没有 `tag_stewrd`；是否想写 `tag_steward`？\n\
             error term-undefined opportunities/d.yaml:1:9 文件中应写键 `exhibition`，而不是 `Exhibition`\n\
             error term-undefined opportunities/d.yaml:7:20 `colour` 不在可选值之内：产品、价格、服务、品牌、其他\n\
             error term-undefined opportunities/d.yaml:8:8 文件中应写键 `solution`，而不是 `方案制定`\n\
             error term-undefined opportunities/d.yaml:10:29 列表中没有 `solutoin`；是否想写 `solution`？",
        near: &[
            ("salesops.toml", "[source]\nbidding = { en = \"bidding\", zh = \"招投标\" }\n"),
            ("opportunities/d.yaml", "source: bidding\nstage: potential\n"),
        ],
    },
];
