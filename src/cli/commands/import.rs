//! `import`: other people's tables into records, by a mapping.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;

use crate::actions::assign;
use crate::base::finding::{Clauses, Finding, Level};
use crate::base::kind::Kind;
use crate::base::text::{Lang, Text};
use crate::book::Book;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, files, write};
use crate::exchange::begin::{Begun, DateOrder, Wishes, begin};
use crate::exchange::import::{Context, Plan, Source, plan};
use crate::exchange::mapping::Mapping;
use crate::exchange::sheet::{self, Encoding, File, Origin, Sheet};
use crate::output::{self, FindingFormat, Sources};
use crate::say;
use crate::store::{Folder, journal, write::write as write_files};

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The kind of record; all are listed below.
    kind: String,
    /// The table: XLSX, XLS or CSV.
    file: PathBuf,
    /// Fields with the value that every record gets, as KEY=VALUE.
    #[arg(value_name = "KEY=VALUE")]
    constants: Vec<String>,
    /// The mapping: which column goes to which field; without it the headers say so.
    #[arg(long, value_name = "MAP.toml")]
    map: Option<PathBuf>,
    /// The sheet of a workbook that has several.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The row of the header, where a title stands above it.
    #[arg(long, value_name = "N")]
    header: Option<u64>,
    /// A column that tells rows apart; may be repeated. Without a mapping only.
    #[arg(long, value_name = "HEADER", conflicts_with = "map")]
    key: Vec<String>,
    /// A column to leave out; may be repeated. Without a mapping only.
    #[arg(long, value_name = "HEADER", conflicts_with = "map")]
    ignore: Vec<String>,
    /// The order of numbers in dates: dmy, mdy, ymd, or excel. Without a mapping only.
    #[arg(long, value_name = "ORDER", conflicts_with = "map")]
    dates: Option<String>,
    /// A row whose name another record bears is another one. Without a mapping only.
    #[arg(long, conflicts_with = "map")]
    new: bool,
    /// Write the mapping that the headers begin, to be completed, and import nothing.
    #[arg(long, value_name = "MAP.toml", conflicts_with = "map")]
    map_out: Option<PathBuf>,
    /// Where refused rows go, with line and reason.
    #[arg(long, value_name = "FILE.csv")]
    rejects: Option<PathBuf>,
    /// Say what would happen and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "把 Excel 或 CSV 表格导入为记录。"),
    ("kind", "记录的类型，全部列在下面"),
    ("file", "表格：XLSX、XLS 或 CSV 文件"),
    ("constants", "每条记录都写入的字段，写作 键=值"),
    ("map", "映射：哪一列对应哪个字段；缺省由表头决定"),
    ("sheet", "工作簿有多个工作表时，导入哪一个"),
    ("header", "表头所在的行，用于表头上方有标题的表格"),
    ("key", "用于区分各行的列；可重复。仅用于没有映射时"),
    ("ignore", "忽略的列；可重复。仅用于没有映射时"),
    ("dates", "日期中数字的顺序：dmy、mdy、ymd，或 excel。仅用于没有映射时"),
    ("new", "与已有记录同名的行是另一条记录。仅用于没有映射时"),
    ("map_out", "只写出由表头得到的映射，供补充，不导入"),
    ("rejects", "被拒绝的行连同行号和原因写入此文件"),
    ("dry_run", "只说明会发生什么，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let kind = super::add::kind(&args.kind)?;
    let format = super::check::format(ctx, &["human", "json"])?;
    let written = match &args.map {
        Some(map) => match mapping(ctx, map)? {
            Some(mapping) => Some(mapping),
            None => return Ok(Exit::Failed),
        },
        None => None,
    };
    let bytes = files::read(ctx, &args.file)?;
    let delimiter = written.as_ref().and_then(Mapping::delimiter);
    let sheet = sheet::read(&File {
        bytes: &bytes,
        sheet: args.sheet.as_deref(),
        header: args.header,
        delimiter,
        headers: written.as_ref().map_or(&[], Mapping::headers),
        encoding: written.as_ref().and_then(Mapping::encoding),
    })?;
    ctx.timings.lap("read the table", "读取表格");
    let folder = ctx.folder()?;
    let writes = !args.dry_run && args.map_out.is_none();
    let held = if writes { Some(write::acquire(ctx, &folder)?) } else { None };
    let book = ctx.open(&folder)?;
    let constants = constants(args)?;
    let mapping = match written {
        Some(mapping) => mapping,
        None => {
            let begun = begun(&book, kind, &sheet, args, &constants)?;
            if let Some(path) = &args.map_out {
                return map_out(ctx, path, &begun);
            }
            begun.mapping()?
        }
    };
    let plan = planned(ctx, &book, kind, &mapping, &args.file, &sheet, &constants)?;
    if writes && !plan.changes.is_empty() {
        store(ctx, &folder, &plan)?;
    }
    drop(held);
    tell(ctx, args, &plan, &format)
}

fn tell(ctx: &mut Ctx<'_>, args: &Args, plan: &Plan, format: &str) -> Outcome {
    if let Some(path) = &args.rejects {
        files::write(ctx, path, plan.rejects_csv(ctx.lang))?;
    }
    let text = match format {
        "json" => as_json(plan, ctx.lang)?,
        _ => summary(plan, args.dry_run, ctx.lang),
    };
    ctx.print(&text)?;
    if format == "human" {
        tell_refusals(ctx, plan, args.rejects.is_some());
    }
    Ok(if plan.refusals.is_empty() { Exit::Fine } else { Exit::Refused })
}

fn constants(args: &Args) -> Result<Vec<(String, String)>> {
    let typed = args.constants.iter().map(|typed| assign::parse(typed));
    Ok(typed.map(|typed| typed.map(|it| (it.key, it.value))).collect::<Result<_, _>>()?)
}

fn planned(
    ctx: &mut Ctx<'_>,
    book: &Book<'_>,
    kind: Kind,
    mapping: &Mapping,
    file: &Path,
    sheet: &Sheet,
    constants: &[(String, String)],
) -> Result<Plan> {
    let file_name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    let source = Source { file_name: file_name.as_deref().unwrap_or("table.csv"), sheet };
    let me = ctx.me(book)?;
    let now = ctx.now(book.policy().zone())?;
    let today = ctx.today(book)?;
    let context = Context { today, now, by: me.as_ref(), constants };
    let plan = plan(book, kind, mapping, &source, &context)?;
    ctx.timings.lap("plan", "计划");
    Ok(plan)
}

fn begun(
    book: &Book<'_>,
    kind: Kind,
    sheet: &Sheet,
    args: &Args,
    constants: &[(String, String)],
) -> Result<Begun> {
    let dates = args.dates.as_deref().map(DateOrder::parse).transpose()?;
    let wishes = Wishes {
        kind,
        headers: &sheet.headers,
        key: &args.key,
        ignore: &args.ignore,
        dates,
        constants,
        creates_duplicates: args.new,
    };
    Ok(begin(book, &wishes))
}

fn map_out(ctx: &mut Ctx<'_>, path: &Path, begun: &Begun) -> Outcome {
    files::write(ctx, path, &begun.toml)?;
    if let Some(open) = &begun.open {
        ctx.say(open);
    }
    let name = path.display();
    ctx.say(&say!(
        en: "the mapping is in {name}; complete it and import with `--map {name}`",
        zh: "映射已写入 {name}；补充后用 `--map {name}` 导入"
    ));
    Ok(Exit::Fine)
}

fn store(ctx: &mut Ctx<'_>, folder: &Folder, plan: &Plan) -> Result<()> {
    write_files(folder, &plan.changes)?;
    ctx.timings.lap("write", "写入");
    let entry = journal::Entry { command: ctx.command.clone(), changes: plan.changes.clone() };
    journal::push(&ctx.state(folder), &entry)
}

// The mapping; its faults are told with their lines, as those of records are.
fn mapping(ctx: &mut Ctx<'_>, path: &Path) -> Result<Option<Mapping>> {
    let name = path.display().to_string();
    let text = String::from_utf8_lossy(&files::read(ctx, path)?).into_owned();
    let faults = match Mapping::parse(&text) {
        Ok(mapping) => return Ok(Some(mapping)),
        Err(faults) => faults,
    };
    let found: Vec<Finding> = faults
        .into_iter()
        .map(|fault| Finding {
            rule: fault.rule,
            level: Level::Error,
            file: name.as_str().into(),
            record: None,
            place: fault.place(),
            message: fault.message,
            help: fault.help,
            remedy: None,
            clauses: Clauses::Borrowed(&[]),
        })
        .collect();
    let source = |_: &str| Some(text.clone());
    let sources = Sources { text: &source, sensitive: &|_, _| Vec::new() };
    let shown = output::findings(&found, &sources, FindingFormat::Human, &ctx.style());
    let _ = write!(ctx.err, "{shown}");
    Ok(None)
}

fn as_json(plan: &Plan, lang: Lang) -> Result<String> {
    let refusals: Vec<_> = plan
        .refusals
        .iter()
        .map(|refusal| json!({ "line": refusal.line, "reason": refusal.reason.pick(lang) }))
        .collect();
    let (encoding, sheet) = match &plan.origin {
        Origin::Text { encoding, .. } => (Some(encoding.name()), None),
        Origin::Workbook { sheet } => (None, Some(sheet)),
    };
    let document = json!({
        "version": 1,
        "created": plan.created,
        "updated": plan.updated,
        "unchanged": plan.unchanged,
        "refused": plan.refusals.len(),
        "blank": plan.blank,
        "keyless": plan.keyless,
        "encoding": encoding,
        "sheet": sheet,
        "refusals": refusals,
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

fn summary(plan: &Plan, dry_run: bool, lang: Lang) -> String {
    let (created, updated, unchanged) = (plan.created, plan.updated, plan.unchanged);
    let refused = plan.refusals.len();
    let mut lines = vec![say!(
        en: "{created} created, {updated} changed, {unchanged} unchanged, {refused} refused",
        zh: "新建 {created}，修改 {updated}，未变 {unchanged}，拒绝 {refused}"
    )];
    lines.extend(of_table(plan));
    for (kind, n) in &plan.also_created {
        let (en, zh) = (kind.plural().en, kind.label().zh);
        lines.push(Text {
            en: format!("{n} further {en} created").into(),
            zh: format!("另新建{zh} {n}").into(),
        });
    }
    for (kind, n) in &plan.also_updated {
        let (en, zh) = (kind.plural().en, kind.label().zh);
        lines.push(Text {
            en: format!("{n} further {en} changed").into(),
            zh: format!("另修改{zh} {n}").into(),
        });
    }
    for alias in &plan.aliases {
        let (column, from, to, rows) = (&alias.column, &alias.from, &alias.to, alias.rows);
        lines.push(say!(
            en: "alias used in `{column}`: {from} → {to} ({rows} rows)",
            zh: "`{column}` 使用了别名：{from} → {to}（{rows} 行）"
        ));
    }
    if dry_run {
        lines.push(say!(en: "nothing was written (--dry-run)", zh: "没有写入（--dry-run）"));
    }
    lines.iter().map(|line| format!("{}\n", output::plain(line.pick(lang)))).collect()
}

// How the table was read, where that was not the plain way.
fn of_table(plan: &Plan) -> Vec<Text> {
    let mut lines = Vec::new();
    match &plan.origin {
        Origin::Text { encoding: Encoding::Utf8, .. } => {}
        Origin::Text { encoding, .. } => {
            let name = encoding.name();
            lines.push(say!(en: "read as {name}", zh: "按 {name} 编码读取"));
        }
        Origin::Workbook { sheet } => {
            lines.push(say!(en: "read from sheet `{sheet}`", zh: "读取自工作表 `{sheet}`"));
        }
    }
    let blank = plan.blank;
    if blank > 0 {
        lines.push(say!(en: "blank rows passed over: {blank}", zh: "跳过空行 {blank}"));
    }
    let keyless = plan.keyless;
    if keyless > 0 {
        lines.push(
            say!(en: "rows without a key passed over: {keyless}", zh: "跳过没有键的行 {keyless}"),
        );
    }
    lines
}

// The first few refusals; all of them go to the file of `--rejects`.
fn tell_refusals(ctx: &mut Ctx<'_>, plan: &Plan, written: bool) {
    const SHOWN: usize = 20;
    for refusal in plan.refusals.iter().take(SHOWN) {
        let line = refusal.line;
        let (en, zh) = (&refusal.reason.en, &refusal.reason.zh);
        ctx.say(&Text {
            en: format!("line {line}: {en}").into(),
            zh: format!("第 {line} 行：{zh}").into(),
        });
    }
    let more = plan.refusals.len().saturating_sub(SHOWN);
    if more > 0 && !written {
        ctx.say(&say!(
            en: "and {more} more; `--rejects FILE.csv` writes them all",
            zh: "另有 {more} 行；`--rejects 文件.csv` 可全部写出"
        ));
    }
}
