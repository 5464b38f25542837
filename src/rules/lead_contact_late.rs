//! See [`RULE`].

use super::{Check, Rule, lead_entry_late::judged};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::facts::{clock, lead};
use crate::say;

/// An assigned lead has not been contacted.
pub static RULE: Rule = Rule {
    name: "lead-contact-late",
    level: Level::Warning,
    what: Label::new(
        "An assigned lead is contacted by `assignment.first_contact_due`.",
        "已分配的线索应在 `assignment.first_contact_due` 之前首次接触。",
    ),
    why: Label::new(
        "Who is called first sells; interest cools within days (OPS-3.2.1).",
        "先联系者得先机，热度几天就会消退（OPS-3.2.1）。",
    ),
    example: "assignment:\n  to: li-wei\n  at: 2026-11-16T09:00:00+08:00\n  first_contact_due: 2026-11-17T09:00:00+08:00",
    remedy: Label::new("Contact it and log that.", "联系客户并记录。"),
    clauses: &["OPS-3.2.1", "ITS-3.1.3"],
    kinds: &[Kind::Lead, Kind::Activity],
    check: Check::Record(|cx, row, sink| {
        if !cx.wide || row.kind != Kind::Lead {
            return;
        }
        let Some(lead) = judged(cx, row) else { return };
        let Some(given) = &lead.assignment else { return };
        let Some(due) = given.first_contact_due else { return };
        let late = clock::day(cx.book, due) < cx.today;
        if late && !lead::is_contacted_since(cx.book, row.id, given) {
            let (reference, due) = (row.reference(), due.to_minute());
            let message = say!(en: "not contacted; due {due}", zh: "尚未首次接触，{due} 到期");
            sink.value(row, "assignment.first_contact_due", message).help(say!(
                en: "when it is done: `salesops log call {reference} TEXT --purpose first_contact`",
                zh: "联系后记录：`salesops log call {reference} 内容 --purpose 首次接触`"
            ));
        }
    }),
};
