//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::activity::{is_meeting, is_visit};
use crate::facts::contact;
use crate::model::Customer;
use crate::model::contact::DecisionRole;
use crate::say;

/// Visits, and none with who decides.
pub static RULE: Rule = Rule {
    name: "decision-maker-unmet",
    level: Level::Warning,
    what: Label::new(
        "After `visit.decision_maker_after` visits that say whom they met, a decision maker was met, there or at a \
         meeting or demo.",
        "写明接触人的拜访达到 `visit.decision_maker_after` 次后，应已在拜访、会议或演示中见到决策者。",
    ),
    why: Label::new(
        "Time with who cannot decide is time lost (DEV-5.5.2A).",
        "和不能拍板的人谈，白费时间（DEV-5.5.2A）。",
    ),
    example: "# two visits, met: [c-1]\ncontacts:\n  - {id: c-1, name: 张三, decision_role: user}",
    remedy: Label::new(
        "Find out who decides, and meet that person.",
        "弄清谁是决策者，并与其会面。",
    ),
    clauses: &["DEV-5.5.2A"],
    kinds: &[Kind::Customer, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = cx.book.get::<Customer>(row.id).filter(|_| row.kind == Kind::Customer)
        else {
            return;
        };
        if !cx.wide {
            return;
        }
        let all = cx.book.activities_with(Kind::Customer, row.id).map(|it| it.record);
        let faced: Vec<_> = all.filter(|it| is_meeting(it) && !it.met.is_empty()).collect();
        let n = faced.iter().filter(|it| is_visit(it)).count();
        let decides = |it: &&crate::model::contact::Contact| {
            it.decision_role == Some(DecisionRole::DecisionMaker)
        };
        let is_met = faced.iter().any(|it| contact::met(customer.record, it).iter().any(decides));
        if n < cx.book.policy().visit().decision_maker_after || is_met {
            return;
        }
        let message = say!(
            en: "{n} visits, and no decision maker was met",
            zh: "已拜访 {n} 次，均未见到决策者"
        );
        let reference = row.reference();
        sink.value(row, "contacts", message).help(say!(
            en: "who decides: `salesops set {reference} contacts.CONTACT.decision_role=decision_maker`",
            zh: "谁是决策者：`salesops set {reference} contacts.联系人.decision_role=决策者`"
        ));
    }),
};
