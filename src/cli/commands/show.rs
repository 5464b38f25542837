//! `show`: a record.

use crate::actions::readable;
use crate::base::kind::Kind;
use crate::cli::context::Ctx;
use crate::cli::help::Texts;
use crate::cli::{Exit, Outcome, derived, pick, record, show};
use crate::flow::gates::{self, Deal};
use crate::flow::track;
use crate::model::{Customer, Member, Opportunity};

/// Arguments of `show`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The record: kind/id, an id, the beginning of one, a name, a row of the last list, or - for
    /// the record touched last.
    #[arg(value_name = "REF", allow_hyphen_values = true)]
    record: String,
}

/// Chinese help.
pub const ZH: Texts = &[
    ("", "查看一条记录。"),
    ("record", "记录：类型/编号、编号、编号开头、名称、上次列表的行号，或 - 表示刚操作的记录"),
];

/// Runs it.
pub fn run(ctx: &mut Ctx<'_>, args: &Args) -> Outcome {
    let folder = ctx.folder()?;
    let book = ctx.open(&folder)?;
    let (kind, id) = pick::pick_to_read(ctx, &book, &folder, &args.record)?;
    let row = readable(&book, kind, &id)?;
    let reveal = ctx.global.reveal;
    let text = match super::check::format(ctx, &["human", "json"])?.as_str() {
        "json" => format!(
            "{}\n",
            serde_json::to_string_pretty(&record::json(
                &row,
                record::Masks::new(&book, row.kind, reveal)
            ))?
        ),
        _ => {
            let mut text = show::dossier(&book, &row, ctx.lang, reveal);
            if let Some(deal) = book.get::<Opportunity>(&id).filter(|_| kind == Kind::Opportunity) {
                text.push_str(&standing(ctx, &book, deal)?);
            }
            if let Some(row) = book.get::<Customer>(&id).filter(|_| kind == Kind::Customer) {
                text.push_str(&derived::customer(ctx, &book, row)?);
            }
            if let Some(row) = book.get::<Member>(&id).filter(|_| kind == Kind::Member) {
                text.push_str(&derived::member(ctx, &book, row)?);
            }
            text
        }
    };
    ctx.print(&text)?;
    Ok(Exit::Fine)
}

// Which gates the deal must pass, why, and what the next one lacks.
fn standing<'b>(
    ctx: &Ctx<'_>,
    book: &'b crate::book::Book<'b>,
    deal: crate::book::Row<'b, Opportunity>,
) -> anyhow::Result<String> {
    let day = ctx.today(book)?;
    let lang = ctx.lang;
    let mut text = String::new();
    if let Some((key, track)) = track::of(book, deal, day)? {
        let (name, when) = (track.name(), &track.when);
        let line = crate::base::text::Text {
            en: format!("track {} (`{key}`: {when})", name.en).into(),
            zh: format!("流程：{}（`{key}`：{when}）", name.zh).into(),
        };
        text.push_str(&format!("\n{}\n", line.pick(lang)));
    }
    if let Some(next) = book.policy().stage_after(&deal.record.stage) {
        let subject = Deal { book, row: deal, day, wide: false };
        let missing = gates::missing(&subject, Some(&deal.record.stage), next)?;
        let stage = book.policy().term(crate::base::field::Vocabulary::Stage, next);
        for lack in missing {
            let remedy = crate::base::placeholder::in_both(&lack.remedy);
            let line = crate::base::text::Text {
                en: format!("for {}: {} — {}", stage.en, lack.message.en, remedy.en).into(),
                zh: format!("进入{}还缺：{} — {}", stage.zh, lack.message.zh, remedy.zh).into(),
            };
            text.push_str(&format!("{}\n", crate::output::plain(line.pick(lang))));
        }
    }
    Ok(text)
}
