//! See [`RULE`] and [`REVIEW`].

use super::{Check, Cx, Rule, Sink};
use crate::base::date::Date;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::Row;
use crate::model::Survey;
use crate::policy::service::Every;
use crate::say;

/// No survey was sent for longer than the policy allows.
pub static RULE: Rule = Rule {
    name: "survey-due",
    level: Level::Warning,
    what: Label::new(
        "Customers are asked by a questionnaire in each month, quarter or year, as the policy says (`survey.cadence`).",
        "按制度的周期（`survey.cadence`）向客户发放满意度问卷。",
    ),
    why: Label::new(
        "Who asks once knows once (ITS-4.3.2). A book without surveys is left alone.",
        "只问一次，就只知道一时的情况（ITS-4.3.2）。没有调查记录的账本不判断。",
    ),
    example: "sent_on: 2026-05-11   # and none in the third quarter",
    remedy: Label::new(
        "Send the next one: `salesops add survey`.",
        "发放下一次调查：`salesops add survey`。",
    ),
    clauses: &["ITS-4.3.2", "DEV-ADV-10"],
    kinds: &[Kind::Survey],
    check: Check::Book(|cx, sink| {
        let every = cx.book.policy().survey().cadence;
        latest(
            cx,
            sink,
            every,
            "sent_on",
            |survey| survey.sent_on,
            |day, Label { en, zh }| {
                say!(
                    en: "the last survey was sent on {day}; the policy asks for one {en}",
                    zh: "最近一次调查于 {day} 发放；制度要求{zh}一次")
            },
            |_| {
                say!(
                    en: "send the next one: `salesops add survey sent_to+=CUSTOMER`",
                    zh: "发放下一次调查：`salesops add survey sent_to+=客户`")
            },
        );
    }),
};

/// The service was not reviewed for longer than the policy allows.
pub static REVIEW: Rule = Rule {
    name: "service-review-due",
    level: Level::Warning,
    what: Label::new(
        "After-sales service is reviewed in each month, quarter or year, as the policy says (`survey.review_cadence`).",
        "按制度的周期（`survey.review_cadence`）评估售后服务。",
    ),
    why: Label::new(
        "Answers that nobody reads change nothing (OPS-6.4.1).",
        "没有人评估的答复不会带来改进（OPS-6.4.1）。",
    ),
    example: "sent_on: 2026-05-11\nreview: {on: 2026-06-01}   # and none since",
    remedy: Label::new(
        "Review the last survey: `salesops set REF review.on=today`.",
        "评估最近一次调查：`salesops set REF review.on=today`。",
    ),
    clauses: &["OPS-6.4.1"],
    kinds: &[Kind::Survey],
    check: Check::Book(|cx, sink| {
        let every = cx.book.policy().survey().review_cadence;
        let reviewed = cx.book.iter::<Survey>().any(|row| row.record.review.is_some());
        let day = |survey: &Survey| match reviewed {
            true => survey.review.as_ref().map(|review| review.on),
            false => survey.sent_on,
        };
        let route = if reviewed { "review.on" } else { "sent_on" };
        let message = |day, Label { en, zh }| match reviewed {
            true => say!(
                en: "the service was last reviewed on {day}; the policy asks for it {en}",
                zh: "最近一次服务评估在 {day}；制度要求{zh}一次"),
            false => say!(
                en: "the survey of {day} was never reviewed; the policy asks for it {en}",
                zh: "{day} 的调查从未评估；制度要求{zh}评估一次"),
        };
        let help = |survey: &str| {
            say!(
                en: "review the latest survey: `salesops set {survey} review.on=today`",
                zh: "评估最近一次调查：`salesops set {survey} review.on=today`"
            )
        };
        latest(cx, sink, every, route, day, message, help);
    }),
};

// Finds the survey with the latest day, where the whole unit after that day has passed without another.
fn latest(
    cx: &Cx<'_>,
    sink: &mut Sink<'_>,
    every: Every,
    route: &str,
    day_of: impl Fn(&Survey) -> Option<Date>,
    message: impl Fn(Date, Label) -> Text,
    help: impl Fn(&str) -> Text,
) {
    let days = |row: Row<'_, Survey>| {
        Some((day_of(row.record).filter(|day| *day <= cx.today)?, row.id.clone()))
    };
    let Some((day, id)) = cx.book.iter::<Survey>().filter_map(days).max() else { return };
    let unit = every.unit();
    let over = unit.next(unit.bucket(day)).is_some_and(|next| next.to() <= cx.today);
    if let Some(row) = cx.book.any(Kind::Survey, &id).filter(|_| over) {
        let help = help(&row.reference());
        sink.value(&row, route, message(day, every.label())).help(help);
    }
}
