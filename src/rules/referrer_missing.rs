//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Lead;
use crate::say;

/// A referred lead does not say who referred it.
pub static RULE: Rule = Rule {
    name: "referrer-missing",
    level: Level::Warning,
    what: Label::new(
        "A lead from a source of `lead.referral_sources` names who referred it.",
        "来自 `lead.referral_sources` 渠道的线索应写明推荐人。",
    ),
    why: Label::new(
        "A referral that proves valid earns a reward (OPS-2.1.2).",
        "推荐有效的应予奖励（OPS-2.1.2）。",
    ),
    example: "source: employee_referral",
    remedy: Label::new("Name the member or customer who referred it.", "写明推荐的成员或客户。"),
    clauses: &["OPS-2.1.2"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = cx.book.get::<Lead>(row.id).map(|lead| lead.record) else { return };
        let Some(source) = lead.source.as_deref() else { return };
        let referred = cx.book.policy().lead().referral_sources.iter().any(|key| key == source);
        if referred && lead.referrer.is_none() {
            let reference = row.reference();
            let message = say!(en: "nobody is named who referred it", zh: "没有写明推荐人");
            sink.value(row, "source", message).help(say!(
                en: "name the member or customer: `salesops set {reference} referrer=NAME`",
                zh: "写明推荐的成员或客户：`salesops set {reference} referrer=姓名或名称`"
            ));
        }
    }),
};
