//! `docs/policy.md`: the built-in policy.

use salesops::base::text::Lang;
use salesops::policy::clause::PACKS;

use super::{LANGS, generated, say};

const DEFAULT: &str = include_str!("../../../src/policy/default.toml");

#[test]
fn the_built_in_policy_stands_as_it_is() {
    for lang in LANGS {
        let mut page = say(lang, HEAD, HEAD_ZH).to_owned();
        page.push_str(&packs(lang));
        page.push_str(say(lang, FILE, FILE_ZH));
        page.push_str(&format!("```toml\n{}\n```\n", DEFAULT.trim_end()));
        generated("policy", lang, &page);
    }
}

const HEAD: &str = "\
# The policy

`salesops.toml` at the root of a book is its policy. It need only say what differs from the built-in
policy below: tables merge by key, lists replace whole. `salesops policy` prints the values in force
and where each comes from; faults in the file are findings of `salesops check`, and what is faulty
keeps its default.

## Packs

The clauses come from five written policies. A rule or gate is in force when the pack of one of its
clauses is listed in `packs`; without clauses it always is.

";

const HEAD_ZH: &str = "\
# 制度文件

账本根目录的 `salesops.toml` 就是它的制度，只需写与下面的内置制度不同之处：表按键合并，列表整体替换。
`salesops policy` 显示有效的值及每个值的出处；文件中的问题由 `salesops check` 列出，有问题的项沿用默认值。

## 制度包

条款来自五份成文制度。规则或关卡的某条条款所属的包列在 `packs` 中时，它就生效；没有条款的始终生效。

";

const FILE: &str = "\n## The built-in policy\n\n";
const FILE_ZH: &str = "\n## 内置制度\n\n";

fn packs(lang: Lang) -> String {
    let mut table = format!(
        "| {} | {} | {} |\n|---|---|---|\n",
        say(lang, "pack", "制度包"),
        say(lang, "name", "名称"),
        say(lang, "clauses", "条款"),
    );
    for (prefix, key, label) in PACKS {
        table.push_str(&format!("| `{key}` | {} | `{prefix}-…` |\n", label.pick(lang)));
    }
    table
}
