//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::flow::approval::{self, Standing};
use crate::model::Handover;
use crate::say;

/// A hand-over list that somebody has not confirmed, or has refused.
pub static RULE: Rule = Rule {
    name: "handover-unconfirmed",
    level: Level::Warning,
    what: Label::new(
        "Giver and taker confirm a hand-over list within the working days of the policy \
         (`handover.confirm_days`); a list that one of them refuses is put right.",
        "移交人和接手人应在制度规定的工作日（`handover.confirm_days`）内确认移交清单；被拒绝的清单应予更正。",
    ),
    why: Label::new(
        "What one thinks given and the other does not know of has nobody (OPS-1.1).",
        "一方以为已交出、另一方并不知情，事情就没有人负责（OPS-1.1）。",
    ),
    example: "on: 2026-11-02\nfrom: li-wei\nto: sun-li  # who has not confirmed it",
    remedy: Label::new(
        "Confirm it: `salesops approve REF`; or give to somebody else what is refused, and take it from \
         the list.",
        "确认：`salesops approve 记录`；被拒绝的内容改交他人，并从清单中删除。",
    ),
    clauses: &["OPS-1.1"],
    kinds: &[Kind::Handover],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Handover>(row.id).map(|row| row.record) else { return };
        // A query that cannot be read is a finding of the policy.
        let Ok(needs) = approval::needs(cx.book, *row, None, cx.today) else { return };
        let days = cx.book.policy().handover().confirm_days;
        let is_late = cx.book.calendar().add_working_days(it.on, days) < cx.today;
        let reference = row.reference();
        for need in needs {
            let (Text { en, zh }, what) = (need.name(), need.key);
            let (message, help) = match approval::standing(cx.book, *row, need) {
                Standing::Waiting if is_late => {
                    let Text { en: whose, zh: whose_zh } =
                        approval::whose(cx.book, *row, need, cx.today);
                    let message = Text {
                        en: format!("{en} is missing; it is for {whose}; the policy allows {days} working days").into(),
                        zh: format!("缺少“{zh}”，由{whose_zh}办理；制度限 {days} 个工作日").into(),
                    };
                    let help = say!(
                        en: "confirm it: `salesops approve {reference} {what}`",
                        zh: "确认：`salesops approve {reference} {what}`"
                    );
                    (message, help)
                }
                Standing::Rejected(last) => {
                    let (by, why) = (&*last.record.by, last.record.note.as_deref().unwrap_or("-"));
                    let message = say!(
                        en: "{en}: refused by `{by}`: {why}",
                        zh: "“{zh}”被 `{by}` 拒绝：{why}"
                    );
                    let help = say!(
                        en: "put the list right, then both confirm it: `salesops edit {reference}`",
                        zh: "更正清单后由双方重新确认：`salesops edit {reference}`"
                    );
                    (message, help)
                }
                // The rule `approval-void` tells of what has changed since.
                _ => continue,
            };
            let key = need.asked.parties.first().map_or("on", String::as_str);
            sink.value(row, key, message).help(help);
        }
    }),
};
