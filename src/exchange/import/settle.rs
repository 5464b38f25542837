//! The last word on each row: what refers to a record that will not be is refused with it.

use std::collections::HashMap;

use super::build::Built;
use super::columns::told;
use super::draft::{Draft, Drafts};
use super::{Job, Plan, Refusal};
use crate::base::change::Change;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::say;

/// What becomes of each draft.
pub(super) struct Outcome {
    changes: Vec<Option<Change>>,
    /// By draft: whether none of its rows is left.
    out: Vec<bool>,
}

/// Follows every refusal to what hangs on it.
pub(super) fn settle(job: &Job<'_>, drafts: &mut Drafts<'_>, built: Vec<Built>) -> Outcome {
    let mut changes = Vec::with_capacity(built.len());
    for (at, built) in built.into_iter().enumerate() {
        match built {
            Ok(change) => changes.push(change),
            Err(why) => {
                drafts.refuse_draft(at, &why);
                changes.push(None);
            }
        }
    }
    let out = cascade(job, drafts);
    Outcome { changes, out }
}

fn cascade(job: &Job<'_>, drafts: &mut Drafts<'_>) -> Vec<bool> {
    let hanging = Hanging::of(drafts);
    let refused = |row: &usize| !drafts.refused[*row].is_empty();
    let mut queue: Vec<usize> = (0..drafts.refused.len()).filter(refused).collect();
    let mut out = vec![false; drafts.all.len()];
    while let Some(row) = queue.pop() {
        for &at in &hanging.by_row[row] {
            let left = drafts.all[at].rows.iter().any(|row| drafts.refused[*row].is_empty());
            if left || std::mem::replace(&mut out[at], true) || !will_be_new(&drafts.all[at]) {
                continue;
            }
            let why = went_with(job, &drafts.all[at], row);
            for &dependent in hanging.on(&drafts.all[at]) {
                for row in drafts.all[dependent].rows.clone() {
                    if drafts.refused[row].is_empty() {
                        drafts.refuse(row, why.clone());
                        queue.push(row);
                    }
                }
            }
        }
    }
    out
}

fn will_be_new(draft: &Draft<'_>) -> bool {
    draft.existing.is_none() && draft.id.is_some()
}

fn went_with(job: &Job<'_>, draft: &Draft<'_>, row: usize) -> Text {
    let (kind, line) = (draft.kind().label(), job.sheet.rows[row].line);
    let (en, zh, name) = (kind.en, kind.zh, draft.text_or_key());
    say!(
        en: "it needs {en} `{name}`, and line {line} is refused",
        zh: "需要{zh} `{name}`，而第 {line} 行未被接受"
    )
}

impl Draft<'_> {
    fn text_or_key(&self) -> &str {
        self.value.get("name").and_then(crate::base::value::Value::as_text).unwrap_or(&self.key)
    }
}

/// Which drafts come from a row, and which refer to a record that is to be made.
struct Hanging {
    by_row: Vec<Vec<usize>>,
    by_record: HashMap<(Kind, Id), Vec<usize>>,
}

impl Hanging {
    fn of(drafts: &Drafts<'_>) -> Hanging {
        let mut by_row = vec![Vec::new(); drafts.refused.len()];
        let mut by_record: HashMap<(Kind, Id), Vec<usize>> = HashMap::new();
        for (at, draft) in drafts.all.iter().enumerate() {
            draft.rows.iter().for_each(|row| by_row[*row].push(at));
            for target in &draft.refers {
                by_record.entry(target.clone()).or_default().push(at);
            }
        }
        Hanging { by_row, by_record }
    }

    fn on(&self, draft: &Draft<'_>) -> &[usize] {
        let id = draft.id.clone();
        let found = id.and_then(|id| self.by_record.get(&(draft.kind(), id)));
        found.map_or(&[], Vec::as_slice)
    }
}

impl Outcome {
    /// The plan that is left.
    pub(super) fn plan(self, job: &Job<'_>, drafts: Drafts<'_>) -> Plan {
        let mut plan = Plan {
            changes: Vec::new(),
            created: 0,
            updated: 0,
            unchanged: 0,
            also_created: Vec::new(),
            also_updated: Vec::new(),
            refusals: refusals(job, &drafts),
            aliases: told(&drafts.aliases),
            origin: job.sheet.origin.clone(),
            blank: job.sheet.blank,
            keyless: drafts.keyless,
            headers: job.sheet.headers[..job.width].to_vec(),
        };
        let mut changes = Vec::new();
        for ((draft, change), out) in drafts.all.iter().zip(self.changes).zip(self.out) {
            if out {
                continue;
            }
            plan.count(draft, change.is_some());
            changes.extend(change.map(|change| (draft.kind(), change)));
        }
        changes.sort_by(|a, b| (a.0, &a.1.path).cmp(&(b.0, &b.1.path)));
        plan.changes = changes.into_iter().map(|(_, change)| change).collect();
        plan
    }
}

impl Plan {
    fn count(&mut self, draft: &Draft<'_>, changes: bool) {
        match (draft.part, changes, draft.existing.is_some()) {
            (0, true, false) => self.created += 1,
            (0, true, true) => self.updated += 1,
            (0, false, _) => self.unchanged += 1,
            (_, true, false) => count_kind(&mut self.also_created, draft.kind()),
            (_, true, true) => count_kind(&mut self.also_updated, draft.kind()),
            (_, false, _) => {}
        }
    }
}

fn count_kind(counts: &mut Vec<(Kind, usize)>, kind: Kind) {
    match counts.iter_mut().find(|(own, _)| *own == kind) {
        Some((_, count)) => *count += 1,
        None => counts.push((kind, 1)),
    }
}

fn refusals(job: &Job<'_>, drafts: &Drafts<'_>) -> Vec<Refusal> {
    let rows =
        job.sheet.rows.iter().zip(&drafts.refused).filter(|(_, reasons)| !reasons.is_empty());
    let refusal = |(row, reasons): (&crate::exchange::sheet::Row, &Vec<Text>)| Refusal {
        line: row.line,
        record: own_cells(job, row),
        reason: joined(reasons),
    };
    rows.map(refusal).collect()
}

// What was made is no part of the table. A row that cannot be used has nothing made.
fn own_cells(job: &Job<'_>, row: &crate::exchange::sheet::Row) -> Vec<String> {
    match row.fault {
        None => row.cells[..job.width].to_vec(),
        Some(_) => row.cells.clone(),
    }
}

fn joined(reasons: &[Text]) -> Text {
    let join = |pick: fn(&Text) -> &str, with: &str| {
        reasons.iter().map(pick).collect::<Vec<_>>().join(with)
    };
    Text { en: join(|text| &text.en, "; ").into(), zh: join(|text| &text.zh, "；").into() }
}
