//! `template`: the empty sheet of a kind, to be filled in and imported.

use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, files};
use crate::exchange::template;
use crate::output;
use crate::say;

/// Arguments of `template`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record; all are listed below.
    kind: String,
}

/// Chinese help.
pub const ZH: Texts =
    &[("", "写出某类记录的空白表格，填好后可直接导入。"), ("kind", "记录的类型，全部列在下面")];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let kind = super::add::kind(&args.kind)?;
    let format = super::export::file_format(ctx, &["csv", "xlsx"])?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let form = template::form(&book, kind, ctx.lang);
    match (&*format, ctx.global.output.clone()) {
        ("xlsx", Some(path)) => {
            files::write(ctx, &path, output::form::xlsx(&form, ctx.lang)?)?;
        }
        _ => ctx.print(&output::form::csv(&form))?,
    }
    if let Some(path) = &ctx.global.output {
        let (name, key) = (path.display().to_string(), kind.key());
        ctx.say(&say!(
            en: "fill it in below the example row, then `salesops import {key} {name}`",
            zh: "请从示例行下面开始填写，然后 `salesops import {key} {name}`"
        ));
    }
    Ok(Exit::Fine)
}
