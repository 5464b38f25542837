//! The gates themselves, in the order in which a deal meets them.

use super::{Check, Deal, Gate, Sink, blank};
use crate::base::text::{Label, Text};
use crate::facts::activity;
use crate::facts::opportunity as facts;
use crate::model::Opportunity;
use crate::model::common::{Grade, Outcome};
use crate::model::contact::DecisionRole;
use crate::model::opportunity::Needs;
use crate::say;

const fn label(en: &'static str, zh: &'static str) -> Label {
    Label::new(en, zh)
}

pub(super) static FIRST_CONTACT: Gate = Gate {
    name: "first-contact",
    label: label("first contact", "首次接触"),
    doc: label(
        "An activity with the customer is on record: somebody has talked to it.",
        "已有与客户的活动记录：有人与客户接触过。",
    ),
    clauses: &["OPS-3.2.1", "TAG-2.2.2.1", "DEV-PROC-4"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if !deal.wide {
            return;
        }
        let met = activity::of_deal(deal.book, deal.row.id, deal.row.record)
            .any(|row| row.record.on <= deal.day);
        if !met {
            let message =
                say!(en: "nobody has contacted the customer yet", zh: "尚无与客户接触的记录");
            sink.want("customer", message, "log call", "TEXT");
        }
    }),
};

pub(super) static INTEREST: Gate = Gate {
    name: "interest",
    label: label("interest", "意向"),
    doc: label(
        "What shows the customer's interest is written down (OPS-4.1.1).",
        "已写明表明客户有意向的事实（OPS-4.1.1）。",
    ),
    clauses: &["OPS-4.1.1", "TAG-2.2.2.2"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if blank(deal.row.record.interest_evidence.as_deref()) {
            let message =
                say!(en: "what shows the customer's interest is missing", zh: "缺少客户意向的依据");
            sink.set("interest_evidence", "TEXT", message);
        }
    }),
};

pub(super) static NEED: Gate = Gate {
    name: "need",
    label: label("need", "需求"),
    doc: label(
        "The customer's need and the goal hoped for are stated (OPS-4.1.2).",
        "已写明客户需求和期望目标（OPS-4.1.2）。",
    ),
    clauses: &["OPS-4.1.2"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if blank(needs(deal).and_then(|needs| needs.summary.as_deref())) {
            let message = say!(en: "the need is missing", zh: "缺少需求概述");
            sink.set("needs.summary", "TEXT", message);
        }
        if blank(needs(deal).and_then(|needs| needs.objective.as_deref())) {
            let message = say!(en: "the goal hoped for is missing", zh: "缺少期望目标");
            sink.set("needs.objective", "TEXT", message);
        }
    }),
};

pub(super) static COMPETITION: Gate = Gate {
    name: "competition",
    label: label("competition", "竞争情况"),
    doc: label(
        "The competitors are named, or it is said that none is known (OPS-4.1.2).",
        "已写明竞争对手，或说明未发现竞争对手（OPS-4.1.2）。",
    ),
    clauses: &["OPS-4.1.2", "TAG-2.2.3a"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let known = deal.row.record.competition.as_ref();
        if !known.is_some_and(|it| it.none_known == Some(true) || !it.rivals.is_empty()) {
            let message = say!(
                en: "the competitors are not named (nor is it said that none is known)",
                zh: "未写明竞争对手（也未说明“未发现竞争对手”）"
            );
            sink.want("competition", message, "set", "competition.none_known=yes");
        }
    }),
};

pub(super) static EXPECTED_CLOSE: Gate = Gate {
    name: "expected-close",
    label: label("expected close", "预计成交日期"),
    doc: label(
        "The day when the customer should decide is set (OPS-4.1.2).",
        "已确定预计成交的日期（OPS-4.1.2）。",
    ),
    clauses: &["OPS-4.1.2"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if deal.row.record.expected_close.is_none() {
            let message = say!(en: "the expected close is missing", zh: "缺少预计成交日期");
            sink.set("expected_close", "DATE", message);
        }
    }),
};

pub(super) static EVALUATION: Gate = Gate {
    name: "evaluation",
    label: label("evaluation", "机会评估"),
    doc: label(
        "Feasibility, return and probability are judged and a grade is given (OPS-4.2.1).",
        "已评估可行性、回报和成交概率，并确定等级（OPS-4.2.1）。",
    ),
    clauses: &["OPS-4.2.1"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let record = deal.row.record;
        let judged = record.evaluation.as_deref();
        let parts: [(&str, Option<i64>, Text); 3] = [
            (
                "feasibility",
                judged.and_then(|e| e.feasibility),
                say!(en: "the feasibility is not judged", zh: "未评估可行性"),
            ),
            (
                "return",
                judged.and_then(|e| e.r#return),
                say!(en: "the return is not judged", zh: "未评估回报"),
            ),
            (
                "probability",
                judged.and_then(|e| e.probability),
                say!(en: "the probability is not judged", zh: "未评估成交概率"),
            ),
        ];
        for (key, value, message) in parts {
            if value.is_none() {
                let scale = if key == "probability" { "PERCENT" } else { "1-5" };
                let route = format!("evaluation.{key}");
                sink.set(&route, scale, message);
            }
        }
        if record.grade.is_none() {
            let message = say!(
                en: "the grade is missing: A, B or C",
                zh: "缺少机会等级：A、B 或 C"
            );
            sink.want("grade", message, "grade", "");
        }
    }),
};

pub(super) static TASK_FORCE: Gate = Gate {
    name: "task-force",
    label: label("task force", "专项小组"),
    doc: label(
        "A grade A opportunity has its task force (OPS-4.3.1a).",
        "A 级机会已成立专项销售小组（OPS-4.3.1a）。",
    ),
    clauses: &["OPS-4.3.1a"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let wanted = deal.book.policy().opp().task_force_min;
        let has = deal.row.record.task_force.len();
        if deal.row.record.grade == Some(Grade::A) && has < wanted {
            let message = say!(
                en: "a grade A opportunity has a task force of {wanted}; there are {has}",
                zh: "A 级机会的专项小组需 {wanted} 人，现有 {has} 人"
            );
            sink.want("task_force", message, "set", "task_force+=MEMBER");
        }
    }),
};

pub(super) static DEALER_CAPACITY: Gate = Gate {
    name: "dealer-capacity",
    label: label("dealer capacity", "经销商能力"),
    doc: label(
        "A dealer is judged by all eight scores (DEV-5.3).",
        "经销商的八项能力均已评估（DEV-5.3）。",
    ),
    clauses: &["DEV-5.3.1"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let Some(customer) = facts::customer(deal.row.record, deal.book) else { return };
        if customer.record.r#type.as_deref() != Some("dealer") {
            return;
        }
        let scores = customer.record.capacity.as_ref().map(|capacity| capacity.scores());
        let lacking: Vec<&str> = match scores {
            Some(scores) => {
                scores.iter().filter(|(_, s)| s.is_none()).map(|(key, _)| *key).collect()
            }
            None => vec!["funds", "storage", "delivery", "…"],
        };
        if let Some(first) = lacking.first() {
            let list = lacking.join(", ");
            let message = say!(
                en: "the dealer's capacity is not judged: {list}",
                zh: "经销商能力未评估：{list}"
            );
            sink.reference_customer(&customer.erase().reference(), message, first);
        }
    }),
};

pub(super) static DECISION_MAKER: Gate = Gate {
    name: "decision-maker",
    label: label("decision maker", "决策人"),
    doc: label(
        "At least one contact of the customer is known to decide (DEV-5.5.2A).",
        "至少已知客户的一位决策人（DEV-5.5.2A）。",
    ),
    clauses: &["DEV-5.5.2A"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let Some(customer) = facts::customer(deal.row.record, deal.book) else { return };
        let decides = |role: Option<DecisionRole>| role == Some(DecisionRole::DecisionMaker);
        let known = customer.record.contacts.iter().any(|contact| decides(contact.decision_role));
        let named = needs(deal)
            .and_then(|needs| needs.process.as_deref())
            .is_some_and(|process| !process.decision_makers.is_empty());
        if !known && !named {
            let message = say!(en: "no decision maker is known", zh: "尚不知道谁是决策人");
            let Some(contact) = customer.record.contacts.first() else {
                let key = "needs.process.decision_makers";
                sink.want(key, message, "set", &format!("{key}+=NAME"));
                return;
            };
            let route = format!("contacts.{}.decision_role=decision_maker", contact.id);
            sink.of_customer(&customer.erase().reference(), message, &route);
        }
    }),
};

pub(super) static BUDGET: Gate = Gate {
    name: "budget",
    label: label("budget", "预算"),
    doc: label("The customer's budget is known (ITS-3.2.1).", "已了解客户预算（ITS-3.2.1）。"),
    clauses: &["ITS-3.2.1"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let budget = needs(deal).and_then(|needs| needs.budget.as_deref());
        if !budget.is_some_and(|budget| budget.min.is_some() || budget.max.is_some()) {
            let message = say!(en: "the budget is missing", zh: "缺少客户预算");
            sink.want("needs.budget", message, "set", "needs.budget.max=AMOUNT");
        }
    }),
};

pub(super) static PURCHASING_PROCESS: Gate = Gate {
    name: "purchasing-process",
    label: label("purchasing process", "采购流程"),
    doc: label(
        "How the customer buys and what hurts today are known (ITS-3.2.1, ITS-3.2.2).",
        "已了解客户的采购流程和痛点（ITS-3.2.1、ITS-3.2.2）。",
    ),
    clauses: &["ITS-3.2.1", "ITS-3.2.2"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let process = needs(deal).and_then(|needs| needs.process.as_deref());
        if blank(process.and_then(|process| process.steps.as_deref())) {
            let message = say!(en: "the purchasing process is missing", zh: "缺少采购流程");
            sink.set("needs.process.steps", "TEXT", message);
        }
        if needs(deal).is_none_or(|needs| needs.pain_points.is_empty()) {
            let message = say!(en: "no pain point is named", zh: "未写明客户痛点");
            sink.want("needs.pain_points", message, "set", "needs.pain_points+=TEXT");
        }
    }),
};

pub(super) static ALIGNMENT: Gate = Gate {
    name: "alignment",
    label: label("alignment", "需求确认"),
    doc: label(
        "A contact of the customer has confirmed the expected goals (ITS-3.2.3).",
        "客户联系人已确认预期目标（ITS-3.2.3）。",
    ),
    clauses: &["ITS-3.2.3", "TAG-2.2.2.3", "DEV-PROC-5"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let alignment = needs(deal).and_then(|needs| needs.alignment.as_deref());
        if blank(alignment.and_then(|it| it.expected_goals.as_deref())) {
            let message = say!(en: "the expected goals are missing", zh: "缺少预期目标");
            let key = "needs.alignment.expected_goals";
            sink.set(key, "TEXT", message);
        }
        if blank(alignment.and_then(|it| it.confirmed_by.as_deref())) {
            let message =
                say!(en: "no contact has confirmed the need", zh: "需求尚未由客户联系人确认");
            let key = "needs.alignment.confirmed_by";
            sink.set(key, "CONTACT", message);
        }
    }),
};

pub(super) static SPECIAL_NEEDS: Gate = Gate {
    name: "special-needs",
    label: label("special needs", "特殊需求"),
    doc: label(
        "Every special need is confirmed with somebody (TAG-2.1.4c).",
        "每项特殊需求均已与客户确认（TAG-2.1.4c）。",
    ),
    clauses: &["TAG-2.1.4c", "TAG-4.2.2"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        let special = needs(deal).map_or(&[][..], |needs| &needs.special);
        for (at, need) in special.iter().enumerate() {
            if need.confirmed_on.is_none() || blank(need.confirmed_with.as_deref()) {
                let text = &need.text;
                let message = say!(
                    en: "the special need `{text}` is not confirmed",
                    zh: "特殊需求 `{text}` 尚未确认"
                );
                let key = format!("needs.special.{at}");
                let command = format!("{key}.confirmed_on=today {key}.confirmed_with=CONTACT");
                sink.want(&key, message, "set", &command);
            }
        }
    }),
};

pub(super) static PRICE: Gate = Gate {
    name: "price",
    label: label("price", "价格"),
    doc: label(
        "The amount is known, or every line has its price (TAG-2.2.2.5).",
        "已有金额，或每条明细都有价格（TAG-2.2.2.5）。",
    ),
    clauses: &["TAG-2.2.2.5"],
    waivable: true,
    check: Check::Deal(|deal, sink| {
        if deal.row.record.total().is_none() {
            let message = say!(en: "the amount is missing", zh: "缺少金额");
            sink.set("amount", "AMOUNT", message);
        }
    }),
};

pub(super) static WON: Gate = Gate {
    name: "won",
    label: label("won", "赢单"),
    doc: label(
        "The deal is won: nothing is delivered before (TAG-2.2.2.7). Cannot be waived.",
        "机会已赢单，此前不交付（TAG-2.2.2.7）。不可豁免。",
    ),
    clauses: &["TAG-2.2.2.7"],
    waivable: false,
    check: Check::Deal(|deal, sink| {
        if deal.row.record.outcome() != Outcome::Won {
            let message = say!(en: "the deal is not won yet", zh: "机会尚未赢单");
            sink.want("outcome", message, "win", "");
        }
    }),
};

impl Sink<'_> {
    // Something that the customer's record lacks, not the deal's.
    fn of_customer(&mut self, customer: &str, message: Text, command: &str) {
        let remedy = format!("salesops set {customer} {command}");
        self.found.push(super::Missing {
            gate: self.gate.name,
            route: crate::base::route::Route::name("customer"),
            message,
            remedy: remedy.into(),
            clauses: self.gate.clauses.into(),
        });
    }

    fn reference_customer(&mut self, customer: &str, message: Text, score: &str) {
        self.of_customer(customer, message, &format!("capacity.{score}.score=1-5"));
    }
}

fn needs<'d>(deal: &'d Deal<'_>) -> Option<&'d Needs> {
    let record: &Opportunity = deal.row.record;
    record.needs.as_deref()
}
