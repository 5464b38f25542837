//! The steps in the life of a record that is no deal: from which status to which, behind which gates.
//!
//! One table a kind. The command named like the kind takes the steps, `help` and the documentation
//! read them, and the rule `status-without-gate` holds files edited by hand against them.

mod assessment;
mod audit;
mod budget;
mod contract;
mod dispute;
mod expense;
mod negotiation;
mod notice;
mod order;
mod payment;
mod plan;
mod proposal;
mod registration;
mod script;
mod ticket;

use crate::base::edit::Edit;
use crate::base::field::{Field, Start, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::base::value::Value;
use crate::book::AnyRow;
use crate::flow::gates::{Gate, Subject};
use crate::say;

/// The life of a kind of record.
pub struct Life {
    /// The kind.
    pub kind: Kind,
    /// Its steps, in the order in which a record takes them.
    pub steps: &'static [Step],
}

/// Fields that stand fast once a record has left some statuses: what was agreed upon with others.
pub struct Fixed {
    /// The kind of record.
    pub kind: Kind,
    /// The fields.
    pub fields: &'static [&'static str],
    /// The statuses in which they are still open.
    pub open: &'static [&'static str],
    /// The step that changes them afterwards.
    pub loosened: Loosened,
}

/// How fields that stand fast are changed after all: the kind and the step.
pub enum Loosened {
    /// The step sets them.
    Change(&'static str),
    /// The step gives the whole record back; until then nothing missing is filled in either.
    Return(&'static str),
    /// The step ends the record, and another is made.
    End(&'static str),
}

/// Who takes a step, and why.
#[derive(Clone, Copy)]
pub struct Taker<'a> {
    /// The member.
    pub me: Option<&'a Id>,
    /// The reason given.
    pub reason: Option<&'a str>,
    /// The record as it was.
    pub before: AnyRow<'a>,
}

/// What a step writes besides its status: more of its record, and new records.
#[derive(Default)]
pub struct Effects {
    /// Edits of the record.
    pub edits: Vec<Edit>,
    /// The status that it leads to, where the step's own does not hold.
    pub to: Option<&'static str>,
    /// New records; what they start with is filled in.
    pub records: Vec<(Kind, Value)>,
    /// What it says of what it wrote.
    pub told: Vec<Text>,
    /// What is to be done next, where it is no step of the record.
    pub next: Option<Text>,
}

/// A step.
pub struct Step {
    /// What is typed: `sign`.
    pub name: &'static str,
    /// The name for people; its Chinese is typed as well.
    pub label: Label,
    /// What it does.
    pub doc: Label,
    /// The statuses from which it is taken.
    pub from: &'static [&'static str],
    /// The status that it leads to; empty where the status stays.
    pub to: &'static str,
    /// What must be on record.
    pub gates: &'static [&'static Gate],
    /// The fields that it may be given although commands own them.
    pub takes: &'static [&'static str],
    /// The fields that it fills where nothing is said, with what.
    pub fills: &'static [(&'static str, Start)],
    /// The number that it raises by one.
    pub counts: Option<&'static str>,
    /// The fields that it takes away.
    pub clears: &'static [&'static str],
    /// Whether it says why.
    pub reason: bool,
    /// What it writes besides.
    pub also: fn(&Subject<'_>, Taker<'_>) -> Effects,
    /// Who takes it, where that is not for the record's owner: it stands in their inbox.
    pub waits_for: Option<fn(&Subject<'_>, &Id) -> bool>,
    /// The clauses behind it.
    pub clauses: &'static [&'static str],
}

impl Step {
    /// A step that asks for nothing special.
    pub const PLAIN: Step = Step {
        name: "",
        label: Label::new("", ""),
        doc: Label::new("", ""),
        from: &[],
        to: "",
        gates: &[],
        takes: &[],
        fills: &[],
        counts: None,
        clears: &[],
        reason: false,
        also: |_, _| Effects::default(),
        waits_for: None,
        clauses: &[],
    };
}

/// All lives.
pub static LIVES: &[&Life] = &[
    &proposal::LIFE,
    &negotiation::LIFE,
    &contract::LIFE,
    &order::LIFE,
    &payment::LIFE,
    &ticket::LIFE,
    &assessment::LIFE,
    &audit::LIFE,
    &notice::LIFE,
    &budget::LIFE,
    &expense::LIFE,
    &registration::LIFE,
    &dispute::LIFE,
    &script::LIFE,
    &plan::LIFE,
];

static FIXED: &[&Fixed] = &[
    &contract::FIXED,
    &dispute::FIXED,
    &order::FIXED,
    &assessment::FIXED,
    &audit::FIXED,
    &notice::FIXED,
    &notice::ANSWER,
];

/// The life of a kind, where it has one.
pub fn of(kind: Kind) -> Option<&'static Life> {
    LIVES.iter().find(|life| life.kind == kind).copied()
}

/// Whether a record stands in a status from which it takes the step of that name; `None` for records
/// without such a life.
pub fn precedes(row: AnyRow<'_>, step: &str) -> Option<bool> {
    let life = of(row.kind)?;
    Some(life.open(life.status(row)).any(|open| open.name == step))
}

impl Life {
    /// The step that is called so, in either language.
    pub fn step(&self, typed: &str) -> Option<&'static Step> {
        self.steps.iter().find(|step| {
            step.name == typed
                || step.label.zh == typed
                || step.label.en.eq_ignore_ascii_case(typed)
        })
    }

    /// The status of a record that says none: the first of its values.
    pub fn first(&self) -> &'static str {
        self.kind.field("status").and_then(Field::first).unwrap_or("")
    }

    /// The status of a record of the kind; the first where none is written.
    pub fn status<'r>(&self, row: AnyRow<'r>) -> &'r str {
        match row.fields.get("status") {
            View::Key(key) => key,
            View::Text(text) => text,
            _ => self.first(),
        }
    }

    /// What makes the field `key` of a record stand fast by now. What is missing may be filled in,
    /// unless the record has to be given back.
    pub fn fixes(&self, row: AnyRow<'_>, key: &str) -> Option<&'static Fixed> {
        let fixed = FIXED.iter().find(|it| it.kind == self.kind && it.fields.contains(&key))?;
        let is_given_back = matches!(fixed.loosened, Loosened::Return(_));
        let stands = is_given_back || !row.fields.get(key).is_absent();
        (stands && !fixed.open.contains(&self.status(row))).then_some(*fixed)
    }

    /// The steps that may be taken from a status.
    pub fn open(&self, status: &str) -> impl Iterator<Item = &'static Step> {
        self.steps.iter().filter(move |step| step.from.contains(&status))
    }

    /// The step that comes next of itself after a status: the first that needs no reason.
    pub fn next(&self, status: &str) -> Option<&'static Step> {
        self.open(status).find(|step| !step.reason)
    }

    /// How a step of a record is said to come next.
    pub fn hint(&self, step: &Step, reference: &str) -> Text {
        let (command, name) = (self.kind.key(), step.name);
        let (en, zh) = (step.label.en, step.label.zh);
        say!(
            en: "{en}: `salesops {command} {name} {reference}`",
            zh: "{zh}：`salesops {command} {name} {reference}`"
        )
    }

    /// The name of a status.
    pub fn label(&self, status: &str) -> Text {
        let choice = self.kind.field("status").and_then(|field| field.choice(status));
        choice.map_or_else(|| Text::same(status), |choice| choice.label.text())
    }

    /// The steps that every record in `status` must have taken, the last first: as long as there is
    /// but one way to it.
    pub fn taken(&self, status: &str) -> Vec<&'static Step> {
        let mut taken: Vec<&'static Step> = Vec::new();
        let mut at = status;
        while at != self.first() {
            let mut into =
                self.steps.iter().filter(|step| step.to == at && !step.from.contains(&at));
            let (Some(step), None) = (into.next(), into.next()) else { break };
            taken.push(step);
            match step.from {
                [from] if taken.len() < self.steps.len() => at = from,
                _ => break,
            }
        }
        taken
    }
}
