//! See [`RULE`].

use super::{Check, Rule};
use crate::base::field::View;
use crate::base::finding::{Level, Place};
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::say;

/// A deal or an activity names no customer.
pub static RULE: Rule = Rule {
    name: "missing-customer",
    level: Level::Warning,
    what: Label::new(
        "An opportunity, and an activity, names its customer; imported ones too.",
        "销售机会和活动都应写明客户，导入的也不例外。",
    ),
    why: Label::new(
        "Without it nobody knows who would buy, and no history comes together (OPS-4.1.1).",
        "没有客户就不知道谁会购买，历史也无法汇总（OPS-4.1.1）。",
    ),
    example: "stage: interested\n# and no customer",
    remedy: Label::new("Name the customer.", "写明客户。"),
    clauses: &["OPS-4.1.1"],
    kinds: &[Kind::Opportunity, Kind::Activity],
    check: Check::Record(|_, row, sink| {
        let has = |key: &str| !matches!(row.fields.get(key), View::Absent);
        if has("customer") || (row.kind == Kind::Activity && (has("opportunity") || has("lead"))) {
            return;
        }
        let reference = row.reference();
        sink.at(row, Place::File, say!(en: "no customer is named", zh: "没有写明客户")).help(say!(
            en: "name it: `salesops set {reference} customer=CUSTOMER`",
            zh: "写明客户：`salesops set {reference} customer=客户`"
        ));
    }),
};
