//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::activity::is_visit;
use crate::facts::contact;
use crate::facts::steps::is_untouched_import;
use crate::say;

/// A customer was visited again after a failure, without thought.
pub static RULE: Rule = Rule {
    name: "revisit-unanalysed",
    level: Level::Warning,
    what: Label::new(
        "A visit after one of poor effect says why that one failed and how it set about it anew, and \
         does not hand over the same material.",
        "效果差的拜访之后再次拜访，应写明上次未成功的原因和本次的新重点，且不重复提供同样的资料。",
    ),
    why: Label::new(
        "Who comes again with the same words gets the same answer (DEV-5.9.1, DEV-5.9.2, DEV-5.9.3).",
        "带着同样的说辞再去，只会得到同样的答复（DEV-5.9.1、DEV-5.9.2、DEV-5.9.3）。",
    ),
    example: "# the visit before: effect: poor\ntype: visit\non: 2026-11-18\ncustomer: acme",
    remedy: Label::new(
        "Write down what went wrong and the new focus; `log` asks for both.",
        "补写上次的分析和本次的新重点；`log` 会要求填写。",
    ),
    clauses: &["DEV-5.9.1", "DEV-5.9.2", "DEV-5.9.3"],
    kinds: &[Kind::Customer, Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind == Kind::Activity {
            return;
        }
        let visits = cx.book.activities_with(row.kind, row.id).filter(|it| is_visit(it.record));
        let visits: Vec<_> = visits.collect();
        for pair in visits.windows(2) {
            let [before, visit] = pair else { continue };
            let (activity, reference) = (visit.erase(), visit.erase().reference());
            if is_untouched_import(&activity) {
                continue;
            }
            for (key, message) in contact::lacks_after(visit.record, *before) {
                sink.value(&activity, "type", message).help(say!(
                    en: "supply it: `salesops set {reference} {key}=TEXT`",
                    zh: "补充：`salesops set {reference} {key}=内容`"
                ));
            }
            if contact::brings_the_same(visit.record, before.record) {
                let on = before.record.on;
                let message = say!(
                    en: "the material is that of the visit of {on}, which went poorly",
                    zh: "提供的资料与 {on} 效果差的拜访相同"
                );
                sink.value(&activity, "materials", message);
            }
        }
    }),
};
