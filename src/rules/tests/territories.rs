//! Rules about divisions, territories, who works them, and where customers stand.

use super::Case;

pub(super) const CASES: &[Case] = &[
    // DEV-REG-4
    Case {
        rule: "ruling-ignored",
        files: &[(
            "disputes/dis-1.yaml",
            "customer: acme\nwhat: 谁先接触\nruling:\n  to: wang-fang\n  reason: 先开发\nstatus: ruled\n\
             imported: {from: paper}\n",
        )],
        en: "error ruling-ignored disputes/dis-1.yaml:4:7 customer/acme was ruled to be wang-fang's and is li-wei's",
        zh: "error ruling-ignored disputes/dis-1.yaml:4:7 customer/acme 已裁定归 wang-fang，目前由 li-wei 负责",
        near: &[
            (
                "disputes/dis-1.yaml",
                "customer: acme\nwhat: 谁先接触\nruling:\n  to: li-wei\n  reason: 先开发\nstatus: ruled\n\
                 imported: {from: paper}\n",
            ),
            ("disputes/dis-2.yaml", "customer: acme\nwhat: 谁先接触\nruling:\n  to: wang-fang\n"),
        ],
    },
    // DEV-REG-1, DEV-5.1.1
    Case {
        rule: "division-unknown",
        files: &[
            ("customers/c.yaml", "name: C\nregion: \"1101\"\n"),
            ("customers/d.yaml", "name: D\nregion: 朝阳区\n"),
            ("territories/t.yaml", "name: T\ndistricts:\n  - 朝阳区\n  - \"990000\"\n"),
        ],
        en: "warning division-unknown customers/c.yaml:2:9 `1101` is not a division code of GB/T 2260, such as 110105\n\
             warning division-unknown customers/d.yaml:2:9 `朝阳区` is not a division code of GB/T 2260, such as 110105\n\
             warning division-unknown territories/t.yaml:3:5 `朝阳区` leads to no division, or to several; write its code, or its city's name before it\n\
             warning division-unknown territories/t.yaml:4:5 `990000` leads to no division, or to several; write its code, or its city's name before it",
        zh: "warning division-unknown customers/c.yaml:2:9 `1101` 不是 GB/T 2260 行政区划代码，如 110105\n\
             warning division-unknown customers/d.yaml:2:9 `朝阳区` 不是 GB/T 2260 行政区划代码，如 110105\n\
             warning division-unknown territories/t.yaml:3:5 `朝阳区` 无法对应唯一的行政区划；请写代码，或在前面加上所属城市\n\
             warning division-unknown territories/t.yaml:4:5 `990000` 无法对应唯一的行政区划；请写代码，或在前面加上所属城市",
        near: &[
            // A district that the table does not have, or not any more.
            ("customers/c.yaml", "name: C\nregion: \"110199\"\n"),
            (
                "territories/t.yaml",
                "name: T\ndistricts:\n  - 辽宁省朝阳市\n  - 内蒙古\n  - \"4403\"\n",
            ),
        ],
    },
    // TAG-2.1.1g
    Case {
        rule: "region-differs",
        files: &[(
            "customers/c.yaml",
            "name: C\nregistered_address: 上海市浦东新区张江路 665 号\nregion: \"110105\"\n",
        )],
        en: "warning region-differs customers/c.yaml:3:9 the address lies in 310115",
        zh: "warning region-differs customers/c.yaml:3:9 注册地址位于 310115",
        near: &[
            // One may say more than the other, or nothing that can be told.
            (
                "customers/c.yaml",
                "name: C\nregistered_address: 上海市张江路 665 号\nregion: \"310115\"\n",
            ),
            ("customers/d.yaml", "name: D\nregistered_address: 长安街 1 号\nregion: \"310115\"\n"),
        ],
    },
    // DEV-REG-4
    Case {
        rule: "territory-conflict",
        files: &[
            ("territories/a.yaml", "name: A\ndistricts:\n  - 北京\n  - \"310000\"\n"),
            ("territories/pudong.yaml", "name: P\ndistricts:\n  - 上海市\n"),
        ],
        en: "warning territory-conflict territories/north.yaml:3:5 `110000` is claimed by territory/a (A) too\n\
             warning territory-conflict territories/pudong.yaml:3:5 `上海市` is claimed by territory/a (A) too",
        zh: "warning territory-conflict territories/north.yaml:3:5 `110000` 同时属于 territory/a（A）\n\
             warning territory-conflict territories/pudong.yaml:3:5 `上海市` 同时属于 territory/a（A）",
        near: &[
            // A part of a district may be another's.
            ("territories/a.yaml", "name: A\ndistricts:\n  - 北京市朝阳区\n"),
            ("territories/b.yaml", "name: B\ndistricts:\n  - \"120000\"\n"),
        ],
    },
    // DEV-REG-1, DEV-REG-2
    Case {
        rule: "owner-outside-territory",
        files: &[
            ("members/zhou.yaml", "name: 周浩\nemail: z@example.com\nrole: sales_rep\n"),
            ("territories/t.yaml", "name: 华东\ndistricts:\n  - 上海\nowner: zhou\nteam: 南区\n"),
            ("customers/c.yaml", "name: C\nregion: \"310115\"\nowner: li-wei\n"),
            ("leads/l.yaml", "name: L\nterritory: t\nowner: wang-fang\n"),
        ],
        en: "error owner-outside-territory customers/c.yaml:3:8 李伟 does not work territory/t (华东; 周浩 · 南区)\n\
             error owner-outside-territory leads/l.yaml:3:8 王芳 does not work territory/t (华东; 周浩 · 南区)",
        zh: "error owner-outside-territory customers/c.yaml:3:8 李伟 不负责 territory/t（华东；周浩 · 南区）\n\
             error owner-outside-territory leads/l.yaml:3:8 王芳 不负责 territory/t（华东；周浩 · 南区）",
        near: &[
            (
                "members/zhou.yaml",
                "name: 周浩\nemail: z@example.com\nrole: sales_rep\nreports_to: wang-fang\n",
            ),
            ("members/lin.yaml", "name: 林晓燕\nteam: 南区\n"),
            ("territories/t.yaml", "name: 华东\ndistricts:\n  - 上海\nowner: zhou\nteam: 南区\n"),
            ("territories/blank.yaml", "name: 西藏\ndistricts:\n  - 西藏\nstatus: blank\n"),
            ("customers/head.yaml", "name: A\nregion: \"310115\"\nowner: boss\n"),
            ("customers/team.yaml", "name: B\nregion: \"310115\"\nowner: lin\n"),
            (
                "customers/online.yaml",
                "name: C\nregion: \"310115\"\nchannel: ecommerce\nowner: li-wei\n",
            ),
            (
                "customers/key.yaml",
                "name: D\nregion: \"310115\"\nkey_account: true\nowner: li-wei\n",
            ),
            (
                "customers/shared.yaml",
                "name: E\nregion: \"310115\"\ncollaborators:\n  - zhou\nowner: li-wei\n",
            ),
            ("customers/nobody.yaml", "name: F\nregion: \"540000\"\nowner: li-wei\n"),
            (
                "customers/before.yaml",
                "name: G\nregion: \"310115\"\nowner: li-wei\n\
                 imported: {from: a.csv, key: \"1\", on: 2026-11-01}\n",
            ),
            ("leads/gone.yaml", "name: L\nterritory: t\nstatus: abandoned\nowner: li-wei\n"),
        ],
    },
    // DEV-REG-1: the policy says how strict the book is.
    Case {
        rule: "owner-outside-territory",
        files: &[
            ("salesops.toml", "[territory]\ncheck = \"note\"\n"),
            ("members/zhou.yaml", "name: 周浩\nemail: z@example.com\nrole: sales_rep\n"),
            ("territories/t.yaml", "name: 华东\ndistricts:\n  - 上海\nowner: zhou\n"),
            ("customers/c.yaml", "name: C\nterritory: t\nowner: li-wei\n"),
        ],
        en: "note owner-outside-territory customers/c.yaml:3:8 李伟 does not work territory/t (华东; 周浩)",
        zh: "note owner-outside-territory customers/c.yaml:3:8 李伟 不负责 territory/t（华东；周浩）",
        near: &[
            ("salesops.toml", "[territory]\ncheck = \"off\"\n"),
            ("members/zhou.yaml", "name: 周浩\nemail: z@example.com\nrole: sales_rep\n"),
            ("territories/t.yaml", "name: 华东\ndistricts:\n  - 上海\nowner: zhou\n"),
            ("customers/c.yaml", "name: C\nterritory: t\nowner: li-wei\n"),
        ],
    },
    // DEV-3.1
    Case {
        rule: "relation-differs",
        files: &[
            ("customers/c.yaml", "name: C\nrelation: active\n"),
            ("customers/d.yaml", "name: D\nrelation: prospect\n"),
            (
                "opportunities/d-1.yaml",
                "customer: d\nstage: contract\noutcome: won\nclosed: {on: 2024-11-01}\n",
            ),
        ],
        en: "warning relation-differs customers/c.yaml:2:11 its deals make it `prospect`\n\
             warning relation-differs customers/d.yaml:2:11 its deals make it `lapsed`",
        zh: "warning relation-differs customers/c.yaml:2:11 按成交记录应为潜在（`prospect`）\n\
             warning relation-differs customers/d.yaml:2:11 按成交记录应为流失（`lapsed`）",
        near: &[
            ("customers/c.yaml", "name: C\nrelation: prospect\n"),
            ("customers/d.yaml", "name: D\nrelation: new\n"),
            (
                "opportunities/d-1.yaml",
                "customer: d\nstage: contract\noutcome: won\nclosed: {on: 2026-11-01}\n",
            ),
            (
                "customers/before.yaml",
                "name: E\nrelation: active\nimported: {from: a.csv, key: \"1\", on: 2026-11-01}\n",
            ),
        ],
    },
    // DEV-KA-2, DEV-KA-8, DEV-KA-9
    Case {
        rule: "key-account-unstaffed",
        files: &[("customers/c.yaml", "name: C\nkey_account: true\naccount_manager: li-wei\n")],
        en: "warning key-account-unstaffed customers/c.yaml:1:1 a key account without assistant\n\
             warning key-account-unstaffed customers/c.yaml:1:1 a key account without service team",
        zh: "warning key-account-unstaffed customers/c.yaml:1:1 重点客户没有客户助理\n\
             warning key-account-unstaffed customers/c.yaml:1:1 重点客户没有服务团队",
        near: &[
            (
                "customers/c.yaml",
                "name: C\nkey_account: true\naccount_manager: li-wei\nassistant: wang-fang\n\
                 service_team:\n  - li-wei\n",
            ),
            ("customers/d.yaml", "name: D\nkey_account: false\n"),
        ],
    },
    // DEV-REG-3
    Case {
        rule: "region-unregistered",
        files: &[
            ("territories/t.yaml", "name: 海南\ndistricts:\n  - 海南省\nstatus: blank\n"),
            ("customers/c.yaml", "name: C\nregion: \"460100\"\nowner: li-wei\n"),
            ("leads/l.yaml", "name: L\nterritory: t\nowner: li-wei\n"),
            ("registrations/r-1.yaml", "territory: t\nstatus: submitted\nowner: li-wei\n"),
            (
                "registrations/r-2.yaml",
                "territory: t\nstatus: open\napproved_on: 2026-01-01\nowner: li-wei\n",
            ),
        ],
        en: "error region-unregistered customers/c.yaml:3:8 territory/t (海南) is blank, and 李伟 has no registration of it that holds\n\
             error region-unregistered leads/l.yaml:3:8 territory/t (海南) is blank, and 李伟 has no registration of it that holds",
        zh: "error region-unregistered customers/c.yaml:3:8 territory/t（海南）为空白区域，李伟 没有有效的报备\n\
             error region-unregistered leads/l.yaml:3:8 territory/t（海南）为空白区域，李伟 没有有效的报备",
        near: &[
            ("territories/t.yaml", "name: 海南\ndistricts:\n  - 海南省\nstatus: blank\n"),
            ("customers/c.yaml", "name: C\nregion: \"460100\"\nowner: li-wei\n"),
            ("leads/l.yaml", "name: L\nterritory: t\n"),
            (
                "registrations/r-1.yaml",
                "territory: t\nstatus: open\napproved_on: 2026-10-01\nowner: li-wei\n",
            ),
        ],
    },
];
