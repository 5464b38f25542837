//! `fmt`: files in the canonical form, comments kept.

use anyhow::Result;

use crate::base::change::Change;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, write};
use crate::say;
use crate::store::{Folder, Tree, journal, write::write as write_files};
use crate::text::fmt::format;

/// Arguments of `fmt`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Paths in the book; everything where none is given.
    paths: Vec<String>,
    /// Name what is not in the form, write nothing, and exit 1.
    #[arg(long)]
    check: bool,
    /// Show the diff and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把文件整理成规范格式，保留注释。"),
    ("paths", "账本内的路径；缺省为全部"),
    ("check", "只列出不规范的文件，不写入；如有则以 1 退出"),
    ("dry_run", "只显示差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let folder = ctx.folder()?;
    let writes = !args.check && !args.dry_run;
    let held = if writes { Some(write::acquire(ctx, &folder)?) } else { None };
    let book = ctx.open(&folder)?;
    let (changes, refused) = plan(ctx, &book, &folder, &args.paths)?;
    if args.dry_run {
        write::show_diff(ctx, Some(&book), &changes)?;
    } else {
        let names: String =
            changes.iter().map(|c| format!("{}\n", crate::output::plain(&c.path))).collect();
        if writes && !changes.is_empty() {
            write_files(&folder, &changes)?;
            let entry = journal::Entry { command: ctx.command.clone(), changes: changes.clone() };
            journal::push(&ctx.state(&folder), &entry)?;
        }
        ctx.print(&names)?;
    }
    drop(held);
    let n = changes.len();
    if args.check {
        ctx.say(&say!(en: "files to format: {n}", zh: "{n} 个文件不是规范格式"));
    } else if writes {
        ctx.say(&say!(en: "files formatted: {n}", zh: "已整理 {n} 个文件"));
    }
    let failed = refused || (args.check && !changes.is_empty());
    Ok(if failed { Exit::Refused } else { Exit::Fine })
}

fn plan(
    ctx: &mut Ctx<'_>,
    book: &Book<'_>,
    folder: &Folder,
    paths: &[String],
) -> Result<(Vec<Change>, bool)> {
    let mut changes = Vec::new();
    let mut refused = false;
    for kind in Kind::ALL {
        for id in book.ids(kind) {
            let Some(path) = book.path(kind, id) else { continue };
            let asked = |typed: &String| {
                let typed = typed.trim_end_matches('/').replace('\\', "/");
                path == typed
                    || path.strip_prefix(&*typed).is_some_and(|rest| rest.starts_with('/'))
            };
            if !paths.is_empty() && !paths.iter().any(asked) {
                continue;
            }
            let bytes = folder.read(path)?;
            let formatted = std::str::from_utf8(&bytes)
                .map_err(|_| say!(en: "not UTF-8", zh: "不是 UTF-8 编码"))
                .and_then(|text| format(text, kind.fields()));
            match formatted {
                Ok(text) if text.as_bytes() == bytes => {}
                Ok(text) => changes.push(Change {
                    path: path.into(),
                    before: Some(bytes),
                    after: Some(text.into_bytes()),
                }),
                Err(why) => {
                    refused = true;
                    let (en, zh) = (why.en, why.zh);
                    ctx.say(&crate::base::text::Text {
                        en: format!("{path}: left as it is: {en}").into(),
                        zh: format!("{path}：未整理：{zh}").into(),
                    });
                }
            }
        }
    }
    Ok((changes, refused))
}
