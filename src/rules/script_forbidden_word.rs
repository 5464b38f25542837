//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::scripts;
use crate::model::Script;
use crate::model::script::ScriptStatus;
use crate::say;

/// A script says what must not be said.
pub static RULE: Rule = Rule {
    name: "script-forbidden-word",
    level: Level::Warning,
    what: Label::new(
        "A call script has none of the words of `script.forbidden_words`.",
        "电话话术不含 `script.forbidden_words` 中的词。",
    ),
    why: Label::new(
        "Superlatives and promises that nobody can keep are against the law on advertising, and lose trust (TEL-1.3.3).",
        "绝对化用语和无法兑现的承诺违反广告法，也会失去信任（TEL-1.3.3）。",
    ),
    example: "body: 我们是国家级品牌，保证盈利",
    remedy: Label::new("Say it otherwise.", "换一种说法。"),
    clauses: &["TEL-1.3.3"],
    kinds: &[Kind::Script],
    check: Check::Record(|cx, row, sink| {
        let Some(script) = cx.book.get::<Script>(row.id).map(|row| row.record) else { return };
        if script.status() == ScriptStatus::Retired {
            return;
        }
        for (route, word) in scripts::forbidden(cx.book, script) {
            let message = say!(en: "`{word}` is forbidden", zh: "`{word}` 是禁用词");
            sink.value(row, &route, message);
        }
    }),
};
