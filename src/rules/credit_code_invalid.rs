//! See [`RULE`].

use super::{Check, Rule};
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
        if !is_valid(code) {
            let message = say!(
                en: "`{code}` is not a unified social credit code: its check character does not fit",
                zh: "`{code}` 不是有效的统一社会信用代码：校验码不符"
            );
            sink.value(row, "credit_code", message);
        }
    }),
};

// I, O, S, V and Z are not used, so that nobody takes them for digits.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Whether a code has its length, its characters and its check character.
pub fn is_valid(code: &str) -> bool {
    let value = |byte: u8| ALPHABET.iter().position(|known| *known == byte);
    let Some(values) = code.bytes().map(value).collect::<Option<Vec<usize>>>() else {
        return false;
    };
    let [body @ .., check] = values.as_slice() else { return false };
    if body.len() != 17 {
        return false;
    }
    let mut weight = 1;
    let mut sum = 0;
    for value in body {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    (31 - sum % 31) % 31 == *check
}

#[cfg(test)]
mod unit {
    use super::is_valid;

    #[test]
    fn the_last_character_checks_the_others() {
        assert!(is_valid("91350100M000100Y43"));
        assert!(!is_valid("91350100M000100Y44"));
        assert!(!is_valid("91350100M000100Y4"));
        assert!(!is_valid("91350100M000100I43"));
        assert!(!is_valid(""));
    }
}
