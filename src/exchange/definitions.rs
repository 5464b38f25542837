//! What the book's dictionary says of the values of tags and core fields.

use std::collections::HashMap;

use super::date_format;
use super::mapping::How;
use super::target::Target;
use crate::actions::typed;
use crate::base::field::Shape;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::typed_choice::parse_truth;
use crate::book::Book;
use crate::model::TagDefinition;
use crate::model::tag::{TagStatus, TagType};
use crate::rules::tag_mistyped;

/// The definitions of a book by what they describe.
pub(super) struct Definitions<'b>(HashMap<(Kind, Route), &'b TagDefinition>);

impl<'b> Definitions<'b> {
    /// Those of `book`.
    pub(super) fn new(book: &'b Book<'_>) -> Definitions<'b> {
        let all = book.iter::<TagDefinition>();
        let placed = all.filter_map(|row| {
            let (kind, route) = place(row.id, row.record)?;
            let target = Target::parse(kind, &route).ok()?;
            Some(((kind, target.route), row.record))
        });
        Definitions(placed.collect())
    }

    /// The definition of what stands at `target`.
    pub(super) fn of(&self, kind: Kind, target: &Target) -> Option<&'b TagDefinition> {
        // Other fields take no words of a dictionary: their types say what fits.
        let fits = |definition: &&TagDefinition| match target.shape.core() {
            Shape::Tags => true,
            Shape::Text => definition.r#type == TagType::Choice,
            _ => false,
        };
        self.0.get(&(kind, target.route.clone())).copied().filter(fits)
    }
}

/// The kind whose records a definition describes, and the route of the value; lists by their first
/// item. `None` where it is retired or computed.
pub(super) fn place(id: &Id, definition: &TagDefinition) -> Option<(Kind, String)> {
    let (kind, key) = id.split_once('.')?;
    let kind = Kind::ALL.into_iter().find(|known| known.key() == kind)?;
    if definition.status == Some(TagStatus::Retired) || definition.derived == Some(true) {
        return None;
    }
    let route = match &definition.field {
        None => format!("tags.{key}"),
        Some(field) => with_positions(kind, field),
    };
    Some((kind, route))
}

// `contacts.phone` is `contacts.0.phone`.
fn with_positions(kind: Kind, field: &str) -> String {
    let mut shape = Shape::Group(kind.fields());
    let mut route = String::new();
    for step in field.split('.') {
        if matches!(shape, Shape::List(Shape::Group(_))) && step.parse::<usize>().is_err() {
            route.push_str("0.");
        }
        route.push_str(step);
        route.push('.');
        shape = match shape.core() {
            Shape::Group(fields) => {
                let found = fields.iter().find(|field| field.key == step);
                found.map_or(Shape::Text, |field| field.shape)
            }
            _ => Shape::Text,
        };
    }
    route.truncate(route.len() - 1);
    route
}

/// The text of a cell as the dictionary writes it: a value by its key, a date in the one form.
///
/// # Errors
/// When the tag takes no such value.
pub(super) fn value(
    definition: &TagDefinition,
    text: &str,
    target: &Target,
    how: &How,
) -> Result<String, Text> {
    let value = match definition.r#type {
        TagType::Text => text.to_owned(),
        TagType::Number => super::cell::number(text, how.scale)?.to_string(),
        TagType::Date => date_format::read(text, &how.dates)?.date.to_string(),
        TagType::YesNo => (if parse_truth(text)? { "yes" } else { "no" }).to_owned(),
        TagType::Choice => typed::choice(definition, text),
    };
    // A core field may hold more than its dictionary lists: a code below an industry's.
    if matches!(target.shape, Shape::Tags) {
        tag_mistyped::fits(definition, &value)?;
    }
    Ok(value)
}
