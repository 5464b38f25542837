//! The gate of call scripts (TEL-5.2.1).

use super::{Check, Gate, blank};
use crate::base::text::Label;
use crate::facts::scripts;
use crate::model::Script;
use crate::say;

pub(in crate::flow) static COMPLETE: Gate = Gate {
    name: "script-complete",
    label: Label::new("complete script", "话术完整"),
    doc: Label::new(
        "The script has a text, and no word that the policy forbids (`script.forbidden_words`).",
        "话术有正文，且不含制度禁用的词（`script.forbidden_words`）。",
    ),
    clauses: &["TEL-5.2.1", "TEL-1.3.3"],
    waivable: false,
    check: Check::Step(|subject, sink| {
        let Some(script) = subject.record::<Script>() else { return };
        if blank(script.body.as_deref()) {
            sink.set("body", "TEXT", say!(en: "the text is missing", zh: "缺少正文"));
        }
        for (route, word) in scripts::forbidden(subject.book, script) {
            let message = say!(
                en: "`{word}` is forbidden (`script.forbidden_words`)",
                zh: "`{word}` 是禁用词（`script.forbidden_words`）"
            );
            sink.set(&route, "TEXT", message);
        }
    }),
};
