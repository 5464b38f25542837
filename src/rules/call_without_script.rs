//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::scripts;
use crate::facts::steps::is_untouched_import;
use crate::model::Activity;
use crate::say;

/// A call of telesales without a script in force.
pub static RULE: Rule = Rule {
    name: "call-without-script",
    level: Level::Warning,
    what: Label::new(
        "Telesales call by a script that is released (`call.script_required`), where the book has one.",
        "电话销售按已发布的话术通话（`call.script_required`；账本中有已发布话术时）。",
    ),
    why: Label::new(
        "What is said is prepared, and what works can be told from what does not (TEL-3.2.2, TEL-3.3.1).",
        "通话须事先准备话术；这样才能比较哪种说法有效（TEL-3.2.2、TEL-3.3.1）。",
    ),
    example: "type: call\nmember: zhou-lin   # telesales_rep, and no script",
    remedy: Label::new("Name the script; `log` asks for it.", "写明所用话术；`log` 会要求填写。"),
    clauses: &["TEL-3.2.2", "TEL-3.3.1", "TEL-1.2"],
    kinds: &[Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        let Some(call) = cx.book.get::<Activity>(row.id).map(|row| row.record) else { return };
        if is_untouched_import(row) {
            return;
        }
        if let Some(message) = scripts::fault(cx.book, call) {
            let (route, reference) =
                (if call.script.is_some() { "script" } else { "type" }, row.reference());
            sink.value(row, route, message).help(say!(
                en: "name it: `salesops set {reference} script=ID`",
                zh: "写明话术：`salesops set {reference} script=编号`"
            ));
        }
    }),
};
