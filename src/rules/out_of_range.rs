//! See [`RULE`].

use super::{Check, Cx, Rule, Sink};
use crate::base::decimal::Decimal;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::AnyRow;
use crate::model::{Assessment, Customer, Opportunity, Rate, Survey, Ticket};
use crate::say;

/// A score or a probability lies outside its scale.
pub static RULE: Rule = Rule {
    name: "out-of-range",
    level: Level::Error,
    what: Label::new(
        "Scores run from 1 to 5, probabilities from 0 to 100, days and staff are not negative, rates of \
         exchange are above zero.",
        "评分为 1 至 5，概率为 0 至 100，天数和人数不为负，汇率大于零。",
    ),
    why: Label::new(
        "A weighted figure with a probability of 500 % is none.",
        "成交概率 500% 的加权数字毫无意义。",
    ),
    example: "evaluation:\n  probability: 500",
    remedy: Label::new("Write a value of the scale.", "填写范围内的值。"),
    clauses: &["OPS-4.2.1", "DEV-5.3.1", "OPS-6.2.3", "TEL-6.1.4", "TAG-1.3.1"],
    kinds: &[
        Kind::Customer,
        Kind::Opportunity,
        Kind::Assessment,
        Kind::Ticket,
        Kind::Survey,
        Kind::Rate,
    ],
    check: Check::Record(|cx, row, sink| {
        if row.kind == Kind::Rate {
            return rates(cx, row, sink);
        }
        let mut values: Vec<(String, Option<i64>, i64, i64)> = Vec::new();
        if row.kind == Kind::Customer {
            let Some(customer) = cx.book.get::<Customer>(row.id) else { return };
            if let Some(capacity) = &customer.record.capacity {
                for (key, score) in capacity.scores() {
                    let route = format!("capacity.{key}.score");
                    values.push((route, score.map(|score| score.score), 1, 5));
                }
            }
            for contact in customer.record.contacts.iter() {
                let route = format!("contacts.{}.relation_level", contact.id);
                values.push((route, contact.relation_level, 1, 5));
            }
            if let Some(metrics) = &customer.record.metrics {
                values.push(("metrics.staff".to_owned(), metrics.staff, 0, i64::MAX));
            }
            if let Some(intent) = &customer.record.intent {
                let route = "intent.decision_cycle_days".to_owned();
                values.push((route, intent.decision_cycle_days, 0, i64::MAX));
            }
        } else if let Some(assessment) =
            cx.book.get::<Assessment>(row.id).filter(|_| row.kind == Kind::Assessment)
        {
            for (at, score) in assessment.record.scores.iter().enumerate() {
                values.push((format!("scores.{at}.score"), Some(score.score), 1, 5));
            }
        } else if row.kind == Kind::Survey {
            let survey = cx.book.get::<Survey>(row.id).map(|it| it.record);
            let scale = cx.book.policy().survey().scale;
            for (at, answer) in survey.iter().flat_map(|it| it.answers.iter()).enumerate() {
                for (key, score) in answer.scores() {
                    values.push((format!("answers.{at}.{key}"), score, 1, scale));
                }
            }
        } else if row.kind == Kind::Ticket {
            let ticket = cx.book.get::<Ticket>(row.id).map(|it| it.record);
            let score = ticket.and_then(|it| it.satisfaction.as_ref()?.score);
            values.push(("satisfaction.score".to_owned(), score, 1, 5));
        } else if let Some(deal) = cx.book.get::<Opportunity>(row.id)
            && let Some(evaluation) = &deal.record.evaluation
        {
            values.push(("evaluation.feasibility".to_owned(), evaluation.feasibility, 1, 5));
            values.push(("evaluation.return".to_owned(), evaluation.r#return, 1, 5));
            values.push(("evaluation.probability".to_owned(), evaluation.probability, 0, 100));
        }
        for (route, value, from, to) in values {
            let Some(value) = value.filter(|value| !(from..=to).contains(value)) else { continue };
            let message = if to == i64::MAX {
                say!(en: "{value} is negative", zh: "{value} 为负数")
            } else {
                say!(en: "{value} is not between {from} and {to}", zh: "{value} 不在 {from} 至 {to} 之间")
            };
            sink.value(row, &route, message);
        }
    }),
};

fn rates(cx: &Cx<'_>, row: &AnyRow<'_>, sink: &mut Sink<'_>) {
    let Some(it) = cx.book.get::<Rate>(row.id) else { return };
    for (at, quote) in it.record.rates.iter().enumerate() {
        if quote.rate <= Decimal::ZERO {
            let rate = quote.rate;
            let message = say!(en: "{rate} is not above zero", zh: "{rate} 不大于零");
            sink.value(row, &format!("rates.{at}.rate"), message);
        }
    }
}
