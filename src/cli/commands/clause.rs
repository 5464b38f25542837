//! `clause`: a policy clause, its parameters here, and what enforces it.

use anyhow::bail;
use serde_json::json;

use crate::actions::start;
use crate::base::field::{Field, Shape, Vocabulary};
use crate::base::kind::Kind;
use crate::base::text::Lang;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::serves::SERVES;
use crate::cli::{Exit, Outcome};
use crate::flow::gates::GATES;
use crate::flow::life::LIVES;
use crate::policy::Policy;
use crate::policy::clause::{self, Clause, PACKS, Param, all, find};
use crate::query;
use crate::rules::RULES;
use crate::say;

/// Arguments of `clause`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id, such as OPS-4.1.2; all are listed where none is given.
    id: Option<String>,
    /// List what enforces each clause.
    #[arg(long)]
    coverage: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "显示制度条款及其执行方式。"),
    ("id", "条款编号，如 OPS-4.1.2；缺省列出全部"),
    ("coverage", "列出每条条款由什么执行"),
];

/// What enforces a clause, and how: *blocks*, *finds*, *computes*, *records*.
fn enforcers(id: &str) -> Vec<(String, &'static str)> {
    let names = |clauses: &[&str]| clauses.contains(&id);
    let mut found = Vec::new();
    let gates = GATES.iter().filter(|gate| names(gate.clauses));
    found.extend(gates.map(|gate| (format!("gate:{}", gate.name), "blocks")));
    for life in LIVES {
        let steps = life.steps.iter().filter(|step| names(step.clauses));
        let key = life.kind.key();
        found.extend(steps.map(|step| (format!("step:{key}.{}", step.name), "blocks")));
    }
    let policy = Policy::builtin();
    let asked = policy.approvals().filter(|(_, it)| it.clauses.iter().any(|own| own == id));
    found.extend(asked.map(|(key, _)| (format!("approval:{key}"), "blocks")));
    let tracks = policy.tracks().filter(|(_, track)| track.clauses.iter().any(|own| own == id));
    found.extend(tracks.map(|(key, _)| (format!("track:{key}"), "blocks")));
    let rules = RULES.iter().filter(|rule| names(rule.clauses));
    found.extend(rules.map(|rule| (format!("rule:{}", rule.name), "finds")));
    let reports = crate::reports::REPORTS.iter().filter(|report| names(report.clauses));
    found.extend(reports.map(|report| (format!("report:{}", report.name), "computes")));
    let commands = SERVES.iter().filter(|(.., clauses)| names(clauses));
    found.extend(commands.map(|(what, how, _)| ((*what).to_owned(), *how)));
    for kind in Kind::ALL {
        fields(kind.key(), kind.fields(), id, &mut found);
        let computed = query::computed(kind).filter(|(_, field)| names(field.clauses));
        let kind = kind.key();
        found.extend(computed.map(|(key, _)| (format!("value:{kind}.{key}"), "computes")));
    }
    for list in Vocabulary::ALL {
        let entries = policy.entries(list).filter(|(_, clauses)| clauses.iter().any(|it| it == id));
        let key = list.key();
        found.extend(entries.map(|(entry, _)| (format!("list:{key}.{entry}"), "records")));
    }
    let tags = start::tags().filter(|(_, clauses)| clauses.contains(&id));
    found.extend(tags.map(|(tag, _)| (format!("tag:{tag}"), "records")));
    found
}

fn fields(path: &str, table: &'static [Field], id: &str, found: &mut Vec<(String, &'static str)>) {
    for field in table {
        let path = format!("{path}.{}", field.key);
        if field.clauses.contains(&id) {
            found.push((format!("field:{path}"), "records"));
        }
        if let Shape::Group(inner) = field.shape.core() {
            fields(&path, inner, id, found);
        }
    }
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let format = super::check::format(ctx, &["human", "json"])?;
    let clauses: Vec<&Clause> = match &args.id {
        None => all().iter().collect(),
        Some(id) => match find(id) {
            Some(clause) => vec![clause],
            None => bail!(say!(
                en: "no clause `{id}`; `salesops clause` lists them",
                zh: "没有条款 `{id}`；`salesops clause` 列出全部"
            )),
        },
    };
    let text = match (format.as_str(), &args.id, args.coverage) {
        ("json", ..) => as_json(&clauses)?,
        (_, Some(_), _) => {
            let policy = ctx
                .folder()
                .ok()
                .and_then(|folder| Some(crate::book::Book::open(&folder).ok()?.policy().clone()));
            clauses.iter().map(|clause| whole(clause, policy.as_ref(), ctx.lang)).collect()
        }
        (_, None, true) => clauses.iter().map(|clause| covered(clause)).collect(),
        (_, None, false) => clauses
            .iter()
            .map(|clause| format!("{}  {}\n", clause.id, clause.text().pick(ctx.lang)))
            .collect(),
    };
    ctx.print(&text)?;
    Ok(Exit::Fine)
}

fn as_json(clauses: &[&Clause]) -> anyhow::Result<String> {
    let clauses: Vec<_> = clauses
        .iter()
        .map(|clause| {
            let enforced: Vec<_> = enforcers(&clause.id)
                .into_iter()
                .map(|(what, how)| json!({ "what": what, "how": how }))
                .collect();
            json!({ "id": clause.id, "kind": clause.kind, "enforced_by": enforced })
        })
        .collect();
    let document = json!({ "version": 1, "clauses": clauses });
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

fn covered(clause: &Clause) -> String {
    let enforced: Vec<String> =
        enforcers(&clause.id).into_iter().map(|(what, how)| format!("{what} ({how})")).collect();
    let enforced = if enforced.is_empty() { "-".to_owned() } else { enforced.join(", ") };
    format!("{}  {enforced}\n", clause.id)
}

fn whole(clause: &Clause, policy: Option<&Policy>, lang: Lang) -> String {
    let (params, enforced, nobody) = match lang {
        Lang::En => ("Parameters:", "Enforced by:", "nothing in this version"),
        Lang::Zh => ("参数：", "执行方式：", "此版本尚未执行"),
    };
    let own = clause::pack(&clause.id);
    let pack =
        PACKS.iter().find(|(_, key, _)| *key == own).map_or("", |(.., label)| label.pick(lang));
    let mut text =
        format!("{}  {pack} · {}\n\n{}\n", clause.id, clause.section, clause.text().pick(lang));
    if !clause.params.is_empty() {
        text.push_str(&format!("\n{params}\n"));
        clause.params.iter().for_each(|param| text.push_str(&parameter(param, policy, lang)));
    }
    text.push_str(&format!("\n{enforced}\n"));
    let list = enforcers(&clause.id);
    if list.is_empty() {
        text.push_str(&format!("  {nobody}\n"));
    }
    for (what, how) in list {
        text.push_str(&format!("  {what} ({how})\n"));
    }
    text
}

fn parameter(param: &Param, policy: Option<&Policy>, lang: Lang) -> String {
    let basis = match (param.basis.as_str(), lang) {
        ("stated", Lang::Zh) => "制度原文",
        ("blank", Lang::Zh) => "制度留空",
        ("chosen", Lang::Zh) => "自行拟定",
        ("stated", Lang::En) => "stated by the policy",
        ("blank", Lang::En) => "left blank by the policy",
        _ => "chosen here",
    };
    let here = policy.and_then(|policy| super::policy::value_at(policy.effective(), &param.key));
    let (value, unused) = match (here, lang) {
        (Some(value), _) => (value, ""),
        (None, Lang::En) => (param.default.clone(), "; not used by this version"),
        (None, Lang::Zh) => (param.default.clone(), "；此版本尚未使用"),
    };
    let unit = param.unit();
    let unit = unit.pick(lang);
    match lang {
        Lang::En => format!("  {} = {value} ({unit}; {basis}{unused})\n", param.key),
        Lang::Zh => format!("  {} = {value}（{unit}；{basis}{unused}）\n", param.key),
    }
}
