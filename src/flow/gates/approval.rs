//! The gate of approvals.

use super::{Check, Gate};
use crate::base::text::{Label, Text};
use crate::flow::approval::{self, Standing};
use crate::say;

pub(in crate::flow) static APPROVED: Gate = Gate {
    name: "approved",
    label: Label::new("approved", "审批"),
    doc: Label::new(
        "Everybody whose approval the policy asks for has approved what stands there now \
         (OPS-4.4.3, OPS-4.6.1). Cannot be waived.",
        "制度要求的各项审批均已对当前内容给出同意（OPS-4.4.3、OPS-4.6.1）。不可豁免。",
    ),
    clauses: approval::CLAUSES,
    waivable: false,
    check: Check::Step(|subject, sink| {
        let (book, row) = (subject.book, subject.row);
        // A query that cannot be read is a finding of the policy.
        let Ok(needs) = approval::needs(book, row, Some(subject.step), subject.day) else { return };
        for need in needs {
            let Text { en, zh } = need.name();
            let whose = approval::whose(book, row, need, subject.day);
            let message = match approval::standing(book, row, need) {
                Standing::Approved(_) => continue,
                Standing::Waiting => Text {
                    en: format!("{en} is missing; it is for {}", whose.en).into(),
                    zh: format!("缺少“{zh}”；由{}审批", whose.zh).into(),
                },
                Standing::Rejected(last) => {
                    let (on, by) = (last.record.on, &*last.record.by);
                    say!(
                        en: "{en} was refused by {by} on {on}",
                        zh: "“{zh}”已于 {on} 被 {by} 驳回"
                    )
                }
                Standing::Void(last) => {
                    let (on, by) = (last.record.on, &*last.record.by);
                    say!(
                        en: "{en} by {by} on {on} is void: what it covers has changed since",
                        zh: "{by} 于 {on} 给出的“{zh}”已失效：所审批的内容此后有改动"
                    )
                }
            };
            sink.approval(need, message);
        }
    }),
};
