//! See [`RULE`].

use std::collections::HashMap;

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Row;
use crate::model::Award;
use crate::say;

/// One award was given twice.
pub static RULE: Rule = Rule {
    name: "award-repeated",
    level: Level::Warning,
    what: Label::new(
        "An award of a period has one winner, and a record is rewarded once.",
        "同一期间的同一奖项只有一名获奖者，同一记录只奖励一次。",
    ),
    why: Label::new(
        "Two champions of one month are none; a lead referred once is paid for once (ITS-6.3.1, \
         OPS-2.1.2).",
        "一个月有两名冠军等于没有冠军；一条线索只奖励一次（ITS-6.3.1、OPS-2.1.2）。",
    ),
    example: "type: sales_champion_month\nperiod: 2026-10  # as another award",
    remedy: Label::new(
        "Take one of them back; winners of equal figures are both right: allow it on the line.",
        "撤销其中之一；成绩并列的，可在该行注明允许。",
    ),
    clauses: &["ITS-6.3.1", "OPS-2.1.2"],
    kinds: &[Kind::Award],
    check: Check::Book(|cx, sink| {
        let mut seen: HashMap<(&str, String), Row<'_, Award>> = HashMap::new();
        for row in cx.book.iter::<Award>() {
            let it = row.record;
            let of = match (&it.subject, &it.period) {
                (Some(subject), _) => subject.kind.reference(&subject.id),
                (None, Some(period)) => period.to_string(),
                (None, None) => continue,
            };
            let place = (&*it.r#type, of);
            let Some(first) = seen.get(&place) else {
                seen.insert(place, row);
                continue;
            };
            // Equal figures share an award.
            if it.value.is_some() && it.value == first.record.value && it.subject.is_none() {
                continue;
            }
            let other = first.erase().reference();
            let message = say!(
                en: "the award is given twice: {other} is the same one",
                zh: "同一奖项颁发了两次：另见 {other}"
            );
            let reference = row.erase().reference();
            let key = if it.subject.is_some() { "subject" } else { "period" };
            sink.value(&row.erase(), "type", message).help(say!(
                en: "if it is another one, say which: `salesops set {reference} {key}=VALUE`",
                zh: "如确为另一奖项，请更正：`salesops set {reference} {key}=值`"
            ));
        }
    }),
};
