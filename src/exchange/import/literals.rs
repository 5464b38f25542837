//! What a mapping gives as values itself, the same for every row.

use super::about;
use crate::base::field::Vocabulary;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::exchange::cell::{self, Known};
use crate::exchange::mapping::{How, Mapping};
use crate::exchange::target::Target;
use crate::model::common::Outcome;
use crate::policy::Policy;

/// Reads what the mapping itself gives as values, which holds for every row.
///
/// # Errors
/// When one of them is no value of its field.
pub(super) fn check(
    mapping: &Mapping,
    constants: &[(Target, String)],
    policy: &Policy,
) -> Result<(), Text> {
    let check = |(target, text): &(Target, String)| {
        let read = cell::read(text, target, &How::default(), Known { policy, definition: None });
        read.map(drop).map_err(|why| about(&target.route.to_string(), why))
    };
    constants.iter().try_for_each(check)?;
    for record in mapping.records() {
        record.constants.iter().try_for_each(check)?;
        let values = record.columns.iter().flat_map(|column| column.values.values());
        values.flatten().try_for_each(check)?;
        for (key, text) in record.moves.iter().flat_map(|rule| &rule.fixed) {
            step_value(key, text, policy).map_err(|why| about(&format!("moves.{key}"), why))?;
        }
    }
    Ok(())
}

/// The value of a key of a step.
///
/// # Errors
/// When it is no stage of the policy, or no outcome.
pub(super) fn step_value(key: &str, text: &str, policy: &Policy) -> Result<Value, Text> {
    match key {
        "stage" => policy.parse_term(Vocabulary::Stage, text).map(Value::plain),
        "outcome" => {
            let keys: Vec<&str> = Outcome::CHOICES.iter().map(|choice| choice.key).collect();
            let found = Outcome::parse(text).ok_or_else(|| cell::not_listed(text, &keys))?;
            Ok(Value::plain(found.key()))
        }
        _ => Ok(Value::text(text)),
    }
}
