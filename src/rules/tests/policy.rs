//! Rules about the policy itself, and what the policy does to rules.

use super::{Case, report};

pub(super) const CASES: &[Case] = &[
    // OPS-1.3.2
    Case {
        rule: "policy-unknown-name",
        files: &[(
            "salesops.toml",
            "tracks = [\"odd\"]\n\
             [stage.solution]\ngates = [\"budget\", \"alinement\"]\n\
             [track.odd]\nen = \"odd\"\nzh = \"特殊\"\nwhen = \"grad:A\"\ngates = [\"xyz\"]\n\
             [approval.contract_legal]\nkind = \"contract\"\nstep = \"sing\"\nroles = [\"lawyer\"]\ncovers = [\"amont\"]\nparties = [\"ownr\"]\n\
             [required.customer]\nalways = [\"industri\", \"needs.nothing\"]\n\
             [required.opportunity]\nnegociation = [\"amount\"]\n\
             [required.custmer]\nalways = [\"name\"]\n\
             [rules]\nname-repeted = \"note\"\n",
        )],
        en: "error policy-unknown-name salesops.toml:22:16 nothing is called `name-repeted`; did you mean `name-repeated`?\n\
             error policy-unknown-name salesops.toml:3:9 nothing is called `alinement`; did you mean `alignment`?\n\
             error policy-unknown-name salesops.toml:8:9 nothing is called `xyz`\n\
             error policy-unknown-name salesops.toml:7:8 no field `grad`; did you mean `grade`?\n\
             error policy-unknown-name salesops.toml:11:8 nothing is called `sing`; did you mean `sign`?\n\
             error policy-unknown-name salesops.toml:14:11 nothing is called `ownr`; did you mean `owner`?\n\
             error policy-unknown-name salesops.toml:12:9 nothing is called `lawyer`\n\
             error policy-unknown-name salesops.toml:13:10 nothing is called `amont`; did you mean `amount`?\n\
             error policy-unknown-name salesops.toml:19:11 nothing is called `custmer`; did you mean `customer`?\n\
             error policy-unknown-name salesops.toml:16:10 nothing is called `industri`; did you mean `industry`?\n\
             error policy-unknown-name salesops.toml:16:10 nothing is called `needs.nothing`\n\
             error policy-unknown-name salesops.toml:18:1 nothing is called `negociation`; did you mean `negotiation`?",
        zh: "error policy-unknown-name salesops.toml:22:16 没有名为 `name-repeted` 的项；是否想写 `name-repeated`？\n\
             error policy-unknown-name salesops.toml:3:9 没有名为 `alinement` 的项；是否想写 `alignment`？\n\
             error policy-unknown-name salesops.toml:8:9 没有名为 `xyz` 的项\n\
             error policy-unknown-name salesops.toml:7:8 没有字段 `grad`；是否想写 `grade`？\n\
             error policy-unknown-name salesops.toml:11:8 没有名为 `sing` 的项；是否想写 `sign`？\n\
             error policy-unknown-name salesops.toml:14:11 没有名为 `ownr` 的项；是否想写 `owner`？\n\
             error policy-unknown-name salesops.toml:12:9 没有名为 `lawyer` 的项\n\
             error policy-unknown-name salesops.toml:13:10 没有名为 `amont` 的项；是否想写 `amount`？\n\
             error policy-unknown-name salesops.toml:19:11 没有名为 `custmer` 的项；是否想写 `customer`？\n\
             error policy-unknown-name salesops.toml:16:10 没有名为 `industri` 的项；是否想写 `industry`？\n\
             error policy-unknown-name salesops.toml:16:10 没有名为 `needs.nothing` 的项\n\
             error policy-unknown-name salesops.toml:18:1 没有名为 `negociation` 的项；是否想写 `negotiation`？",
        near: &[(
            "salesops.toml",
            "[stage.solution]\ngates = [\"budget\", \"alignment\"]\n\
             [track.quick]\nwhen = \"业务类型:续约\"\n\
             [required.customer]\nalways = [\"industry\", \"tags.anything\", \"needs.products\"]\n\
             [required.opportunity]\nnegotiation = [\"amount\"]\n\
             [rules]\nname-repeated = \"note\"\n",
        )],
    },
    // Queries of the policy that nobody could read would exempt nobody, and make nobody a key customer.
    Case {
        rule: "policy-unknown-name",
        files: &[(
            "salesops.toml",
            "[pool]\nexempt = { lead = \"gade:high\" }\n[visit]\nkey_customer_def = [\"grade:D\"]\n",
        )],
        en: "error policy-unknown-name salesops.toml:4:21 `D` is none of A, B, C\n\
             error policy-unknown-name salesops.toml:2:19 no field `gade`; did you mean `grade`?",
        zh: "error policy-unknown-name salesops.toml:4:21 `D` 不在可选值之内：A级、B级、C级\n\
             error policy-unknown-name salesops.toml:2:19 没有字段 `gade`；是否想写 `grade`？",
        near: &[(
            "salesops.toml",
            "[pool]\nexempt = { lead = \"grade:high\" }\n[visit]\nkey_customer_def = [\"grade:A\"]\n",
        )],
    },
    Case {
        rule: "view-unknown-name",
        files: &[
            (
                "views/odd.toml",
                "kind = \"opportunity\"\nquery = \"owner:me stage:negotation\"\n\
                 columns = [\"customer\", \"amonut\"]\nsort = [\"amount:down\"]\n",
            ),
            ("views/ring.toml", "kind = \"customer\"\nquery = \"not:view:ring\"\n"),
        ],
        en: "error view-unknown-name views/odd.toml:2:25 `negotation` is not in the list; did you mean `negotiation`?\n\
             error view-unknown-name views/odd.toml:3:24 no field `amonut`; did you mean `amount`?\n\
             error view-unknown-name views/odd.toml:4:17 `down` is no order; write `amount:asc` or `amount:desc`\n\
             error view-unknown-name views/ring.toml:2:19 in view `ring`: the view leads back to itself: ring → ring",
        zh: "error view-unknown-name views/odd.toml:2:25 列表中没有 `negotation`；是否想写 `negotiation`？\n\
             error view-unknown-name views/odd.toml:3:24 没有字段 `amonut`；是否想写 `amount`？\n\
             error view-unknown-name views/odd.toml:4:17 `down` 不是顺序；请写 `amount:升序` 或 `amount:降序`\n\
             error view-unknown-name views/ring.toml:2:19 视图 `ring` 中：视图循环引用：ring → ring",
        near: &[(
            "views/odd.toml",
            "kind = \"opportunity\"\nquery = \"owner:me stage:negotiation\"\n\
             columns = [\"customer\", \"customer.industry\"]\nsort = [\"amount:desc\"]\n",
        )],
    },
];

#[test]
fn the_policy_changes_levels_and_switches_rules_off() {
    let deal = ("opportunities/d.yaml", "stage: potential\namount: -5.00\nlost_reason: colour\n");
    let policy = "packs = []\n[rules]\namount-invalid = \"note\"\nterm-undefined = \"off\"\n";
    assert_eq!(
        report(&[deal, ("salesops.toml", policy)]),
        "note amount-invalid opportunities/d.yaml:2:9 -5.00 is negative"
    );
}

#[test]
fn a_rule_is_on_when_a_pack_of_one_of_its_clauses_is() {
    let deal = (
        "opportunities/d.yaml",
        "customer: acme\nname: D\nsource: exhibition\nstage: potential\n\nowner: li-wei\n\
         moves:\n  - {on: 2026-01-06, by: li-wei, stage: potential}\n",
    );
    // DEV-5.7.2H is of the pack `new-customer`, OPS-1.1 of `closed-loop`.
    let with = |packs: &str| report(&[deal, ("salesops.toml", packs)]);
    assert_eq!(
        with("packs = [\"new-customer\"]\n"),
        "warning stage-dwell opportunities/d.yaml:4:8 in stage potential for 319 days; the policy gives it 60"
    );
    assert_eq!(
        with("packs = [\"closed-loop\"]\n"),
        "warning next-step-missing opportunities/d.yaml:1:1 no next step is planned"
    );
    assert_eq!(with("packs = [\"telesales\"]\n"), "");
}
