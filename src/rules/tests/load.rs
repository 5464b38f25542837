//! What the reading of files finds.

use super::Case;

pub(super) const CASES: &[Case] = &[
    Case {
        rule: "bad-id",
        files: &[("customers/北京星辰.yaml", "name: 北京星辰\n")],
        en: "error bad-id customers/北京星辰.yaml:1:1 `北` (character 1) cannot stand in an id: use a-z, 0-9, inside also `._-`",
        zh: "error bad-id customers/北京星辰.yaml:1:1 编号中不能有 `北`（第 1 个字符）：请用 a-z、0-9，中间可用 `._-`",
        near: &[("customers/北方/beijing.yaml", "name: 北京星辰\n")],
    },
    Case {
        rule: "bad-value",
        files: &[(
            "opportunities/d.yaml",
            "intent: hgih\nstage: potential\nexpected_close: 2026-02-30\n",
        )],
        en: "error bad-value opportunities/d.yaml:1:9 `hgih` is none of high, mid, low\n\
             error bad-value opportunities/d.yaml:3:17 there is no day `2026-02-30`",
        zh: "error bad-value opportunities/d.yaml:1:9 `hgih` 不在可选值之内：high, mid, low\n\
             error bad-value opportunities/d.yaml:3:17 没有 `2026-02-30` 这一天",
        near: &[(
            "opportunities/d.yaml",
            "intent: high\nstage: potential\nexpected_close: 2026-02-28\n",
        )],
    },
    Case {
        rule: "bad-value",
        files: &[("salesops.toml", "packs = [\"closed-lop\"]\n[rules]\nbad-id = \"fatal\"\n")],
        en: "error bad-value salesops.toml:1:1 `closed-lop` is none of closed-loop, it-department, new-customer, telesales, tags\n\
             error bad-value salesops.toml:3:1 `fatal` is none of error, warning, note, off",
        zh: "error bad-value salesops.toml:1:1 `closed-lop` 不在可选值之内：closed-loop, it-department, new-customer, telesales, tags\n\
             error bad-value salesops.toml:3:1 `fatal` 不在可选值之内：error, warning, note, off",
        near: &[("salesops.toml", "packs = [\"closed-loop\"]\n[rules]\nbad-id = \"note\"\n")],
    },
    Case {
        rule: "conflict-marker",
        files: &[(
            "customers/c.yaml",
            "name: C\n<<<<<<< HEAD\nowner: li-wei\n=======\nowner: wang-fang\n>>>>>>> theirs\n",
        )],
        en: "error conflict-marker customers/c.yaml:2:1 an unresolved merge conflict",
        zh: "error conflict-marker customers/c.yaml:2:1 合并冲突尚未解决",
        near: &[("customers/c.yaml", "name: C\nnote: see <<<<<<< HEAD\n")],
    },
    Case {
        rule: "duplicate-id",
        files: &[("customers/north/acme.yaml", "name: Acme North\n")],
        en: "error duplicate-id customers/north/acme.yaml:1:1 customer `acme` stands in `customers/acme.yaml` already",
        zh: "error duplicate-id customers/north/acme.yaml:1:1 客户 `acme` 已在 `customers/acme.yaml` 中",
        near: &[("products/acme.yaml", "name: Acme\n")],
    },
    Case {
        rule: "duplicate-key",
        files: &[("customers/c.yaml", "name: C\nmetrics:\n  staff: 1\n  staff: 2\nname: D\n")],
        en: "error duplicate-key customers/c.yaml:4:3 `staff` stands here a second time\n\
             error duplicate-key customers/c.yaml:5:1 `name` stands here a second time",
        zh: "error duplicate-key customers/c.yaml:4:3 `staff` 重复出现\n\
             error duplicate-key customers/c.yaml:5:1 `name` 重复出现",
        near: &[("customers/c.yaml", "name: C\nmetrics:\n  staff: 1\nneeds: {}\n")],
    },
    Case {
        rule: "empty-file",
        files: &[("customers/c.yaml", ""), ("customers/d.yaml", "# soon\n")],
        en: "error empty-file customers/c.yaml:1:1 the file is empty\n\
             error empty-file customers/d.yaml:1:1 the file is empty",
        zh: "error empty-file customers/c.yaml:1:1 文件为空\n\
             error empty-file customers/d.yaml:1:1 文件为空",
        near: &[("customers/c.yaml", "# soon\nname: C\n")],
    },
    Case {
        rule: "misplaced-file",
        files: &[
            ("acme.yaml", "name: Acme\n"),
            ("custmers/c.yaml", "name: C\n"),
            ("customers/c.YAML", "name: C\n"),
            ("customers/c.yml", "name: C\n"),
            ("views/hot.yaml", "query: grade:A\n"),
        ],
        en: "error misplaced-file acme.yaml:1:1 this folder holds no records; the file is not read\n\
             error misplaced-file custmers/c.yaml:1:1 this folder holds no records; the file is not read\n\
             error misplaced-file customers/c.YAML:1:1 records end in `.yaml`; this file is not read\n\
             error misplaced-file customers/c.yml:1:1 records end in `.yaml`; this file is not read\n\
             error misplaced-file views/hot.yaml:1:1 views end in `.toml`; this file is not read",
        zh: "error misplaced-file acme.yaml:1:1 此文件夹不存放记录；文件不会被读取\n\
             error misplaced-file custmers/c.yaml:1:1 此文件夹不存放记录；文件不会被读取\n\
             error misplaced-file customers/c.YAML:1:1 记录文件以 `.yaml` 结尾；此文件不会被读取\n\
             error misplaced-file customers/c.yml:1:1 记录文件以 `.yaml` 结尾；此文件不会被读取\n\
             error misplaced-file views/hot.yaml:1:1 视图文件以 `.toml` 结尾；此文件不会被读取",
        near: &[
            ("views/hot.toml", "kind = \"customer\"\nquery = \"grade:A\"\n"),
            ("reports/2026-11.yaml", "made: up\n"),
            ("customers/README.md", "How customers are named.\n"),
            ("docs/guide.pdf", "%PDF"),
        ],
    },
    // Own: without them there is no record; everything else is the policy's to demand.
    Case {
        rule: "missing-key",
        files: &[
            ("activities/a.yaml", "type: call\n"),
            ("customers/c.yaml", "name: C\ncontacts:\n  - name: 张三\n"),
            ("opportunities/d.yaml", "customer: acme\n"),
        ],
        en: "error missing-key activities/a.yaml:1:1 `on` is missing\n\
             error missing-key customers/c.yaml:3:5 `id` is missing\n\
             error missing-key opportunities/d.yaml:1:1 `stage` is missing",
        zh: "error missing-key activities/a.yaml:1:1 缺少 `on`\n\
             error missing-key customers/c.yaml:3:5 缺少 `id`\n\
             error missing-key opportunities/d.yaml:1:1 缺少 `stage`",
        near: &[("opportunities/d.yaml", "stage: potential\n")],
    },
    Case {
        rule: "toml-syntax",
        files: &[("salesops.toml", "lang = \"en\"\ncurrency = CNY\n")],
        en: "error toml-syntax salesops.toml:2:12 not readable as TOML: string values must be quoted, expected literal string",
        zh: "error toml-syntax salesops.toml:2:12 无法按 TOML 读取：文字要加引号",
        near: &[("salesops.toml", "lang = \"en\"\ncurrency = \"CNY\"\n")],
    },
    Case {
        rule: "unknown-key",
        files: &[
            ("opportunities/d.yaml", "custmer: acme\nneeds:\n  sumary: x\nstage: potential\n"),
            ("salesops.toml", "curency = \"CNY\"\n[stage.solution]\ndwel_days = 3\n"),
        ],
        en: "error unknown-key opportunities/d.yaml:1:1 no key `custmer` belongs here\n\
             error unknown-key opportunities/d.yaml:3:3 no key `sumary` belongs here\n\
             error unknown-key salesops.toml:3:1 no key `dwel_days` belongs here\n\
             error unknown-key salesops.toml:1:1 no key `curency` belongs here",
        zh: "error unknown-key opportunities/d.yaml:1:1 此处没有键 `custmer`\n\
             error unknown-key opportunities/d.yaml:3:3 此处没有键 `sumary`\n\
             error unknown-key salesops.toml:3:1 此处没有键 `dwel_days`\n\
             error unknown-key salesops.toml:1:1 此处没有键 `curency`",
        near: &[
            ("opportunities/d.yaml", "customer: acme\nneeds:\n  summary: x\nstage: potential\n"),
            ("salesops.toml", "currency = \"CNY\"\n[stage.solution]\ndwell_days = 3\n"),
        ],
    },
    Case {
        rule: "wrong-type",
        files: &[(
            "customers/c.yaml",
            "name: [C]\ncontacts: 张三\nmetrics:\n  staff: many\nkey_account: yes\nowner: {id: li-wei}\n",
        )],
        en: "error wrong-type customers/c.yaml:1:7 expected a single value, found a list\n\
             error wrong-type customers/c.yaml:2:11 expected a list, found `张三`\n\
             error wrong-type customers/c.yaml:4:10 expected a whole number, found `many`\n\
             error wrong-type customers/c.yaml:5:14 expected `true` or `false`, found `yes`\n\
             error wrong-type customers/c.yaml:6:8 expected a single value, found a group of keys",
        zh: "error wrong-type customers/c.yaml:1:7 应为单个值，实为列表\n\
             error wrong-type customers/c.yaml:2:11 应为列表，实为`张三`\n\
             error wrong-type customers/c.yaml:4:10 应为整数，实为`many`\n\
             error wrong-type customers/c.yaml:5:14 应为`true` 或 `false`，实为`yes`\n\
             error wrong-type customers/c.yaml:6:8 应为单个值，实为一组键",
        near: &[(
            "customers/c.yaml",
            "name: 13800138000\ncontacts:\nmetrics:\n  staff: 12\nkey_account: true\n",
        )],
    },
    Case {
        rule: "yaml-feature",
        files: &[
            ("customers/c.yaml", "name: &c C\nowner: *c\n"),
            ("customers/d.yaml", "name: D\n---\nname: E\n"),
            ("customers/e.yaml", "name: !!str E\n? [a, b]\n: c\n"),
        ],
        en: "error yaml-feature customers/c.yaml:1:10 anchors and aliases (`&`, `*`) are not used in records\n\
             error yaml-feature customers/c.yaml:2:8 anchors and aliases (`&`, `*`) are not used in records\n\
             error yaml-feature customers/d.yaml:2:1 a second document begins here\n\
             error yaml-feature customers/e.yaml:1:13 a YAML tag (`!…`) has no meaning here",
        zh: "error yaml-feature customers/c.yaml:1:10 记录中不使用锚点和别名（`&`、`*`）\n\
             error yaml-feature customers/c.yaml:2:8 记录中不使用锚点和别名（`&`、`*`）\n\
             error yaml-feature customers/d.yaml:2:1 此处开始了第二个文档\n\
             error yaml-feature customers/e.yaml:1:13 此处的 YAML 标签（`!…`）没有意义",
        near: &[
            ("customers/c.yaml", "---\nname: \"&c C\"\nnote: \"*c\"\n...\n"),
            ("customers/e.yaml", "name: \"!!str E\"\n"),
        ],
    },
    Case {
        rule: "yaml-syntax",
        files: &[
            ("customers/c.yaml", "name: \"C\n"),
            ("customers/d.yaml", "name: D\nmetrics:\n\tstaff: 1\n"),
        ],
        en: "error yaml-syntax customers/c.yaml:2:1 not readable as YAML: invalid indentation in multiline quoted scalar\n\
             error yaml-syntax customers/d.yaml:3:1 a tab cannot indent",
        zh: "error yaml-syntax customers/c.yaml:2:1 无法按 YAML 读取：引号内的多行文字缩进不正确（或引号没有闭合）\n\
             error yaml-syntax customers/d.yaml:3:1 不能用制表符缩进",
        near: &[("customers/c.yaml", "name: \"C\"\nnote: |\n  a: b: c\n")],
    },
];
