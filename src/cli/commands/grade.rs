//! `grade`: what the policy's point tables make of a lead, a deal or a customer.

use std::collections::HashSet;

use anyhow::bail;

use crate::actions::bulk::Bulk;
use crate::actions::grade::{self, ByHand, Graded, Many};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::many::{self, Change, Consent};
use crate::cli::{Outcome, pick, write};
use crate::flow::grading::{Criterion, Grader, KINDS, Verdict};
use crate::say;

/// Arguments of `grade`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The lead, opportunity or customer; with --where, a kind of record.
    #[arg(value_name = "REF", required_unless_present = "condition")]
    record: Option<String>,
    /// Give another grade than the computed one.
    #[arg(long, value_name = "GRADE", requires = "reason")]
    to: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT", requires = "to")]
    reason: Option<String>,
    /// The last day on which the given grade holds.
    #[arg(long, value_name = "DATE", requires = "to")]
    until: Option<String>,
    /// Grade every record of the kind that fits a query such as owner:me type:sme
    #[arg(long = "where", value_name = "QUERY", num_args = 1..)]
    condition: Vec<String>,
    /// Write what --where finds without asking.
    #[arg(long, requires = "condition")]
    yes: bool,
    /// Show the points and the diff, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "按制度的评分表给线索、销售机会或客户评级，并列出依据。"),
    ("record", "线索、销售机会或客户；有 --where 时为记录的类型"),
    ("to", "人工给出不同于计算结果的等级"),
    ("reason", "原因"),
    ("until", "人工等级有效到哪一天"),
    ("condition", "给该类型中符合条件的每条记录评级，如 负责人:我 客户类型:中小企业"),
    ("yes", "--where 找到的记录不再询问，直接写入"),
    ("dry_run", "只显示评分和差异，不写入"),
];

impl Args {
    fn by_hand(&self) -> Option<ByHand> {
        let given = self.to.clone().zip(self.reason.clone());
        given.map(|(to, reason)| ByHand { to, reason, until: self.until.clone() })
    }
}

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
    if !args.condition.is_empty() {
        return many(ctx, args, &format);
    }
    let record = args.record.as_deref().unwrap_or_default();
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, record, &KINDS, me)?;
        let actor = ctx.actor(book, me)?;
        let grader = Grader::new(book, actor.today, kind).map_err(anyhow::Error::msg)?;
        let planned = grade::plan(book, &actor, &grader, (kind, &id), args.by_hand().as_ref());
        if let Ok(Graded { verdict, .. }) = &planned {
            ctx.print_table(&table(book.name_of(kind, &id), verdict), &format)?;
            for remark in &verdict.remarks {
                ctx.say(remark);
            }
        }
        Ok(planned.map(|graded| graded.plan))
    })
}

fn many(ctx: &mut Ctx<'_>, args: &Args, format: &str) -> Outcome {
    let mut query = args.condition.clone();
    let kind = many::kind(args.record.as_ref(), &mut query)?.filter(|kind| KINDS.contains(kind));
    let Some(kind) = kind.filter(|_| !query.is_empty()) else { bail!(how()) };
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let me = ctx.me(&book)?;
    let rows = many::rows(ctx, &book, me.as_ref(), kind, &query)?;
    let actor = ctx.actor(&book, me.as_ref())?;
    let grader = Grader::new(&book, actor.today, kind).map_err(anyhow::Error::msg)?;
    let Many { bulk, graded } =
        match grade::many(&book, &actor, &grader, &rows, args.by_hand().as_ref()) {
            Ok(many) => many,
            Err(refusal) => return write::refused(ctx, refusal),
        };
    let change = Change { folder: &folder, book: &book, me: me.as_ref(), kind };
    let consent = Consent { yes: args.yes, dry_run: args.dry_run };
    change.carry_out(ctx, consent, rows.len(), bulk, |ctx, bulk| {
        ctx.print_table(&grades(&book, kind, &graded, bulk), format)
    })
}

fn how() -> Text {
    say!(
        en: "say what to grade: lead, opportunity or customer, and where: `salesops grade customer --where type:sme`",
        zh: "请写明给线索、销售机会还是客户评级，以及条件：`salesops grade customer --where type:sme`"
    )
}

// A row for each record that is not refused.
fn grades<'b>(
    book: &'b Book<'b>,
    kind: Kind,
    graded: &[(AnyRow<'b>, Graded<'b>)],
    bulk: &Bulk,
) -> Table {
    let refused: HashSet<&Id> = bulk.refused.iter().map(|(_, id, _)| id).collect();
    let name = |key: &str| kind.field("grade").and_then(|field| Some(field.choice(key)?.label));
    let label = |key: &str| name(key).map_or_else(|| Text::same(key), Label::text);
    let row = |(row, one): &(AnyRow<'b>, Graded<'b>)| {
        let after = label(one.after);
        let (en, zh) = (&after.en, &after.zh);
        let after = match one.by_hand {
            true => say!(en: "{en} by hand", zh: "{zh}（人工）"),
            false => after,
        };
        let cells = vec![
            Cell::Text(row.id.to_string()),
            Cell::Text(row.name(book)),
            one.before.map_or(Cell::Empty, |key| Cell::Label(key.to_owned(), label(key))),
            Cell::Label(one.after.to_owned(), after),
            Cell::Figure(one.verdict.score),
        ];
        Row { cells, records: vec![row.reference()] }
    };
    let columns = vec![
        Column::new("id", Label::new("id", "编号"), Type::Text),
        Column::new("name", Label::new("name", "名称"), Type::Text),
        Column::new("before", Label::new("grade before", "原等级"), Type::Text),
        Column::new("grade", Label::new("grade now", "现等级"), Type::Text),
        Column::new("score", Label::new("score", "得分"), Type::Int),
    ];
    let rows = graded.iter().filter(|(row, _)| !refused.contains(row.id)).map(row).collect();
    Table { name: "grades".into(), title: kind.plural().text(), columns, rows, ..Table::default() }
}

fn table(name: String, verdict: &Verdict) -> Table {
    let column = |key: &str, label, kind| Column::new(key, label, kind);
    let columns = vec![
        column("criterion", Label::new("criterion", "项目"), Type::Text),
        column("because", Label::new("because", "依据"), Type::Text),
        column("points", Label::new("points", "得分"), Type::Int),
        column("weight", Label::new("weight %", "权重 %"), Type::Int),
    ];
    let rows = verdict.criteria.iter().map(row).collect();
    let (en, zh) = (verdict.label.en, verdict.label.zh);
    let (score, clauses) = (verdict.score, verdict.clauses.join(", "));
    let title = say!(
        en: "{name}: {en}, score {score} ({clauses})",
        zh: "{name}：{zh}，得分 {score}（{clauses}）"
    );
    Table { name: "grade".into(), title, columns, rows, ..Table::default() }
}

fn row(criterion: &Criterion) -> Row {
    let because = |pick: fn(&Text) -> &str, nothing: &str, apart: &str| match criterion.because[..]
    {
        [] => nothing.to_owned(),
        _ => {
            let lines = criterion.because.iter();
            lines
                .map(|(text, points)| format!("{} {points:+}", pick(text)))
                .collect::<Vec<_>>()
                .join(apart)
        }
    };
    let because = Text {
        en: because(|text| &text.en, "nothing on record counts", "; ").into(),
        zh: because(|text| &text.zh, "记录中没有可计分的内容", "；").into(),
    };
    let key = because.en.to_string();
    Row {
        cells: vec![
            Cell::Label(criterion.key.to_owned(), criterion.label.text()),
            Cell::Label(key, because),
            Cell::Int(criterion.points),
            criterion.weight.map_or(Cell::Empty, Cell::Int),
        ],
        records: Vec::new(),
    }
}
