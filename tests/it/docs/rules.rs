//! `docs/rules.md`: every rule and every gate.

use salesops::base::kind::Kind;
use salesops::base::text::Lang;
use salesops::flow::gates::{GATES, Gate};
use salesops::policy::Policy;
use salesops::rules::{Check, RULES, Rule};

use super::{LANGS, clauses, generated, say};

#[test]
fn every_rule_and_gate_has_its_entry() {
    for lang in LANGS {
        generated("rules", lang, &page(lang));
    }
}

fn page(lang: Lang) -> String {
    let mut page = say(lang, HEAD, HEAD_ZH).to_owned();
    page.push_str(&contents(lang));
    page.push_str(say(lang, "## Rules\n\n", "## 规则\n\n"));
    page.extend(RULES.iter().map(|rule| of_rule(rule, lang)));
    page.push_str(say(lang, GATES_HEAD, GATES_HEAD_ZH));
    page.extend(GATES.iter().map(|gate| of_gate(gate, lang)));
    page
}

const HEAD: &str = "\
# Rules and gates

`salesops check` prints what the rules find; `salesops explain NAME` prints the same texts as this
page. A rule is in force when a pack of one of its clauses is (`packs` in `salesops.toml`); a rule
without clauses always is. The level is the one that holds unless `[rules]` in `salesops.toml` says
otherwise.

A comment `# salesops: allow RULE reason` at the end of a line, or alone on the line above, silences
one rule there.

";

const HEAD_ZH: &str = "\
# 规则与关卡

`salesops check` 输出各规则的发现；`salesops explain 名称` 输出与本页相同的文字。规则的某条条款所属的
制度包启用（`salesops.toml` 的 `packs`）时，该规则生效；没有条款的规则始终生效。表中的级别为默认级别，
可在 `salesops.toml` 的 `[rules]` 中调整。

在行尾或上一行单独写注释 `# salesops: allow 规则 原因`，可使该处的一条规则不再提示。

";

const GATES_HEAD: &str = "\
## Gates

A gate is what must be on record before a deal enters a stage. The policy attaches gates to stages
(`gates` of `[stage.…]`), a track may keep only some of them. `advance` refuses the step and lists
everything that is missing, each item with the command that supplies it; the rule
[`stage-without-gate`](#stage-without-gate) finds the same in files that were edited by hand. Some
gates guard the step of another command, such as `assign` (which takes `--waive` as well) or `log`.

";

const GATES_HEAD_ZH: &str = "\
## 关卡

关卡是销售机会进入某阶段之前必须已有的记录。制度把关卡挂在阶段上（`[stage.…]` 的 `gates`），流程（`track`）
可以只保留其中一部分。`advance` 会拒绝不满足的推进，并一次列出所缺的全部内容和补充的命令；直接改文件的情况由规则
[`stage-without-gate`](#stage-without-gate) 发现。有些关卡由其他命令在办理时检查，如 `assign`（同样可用 `--waive` 豁免）和 `log`。

";

fn contents(lang: Lang) -> String {
    let mut list = format!(
        "| {} | {} | {} |\n|---|---|---|\n",
        say(lang, "rule", "规则"),
        say(lang, "level", "级别"),
        say(lang, "finds", "检查内容"),
    );
    for rule in RULES {
        let (name, level) = (rule.name, rule.level.label().pick(lang));
        list.push_str(&format!("| [`{name}`](#{name}) | {level} | {} |\n", rule.what.pick(lang)));
    }
    list.push('\n');
    list
}

fn of_rule(rule: &Rule, lang: Lang) -> String {
    let reads = match rule.check {
        Check::Load => say(lang, "reading the files", "读取文件时"),
        Check::Record(_) => say(lang, "each record", "逐条记录"),
        Check::Book(_) => say(lang, "the book as a whole", "整个账本"),
        Check::Both { .. } => {
            say(lang, "the book as a whole, and before a write", "整个账本，以及写入前")
        }
    };
    let mut entry = format!(
        "### {}\n\n{}{} · {}{reads}",
        rule.name,
        say(lang, "Level: ", "级别："),
        rule.level.label().pick(lang),
        say(lang, "looks at ", "检查对象："),
    );
    // A rule that looks at all kinds says no more by naming them.
    if !rule.kinds.is_empty() && rule.kinds != Kind::ALL {
        let kinds = rule.kinds.iter().map(|kind| kind.label().pick(lang));
        let kinds: Vec<&str> = kinds.collect();
        entry.push_str(&format!(
            "{}{}{}",
            say(lang, " (", "（"),
            kinds.join(say(lang, ", ", "、")),
            say(lang, ")", "）"),
        ));
    }
    if !rule.clauses.is_empty() {
        entry.push_str(&format!(" · {}{}", say(lang, "clauses ", "条款 "), clauses(rule.clauses)));
    }
    entry.push_str(&format!("\n\n{}\n\n{}\n\n", rule.what.pick(lang), rule.why.pick(lang)));
    entry.push_str(&format!("```yaml\n{}\n```\n\n", rule.example));
    entry.push_str(&format!("{}{}\n\n", say(lang, "Remedy: ", "处理："), rule.remedy.pick(lang)));
    entry
}

fn of_gate(gate: &Gate, lang: Lang) -> String {
    let policy = Policy::builtin();
    let stages: Vec<String> = policy
        .stages()
        .filter(|(_, stage)| stage.gates.iter().any(|name| name == gate.name))
        .map(|(key, _)| format!("`{key}`"))
        .collect();
    let waive = match gate.waivable {
        true => say(lang, "may be waived (`--waive`)", "可豁免（`--waive`）"),
        false => say(lang, "cannot be waived", "不可豁免"),
    };
    format!(
        "### {} — {}\n\n{}\n\n{}{} · {waive}{}\n\n",
        gate.name,
        gate.label.pick(lang),
        gate.doc.pick(lang),
        match gate.occasion() {
            None => say(lang, "By default asked before: ", "默认在进入以下阶段前检查："),
            Some(_) => say(lang, "Asked when ", "检查时机："),
        },
        match gate.occasion() {
            None => stages.join(say(lang, ", ", "、")),
            Some(step) => step.pick(lang).to_owned(),
        },
        match gate.clauses {
            [] => String::new(),
            named => format!(" · {}{}", say(lang, "clauses ", "条款 "), clauses(named)),
        },
    )
}
