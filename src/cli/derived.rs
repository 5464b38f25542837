//! What `show` says of a customer that stands nowhere in its file.

use super::context::Ctx;
use crate::base::kind::Kind;
use crate::base::text::{Lang, Text};
use crate::book::{Book, Row};
use crate::facts::{capacity, history, people};
use crate::model::Customer;
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
