//! Gates: what must be on record before a deal enters a stage, or another record takes a step of
//! its life (domain table (d)).
//!
//! A gate is code with a name. The policy attaches names to stages; the steps of other records name
//! theirs in code. Each says what is missing, and the command that supplies it.

pub mod activity;
pub(super) mod approval;
pub(super) mod assessment;
pub(super) mod audit;
mod checks;
pub(super) mod contract;
pub(super) mod dispute;
pub(super) mod expense;
pub mod lead;
pub(super) mod negotiation;
pub(super) mod notice;
pub(super) mod order;
pub(super) mod payment;
pub(super) mod plan;
pub(super) mod proposal;
pub(super) mod script;
#[cfg(test)]
mod tests;
pub(super) mod ticket;

use std::borrow::Cow;

use super::approval::Need;
use crate::base::date::Date;
use crate::base::finding::Clauses;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book, Row, Stored};
use crate::model::Opportunity;
use crate::policy::Track;

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

/// A record of any kind that is about to take a step.
#[derive(Clone, Copy)]
pub struct Subject<'b> {
    /// The book, with what the step brings along laid over it.
    pub book: &'b Book<'b>,
    /// The record.
    pub row: AnyRow<'b>,
    /// The day of the step.
    pub day: Date,
    /// Whether gates may look through other records than this one and what it refers to.
    pub wide: bool,
    /// The step: of a life, or the stage that a deal enters.
    pub step: &'b str,
}

impl<'b> Subject<'b> {
    /// The record, where it is of that kind.
    pub fn record<R: Stored>(&self) -> Option<&'b R> {
        let is = self.row.kind == R::KIND;
        is.then(|| self.book.get::<R>(self.row.id)).flatten().map(|row| row.record)
    }
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
    /// The clauses behind the gate, or behind the approval that it asks for.
    pub clauses: Clauses,
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
    check: Check,
}

/// What a gate looks at.
enum Check {
    /// A deal on its way through the stages.
    Deal(fn(&Deal<'_>, &mut Sink<'_>)),
    /// A record of any kind at a step.
    Step(fn(&Subject<'_>, &mut Sink<'_>)),
    /// What a command finds when it does this.
    Command(Label),
    /// A record that a command makes when it does this.
    Event(Label, fn(&Subject<'_>, &mut Sink<'_>)),
}

impl Gate {
    /// When a command asks for it, where no stage and no step of a life does.
    pub fn occasion(&self) -> Option<Label> {
        match self.check {
            Check::Command(occasion) | Check::Event(occasion, _) => Some(occasion),
            Check::Deal(_) | Check::Step(_) => None,
        }
    }

    /// One thing that it finds missing; `remedy` is the whole command that supplies it.
    pub fn lacks(&self, route: &str, message: Text, remedy: String) -> Missing {
        Missing {
            gate: self.name,
            route: Route::parse(route),
            message,
            remedy: remedy.into(),
            clauses: self.clauses.into(),
        }
    }
}

/// Collects what a gate finds missing.
pub struct Sink<'s> {
    gate: &'static Gate,
    // Most gates find nothing missing.
    reference: &'s dyn Fn() -> String,
    found: &'s mut Vec<Missing>,
}

impl Sink<'_> {
    // What another command than one on the record supplies; `remedy` is all of it.
    fn lack(&mut self, route: &str, message: Text, remedy: String) {
        self.found.push(self.gate.lacks(route, message, remedy));
    }

    // The field `route` of the record is to be set; `hole` stands for what only people know.
    fn set(&mut self, route: &str, hole: &str, message: Text) {
        self.want(route, message, "set", &format!("{route}={hole}"));
    }

    // `command` is what follows the verb and the record: `needs.summary=TEXT`.
    fn want(&mut self, route: &str, message: Text, verb: &str, command: &str) {
        let remedy = format!("salesops {verb} {} {command}", (self.reference)());
        self.lack(route, message, remedy.trim_end().to_owned());
    }

    // An approval of the record is to be given.
    fn approval(&mut self, need: Need<'_>, message: Text) {
        self.want("status", message, "approve", need.key);
        if let Some(lack) = self.found.last_mut() {
            lack.clauses = need.clauses();
        }
    }
}

/// All gates, by name.
pub static GATES: &[&Gate] = &[
    &checks::ALIGNMENT,
    &approval::APPROVED,
    &assessment::CHECKED,
    &assessment::COMPLETE,
    &assessment::DECIDED,
    &assessment::JUDGED,
    &audit::COMPLETE,
    &audit::ENTITLED,
    &audit::SAMPLED,
    &checks::BUDGET,
    &expense::PLANNED,
    &activity::SCRIPTED,
    &order::CHANGE_ASKED,
    &order::CHANGE_ASSESSED,
    &checks::COMPETITION,
    &activity::WILLING,
    &contract::DISTRIBUTED,
    &contract::DRAFTED,
    &contract::SIGNED,
    &lead::CUSTOMER_FILE,
    &negotiation::INVITED,
    &proposal::RESPONSE,
    &checks::DEALER_CAPACITY,
    &checks::DECISION_MAKER,
    &order::ACCEPTED,
    &dispute::FOUNDED,
    &checks::EVALUATION,
    &checks::EXPECTED_CLOSE,
    &checks::FIRST_CONTACT,
    &plan::FOLLOW_UP,
    &order::INSPECTED,
    &checks::INTEREST,
    &lead::CAPACITY,
    &lead::GRADED,
    &lead::RANK,
    &lead::TERRITORY,
    &negotiation::MINUTES,
    &checks::NEED,
    &proposal::NEEDS_ADDRESSED,
    &negotiation::AGREED,
    &negotiation::LEAD,
    &negotiation::PREPARED,
    &notice::ANSWERED,
    &notice::OWN,
    &notice::VERIFIED,
    &notice::WITHDRAWN,
    &order::UNCHANGED,
    &order::COMPLETE,
    &order::CONFIRMED,
    &order::CONTRACTED,
    &order::DISPATCHED,
    &payment::PAID,
    &order::PRICED,
    &order::RELEASABLE,
    &order::SUPPORTED,
    &payment::FITS,
    &plan::STEPS_DONE,
    &checks::PRICE,
    &proposal::ACCEPTED,
    &proposal::COMPLETE,
    &proposal::ORGANISER,
    &checks::PURCHASING_PROCESS,
    &activity::ANALYSED,
    &script::COMPLETE,
    &contract::SIGNING,
    &checks::SPECIAL_NEEDS,
    &checks::TASK_FORCE,
    &negotiation::TERMS,
    &ticket::CONTENT,
    &ticket::FED_BACK,
    &ticket::OWNED,
    &ticket::SOLVED,
    &ticket::SETTLED,
    &activity::PREPARED,
    &expense::VOUCHERS,
    &expense::WITHIN_BUDGET,
    &checks::WON,
];

/// The gate that a name or label means.
pub fn find(name: &str) -> Option<&'static Gate> {
    // The policy names gates by their names, for every deal that is checked.
    if let Ok(at) = GATES.binary_search_by(|gate| gate.name.cmp(name)) {
        return GATES.get(at).copied();
    }
    let is_called =
        |gate: &&&Gate| gate.label.zh == name || gate.label.en.eq_ignore_ascii_case(name);
    GATES.iter().find(is_called).copied()
}

/// What is missing for `deal` to stand in the stage `to`, from the gates of every stage after
/// `from` up to it, as its track keeps them. `from` is `None` for a deal that comes in.
///
/// # Errors
/// When the query of a track cannot be read.
pub fn missing<'b>(deal: &Deal<'b>, from: Option<&str>, to: &'b str) -> Result<Vec<Missing>, Text> {
    let policy = deal.book.policy();
    let track = super::track::of(deal.book, deal.row, deal.day)?.map(|(_, track)| track);
    let rank = |stage: &str| policy.stage_rank(stage);
    let after = from.and_then(rank);
    let Some(last) = rank(to) else { return Ok(Vec::new()) };
    let mut names: Vec<&str> = Vec::new();
    let mut entered: Vec<&str> = Vec::new();
    for (at, (key, stage)) in policy.stages().enumerate() {
        if at <= last && after.is_none_or(|after| at > after) {
            entered.push(key);
            names.extend(
                kept(&stage.gates, track).filter(|name| !names.contains(name)).collect::<Vec<_>>(),
            );
        }
    }
    let mut found = lacking(deal, &names, to);
    if policy.approvals_of(Kind::Opportunity).next().is_some() {
        for stage in entered {
            found.extend(of_step(&deal.entering(stage), &[&approval::APPROVED]));
        }
    }
    Ok(found)
}

/// What is missing for `deal` to be won, from the gates of winning as its track keeps them.
///
/// # Errors
/// When the query of a track cannot be read.
pub fn of_winning(deal: &Deal<'_>) -> Result<Vec<Missing>, Text> {
    let track = super::track::of(deal.book, deal.row, deal.day)?.map(|(_, track)| track);
    let names: Vec<&str> = kept(deal.book.policy().win_gates(), track).collect();
    let mut found = lacking(deal, &names, "win");
    found.extend(of_closing(deal, "win"));
    Ok(found)
}

/// The approvals that are missing for `deal` to be closed: `win` or `lose`.
pub fn of_closing<'b>(deal: &Deal<'b>, step: &'b str) -> Vec<Missing> {
    of_step(&deal.entering(step), &[&approval::APPROVED])
}

fn lacking<'b>(deal: &Deal<'b>, names: &[&str], step: &'b str) -> Vec<Missing> {
    let policy = deal.book.policy();
    let reference = || reference(deal);
    let mut found = Vec::new();
    for gate in names.iter().filter_map(|name| find(name)) {
        if policy.applies(gate.clauses) {
            let sink = &mut Sink { gate, reference: &reference, found: &mut found };
            match gate.check {
                Check::Deal(check) => check(deal, sink),
                Check::Step(check) => check(&deal.entering(step), sink),
                Check::Command(_) | Check::Event(..) => {}
            }
        }
    }
    found
}

/// What `gates` find missing for a record to take a step.
pub fn of_step(subject: &Subject<'_>, gates: &[&'static Gate]) -> Vec<Missing> {
    let reference = || subject.row.reference();
    let mut found = Vec::new();
    for gate in gates.iter().filter(|gate| subject.book.policy().applies(gate.clauses)) {
        if let Check::Step(check) | Check::Event(_, check) = gate.check {
            check(subject, &mut Sink { gate, reference: &reference, found: &mut found });
        }
    }
    found
}

impl<'b> Deal<'b> {
    fn entering(&self, stage: &'b str) -> Subject<'b> {
        let Deal { book, row, day, wide } = *self;
        Subject { book, row: row.erase(), day, wide, step: stage }
    }
}

// The id, with its kind where a record of another kind has it too.
fn reference(deal: &Deal<'_>) -> String {
    let mut others = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Opportunity);
    match others.any(|kind| deal.book.has(kind, deal.row.id)) {
        true => deal.row.erase().reference(),
        false => deal.row.id.to_string(),
    }
}

fn kept<'p>(gates: &'p [String], track: Option<&'p Track>) -> impl Iterator<Item = &'p str> {
    let keeps = track.and_then(|track| track.gates.as_ref());
    gates
        .iter()
        .filter(move |gate| keeps.is_none_or(|keeps| keeps.contains(gate)))
        .map(String::as_str)
}

fn blank(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}
