//! Promotion: who was excellent several times in a row, and what comes next.

use super::notes::Notes;
use super::{Cx, ReportSpec, Request, cell};
use crate::base::field::Vocabulary;
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Report, Row, Table, Type};
use crate::base::text::Label;
use crate::facts::{assessment, people};
use crate::model::Member;
use crate::model::assessment::Grading;
use crate::query::Query;
use crate::say;

pub(super) static SPEC: ReportSpec = ReportSpec {
    name: "promotion",
    label: Label::new("promotion candidates", "晋升候选"),
    aliases: &["promotion-candidates", "晋升"],
    doc: Label::new(
        "Members whose last decided assessments were excellent without a gap, at least \
         `promotion.consecutive_excellent` of them, with the next rung of `career.ladder`: the lowest \
         one above their role. A query chooses members.",
        "最近各月考核连续优秀、次数达到 `promotion.consecutive_excellent` 的成员，及其在 `career.ladder` 上的下一级：\
         高于现岗位的最低一级。条件用于筛选成员。",
    ),
    kinds: &[Kind::Member, Kind::Assessment],
    clauses: &["ITS-4.4.2", "TEL-6.3.3", "TEL-7.3.1", "OPS-8.2.2"],
    only: Some(&[]),
    over: Kind::Member,
    run,
    ..ReportSpec::OF_DEALS
};

fn run(cx: &Cx<'_>, request: &Request, query: &Query) -> Report {
    let policy = cx.book.policy();
    let least = policy.promotion().consecutive_excellent;
    let (mut rows, mut at_the_top) = (Vec::new(), 0);
    for member in cx.book.iter::<Member>().filter(|row| query.fits(cx.book, row.erase())) {
        if people::has_left(member.record, cx.as_of) {
            continue;
        }
        let mut decided = assessment::decided(cx.book, member.id, cx.as_of);
        if let Some(period) = request.period {
            decided.retain(|month, _| month.to() <= period.to());
        }
        let Some((Grading::Excellent, n, last)) = assessment::streak(&decided) else { continue };
        if n < least {
            continue;
        }
        let role = member.record.role.as_deref();
        let next = role.and_then(|role| policy.next_rung(role));
        at_the_top += usize::from(next.is_none());
        let term = |role: Option<&str>| match role {
            Some(role) => Cell::Label(role.to_owned(), policy.term(Vocabulary::Role, role)),
            None => Cell::Empty,
        };
        let cells = vec![
            Cell::Ref(member.id.to_string(), member.record.name.clone()),
            term(role),
            cell::count(n),
            Cell::Text(last.record.period.to_string()),
            term(next),
        ];
        let months = decided.values().rev().take(n).map(|row| row.erase().reference());
        rows.push(Row { cells, records: months.collect() });
    }
    let mut notes = Notes::default();
    notes.unreadable(cx, SPEC.kinds);
    notes.add("at_the_top", at_the_top, say!(en: "with no rung above them", zh: "没有更高一级"));
    let n = rows.len();
    let counted = say!(en: "candidates", zh: "候选人");
    SPEC.report(cx, request, vec![table(rows)], notes.done_with(n, counted))
}

fn table(rows: Vec<Row>) -> Table {
    let columns = [
        ("member", Label::new("member", "成员"), Type::Ref),
        ("role", Label::new("role", "岗位"), Type::Text),
        ("n", Label::new("months in a row", "连续优秀月数"), Type::Int),
        ("last", Label::new("last month", "最近月份"), Type::Text),
        ("next", Label::new("next rung", "下一级"), Type::Text),
    ];
    let columns = columns.map(|(key, label, kind)| Column::new(key, label, kind)).to_vec();
    let title = Label::new("candidates", "候选人").text();
    Table { name: "candidates".into(), title, columns, rows, bars: Some(2), ..Table::default() }
}
