//! See [`RULE`].

use super::{Check, Rule};
use crate::base::division;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Customer;
use crate::say;

/// The division code says another place than the address.
pub static RULE: Rule = Rule {
    name: "region-differs",
    level: Level::Warning,
    what: Label::new(
        "The division code fits the registered address.",
        "行政区划代码应与注册地址相符。",
    ),
    why: Label::new(
        "The customer would go to the wrong territory (TAG-2.1.1g).",
        "否则客户会划入错误的区域（TAG-2.1.1g）。",
    ),
    example: "registered_address: 上海市浦东新区张江路 665 号\nregion: \"110105\"",
    remedy: Label::new("Correct the one that is wrong.", "更正有误的一项。"),
    clauses: &["TAG-2.1.1g"],
    kinds: &[Kind::Customer],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = cx.book.get::<Customer>(row.id).map(|row| row.record) else { return };
        let code = customer.region.as_deref().and_then(division::stem);
        let address = customer.registered_address.as_deref().and_then(division::of_address);
        let (Some(code), Some(address)) = (code, address) else { return };
        if code.starts_with(address) || address.starts_with(code) {
            return;
        }
        let (region, reference) = (division::code(address), row.reference());
        let message = say!(en: "the address lies in {region}", zh: "注册地址位于 {region}");
        sink.value(row, "region", message)
            .remedy(format!("salesops set {reference} region={region}"));
    }),
};
