//! See [`RULE`] and [`UNMENDED`].

use super::{Check, Rule};
use crate::base::decimal::{Decimal, Rounding};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::{Survey, Task};
use crate::say;

/// Too few customers answered a survey.
pub static RULE: Rule = Rule {
    name: "survey-few-answers",
    level: Level::Warning,
    what: Label::new(
        "As many of the customers asked answer a survey as the policy wants (`survey.min_response_rate`); judged when it is reviewed, or its month, quarter or year is over.",
        "调查的答复率达到制度要求（`survey.min_response_rate`）；在评估后或所属周期结束后判断。",
    ),
    why: Label::new(
        "The mean of a few answers is that of those who write (ITS-4.3.2).",
        "答复太少，平均分只代表愿意答复的人（ITS-4.3.2）。",
    ),
    example: "sent_to:\n  - acme\n  - beta\n  - gamma\n  - delta\nreview: {on: 2026-10-30}\n# and no answers",
    remedy: Label::new("Ask again, by telephone.", "电话再次征询。"),
    clauses: &["ITS-4.3.2"],
    kinds: &[Kind::Survey],
    check: Check::Record(|cx, row, sink| {
        let Some(survey) = cx.book.get::<Survey>(row.id).map(|it| it.record) else { return };
        let policy = cx.book.policy().survey();
        let unit = policy.cadence.unit();
        let over = survey.sent_on.is_some_and(|sent| unit.bucket(sent).to() <= cx.today);
        let (asked, answered) = (survey.sent_to.len(), survey.answers.len());
        if asked == 0 || !(over || survey.review.is_some()) {
            return;
        }
        let whole = |n: usize| Decimal::from_int(i64::try_from(n).unwrap_or(i64::MAX).into());
        let rate = whole(answered).div(whole(asked), 4, Rounding::HalfEven);
        if rate.is_some_and(|rate| rate < policy.min_response_rate) {
            let least = policy.min_response_rate;
            sink.value(
                row,
                "sent_to",
                say!(
                    en: "{answered} of {asked} answered; the policy wants a share of {least}",
                    zh: "{asked} 家中仅 {answered} 家答复；制度要求比例为 {least}"
                ),
            );
        }
    }),
};

/// A review found something, and nobody does anything about it.
pub static UNMENDED: Rule = Rule {
    name: "review-without-measure",
    level: Level::Warning,
    what: Label::new(
        "What a service review finds has a measure: a task about the survey.",
        "服务评估发现的不足应有改进措施，即本次调查的任务。",
    ),
    why: Label::new(
        "Weaknesses that are only written down stay (OPS-6.4.2). Whether measures are done in time is told by task-overdue.",
        "只写下来而不改进，不足依旧（OPS-6.4.2）。措施是否按期完成由 task-overdue 判断。",
    ),
    example: "review:\n  on: 2026-10-30\n  findings:\n    - nobody answers after 18:00",
    remedy: Label::new(
        "Give somebody the measure: `salesops add task subject=REF what=TEXT who=MEMBER due=+2w`.",
        "安排改进措施：`salesops add task subject=REF what=内容 who=成员 due=+2w`。",
    ),
    clauses: &["OPS-6.4.2"],
    kinds: &[Kind::Survey],
    check: Check::Record(|cx, row, sink| {
        let Some(survey) = cx.book.get::<Survey>(row.id).map(|it| it.record) else { return };
        let Some(review) = survey.review.as_deref().filter(|it| !it.findings.is_empty()) else {
            return;
        };
        if !cx.wide || cx.book.referring::<Task>(Kind::Survey, row.id).next().is_some() {
            return;
        }
        let (n, reference) = (review.findings.len(), row.reference());
        let message = say!(
            en: "nothing is to be done about what was found ({n})",
            zh: "发现 {n} 项不足，没有安排改进措施"
        );
        sink.value(row, "review.findings", message).help(say!(
            en: "give somebody the measure: `salesops add task subject={reference} what=TEXT who=MEMBER due=DATE`",
            zh: "安排改进措施：`salesops add task subject={reference} what=内容 who=成员 due=日期`"
        ));
    }),
};
