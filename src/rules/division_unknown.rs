//! See [`RULE`].

use super::{Check, Rule};
use crate::base::division;
use crate::base::field::View;
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::territories::stem_of;
use crate::model::Territory;
use crate::say;

/// A division code is none, or a district has a name that leads to none or to several.
pub static RULE: Rule = Rule {
    name: "division-unknown",
    level: Level::Warning,
    what: Label::new(
        "Division codes have the six digits of GB/T 2260; districts of a territory are codes or full names.",
        "行政区划代码为 GB/T 2260 的六位数字；区域所辖的行政区划写代码或全称。",
    ),
    why: Label::new(
        "Where a customer belongs cannot be told otherwise (DEV-REG-1).",
        "否则无法判断客户归属的区域（DEV-REG-1）。",
    ),
    example: "region: \"1101\"   # the district is missing: 110105",
    remedy: Label::new(
        "Write the code, or the name with its city's before it.",
        "填写代码，或在名称前加上所属城市。",
    ),
    clauses: &["DEV-REG-1", "DEV-5.1.1"],
    kinds: &[Kind::Customer, Kind::Territory],
    check: Check::Record(|cx, row, sink| {
        if let View::Text(code) = row.fields.get("region")
            && (code.len() != 6 || division::stem(code).is_none())
        {
            let message = say!(
                en: "`{code}` is not a division code of GB/T 2260, such as 110105",
                zh: "`{code}` 不是 GB/T 2260 行政区划代码，如 110105"
            );
            sink.value(row, "region", message);
        }
        let Some(territory) =
            cx.book.get::<Territory>(row.id).filter(|_| row.kind == Kind::Territory)
        else {
            return;
        };
        for (at, district) in territory.record.districts.iter().enumerate() {
            if stem_of(district).is_none() {
                let message = say!(
                    en: "`{district}` leads to no division, or to several; write its code, or its city's name before it",
                    zh: "`{district}` 无法对应唯一的行政区划；请写代码，或在前面加上所属城市"
                );
                sink.value(row, &format!("districts.{at}"), message);
            }
        }
    }),
};
