//! `edit`: a record in an editor, checked on closing.
#![expect(
    clippy::disallowed_methods,
    reason = "this command starts the user's editor on a file of its own"
)]

use std::fs;
use std::process::Command;

use anyhow::{Context, bail};

use crate::actions::Plan;
use crate::base::change::Change;
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};
use crate::say;
use crate::store::Tree;

/// Arguments of `edit`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The record: kind/id, an id, the beginning of one, or a name.
    #[arg(value_name = "REF")]
    record: String,
}

/// Chinese help.
pub const ZH: Texts =
    &[("", "用编辑器修改记录，关闭时检查。"), ("record", "记录：类型/编号、编号、编号开头或名称")];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    if ctx.global.no_input {
        bail!(say!(
            en: "an editor waits for input; use `salesops set`, or leave --no-input out",
            zh: "编辑器需要输入；请使用 `salesops set`，或不加 --no-input"
        ));
    }
    let folder = ctx.folder()?;
    // The editor may stay open for hours, so the lock is not held meanwhile; the write compares
    // the bytes that were read.
    let (kind, id, path) = {
        let book = ctx.open(&folder)?;
        let me = ctx.me(&book)?;
        let (kind, id) = pick::pick(ctx, &book, &folder, &args.record, &Kind::ALL, me.as_ref())?;
        let path = book.path(kind, &id).unwrap_or_default().to_owned();
        (kind, id, path)
    };
    let before = folder.read(&path)?;
    let draft = ctx.state(&folder).join("edit").join(format!("{id}.yaml"));
    if let Some(parent) = draft.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&draft, &before)?;
    let editor = ctx.env.var("VISUAL").or_else(|| ctx.env.var("EDITOR"));
    let Some(editor) = editor.map(str::to_owned) else {
        bail!(say!(
            en: "no editor is known; set the variable EDITOR, or use `salesops set`",
            zh: "不知道用什么编辑器；请设置环境变量 EDITOR，或使用 `salesops set`"
        ));
    };
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = Command::new(program).args(words).arg(&draft).status();
    let status =
        status.with_context(|| say!(en: "cannot start {program}", zh: "无法启动 {program}"))?;
    if !status.success() {
        bail!(say!(en: "the editor failed; nothing was changed", zh: "编辑器出错；没有改动"));
    }
    let after = fs::read(&draft)?;
    let outcome = write::write(ctx, false, |_, book, _| {
        let mut plan = Plan::default();
        plan.changes.push(Change {
            path: path.as_str().into(),
            before: Some(before.clone()),
            after: Some(after.clone()),
        });
        plan.touched.push((kind, id.clone()));
        plan.settle();
        let name = book.name_of(kind, &id);
        plan.done.push(match plan.changes.is_empty() {
            true => say!(en: "{name}: nothing was changed", zh: "{name}：没有改动"),
            false => say!(en: "edited {name}", zh: "已修改 {name}"),
        });
        Ok(Ok(plan))
    });
    if !matches!(outcome, Ok(crate::cli::Exit::Fine)) {
        let shown = draft.display();
        ctx.say(&say!(en: "your text is kept in {shown}", zh: "您的修改保存在 {shown}"));
    }
    outcome
}
