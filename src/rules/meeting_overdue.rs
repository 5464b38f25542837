//! See [`RULE`].

use std::collections::BTreeMap;

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::book::Row;
use crate::model::Meeting;
use crate::model::meeting::MeetingType;
use crate::say;

/// A meeting that is held regularly is due again.
pub static RULE: Rule = Rule {
    name: "meeting-overdue",
    level: Level::Note,
    what: Label::new(
        "Meetings of a team, for sharing and of key accounts are held as often as the policy says. \
         Only of kinds and teams with such meetings on record.",
        "团队例会、经验分享会、大客户月度例会按制度规定的频度举行。只检查已有此类会议记录的类型和团队。",
    ),
    why: Label::new(
        "Teams meet regularly, key accounts every month (OPS-8.3.2, DEV-KA-10).",
        "团队应定期开会，大客户部每月开例会（OPS-8.3.2、DEV-KA-10）。",
    ),
    example: "type: team\non: 2026-11-02  # and it is the 21st of November",
    remedy: Label::new("Hold it, and write it down.", "召开会议并记录。"),
    clauses: &["OPS-8.3.2", "DEV-KA-10"],
    kinds: &[Kind::Meeting],
    check: Check::Book(|cx, sink| {
        let mut last: BTreeMap<(MeetingType, Option<&str>), Row<'_, Meeting>> = BTreeMap::new();
        for row in cx.book.iter::<Meeting>().filter(|row| row.record.on <= cx.today) {
            let place = (row.record.kind(), row.record.team.as_deref());
            let known = last.entry(place).or_insert(row);
            if (row.record.on, row.id) > (known.record.on, known.id) {
                *known = row;
            }
        }
        let policy = cx.book.policy().meeting();
        for ((kind, _), row) in last {
            let due = match kind {
                MeetingType::Team => row.record.on.checked_add_days(policy.team_every_days),
                MeetingType::Sharing => row.record.on.checked_add_days(policy.sharing_every_days),
                // Once a calendar unit: to the end of the next one.
                MeetingType::KeyAccount => {
                    let unit = policy.key_account.unit();
                    unit.next(unit.bucket(row.record.on)).map(|next| next.last())
                }
                MeetingType::Review | MeetingType::TeamBuilding => None,
            };
            let Some(due) = due.filter(|due| *due < cx.today) else { continue };
            let (en, zh) = (kind.label().en, kind.label().zh);
            let message = say!(
                en: "the next meeting ({en}) was due on {due}",
                zh: "下一次{zh}应在 {due} 前召开"
            );
            sink.value(&row.erase(), "on", message);
        }
    }),
};
