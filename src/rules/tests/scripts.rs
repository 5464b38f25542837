//! Rules about call scripts.

use super::Case;

const S: &str = "scripts/cold.yaml";
const A: &str = "activities/act-a.yaml";
const TELE: (&str, &str) =
    ("members/tele.yaml", "name: 周琳\nemail: t@example.com\nrole: telesales_rep\n");

pub(super) const CASES: &[Case] = &[
    // TEL-3.2.2, TEL-3.3.1
    Case {
        rule: "call-without-script",
        files: &[
            TELE,
            (S, "name: 首次电话\nstatus: released\n"),
            ("scripts/old.yaml", "name: 旧话术\nstatus: retired\n"),
            (A, "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\ncontent: x\n"),
            (
                "activities/act-b.yaml",
                "type: call\non: 2026-11-20\ncustomer: acme\nmember: li-wei\nscript: old\ncontent: x\n",
            ),
        ],
        en: "warning call-without-script activities/act-a.yaml:1:7 telesales call by a script, and none is named\n\
             warning call-without-script activities/act-b.yaml:5:9 the script `旧话术` is not released",
        zh: "warning call-without-script activities/act-a.yaml:1:7 电话销售应按话术通话，未写明所用话术\n\
             warning call-without-script activities/act-b.yaml:5:9 话术 `旧话术` 未发布",
        near: &[
            TELE,
            // While the next version is written, the one before is in force.
            (S, "name: 首次电话\nversion: 2\n"),
            (
                A,
                "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\nscript: cold\ncontent: x\n",
            ),
            (
                "activities/act-b.yaml",
                "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\ninbound: true\ncontent: x\n",
            ),
            (
                "activities/act-c.yaml",
                "type: call\non: 2026-11-20\ncustomer: acme\nmember: li-wei\ncontent: x\n",
            ),
            (
                "activities/act-d.yaml",
                "type: email\non: 2026-11-20\ncustomer: acme\nmember: tele\ncontent: x\n",
            ),
        ],
    },
    // Without a script in force nobody is asked for one.
    Case {
        rule: "call-without-script",
        files: &[
            TELE,
            (S, "name: 首次电话\nstatus: released\n"),
            (A, "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\ncontent: x\n"),
        ],
        en: "warning call-without-script activities/act-a.yaml:1:7 telesales call by a script, and none is named",
        zh: "warning call-without-script activities/act-a.yaml:1:7 电话销售应按话术通话，未写明所用话术",
        near: &[
            TELE,
            (S, "name: 首次电话\n"),
            (A, "type: call\non: 2026-11-20\ncustomer: acme\nmember: tele\ncontent: x\n"),
        ],
    },
    // TEL-1.3.3: in every text that is said.
    Case {
        rule: "script-forbidden-word",
        files: &[(
            S,
            "name: 首次电话\nbody: 我们是国家级品牌\nvariants:\n  - text: 全网最低价\nreplies:\n  \
             - {type: price, answer: 绝对划算}\n",
        )],
        en: "warning script-forbidden-word scripts/cold.yaml:2:7 `国家级` is forbidden\n\
             warning script-forbidden-word scripts/cold.yaml:4:11 `最低价` is forbidden\n\
             warning script-forbidden-word scripts/cold.yaml:6:27 `绝对` is forbidden",
        zh: "warning script-forbidden-word scripts/cold.yaml:2:7 `国家级` 是禁用词\n\
             warning script-forbidden-word scripts/cold.yaml:4:11 `最低价` 是禁用词\n\
             warning script-forbidden-word scripts/cold.yaml:6:27 `绝对` 是禁用词",
        near: &[
            (S, "name: 国家级\nbody: 请问您现在方便吗\n"),
            ("scripts/old.yaml", "name: 旧话术\nbody: 国家级\nstatus: retired\n"),
        ],
    },
    // TEL-5.2.2
    Case {
        rule: "script-review-late",
        files: &[(S, "name: 首次电话\nstatus: released\nreviewed_on: 2026-08-20\n")],
        en: "warning script-review-late scripts/cold.yaml:3:14 last reviewed 93 days ago; the policy allows 90",
        zh: "warning script-review-late scripts/cold.yaml:3:14 距上次审视已 93 天，制度规定不超过 90 天",
        near: &[
            (S, "name: 首次电话\nstatus: released\nreviewed_on: 2026-08-23\n"),
            ("scripts/b.yaml", "name: 二\nversion: 2\nreviewed_on: 2026-01-20\n"),
        ],
    },
];
