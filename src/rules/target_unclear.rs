//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Target;
use crate::say;

/// A target that names a member and a team.
pub static RULE: Rule = Rule {
    name: "target-unclear",
    level: Level::Error,
    what: Label::new(
        "A target is a member's or a team's; without either it is the company's.",
        "目标属于一位成员或一个团队；两者都未写明时为公司目标。",
    ),
    why: Label::new(
        "It would count for the member and be missing for the team (OPS-1.3.1).",
        "否则只计入成员，团队则缺少目标（OPS-1.3.1）。",
    ),
    example: "member: li-wei\nteam: 北区",
    remedy: Label::new("Take one of the two out.", "去掉其中一个。"),
    clauses: &["OPS-1.3.1"],
    kinds: &[Kind::Target],
    check: Check::Record(|cx, row, sink| {
        let Some(target) = cx.book.get::<Target>(row.id).map(|row| row.record) else { return };
        if target.member.is_some() && target.team.is_some() {
            let reference = row.reference();
            let message = say!(
                en: "is it the member's or the team's?",
                zh: "这是成员目标还是团队目标？"
            );
            sink.value(row, "team", message).remedy(format!("salesops set {reference} team="));
        }
    }),
};
