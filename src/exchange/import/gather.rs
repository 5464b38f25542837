//! Rows that are items of one record: the lines of an order.

use super::Job;
use super::draft::{Draft, Drafts};
use crate::say;

impl Draft<'_> {
    /// Sets the fields of the item that the row adds apart from those of the record.
    pub(super) fn split_item(&mut self) {
        if self.record.gathers {
            let (item, fields) =
                std::mem::take(&mut self.fields).into_iter().partition(|(target, _)| target.each);
            self.fields = fields;
            self.items.push(item);
        }
    }
}

impl Drafts<'_> {
    /// Refuses what is left of records that miss one of their rows: an order without one of its
    /// lines would be another order.
    pub(super) fn refuse_torn(&mut self, job: &Job<'_>) {
        for at in 0..self.all.len() {
            let draft = &self.all[at];
            let (kind, gathers) = (draft.kind().label(), draft.record.gathers);
            let refused = |row: &&usize| !self.refused[**row].is_empty();
            let Some(&torn) = draft.rows.iter().find(refused).filter(|_| gathers) else { continue };
            let (line, key) = (job.sheet.rows[torn].line, draft.key.clone());
            let (en, zh) = (kind.en, kind.zh);
            for row in draft.rows.clone() {
                if self.refused[row].is_empty() {
                    self.refuse(
                        row,
                        say!(
                            en: "line {line} of the same {en} `{key}` is refused",
                            zh: "同一{zh} `{key}` 的第 {line} 行未被接受"
                        ),
                    );
                }
            }
        }
    }
}
