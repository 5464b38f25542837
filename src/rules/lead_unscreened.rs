//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Lead;
use crate::say;

/// A lead found online was graded unseen.
pub static RULE: Rule = Rule {
    name: "lead-unscreened",
    level: Level::Warning,
    what: Label::new(
        "A lead from a source of `lead.prescreen_sources` has passed a first look before it is graded.",
        "来自 `lead.prescreen_sources` 渠道的线索，评级前应通过初步筛选。",
    ),
    why: Label::new(
        "What is found on sites and in groups is screened before it is kept (OPS-2.1.3).",
        "网络平台线索须初步筛选后再保留（OPS-2.1.3）。",
    ),
    example: "source: forum
grade: mid",
    remedy: Label::new("Look at it and write down what came of it.", "筛选并记录结果。"),
    clauses: &["OPS-2.1.3"],
    kinds: &[Kind::Lead],
    check: Check::Record(|cx, row, sink| {
        let Some(lead) = cx.book.get::<Lead>(row.id).map(|lead| lead.record) else { return };
        let Some(source) = lead.source.as_deref() else { return };
        let online = cx.book.policy().lead().prescreen_sources.iter().any(|key| key == source);
        let passed = lead.prescreen.as_ref().is_some_and(|prescreen| prescreen.passed);
        if online && lead.grade.is_some() && !passed {
            let reference = row.reference();
            let message = say!(
                en: "graded without a first look that it passed",
                zh: "未通过初步筛选即已评级"
            );
            sink.value(row, "grade", message).help(say!(
                en: "screen it: `salesops set {reference} prescreen.passed=yes prescreen.by=me prescreen.on=today`",
                zh: "筛选后记录：`salesops set {reference} prescreen.passed=是 prescreen.by=我 prescreen.on=今天`"
            ));
        }
    }),
};
