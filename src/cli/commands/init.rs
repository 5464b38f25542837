//! `init`: start a new book.

use std::path::PathBuf;

use anyhow::{Result, bail};

use serde_json::{Map, Value, json};

use crate::actions::start::{self, Options};
use crate::base::change::Change;
use crate::base::currency::Currency;
use crate::base::date::Offset;
use crate::base::kind::Kind;
use crate::base::text::{Label, Lang, Text};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, write};
use crate::output;
use crate::policy::Policy;
use crate::policy::clause::PACKS;
use crate::say;
use crate::store::{Folder, POLICY_FILE, write::write as write_files};

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where; the present folder where not given.
    dir: Option<PathBuf>,
    /// A pack of policies that is in force; all where none is given.
    #[arg(long, value_name = "PACK")]
    pack: Vec<String>,
    /// The currency of amounts that name none.
    #[arg(long, value_name = "CODE", default_value = "CNY")]
    currency: String,
    /// The zone of the book's days.
    #[arg(long, value_name = "ZONE", default_value = "+08:00", allow_hyphen_values = true)]
    zone: String,
    /// Show the files and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "新建账本。"),
    ("dir", "放在哪里；缺省为当前文件夹"),
    ("pack", "启用的制度包；缺省为全部"),
    ("currency", "未注明币种的金额所用的币种"),
    ("zone", "账本日期所用的时区"),
    ("dry_run", "只显示文件，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let root = match &args.dir {
        Some(dir) => ctx.start().join(dir),
        None => ctx.start(),
    };
    // `book/.` is `book`, where it is shown.
    let root: PathBuf = root.components().collect();
    let folder = Folder::new(&root);
    let shown = root.display().to_string();
    if folder.has(POLICY_FILE) {
        bail!(say!(en: "{shown} is a book already", zh: "{shown} 已经是账本"));
    }
    let options = options(args, ctx.lang)?;
    let mut changes = start::plan(&options);
    changes.extend(editor_files(ctx.lang));
    // The folder may be a project of years: what stands in it is its owner's.
    let (kept, changes): (Vec<Change>, Vec<Change>) =
        changes.into_iter().partition(|change| folder.has(&change.path));
    if args.dry_run {
        write::show_diff(ctx, None, &changes)?;
        return Ok(Exit::Fine);
    }
    write_files(&folder, &changes)?;
    let n = changes.len();
    let done = say!(en: "started a book in {shown}; files: {n}", zh: "已在 {shown} 新建账本（{n} 个文件）");
    ctx.print(&format!("{}\n", output::plain(done.pick(ctx.lang))))?;
    if !kept.is_empty() {
        let names: Vec<&str> = kept.iter().map(|change| &*change.path).collect();
        let names = names.join(", ");
        ctx.say(&say!(en: "left as they were: {names}", zh: "保持原样：{names}"));
    }
    ctx.say(&say!(
        en: "next: `salesops add member name=NAME email=ADDRESS role=sales_rep`",
        zh: "下一步：`salesops add member name=姓名 email=邮箱 role=sales_rep`"
    ));
    Ok(Exit::Fine)
}

fn options(args: &Args, lang: Lang) -> Result<Options> {
    let packs = match args.pack.is_empty() {
        true => PACKS.iter().map(|(_, key, _)| (*key).to_owned()).collect(),
        false => args.pack.iter().map(|typed| pack(typed)).collect::<Result<_>>()?,
    };
    let currency = Currency::typed(&args.currency)?;
    Ok(Options { packs, currency, zone: Offset::parse(&args.zone)?, lang })
}

// The key of the pack that is meant by key or name.
fn pack(typed: &str) -> Result<String> {
    let is_called = |(_, key, label): &&(&str, &str, Label)| {
        *key == typed || label.zh == typed || label.en.eq_ignore_ascii_case(typed)
    };
    if let Some((_, key, _)) = PACKS.iter().find(is_called) {
        return Ok((*key).to_owned());
    }
    let keys = PACKS.iter().map(|(_, key, _)| *key).collect::<Vec<_>>().join(", ");
    let names = PACKS.iter().map(|(.., label)| label.zh).collect::<Vec<_>>().join("、");
    bail!(Text {
        en: format!("`{typed}` is none of {keys}").into(),
        zh: format!("`{typed}` 不在可选值之内：{names}").into(),
    })
}

// What an editor needs to complete and judge records while they are typed.
fn editor_files(lang: Lang) -> Vec<Change> {
    let file = |path: String, text: String| Change {
        path: path.into(),
        before: None,
        after: Some(text.into()),
    };
    let policy = Policy::builtin();
    let schemas =
        Kind::ALL.map(|kind| file(schema_path(kind), output::schema(kind, &policy, lang)));
    let mut files = Vec::from(schemas);
    files.push(file(".vscode/settings.json".to_owned(), format!("{:#}\n", settings())));
    let extensions = json!({ "recommendations": ["redhat.vscode-yaml"] });
    files.push(file(".vscode/extensions.json".to_owned(), format!("{extensions:#}\n")));
    files
}

fn schema_path(kind: Kind) -> String {
    format!("schemas/{}.json", kind.key())
}

fn settings() -> Value {
    let schemas: Map<String, Value> = Kind::ALL
        .iter()
        .map(|kind| (schema_path(*kind), json!(format!("{}/**/*.yaml", kind.folder()))))
        .collect();
    json!({
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": true,
        "[yaml]": { "editor.insertSpaces": true, "editor.tabSize": 2 },
        "yaml.format.enable": false,
        "yaml.schemas": schemas,
        // In 1.1 the key `on` would be a truth value.
        "yaml.yamlVersion": "1.2",
    })
}

#[cfg(test)]
mod tests;
