//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::assessment;
use crate::model::Assessment;
use crate::say;

/// The total of an assessment is not what its figures and scores come to.
pub static RULE: Rule = Rule {
    name: "assessment-differs",
    level: Level::Error,
    what: Label::new(
        "The total of an assessment is the weighted sum of its own figures and scores.",
        "考核总分等于其自身各项数据与评分的加权和。",
    ),
    why: Label::new(
        "Bonus and promotion rest on it; once it is final nothing of it changes (ITS-4.3.3).",
        "奖金和晋升以此为据；确定后不得更改（ITS-4.3.3）。",
    ),
    example: "lines:\n  - {criterion: sales_amount, weight: 100, rate: 0.5}\ntotal: 90.00",
    remedy: Label::new(
        "Bring back what was reviewed: `git log -p` of the file shows it.",
        "恢复审核时的内容：可用 `git log -p` 查看该文件的历史。",
    ),
    clauses: &["ITS-4.3.3", "OPS-8.2.1"],
    kinds: &[Kind::Assessment],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Assessment>(row.id).map(|row| row.record) else { return };
        let (Some(total), false) = (it.total, it.lines.is_empty()) else { return };
        let sum = assessment::total(it);
        if sum == Some(total) {
            return;
        }
        let sum = sum.map_or_else(|| "?".to_owned(), |sum| sum.to_string());
        let message = say!(
            en: "figures and scores come to {sum}",
            zh: "各项数据与评分合计为 {sum}"
        );
        sink.value(row, "total", message);
    }),
};
