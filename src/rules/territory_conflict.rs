//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::territories::stem_of;
use crate::model::Territory;
use crate::say;

/// Two territories claim one district.
pub static RULE: Rule = Rule {
    name: "territory-conflict",
    level: Level::Warning,
    what: Label::new(
        "A district belongs to one territory; a part of it may be another's.",
        "一个行政区划只归一个区域；其下级可划归其他区域。",
    ),
    why: Label::new(
        "Two owners would work the same customers (DEV-REG-4).",
        "否则两位区域负责人会争抢同一批客户（DEV-REG-4）。",
    ),
    example: "# territories/huabei.yaml and territories/shandong.yaml\ndistricts:\n  - \"370000\"",
    remedy: Label::new("Leave it to one of them.", "只保留在其中一个区域。"),
    clauses: &["DEV-REG-4", "DEV-REG-1"],
    kinds: &[Kind::Territory],
    check: Check::Record(|cx, row, sink| {
        let Some(territory) = cx.book.get::<Territory>(row.id) else { return };
        for (at, district) in territory.record.districts.iter().enumerate() {
            let Some(stem) = stem_of(district) else { continue };
            // Told once, of the later one; until it is settled the first has it.
            let first = cx.book.claims_of(stem).first().filter(|first| *first != row.id);
            if let Some(first) = first {
                let name = cx.book.name_of(Kind::Territory, first);
                let message = say!(
                    en: "`{district}` is claimed by territory/{first} ({name}) too",
                    zh: "`{district}` 同时属于 territory/{first}（{name}）"
                );
                let reference = row.reference();
                let route = format!("districts.{at}");
                sink.value(row, &route, message)
                    .remedy(format!("salesops set {reference} {route}="));
            }
        }
    }),
};
