//! Gates: what must be on record before a deal enters a stage (domain table (d)).
//!
//! A gate is code with a name; the policy attaches names to stages. Each says what is missing, and
//! the command that supplies it.

mod checks;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::base::date::Date;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, Text};
use crate::book::{Book, Row};
use crate::model::Opportunity;
use crate::policy::Stage;

/// What a gate asks of.
pub struct Deal<'b> {
    /// The book.
    pub book: &'b Book<'b>,
    /// The deal.
    pub row: Row<'b, Opportunity>,
    /// The day of the step.
    pub day: Date,
    /// Whether gates may look through other records than the deal and what it refers to.
    pub wide: bool,
}

/// One thing that a gate finds missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The gate.
    pub gate: &'static str,
    /// Where it belongs.
    pub route: Route,
    /// What is missing.
    pub message: Text,
    /// The command that supplies it, with a placeholder for what only people know.
    pub remedy: Cow<'static, str>,
    /// The clauses behind the gate.
    pub clauses: &'static [&'static str],
}

/// A gate.
pub struct Gate {
    /// The name in the policy and in `--waive`.
    pub name: &'static str,
    /// The name for people.
    pub label: Label,
    /// What must be on record, and why.
    pub doc: Label,
    /// The clauses behind it.
    pub clauses: &'static [&'static str],
    /// Whether `--waive` may pass it.
    pub waivable: bool,
    check: fn(&Deal<'_>, &mut Sink<'_>),
}

/// Collects what a gate finds missing.
pub struct Sink<'s> {
    gate: &'static Gate,
    reference: &'s str,
    found: &'s mut Vec<Missing>,
}

impl Sink<'_> {
    // `command` is what follows the verb and the record: `needs.summary=TEXT`.
    fn want(&mut self, route: &str, message: Text, verb: &str, command: &str) {
        let remedy = format!("salesops {verb} {} {command}", self.reference);
        self.found.push(Missing {
            gate: self.gate.name,
            route: Route::parse(route),
            message,
            remedy: remedy.trim_end().to_owned().into(),
            clauses: self.gate.clauses,
        });
    }
}

/// All gates, by name.
pub static GATES: &[&Gate] = &[
    &checks::ALIGNMENT,
    &checks::BUDGET,
    &checks::COMPETITION,
    &checks::DEALER_CAPACITY,
    &checks::DECISION_MAKER,
    &checks::EVALUATION,
    &checks::EXPECTED_CLOSE,
    &checks::FIRST_CONTACT,
    &checks::INTEREST,
    &checks::NEED,
    &checks::PRICE,
    &checks::PURCHASING_PROCESS,
    &checks::SPECIAL_NEEDS,
    &checks::TASK_FORCE,
    &checks::WON,
];

/// The gate that a name or label means.
pub fn find(name: &str) -> Option<&'static Gate> {
    let is_called = |gate: &&&Gate| {
        gate.name == name || gate.label.zh == name || gate.label.en.eq_ignore_ascii_case(name)
    };
    GATES.iter().find(is_called).copied()
}

/// What is missing for `deal` to stand in the stage `to`, from the gates of every stage after
/// `from` up to it, as its track keeps them. `from` is `None` for a deal that comes in.
///
/// # Errors
/// When the query of a track cannot be read.
pub fn missing(deal: &Deal<'_>, from: Option<&str>, to: &str) -> Result<Vec<Missing>, Text> {
    let policy = deal.book.policy();
    let track = super::track::of(deal.book, deal.row, deal.day)?.map(|(_, track)| track);
    let rank = |stage: &str| policy.stage_rank(stage);
    let after = from.and_then(rank);
    let Some(last) = rank(to) else { return Ok(Vec::new()) };
    let mut names: Vec<&str> = Vec::new();
    for (at, (_, stage)) in policy.stages().enumerate() {
        if at <= last && after.is_none_or(|after| at > after) {
            names.extend(
                kept(stage, track).filter(|name| !names.contains(name)).collect::<Vec<_>>(),
            );
        }
    }
    let reference = reference(deal);
    let mut found = Vec::new();
    for gate in names.iter().filter_map(|name| find(name)) {
        if policy.applies(gate.clauses) {
            (gate.check)(deal, &mut Sink { gate, reference: &reference, found: &mut found });
        }
    }
    Ok(found)
}

// The id, with its kind where a record of another kind has it too.
fn reference(deal: &Deal<'_>) -> String {
    let mut others = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Opportunity);
    match others.any(|kind| deal.book.has(kind, deal.row.id)) {
        true => deal.row.erase().reference(),
        false => deal.row.id.to_string(),
    }
}

fn kept<'p>(
    stage: &'p Stage,
    track: Option<&'p crate::policy::Track>,
) -> impl Iterator<Item = &'p str> {
    let keeps = track.and_then(|track| track.gates.as_ref());
    stage
        .gates
        .iter()
        .filter(move |gate| keeps.is_none_or(|keeps| keeps.contains(gate)))
        .map(String::as_str)
}
