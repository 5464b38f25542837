//! `export`: the records that fit a query, as a file that the import reads again.

use anyhow::bail;

use crate::book::AnyRow;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, files, record};
use crate::exchange::export;
use crate::output::{self, TableFormat};
use crate::query::Query;
use crate::say;

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record; all are listed below.
    kind: String,
    /// A query such as owner:me type:sme
    query: Vec<String>,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把记录导出为 CSV、XLSX、JSON 或 Markdown。"),
    ("kind", "记录的类型，全部列在下面"),
    ("query", "查询条件，如 owner:me 客户类型:中小企业"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let kind = super::add::kind(&args.kind)?;
    let format = file_format(ctx, &["csv", "xlsx", "json", "md"])?;
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let asker = ctx.asker(&book, me.as_ref())?;
    let query = Query::parse(&book, kind, &args.query, asker)?;
    let rows = query.rows(&book, kind);
    let reveal = ctx.global.reveal;
    if format == "json" {
        let masks = record::Masks::new(&book, kind, reveal);
        let records: Vec<_> = rows.iter().map(|row| record::json(row, masks)).collect();
        ctx.print(&format!("{}\n", serde_json::to_string_pretty(&records)?))?;
    } else {
        let table = export::table(&book, kind, &rows, reveal);
        match (&*format, ctx.global.output.clone()) {
            ("xlsx", Some(path)) => files::write(ctx, &path, output::xlsx::table(&table)?)?,
            ("csv", file) => ctx.print(&output::csv::table(&table, file.is_some()))?,
            _ => ctx.print(&output::table(&table, TableFormat::Markdown, &ctx.style()))?,
        }
        tell(ctx, &rows);
    }
    if ctx.global.output.is_some() {
        let n = rows.len();
        ctx.say(&say!(en: "records exported: {n}", zh: "已导出 {n} 条记录"));
    }
    let broken = book.faults(kind).len();
    if broken > 0 {
        ctx.tell(&super::list::faulty(broken));
        return Ok(Exit::Failed);
    }
    Ok(Exit::Fine)
}

/// The format asked for, else what the file's name says, else CSV.
///
/// # Errors
/// When it is none of `formats`, or a workbook has no file to go to.
pub fn file_format(ctx: &Ctx<'_>, formats: &[&str]) -> anyhow::Result<String> {
    let extension = ctx.global.output.as_ref().and_then(|path| path.extension());
    let extension = extension.map(|word| word.to_string_lossy().to_lowercase());
    let asked = ctx.global.format.clone().or(extension).unwrap_or_else(|| "csv".to_owned());
    let format = if asked == "markdown" { "md".to_owned() } else { asked };
    if !formats.contains(&format.as_str()) {
        let list = formats.join(", ");
        bail!(say!(
            en: "cannot be written as `{format}`: there are {list}",
            zh: "不能写成 `{format}`：可用 {list}"
        ));
    }
    if format == "xlsx" && ctx.global.output.is_none() {
        bail!(say!(
            en: "a workbook needs a file: `-o FILE.xlsx`",
            zh: "工作簿需要写入文件：`-o 文件.xlsx`"
        ));
    }
    Ok(format)
}

fn tell(ctx: &mut Ctx<'_>, rows: &[AnyRow<'_>]) {
    let n = export::lives_left_out(rows);
    if n > 0 {
        ctx.say(&say!(
            en: "records with steps or a close, which a table does not carry: {n}; `--format json` has them",
            zh: "{n} 条记录有变动或关闭情况，表格中不含；`--format json` 中有"
        ));
    }
}
