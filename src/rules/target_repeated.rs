//! See [`RULE`].

use std::collections::HashMap;

use super::{Check, Rule};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Row;
use crate::model::Target;
use crate::model::target::{Goal, Kpi, Who};
use crate::say;

/// Two targets for the same indicator, of the same one, in the same time.
pub static RULE: Rule = Rule {
    name: "target-repeated",
    level: Level::Error,
    what: Label::new(
        "Nobody has two targets for one indicator and one month, quarter or year.",
        "同一对象在同一期间的同一指标只有一个目标。",
    ),
    why: Label::new(
        "Which of the two is meant? Attainment and assessment would depend on it (DEV-SOP-1).",
        "达成率和考核无法确定以哪一个为准（DEV-SOP-1）。",
    ),
    example: "goals:\n  - {kpi: sales_amount, value: 300000}\n  - {kpi: sales_amount, value: 320000}",
    remedy: Label::new(
        "Keep one; a target that is raised later says from when: `since`.",
        "保留一个；后来调整的目标请写明起始日期 `since`。",
    ),
    clauses: &["DEV-SOP-1", "OPS-1.3.1"],
    kinds: &[Kind::Target],
    check: Check::Book(|cx, sink| {
        let mut seen: HashMap<Place<'_>, Row<'_, Target>> = HashMap::new();
        for row in cx.book.iter::<Target>() {
            for (at, goal) in row.record.goals.iter().enumerate() {
                let Some(first) = seen.insert(place(row.record, goal), row) else { continue };
                seen.insert(place(row.record, goal), first);
                let (kpi, other) = (goal.kpi.label(), first.erase().reference());
                let (en, zh) = (kpi.en, kpi.zh);
                let message = say!(
                    en: "{other} has a target for {en} already",
                    zh: "{other} 已有{zh}目标"
                );
                sink.value(&row.erase(), &format!("goals.{at}.kpi"), message);
            }
        }
    }),
};

type Place<'b> = (&'b str, Who<'b>, Kpi, Option<Date>);

fn place<'b>(target: &'b Target, goal: &Goal) -> Place<'b> {
    (target.period.key(), target.who(), goal.kpi, goal.since)
}
