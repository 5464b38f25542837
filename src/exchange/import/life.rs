//! The life of a record as far as the table dates it: its moves, and what was true at the close.

use super::Job;
use super::draft::{Draft, Drafts};
use super::index::Index;
use super::literals::step_value;
use crate::base::date::Date;
use crate::base::field::{Fields, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::value::Value;
use crate::facts::people::customer_territory;
use crate::model::Customer;

/// What the table says of a record's life.
pub(super) struct Life {
    /// Its moves, in the order of the mapping.
    pub(super) moves: Vec<Value>,
    /// What was true at the close, where it is won or lost.
    pub(super) closed: Option<Value>,
}

/// Reads the values of records, planned or there.
pub(super) struct Lives<'a, 'p> {
    pub(super) job: &'a Job<'p>,
    pub(super) index: &'a Index<'p>,
    pub(super) drafts: &'a Drafts<'p>,
}

impl Lives<'_, '_> {
    /// The life of a draft.
    pub(super) fn of(&self, draft: &Draft<'_>) -> Life {
        Life { moves: self.moves(draft), closed: self.closed(draft) }
    }

    fn moves(&self, draft: &Draft<'_>) -> Vec<Value> {
        let mut now: Vec<(String, Value)> = Vec::new();
        let mut moves = Vec::new();
        for (rule, day) in draft.record.moves.iter().zip(&draft.steps) {
            let Some(day) = day else { continue };
            let mut step = Vec::new();
            for (key, text) in &rule.fixed {
                if let Ok(value) = step_value(key, text, self.job.book.policy()) {
                    step.push(((*key).to_owned(), value));
                }
            }
            for key in &rule.copy {
                let known = now.iter().rev().find(|(own, _)| own == key).map(|(_, value)| value);
                if let Some(value) = draft.value.get(key).filter(|value| Some(*value) != known) {
                    step.push((key.clone(), value.clone()));
                }
            }
            if step.is_empty() {
                continue;
            }
            now.extend(step.iter().cloned());
            let mover = rule.by.as_deref().and_then(|field| self.text(draft, field));
            moves.push(stamped(*day, mover, step));
        }
        moves
    }

    fn closed(&self, draft: &Draft<'_>) -> Option<Value> {
        let rule = draft.record.closed.as_ref()?;
        let day = draft.closed_on?;
        let outcome = self.text(draft, "outcome");
        if !matches!(outcome.as_deref(), Some("won" | "lost")) {
            return None;
        }
        let owner = self.text(draft, "owner");
        let amount = match &rule.amount {
            Some(_) => draft.closed_amount.map(|amount| amount.to_string()),
            None => self.text(draft, "amount"),
        };
        let member = owner.as_deref().and_then(|id| Id::parse(id).ok());
        let team = member.as_ref().and_then(|id| self.field(Kind::Member, id, "team"));
        let currency = self.text(draft, "currency").filter(|_| amount.is_some());
        let territory = self.territory(draft, member.as_ref());
        let plain = |key: &str, text: Option<String>| Some((key.to_owned(), Value::plain(text?)));
        let team = team.map(|team| ("team".to_owned(), Value::text(team)));
        let owner = plain("owner", owner);
        let rest = [
            owner,
            team,
            plain("territory", territory),
            plain("amount", amount),
            plain("currency", currency),
        ];
        let mover = rule.by.as_deref().and_then(|field| self.text(draft, field));
        Some(stamped(day, mover, rest.into_iter().flatten().collect()))
    }

    // Its own, else its customer's, else its owner's.
    fn territory(&self, draft: &Draft<'_>, owner: Option<&Id>) -> Option<String> {
        let customer = self.text(draft, "customer").and_then(|id| Id::parse(&id).ok());
        let of_customer = || {
            let id = customer.as_ref()?;
            self.planned(Kind::Customer, id, "territory").or_else(|| {
                let row = self.job.book.get::<Customer>(id)?;
                customer_territory(row.record, self.job.book).map(Id::to_string)
            })
        };
        self.text(draft, "territory")
            .or_else(of_customer)
            .or_else(|| self.field(Kind::Member, owner?, "territory"))
    }

    // A top-level field of a draft, or of the record that it changes.
    fn text(&self, draft: &Draft<'_>, key: &str) -> Option<String> {
        let own = draft.value.get(key).and_then(Value::as_text).map(str::to_owned);
        own.or_else(|| self.there(draft.kind(), draft.existing.as_ref()?, key))
    }

    fn field(&self, kind: Kind, id: &Id, key: &str) -> Option<String> {
        self.planned(kind, id, key).or_else(|| self.there(kind, id, key))
    }

    fn planned(&self, kind: Kind, id: &Id, key: &str) -> Option<String> {
        let draft = &self.drafts.all[self.index.draft(kind, id)?];
        draft.value.get(key).and_then(Value::as_text).map(str::to_owned)
    }

    fn there(&self, kind: Kind, id: &Id, key: &str) -> Option<String> {
        let fields: &dyn Fields = self.job.book.fields(kind, id)?;
        text_of(fields.get(key))
    }
}

fn stamped(day: Date, mover: Option<String>, rest: Vec<(String, Value)>) -> Value {
    let on = ("on".to_owned(), Value::plain(day));
    let by = mover.map(|id| ("by".to_owned(), Value::plain(id)));
    Value::Map(std::iter::once(on).chain(by).chain(rest).collect())
}

/// The text of a single value of a record, as files hold it.
pub(in crate::exchange) fn text_of(view: View<'_>) -> Option<String> {
    match view {
        View::Text(text) => Some(text.to_owned()),
        View::Key(key) => Some(key.to_owned()),
        View::Bool(truth) => Some(truth.to_string()),
        View::Int(number) => Some(number.to_string()),
        View::Decimal(number) => Some(number.to_string()),
        View::Date(date) => Some(date.to_string()),
        View::Instant(instant) => Some(instant.to_string()),
        View::Ref(_, id) => Some(id.to_string()),
        View::AnyRef(kind, id) => Some(kind.reference(id)),
        View::Absent | View::List(_) | View::Group(_) | View::Tags(_) => None,
    }
}
