//! Running the rules: levels, packs and silenced lines are applied here, never inside a rule.

use rayon::prelude::*;

use super::{Check, Cx, RULES, Rule, Sink, allow, find};
use crate::base::finding::{Finding, Level};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{AnyRow, Book};
use crate::policy::Policy;
use crate::store::POLICY_FILE;
use crate::text::fault::Fault;

/// What to check.
#[derive(Clone, Copy)]
pub enum Scope<'s> {
    /// The whole book.
    All,
    /// These records: what their own files show. Rules over the book as a whole are left out.
    Records(&'s [(Kind, Id)]),
}

/// All findings, sorted by file; within a file in the order of the rule table.
pub fn check(cx: &Cx<'_>, scope: Scope<'_>) -> Vec<Finding> {
    let mut found = load_faults(cx, scope);
    found.extend(record_findings(cx, scope));
    if let Scope::All = scope {
        for rule in RULES {
            let (Check::Book(run) | Check::Both { book: run, .. }) = rule.check else { continue };
            if let Some(level) = level(cx.book.policy(), rule) {
                run(cx, &mut Sink { rule, level, found: &mut found });
            }
        }
    }
    let mut found = allow::apply(cx, scope, found);
    found.sort_by(|a, b| a.file.cmp(&b.file));
    found
}

// The policy's level, or the rule's own; `None` where the rule is off.
pub(super) fn level(policy: &Policy, rule: &Rule) -> Option<Level> {
    if !policy.applies(rule.clauses) {
        return None;
    }
    policy.rule_level(rule.name).unwrap_or(Some(rule.level))
}

fn record_findings(cx: &Cx<'_>, scope: Scope<'_>) -> Vec<Finding> {
    let rows: Vec<AnyRow<'_>> = match scope {
        Scope::All => Kind::ALL.into_iter().flat_map(|kind| cx.book.rows(kind)).collect(),
        Scope::Records(records) => {
            records.iter().filter_map(|(kind, id)| cx.book.any(*kind, id)).collect()
        }
    };
    let rules = active(cx.book.policy());
    let judge = |row: &AnyRow<'_>| {
        let mut found = Vec::new();
        for (rule, level) in rules.iter().filter(|(rule, _)| rule.kinds.contains(&row.kind)) {
            let run = match (&rule.check, scope) {
                (Check::Record(run), _) => run,
                (Check::Both { record, .. }, Scope::Records(_)) => record,
                _ => continue,
            };
            run(cx, row, &mut Sink { rule, level: *level, found: &mut found });
        }
        found
    };
    // A handful of records is judged faster than threads are woken.
    if rows.len() < 256 {
        return rows.iter().flat_map(judge).collect();
    }
    rows.par_iter().with_min_len(64).flat_map_iter(judge).collect()
}

fn active(policy: &Policy) -> Vec<(&'static Rule, Level)> {
    RULES.iter().filter_map(|rule| Some((*rule, level(policy, rule)?))).collect()
}

fn load_faults(cx: &Cx<'_>, scope: Scope<'_>) -> Vec<Finding> {
    let book = cx.book;
    let mut found = Vec::new();
    match scope {
        Scope::All => {
            found.extend(book.misplaced().iter().cloned());
            found.extend(from_faults(book.policy(), POLICY_FILE, None, book.policy_faults()));
            for (path, faults) in book.calendar_faults() {
                found.extend(from_faults(book.policy(), path, None, faults));
            }
            for (path, faults) in book.view_faults() {
                found.extend(from_faults(book.policy(), path, None, faults));
            }
            for kind in Kind::ALL {
                for (path, id, faults) in book.faults(kind) {
                    found.extend(from_faults(book.policy(), path, Some((kind, id)), faults));
                }
            }
        }
        Scope::Records(records) => {
            for (kind, id) in records {
                let path = book.path(*kind, id).unwrap_or_default();
                let faults = book.faults_of(*kind, id);
                found.extend(from_faults(book.policy(), path, Some((*kind, id)), faults));
            }
        }
    }
    found
}

fn from_faults(
    policy: &Policy,
    path: &str,
    record: Option<(Kind, &Id)>,
    faults: &[Fault],
) -> Vec<Finding> {
    let finding = |fault: &Fault| {
        let rule = find(fault.rule)?;
        Some(Finding {
            rule: rule.name,
            level: level(policy, rule)?,
            file: path.into(),
            record: record.map(|(kind, id)| (kind, Box::from(&**id))),
            // Offsets of a policy are those of its merged form; its routes lead to the file.
            place: if path == POLICY_FILE && fault.end == 0 {
                crate::base::finding::Place::Key(fault.route.clone())
            } else {
                fault.place()
            },
            message: fault.message.clone(),
            help: fault.help.clone(),
            remedy: None,
            clauses: rule.clauses.into(),
        })
    };
    faults.iter().filter_map(finding).collect()
}

/// The faults of the records of some kinds, as findings: what keeps a report from being whole.
pub fn broken(book: &Book<'_>, kinds: &[Kind]) -> Vec<Finding> {
    kinds
        .iter()
        .flat_map(|kind| book.faults(*kind).into_iter().map(move |it| (*kind, it)))
        .flat_map(|(kind, (path, id, faults))| {
            from_faults(book.policy(), path, Some((kind, id)), faults)
        })
        .collect()
}
