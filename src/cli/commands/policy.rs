//! `policy`: the values in force, where each comes from, and its clause.

use anyhow::bail;

use crate::base::value::Value;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome};
use crate::policy::{clause_of, line_of};
use crate::say;
use crate::store::POLICY_FILE;

/// Arguments of `policy`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only this key and what is below it, such as stage.solution
    key: Option<String>,
}

/// Chinese help.
pub const ZH: Texts =
    &[("", "显示有效的制度及每个值的出处。"), ("key", "只显示此键及其下级，如 stage.solution")];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    super::check::format(ctx, &["human"])?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let source = book.text(POLICY_FILE).unwrap_or_default();
    let policy = book.policy();
    let default = match ctx.lang {
        crate::base::text::Lang::En => "default",
        crate::base::text::Lang::Zh => "默认",
    };
    let mut leaves = Vec::new();
    flatten(policy.effective(), String::new(), &mut leaves);
    let mut text = String::new();
    for (key, value) in leaves {
        let asked = args.key.as_deref().is_none_or(|asked| {
            key == asked || key.strip_prefix(asked).is_some_and(|rest| rest.starts_with('.'))
        });
        if !asked {
            continue;
        }
        let origin = match value_at(policy.own(), &key) {
            Some(_) => match line_of(&source, &key) {
                Some(line) => format!("{POLICY_FILE}:{line}"),
                None => POLICY_FILE.to_owned(),
            },
            None => default.to_owned(),
        };
        let clause = clause_of(&key).map_or_else(String::new, |id| format!("  {id}"));
        text.push_str(&format!("{key} = {value}  # {origin}{clause}\n"));
    }
    if let Some(key) = args.key.as_ref().filter(|_| text.is_empty()) {
        let keys = match policy.effective() {
            Value::Map(pairs) => pairs.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        let keys = keys.join(", ");
        bail!(say!(
            en: "no key begins with `{key}`; at the top there are {keys}",
            zh: "没有以 `{key}` 开头的键；顶层有：{keys}"
        ));
    }
    let text: String =
        text.lines().map(|line| format!("{}\n", crate::output::plain(line))).collect();
    ctx.print(&text)?;
    Ok(Exit::Fine)
}

fn flatten(value: &Value, path: String, leaves: &mut Vec<(String, String)>) {
    match value {
        Value::Map(pairs) => {
            for (key, value) in pairs {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(value, path, leaves);
            }
        }
        other => leaves.push((path, shown(other))),
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "\"\"".to_owned(),
        Value::Scalar(scalar) if scalar.plain => scalar.text.clone(),
        Value::Scalar(scalar) => format!("{:?}", scalar.text),
        Value::List(items) => {
            format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(", "))
        }
        Value::Map(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{key} = {}", shown(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The value at a dotted key, as it would stand in the file.
pub fn value_at(value: &Value, key: &str) -> Option<String> {
    key.split('.').try_fold(value, |value, step| value.get(step)).map(shown)
}
