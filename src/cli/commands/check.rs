//! `check`: the book, or some records, against the policy.

use anyhow::{Result, bail};

use crate::base::finding::{Finding, Level};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, pick, record};
use crate::output::{self, FindingFormat, Sources};
use crate::rules::{Cx, Scope, check};
use crate::say;
use crate::store::Folder;

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Records or paths in the book; everything where none is given.
    #[arg(value_name = "REF|PATH")]
    records: Vec<String>,
    /// Exit 1 from this level on: error, warning or note.
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    fail_on: String,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "按制度检查账本或部分记录。"),
    ("records", "记录或账本内的路径；缺省为全部"),
    ("fail_on", "从哪个级别起以 1 退出：error、warning 或 note"),
];

/// The format that was asked for, among those that a command knows.
///
/// # Errors
/// When it is none of them.
pub fn format(ctx: &Ctx<'_>, known: &[&str]) -> Result<String> {
    let asked = ctx.global.format.as_deref();
    let by_name = ctx.global.output.as_ref().and_then(|path| path.extension()?.to_str());
    let wanted = asked.or(by_name.filter(|ending| known.contains(ending))).unwrap_or("human");
    if known.contains(&wanted) {
        return Ok(wanted.to_owned());
    }
    let list = known.join(", ");
    bail!(
        say!(en: "no format `{wanted}` here; there are {list}", zh: "此处没有格式 `{wanted}`；可用：{list}")
    )
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let Some(limit) = Level::parse(&args.fail_on) else {
        let typed = &args.fail_on;
        bail!(
            say!(en: "`{typed}` is none of error, warning, note", zh: "`{typed}` 不在可选值之内：error, warning, note")
        );
    };
    let keys: Vec<&str> = FindingFormat::ALL.iter().map(|format| format.key()).collect();
    let format = FindingFormat::parse(&format(ctx, &keys)?).unwrap_or(FindingFormat::Human);
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let today = ctx.today(&book)?;
    let records = records(ctx, &book, &folder, &args.records)?;
    let scope = if args.records.is_empty() { Scope::All } else { Scope::Records(&records) };
    let found = check(&Cx { book: &book, today, wide: true }, scope);
    ctx.timings.lap("load and check", "读取并检查");
    let text = render(ctx, &book, &found, format);
    ctx.print(&text)?;
    if found.is_empty() && format == FindingFormat::Human {
        let n = if args.records.is_empty() { book.count() } else { records.len() };
        ctx.say(&say!(en: "nothing to complain of; records checked: {n}", zh: "{n} 条记录，没有发现问题"));
    }
    let failed = found.iter().any(|finding| finding.level >= limit);
    Ok(if failed { Exit::Refused } else { Exit::Fine })
}

fn render(ctx: &Ctx<'_>, book: &Book<'_>, found: &[Finding], format: FindingFormat) -> String {
    let text = |path: &str| book.text(path);
    let sensitive = record::sensitive(Some(book), ctx.global.reveal);
    output::findings(found, &Sources { text: &text, sensitive: &sensitive }, format, &ctx.style())
}

// A path names the records below it; anything else is a reference.
fn records(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    folder: &Folder,
    typed: &[String],
) -> Result<Vec<(Kind, Id)>> {
    let mut records = Vec::new();
    for typed in typed {
        let path = typed.trim_end_matches('/').replace('\\', "/");
        let below = |found: &str| {
            found == path || found.strip_prefix(&*path).is_some_and(|rest| rest.starts_with('/'))
        };
        let mut by_path = Vec::new();
        for kind in Kind::ALL {
            let ids = book.ids(kind).into_iter();
            let ids = ids.filter(|id| book.path(kind, id).is_some_and(below));
            by_path.extend(ids.map(|id| (kind, id.clone())));
        }
        match by_path.is_empty() {
            false => records.extend(by_path),
            true => records.push(pick::pick(ctx, book, folder, typed, &Kind::ALL, None)?),
        }
    }
    Ok(records)
}
