//! The gates of plans (OPS-3.1, OPS-4.3.1b).

use super::{Check, Gate};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::plans;
use crate::model::Plan;
use crate::model::common::Grade;
use crate::say;

/// A deal of grade B has a plan.
pub(super) static FOLLOW_UP: Gate = Gate {
    name: "follow-up-plan",
    label: Label::new("follow-up plan", "跟进计划"),
    doc: Label::new(
        "An opportunity of grade B has a plan: its own, its customer's, or that of the lead it was (OPS-4.3.1b).",
        "B 级机会应有跟进计划：机会本身的、客户的，或转化前线索的（OPS-4.3.1b）。",
    ),
    clauses: &["OPS-4.3.1b"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let it = deal.row.record;
        if !deal.wide || it.grade != Some(Grade::B) {
            return;
        }
        let subjects = [
            (Kind::Opportunity, Some(deal.row.id)),
            (Kind::Customer, it.customer.as_deref()),
            (Kind::Lead, it.lead.as_deref()),
        ];
        let named = subjects.into_iter().filter_map(|(kind, id)| Some((kind, id?)));
        if named.into_iter().any(|(kind, id)| plans::of(deal.book, kind, id).next().is_some()) {
            return;
        }
        let message = say!(en: "a deal of grade B has no plan", zh: "B 级机会没有跟进计划");
        let reference = deal.row.erase().reference();
        let remedy = format!("salesops add plan subject={reference} goal=TEXT strategy=TEXT");
        sink.lack("grade", message, remedy);
    }),
};

/// All steps of a plan are done.
pub(in crate::flow) static STEPS_DONE: Gate = Gate {
    name: "plan-steps-done",
    label: Label::new("steps of the plan done", "计划步骤已完成"),
    doc: Label::new(
        "Each step of the plan has the day on which it was done (OPS-3.1.1).",
        "计划的每个步骤均有完成日期（OPS-3.1.1）。",
    ),
    clauses: &["OPS-3.1.1"],
    waivable: true,
    check: Check::Step(|subject, sink| {
        let Some(plan) = subject.record::<Plan>() else { return };
        for (at, step) in plan.steps.iter().enumerate().filter(|(_, step)| step.done.is_none()) {
            let what = step.what.as_deref().unwrap_or("?");
            let message = say!(en: "the step `{what}` is not done", zh: "步骤 `{what}` 尚未完成");
            sink.set(&format!("steps.{at}.done"), "DATE", message);
        }
    }),
};
