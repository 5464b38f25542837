//! See [`RULE`].

use std::collections::HashSet;

use super::{Check, Cx, Rule};
use crate::base::finding::Level;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::period::{Period, Unit};
use crate::base::text::{Label, Text};
use crate::facts::assessment;
use crate::model::{Assessment, Member, Target};

/// A member was not assessed for a month.
pub static RULE: Rule = Rule {
    name: "assessment-missing",
    level: Level::Warning,
    what: Label::new(
        "Everybody with a table of weights is assessed for each month, since assessments or targets \
         are kept.",
        "自开始记录考核或目标起，岗位有权重表的每位成员每月都有考核。",
    ),
    why: Label::new(
        "Early each month the last month is assessed (ITS-4.2, TEL-6.2).",
        "每月初考核上月（ITS-4.2、TEL-6.2）。",
    ),
    example: "# on the 6th of November nothing in assessments/ for 2026-10",
    remedy: Label::new("Compile it: `salesops assess`.", "汇总考核：`salesops assess`。"),
    clauses: &["ITS-4.2", "TEL-6.2", "OPS-8.2.1"],
    kinds: &[Kind::Member, Kind::Assessment, Kind::Target],
    check: Check::Book(|cx, sink| {
        let months = months(cx);
        let known: HashSet<(&Id, Period)> = cx
            .book
            .iter::<Assessment>()
            .map(|row| (&*row.record.member, row.record.period.period()))
            .collect();
        for row in cx.book.iter::<Member>() {
            let lacks = |month: &&Period| {
                assessment::scheme(cx.book, row.record, **month).is_some()
                    && !known.contains(&(row.id, **month))
            };
            let missing: Vec<String> =
                months.iter().filter(lacks).map(|month| Unit::Month.key(month.from())).collect();
            let Some(last) = missing.last() else { continue };
            let message = Text {
                en: format!("not assessed for {}", missing.join(", ")).into(),
                zh: format!("没有 {} 的考核", missing.join("、")).into(),
            };
            let help = Text::same(format!("`salesops assess --period {last}`"));
            sink.value(&row.erase(), "name", message).help(help);
        }
    }),
};

// The months that were to be assessed by now: from the first that was; where none was, the last one
// if there are targets for it. A year at most: what is older nobody assesses any more.
fn months(cx: &Cx<'_>) -> Vec<Period> {
    let is_due =
        |month: &Period| assessment::due(cx.book, *month).is_some_and(|due| due < cx.today);
    let last = assessment::last_month(cx.today);
    let last =
        last.and_then(|month| [Some(month), month.previous()].into_iter().flatten().find(is_due));
    let Some(last) = last else { return Vec::new() };
    let first = cx.book.iter::<Assessment>().map(|row| row.record.period.period().from()).min();
    let covers = |period: Period| period.from() <= last.from() && last.to() <= period.to();
    let has_targets = || {
        let mut targets = cx.book.iter::<Target>();
        targets.any(|row| row.record.member.is_some() && covers(row.record.period.period()))
    };
    let first = match first {
        Some(first) => first,
        None if has_targets() => last.from(),
        None => return Vec::new(),
    };
    let back = std::iter::successors(Some(last), |month| month.previous());
    let mut months: Vec<Period> = back.take_while(|month| month.from() >= first).take(12).collect();
    months.reverse();
    months
}
