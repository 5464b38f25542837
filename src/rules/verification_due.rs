//! See [`RULE`].

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::base::date::Date;
use crate::base::finding::{Level, Place};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::AnyRow;
use crate::facts::audit;
use crate::facts::freshness::{self, Freshness};
use crate::say;

/// A record with the day by which it was to be looked over.
type Late<'b> = (Date, AnyRow<'b>);

/// Records that nobody has looked over for long.
pub static RULE: Rule = Rule {
    name: "verification-due",
    level: Level::Note,
    what: Label::new(
        "Customers, open deals, products and members are looked over as often as `refresh` of the policy \
         says; a step of a deal counts as well. One finding for each who has some to look over, at the one \
         that waits longest. Only kinds of which verifications are on record.",
        "客户、进行中的机会、产品和成员按制度 `refresh` 规定的频度核实；机会的阶段变动也算。每位负责人只报一条，\
         指向等待最久的记录。只检查已有核实记录的类型。",
    ),
    why: Label::new(
        "Tags that nobody looks over become wrong without a word (TAG-4.1.1a, TAG-4.1.2a, TAG-4.1.3a, TAG-4.1.4a).",
        "没有人核实的标签会悄悄失真（TAG-4.1.1a、TAG-4.1.2a、TAG-4.1.3a、TAG-4.1.4a）。",
    ),
    example: "# verifications/2026/10/ver-1.yaml, and it is the 21st of November\non: 2026-10-10\nby: li-wei\nrecords:\n  - customer/acme",
    remedy: Label::new(
        "See what is due: `salesops verify`; write down that it is still right: `salesops verify REF`.",
        "查看到期的记录：`salesops verify`；确认仍然正确：`salesops verify 记录`。",
    ),
    clauses: &[
        "TAG-4.1.1a",
        "TAG-4.1.2a",
        "TAG-4.1.3a",
        "TAG-4.1.4a",
        "ITS-7.1.2",
        "DEV-ADV-8",
        "TEL-4.1.2",
        "TAG-1.3.4",
    ],
    kinds: &[
        Kind::Member,
        Kind::Product,
        Kind::Tag,
        Kind::Customer,
        Kind::Opportunity,
        Kind::Verification,
    ],
    check: Check::Book(|cx, sink| {
        let fresh = Freshness::new(cx.book, cx.today);
        let mut late = BTreeMap::<(Kind, Option<&Id>), Vec<Late<'_>>>::new();
        for kind in audit::KINDS.into_iter().filter(|kind| fresh.is_kept(*kind)) {
            for row in cx.book.rows(kind) {
                let due = fresh.due(row).filter(|due| due.is_late(cx.today));
                if let Some(due) = due {
                    let keeper = freshness::keeper(cx.book, row);
                    late.entry((kind, keeper)).or_default().push((due.on, row));
                }
            }
        }
        for ((kind, keeper), rows) in late {
            let n = rows.len();
            let Some((on, row)) = rows.into_iter().min_by_key(|(on, row)| (*on, row.id)) else {
                continue;
            };
            let days = freshness::every(cx.book.policy(), kind).unwrap_or_default();
            let whose = keeper.map_or("-", |id| id);
            let (en, zh) = (kind.plural().en, kind.label().zh);
            let message = Text {
                en: format!(
                    "{en} of {whose} that nobody has looked over for {days} days: {n}; this one was due on {on}"
                )
                .into(),
                zh: format!("{whose} 的{zh}超过 {days} 天未核实：{n} 条；此条应在 {on} 前核实").into(),
            };
            let reference = row.reference();
            sink.at(&row, Place::File, message).help(say!(
                en: "still right: `salesops verify {reference}`; all that are due: `salesops verify`",
                zh: "仍然正确：`salesops verify {reference}`；查看全部：`salesops verify`"
            ));
        }
    }),
};
