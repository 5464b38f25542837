//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::model::Training;
use crate::model::training::Mode;
use crate::say;

/// A training that was held lacks what its way of teaching needs.
pub static RULE: Rule = Rule {
    name: "training-incomplete",
    level: Level::Warning,
    what: Label::new(
        "A training that was held names who took part; one to one also the coach and the problem, \
         online the course, practice the task or deal.",
        "已举行的培训写明参训人；一对一辅导还应写明辅导人和问题，在线学习写明课程，实践锻炼写明任务或机会。",
    ),
    why: Label::new(
        "Who was trained in what cannot be said otherwise (TEL-7.2.1 to TEL-7.2.4).",
        "否则无法说明谁接受了什么培训（TEL-7.2.1 至 TEL-7.2.4）。",
    ),
    example: "topic: negotiation\nmode: one_on_one\non: 2026-11-03  # and no coach",
    remedy: Label::new("Write it down.", "补充缺少的内容。"),
    clauses: &["TEL-7.2.1", "TEL-7.2.2", "TEL-7.2.3", "TEL-7.2.4"],
    kinds: &[Kind::Training],
    check: Check::Record(|cx, row, sink| {
        let Some(it) = cx.book.get::<Training>(row.id).map(|row| row.record) else { return };
        if it.on > cx.today {
            return;
        }
        let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        let mode = it.mode.unwrap_or(Mode::Classroom);
        let wanted = [
            ("attendees", it.attendees.is_empty(), Label::new("who took part", "参训人")),
            (
                "coach",
                mode == Mode::OneOnOne && it.coach.is_none(),
                Label::new("the coach", "辅导人"),
            ),
            (
                "problem",
                mode == Mode::OneOnOne && blank(&it.problem),
                Label::new("the problem", "针对的问题"),
            ),
            ("course", mode == Mode::Online && blank(&it.course), Label::new("the course", "课程")),
            (
                "subject",
                mode == Mode::Practice && it.subject.is_none(),
                Label::new("the task or deal", "任务或机会"),
            ),
        ];
        for (key, lacks, what) in wanted {
            if lacks {
                let (en, zh) = (what.en, what.zh);
                let reference = row.reference();
                let (sign, value) = match key {
                    "attendees" => ("+=", Label::new("MEMBER", "成员")),
                    "coach" => ("=", Label::new("MEMBER", "成员")),
                    "subject" => ("=", Label::new("REF", "记录")),
                    _ => ("=", Label::new("TEXT", "内容")),
                };
                let Label { en: typed, zh: typed_zh } = value;
                sink.value(row, "topic", say!(en: "{en} is missing", zh: "缺少{zh}")).help(Text {
                    en: format!("supply it: `salesops set {reference} {key}{sign}{typed}`").into(),
                    zh: format!("补充：`salesops set {reference} {key}{sign}{typed_zh}`").into(),
                });
            }
        }
    }),
};
