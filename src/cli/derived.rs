//! What `show` says of a customer or member that stands nowhere in its file.

use super::context::Ctx;
use crate::base::kind::Kind;
use crate::base::span::Span;
use crate::base::text::{Lang, Text};
use crate::book::{Book, Row};
use crate::facts::{capacity, history, people};
use crate::metrics::targets::Targets;
use crate::model::target::{Kpi, Who};
use crate::model::{Customer, Member};
use crate::output::plain;
use crate::say;

/// The territory, the history and the capacity of a customer, a line each.
///
/// # Errors
/// When `--as-of` cannot be read.
pub fn customer(ctx: &Ctx<'_>, book: &Book<'_>, row: Row<'_, Customer>) -> anyhow::Result<String> {
    let day = ctx.today(book)?;
    let own = row.record.territory.is_none();
    let territory = people::customer_territory(row.record, book).filter(|_| own);
    let territory = territory.map(|id| {
        let name = book.name_of(Kind::Territory, id);
        say!(en: "territory {name} ({id})", zh: "区域：{name}（{id}）")
    });
    let lines = territory.into_iter().chain(past(ctx.lang, book, row, day));
    let lines: Vec<Text> = lines.chain(able(book, row)).collect();
    let lines = lines.iter().map(|line| plain(line.pick(ctx.lang)).into_owned() + "\n");
    let text: String = lines.collect();
    Ok(if text.is_empty() { text } else { format!("\n{text}") })
}

/// What a member is to reach in the month (TAG-2.4.5), in a line.
///
/// # Errors
/// When `--as-of` cannot be read.
pub fn member(ctx: &Ctx<'_>, book: &Book<'_>, row: Row<'_, Member>) -> anyhow::Result<String> {
    let month = Span::month(ctx.today(book)?);
    let targets = Targets::new(book);
    let mut goals: Vec<Text> = Vec::new();
    for kpi in Kpi::CHOICES.iter().filter_map(|choice| Kpi::parse(choice.key)) {
        let Some(aim) = targets.aim(Who::Member(row.id), kpi, month.period()) else { continue };
        let (value, label) = (aim.value, kpi.label());
        let (en, zh) = (label.en, label.zh);
        goals.push(say!(en: "{en} {value}", zh: "{zh} {value}"));
    }
    if goals.is_empty() {
        return Ok(String::new());
    }
    let join = |pick: fn(&Text) -> &str, apart: &str| {
        goals.iter().map(pick).collect::<Vec<_>>().join(apart)
    };
    let (en, zh) = (join(|text| &text.en, ", "), join(|text| &text.zh, "、"));
    let line = say!(
        en: "targets of {month}: {en}; how far: `salesops report attainment --by owner`",
        zh: "{month} 目标：{zh}；达成情况：`salesops report attainment --by owner`"
    );
    Ok(format!("\n{}\n", plain(line.pick(ctx.lang))))
}

fn past(
    lang: Lang,
    book: &Book<'_>,
    row: Row<'_, Customer>,
    day: crate::base::date::Date,
) -> Vec<Text> {
    let history = history::of(book, row.id, day);
    let relation = history.relation(day, book.policy().customer().lapsed_after_days);
    let mut lines: Vec<Text> = relation
        .map(|relation| relation.label())
        .map(|label| {
            let (en, zh) = (label.en, label.zh);
            say!(en: "relation by its deals: {en}", zh: "按成交记录：{zh}")
        })
        .into_iter()
        .collect();
    let (Some(first), Some(last)) = (history.first, history.last) else { return lines };
    let n = history.deals;
    let totals: Vec<String> =
        history.totals.iter().map(|total| format!("{} {total}", total.currency().code())).collect();
    let totals = totals.join(" + ");
    lines.push(say!(
        en: "deals won: {n}, first on {first}, last on {last}; {totals}",
        zh: "成交 {n} 次，首次 {first}，最近 {last}；{totals}"
    ));
    if !history.products.is_empty() {
        let names = history.products.iter().map(|id| book.name_of(Kind::Product, id));
        let joint = if lang == Lang::Zh { "、" } else { ", " };
        let names = names.collect::<Vec<_>>().join(joint);
        lines.push(say!(en: "bought: {names}", zh: "买过：{names}"));
    }
    lines
}

// What the eight scores of a dealer come to.
fn able(book: &Book<'_>, row: Row<'_, Customer>) -> Option<Text> {
    let scores = row.record.capacity.as_ref()?;
    let total = capacity::total(scores, book.policy())?;
    let least = book.policy().capacity().pass_score;
    Some(match capacity::passes(scores, book.policy())? {
        true => say!(
            en: "dealer capacity {total} of 100: able ({least} or more)",
            zh: "经销商能力 {total} 分（满分 100）：合格（{least} 分以上）"
        ),
        false => say!(
            en: "dealer capacity {total} of 100: not able (less than {least})",
            zh: "经销商能力 {total} 分（满分 100）：不合格（不足 {least} 分）"
        ),
    })
}
