//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::steps::is_untouched_import;
use crate::model::Lead;
use crate::say;

// What people write where they have nothing to say.
const PLACEHOLDERS: [&str; 8] = ["待定", "未知", "暂无", "无", "tbd", "todo", "n/a", "unknown"];

/// The need of a lead says too little to work on.
pub static RULE: Rule = Rule {
    name: "lead-need-vague",
    level: Level::Warning,
    what: Label::new(
        "The need of a lead is described in at least `lead.need_min_chars` characters, and is no placeholder.",
        "线索的需求应至少写 `lead.need_min_chars` 个字，且不能是“待定”之类的占位词。",
    ),
    why: Label::new(
        "Whoever gets the lead must be able to prepare the first call (OPS-2.2.2).",
        "接手的人要据此准备首次联系（OPS-2.2.2）。",
    ),
    example: "need: 待定",
    remedy: Label::new("Write down what the lead needs.", "补写客户的需求。"),
    clauses: &["OPS-2.2.2"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = cx.book.get::<Lead>(row.id) else { return };
        let Some(need) = lead.record.need.as_deref() else { return };
        if !lead.record.is_open() || is_untouched_import(row) {
            return;
        }
        let least = cx.book.policy().lead().need_min_chars;
        let is_placeholder = PLACEHOLDERS.contains(&need.trim().to_lowercase().as_str());
        if is_placeholder || need.trim().chars().count() < least {
            let reference = row.reference();
            let message = say!(
                en: "the need says too little; at least {least} characters",
                zh: "需求写得太少，至少 {least} 个字"
            );
            sink.value(row, "need", message).help(say!(
                en: "describe it: `salesops set {reference} need=TEXT`",
                zh: "补写：`salesops set {reference} need=需求`"
            ));
        }
    }),
};
