//! Bonus: what the results of a month bring.

use super::assessment::{grading, month, of_month};
use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::decimal::Rounding;
use crate::base::kind::Kind;
use crate::base::money::Money;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "bonus",
    label: Label::new("bonus", "绩效奖金"),
    aliases: &["奖金"],
    doc: Label::new(
        "The bonus of a month (the last one where none is asked for) by the total of the decided \
         assessment: `bonus.base` of the policy × the factor of its band (`bonus.bands`), rounded to \
         the minor unit. What is not decided has no bonus yet. A query chooses members.",
        "某月（缺省为上月）按已确定考核总分计算的绩效奖金：制度的 `bonus.base` × 所在分数段的系数（`bonus.bands`），\
         舍入到最小货币单位。尚未确定的考核没有奖金。条件用于筛选成员。",
    ),
    kinds: &[Kind::Member, Kind::Assessment],
    clauses: &["ITS-4.4.1", "TEL-6.3.1", "OPS-8.2.3", "OPS-8.2.2", "DEV-SOP-5"],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let month = month(cx, request);
    let all = of_month(cx, query, month);
    let policy = cx.book.policy();
    let (bonus, currency) = (policy.bonus(), policy.currency());
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    let open = all.iter().filter(|(_, row)| !row.record.is_final()).count();
    notes.add("open", open, say!(en: "not decided yet: no bonus", zh: "尚未确定，没有奖金"));
    let mut sum = Some(Money::zero(currency));
    let mut rows = Vec::new();
    for (member, row) in all.iter().filter(|(_, row)| row.record.is_final()) {
        let total = row.record.total;
        let band = total.and_then(|total| bonus.band(total));
        let amount = band.as_ref().and_then(|band| {
            let exact = bonus.base.checked_mul(band.factor)?;
            let rounded = exact.rounded(currency.exponent(), Rounding::HalfAwayFromZero)?;
            Money::from_decimal(rounded, currency).ok()
        });
        sum = sum.zip(amount).and_then(|(sum, amount)| sum.checked_add(amount));
        let cells = vec![
            Cell::Ref(member.id.to_string(), cx.book.name_of(Kind::Member, member.id)),
            Cell::Text(currency.code().to_owned()),
            cell::figure(total),
            grading(row.record.result),
            band.as_ref().map_or(Cell::Empty, |band| Cell::Text(band.key.to_owned())),
            Cell::Figure(bonus.base),
            cell::figure(band.map(|band| band.factor)),
            cell::money(amount),
        ];
        rows.push(Row { cells, records: vec![row.erase().reference()] });
    }
    let n = rows.len();
    let mut table = table(rows);
    table.total = (n > 1).then(|| {
        let mut cells = vec![Cell::Empty; table.columns.len()];
        cells[1] = Cell::Text(currency.code().to_owned());
        cells[7] = cell::money(sum);
        Row { cells, records: Vec::new() }
    });
    let request = Request { period: Some(month), ..request.clone() };
    let counted = say!(en: "decided assessments", zh: "已确定的考核");
    SPEC.report(cx, &request, vec![table], notes.done_with(n, counted))
}

fn table(rows: Vec<Row>) -> Table {
    let columns = [
        ("member", Label::new("member", "成员"), Type::Ref),
        ("currency", Label::new("currency", "币种"), Type::Text),
        ("total", Label::new("total", "总分"), Type::Money),
        ("result", Label::new("result", "结果"), Type::Text),
        ("band", Label::new("band", "分数段"), Type::Text),
        ("base", Label::new("base bonus", "基本奖金"), Type::Money),
        ("factor", Label::new("factor", "系数"), Type::Money),
        ("amount", Label::new("bonus", "奖金"), Type::Money),
    ];
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let title = Label::new("bonus by result", "按考核结果的奖金").text();
    Table { name: "by_owner".into(), title, columns, rows, bars: Some(7), ..Table::default() }
}
