//! `schema`: the JSON Schema of a kind, for editors.

use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome};
use crate::output;
use crate::policy::Policy;

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record; all are listed below.
    kind: String,
}

/// Chinese help.
pub const ZH: Texts = &[("", "输出某类记录的 JSON Schema。"), ("kind", "记录的类型，全部列在下面")];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    super::check::format(ctx, &["human", "json"])?;
    let kind = super::add::kind(&args.kind)?;
    let policy = match ctx.folder() {
        Ok(folder) => ctx.open(&folder)?.policy().clone(),
        Err(_) => Policy::builtin(),
    };
    ctx.print(&output::schema(kind, &policy, ctx.lang))?;
    Ok(Exit::Fine)
}
