//! See [`RULE`].

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::base::field::Vocabulary;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::Row;
use crate::model::Training;
use crate::say;

/// A year's trainings leave out a topic of the policy.
pub static RULE: Rule = Rule {
    name: "training-plan-gap",
    level: Level::Note,
    what: Label::new(
        "The trainings of a year, held and planned, cover the policy's topics. Only of years with \
         trainings on record.",
        "一年的培训（已举行和已计划的）涵盖制度规定的主题。只检查有培训记录的年度。",
    ),
    why: Label::new(
        "There is a plan of trainings each year, with product, skill, industry and communication \
         (TEL-7.1.1, TEL-7.1.2).",
        "每年应有培训计划，涵盖产品、技能、行业和沟通（TEL-7.1.1、TEL-7.1.2）。",
    ),
    example: "# trainings of 2026: product, sales_skill; none of industry",
    remedy: Label::new(
        "Plan one: `salesops add training` with a day to come.",
        "安排一次：`salesops add training`，日期写未来的一天。",
    ),
    clauses: &["TEL-7.1.1", "TEL-7.1.2", "OPS-8.1.2"],
    kinds: &[Kind::Training],
    check: Check::Book(|cx, sink| {
        let mut years: BTreeMap<i32, Vec<Row<'_, Training>>> = BTreeMap::new();
        for row in cx.book.iter::<Training>() {
            years.entry(row.record.on.year()).or_default().push(row);
        }
        let policy = cx.book.policy();
        // Years that are over are as they are.
        for (year, rows) in years.range(cx.today.year()..) {
            let has = |topic: &&String| rows.iter().any(|row| *row.record.topic == ***topic);
            let missing: Vec<Text> = policy
                .training()
                .plan_topics
                .iter()
                .filter(|topic| !has(topic))
                .map(|topic| policy.term(Vocabulary::Topic, topic))
                .collect();
            let last = rows.iter().max_by_key(|row| (row.record.on, row.id));
            let (Some(last), false) = (last, missing.is_empty()) else { continue };
            let names = |pick: fn(&Text) -> &str, apart: &str| {
                missing.iter().map(pick).collect::<Vec<_>>().join(apart)
            };
            let (en, zh) = (names(|text| &text.en, ", "), names(|text| &text.zh, "、"));
            let message = Text {
                en: format!("{year} has no training in {en}").into(),
                zh: format!("{year} 年没有{zh}培训").into(),
            };
            sink.value(&last.erase(), "on", message).help(say!(
                en: "plan one: `salesops add training topic=TOPIC on=DATE`",
                zh: "安排一次：`salesops add training topic=主题 on=日期`"
            ));
        }
    }),
};
