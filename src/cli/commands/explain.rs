//! `explain`: a rule or a gate, from the code itself.

use anyhow::bail;

use crate::base::text::{Lang, nearest};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome};
use crate::flow::gates::{self, GATES, Gate};
use crate::rules::{self, RULES, Rule};
use crate::say;

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The name of a rule or gate; all are listed where none is given.
    name: Option<String>,
}

/// Chinese help.
pub const ZH: Texts = &[("", "解释规则或关卡。"), ("name", "规则或关卡的名称；缺省列出全部")];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    super::check::format(ctx, &["human"])?;
    let text = match &args.name {
        None => all(ctx.lang),
        Some(name) => match (rules::find(name), gates::find(name)) {
            (Some(rule), _) => explain_rule(rule, ctx.lang),
            (None, Some(gate)) => explain_gate(gate, ctx.lang),
            (None, None) => {
                let names =
                    RULES.iter().map(|rule| rule.name).chain(GATES.iter().map(|gate| gate.name));
                match nearest(name, names) {
                    Some(near) => bail!(say!(
                        en: "no rule or gate `{name}`; did you mean `{near}`?",
                        zh: "没有规则或关卡 `{name}`；是否想写 `{near}`？"
                    )),
                    None => bail!(say!(
                        en: "no rule or gate `{name}`; `salesops explain` lists them",
                        zh: "没有规则或关卡 `{name}`；`salesops explain` 列出全部"
                    )),
                }
            }
        },
    };
    ctx.print(&text)?;
    Ok(Exit::Fine)
}

fn all(lang: Lang) -> String {
    let rules = RULES.iter().map(|rule| (rule.name, rule.what.pick(lang)));
    let gates = GATES.iter().map(|gate| (gate.name, gate.doc.pick(lang)));
    rules.chain(gates).map(|(name, what)| format!("{name}\n    {what}\n")).collect()
}

/// A rule, as `explain` and the docs print it.
pub fn explain_rule(rule: &Rule, lang: Lang) -> String {
    let (level, why, example, remedy, clauses) = match lang {
        Lang::En => ("level", "Why", "Example", "Remedy", "Clauses"),
        Lang::Zh => ("级别", "原因", "示例", "处理", "条款"),
    };
    let [open, _, colon, close] = marks(lang);
    let (name, label) = (rule.name, rule.level.label().pick(lang));
    let mut text =
        format!("{name}{open}{level}{colon}{label}{close}\n\n{}\n\n", rule.what.pick(lang));
    text.push_str(&format!("{why}{colon}{}\n\n", rule.why.pick(lang)));
    let indented: String = rule.example.lines().map(|line| format!("    {line}\n")).collect();
    text.push_str(&format!("{example}{}\n{indented}\n", colon.trim_end()));
    text.push_str(&format!("{remedy}{colon}{}\n", rule.remedy.pick(lang)));
    if !rule.clauses.is_empty() {
        text.push_str(&format!("{clauses}{colon}{}\n", rule.clauses.join(", ")));
    }
    text
}

fn explain_gate(gate: &Gate, lang: Lang) -> String {
    let (kind, waive, fixed, clauses) = match lang {
        Lang::En => ("gate", "may be waived by --waive", "cannot be waived", "Clauses"),
        Lang::Zh => ("关卡", "可用 --waive 豁免", "不可豁免", "条款"),
    };
    let waivable = if gate.waivable { waive } else { fixed };
    let [open, between, colon, close] = marks(lang);
    let (name, label, doc) = (gate.name, gate.label.pick(lang), gate.doc.pick(lang));
    let list = gate.clauses.join(", ");
    let when = match (gate.occasion(), lang) {
        (None, _) => String::new(),
        (Some(step), Lang::En) => format!("Asked when {}\n", step.en),
        (Some(step), Lang::Zh) => format!("检查时机：{}\n", step.zh),
    };
    let clauses = match list.is_empty() {
        true => String::new(),
        false => format!("{clauses}{colon}{list}\n"),
    };
    format!(
        "{name}{open}{kind}{colon}{label}{between}{waivable}{close}\n\n{doc}\n\n{when}{clauses}"
    )
}

// Brackets, semicolon and colon of a language, with the spaces that belong to them.
fn marks(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => [" (", "; ", ": ", ")"],
        Lang::Zh => ["（", "；", "：", "）"],
    }
}
