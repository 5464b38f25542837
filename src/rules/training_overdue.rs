//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::Label;
use crate::model::Training;
use crate::model::training::Form;
use crate::say;

/// The last internal training was long ago.
pub static RULE: Rule = Rule {
    name: "training-overdue",
    level: Level::Note,
    what: Label::new(
        "An internal training is held every so many days. Only in books with trainings on record.",
        "每隔制度规定的天数举行一次内部培训。只检查有培训记录的账本。",
    ),
    why: Label::new(
        "Product, skill and service are trained regularly (ITS-6.1.1, DEV-SOP-3).",
        "应定期培训产品、技能和服务（ITS-6.1.1、DEV-SOP-3）。",
    ),
    example: "form: internal\non: 2026-10-01  # and it is the 21st of November",
    remedy: Label::new("Hold one, and write it down.", "举行一次培训并记录。"),
    clauses: &["ITS-6.1.1", "DEV-SOP-3"],
    kinds: &[Kind::Training],
    check: Check::Book(|cx, sink| {
        let held = cx.book.iter::<Training>().filter(|row| {
            let form = row.record.form.unwrap_or(Form::Internal);
            row.record.on <= cx.today && form == Form::Internal
        });
        let Some(last) = held.max_by_key(|row| (row.record.on, row.id)) else { return };
        let (days, most) =
            (cx.today.days_since(last.record.on), cx.book.policy().training().internal_every_days);
        if days > most {
            let message = say!(
                en: "the last internal training was {days} days ago; one every {most} days",
                zh: "距最近一次内部培训已 {days} 天；应每 {most} 天一次"
            );
            sink.value(&last.erase(), "on", message);
        }
    }),
};
