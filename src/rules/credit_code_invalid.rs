//! See [`RULE`].

use super::{Check, Rule};
use crate::base::credit_code;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Customer;
use crate::say;

/// A unified social credit code is not one.
pub static RULE: Rule = Rule {
    name: "credit-code-invalid",
    level: Level::Warning,
    what: Label::new(
        "A unified social credit code has 18 characters, the last of which checks the others (GB 32100-2015).",
        "统一社会信用代码为 18 位，末位为校验码（GB 32100-2015）。",
    ),
    why: Label::new(
        "A slip of the pen makes another company of it, and duplicates go unnoticed.",
        "一位之差就成了另一家公司，重复客户也无法发现。",
    ),
    example: "credit_code: 91110000MA00000000",
    remedy: Label::new("Copy the code from the licence.", "按营业执照填写。"),
    clauses: &["TAG-3.1.2b"],
    kinds: &[Kind::Customer],
    check: Check::Record(|cx, row, sink| {
        let Some(customer) = cx.book.get::<Customer>(row.id) else { return };
        let Some(code) = customer.record.credit_code.as_deref() else { return };
        if !credit_code::is_valid(code) {
            let message = say!(
                en: "`{code}` is not a unified social credit code: its check character does not fit",
                zh: "`{code}` 不是有效的统一社会信用代码：校验码不符"
            );
            sink.value(row, "credit_code", message);
        }
    }),
};
