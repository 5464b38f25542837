//! `grade`: what the policy's point tables make of a lead, a deal or a customer.

use crate::actions::grade::{self, ByHand};
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Outcome, pick, write};
use crate::flow::grading::{Criterion, Grader, KINDS, Verdict};
use crate::output::{self, TableFormat};
use crate::say;

/// Arguments of `grade`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The lead, opportunity or customer.
    #[arg(value_name = "REF")]
    record: String,
    /// Give another grade than the computed one.
    #[arg(long, value_name = "GRADE", requires = "reason")]
    to: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT", requires = "to")]
    reason: Option<String>,
    /// The last day on which the given grade holds.
    #[arg(long, value_name = "DATE", requires = "to")]
    until: Option<String>,
    /// Show the points and the diff, and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "按制度的评分表给线索、销售机会或客户评级，并列出依据。"),
    ("record", "线索、销售机会或客户"),
    ("to", "人工给出不同于计算结果的等级"),
    ("reason", "原因"),
    ("until", "人工等级有效到哪一天"),
    ("dry_run", "只显示评分和差异，不写入"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    write::write(ctx, args.dry_run, |ctx, book, me| {
        let folder = ctx.folder()?;
        let (kind, id) = pick::pick(ctx, book, &folder, &args.record, &KINDS, me)?;
        let format = super::check::format(ctx, &["human", "md", "csv", "json"])?;
        let format = TableFormat::parse(&format).unwrap_or(TableFormat::Human);
        let by_hand = args.to.as_ref().zip(args.reason.as_ref()).map(|(to, reason)| ByHand {
            to: to.clone(),
            reason: reason.clone(),
            until: args.until.clone(),
        });
        let actor = ctx.actor(book, me)?;
        let grader = Grader::new(book, actor.today, kind).map_err(anyhow::Error::msg)?;
        let planned = grade::plan(book, &actor, &grader, (kind, &id), by_hand.as_ref());
        if let Ok((_, verdict)) = &planned {
            let table = table(book.name_of(kind, &id), verdict);
            let text = output::table(&table, format, &ctx.style());
            ctx.print(&text)?;
            for remark in &verdict.remarks {
                ctx.say(remark);
            }
        }
        Ok(planned.map(|(plan, _)| plan))
    })
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
