//! Columns of a list: paths of a kind, and what stands at their ends as cells.

use super::record;
use crate::base::date::Date;
use crate::base::field::{Field, Shape, View};
use crate::base::table::{Cell, Column, Type};
use crate::base::text::Text;
use crate::book::{AnyRow, Book};
use crate::query::Path;

/// The column of a path.
pub fn column(book: &Book<'_>, path: &Path) -> Column {
    let kind = match path.field().map(|field| field.shape) {
        Some(Shape::Ref(_) | Shape::AnyRef) => Type::Ref,
        Some(Shape::Int) => Type::Int,
        Some(Shape::Decimal) => Type::Money,
        Some(Shape::Date) => Type::Date,
        _ => Type::Text,
    };
    Column { key: path.key().to_owned(), label: path.label(book), kind }
}

/// What stands at the end of a path, for people and for machines.
pub fn cell<'b>(
    (book, today): (&'b Book<'b>, Date),
    row: AnyRow<'b>,
    path: &Path,
    reveal: bool,
) -> Cell {
    if path.sensitive() && !reveal {
        return Cell::Text(record::MASK.to_owned());
    }
    // Tags are masked by the definitions of the kind that has them.
    let masks = record::Masks::new(book, path.kind().unwrap_or(row.kind), reveal);
    let mut cells = Vec::new();
    path.any(book, row, today, &mut |view| {
        cells.push(of_view(book, path.field(), view, masks));
        false
    });
    match cells.len() {
        0 => Cell::Empty,
        1 => cells.remove(0),
        _ => Cell::Text(cells.iter().map(text).collect::<Vec<_>>().join(", ")),
    }
}

fn of_view(
    book: &Book<'_>,
    field: Option<&'static Field>,
    view: View<'_>,
    masks: record::Masks<'_>,
) -> Cell {
    match (view, field.and_then(|field| field.terms)) {
        (View::Ref(kind, id), _) => Cell::Ref(id.to_string(), book.name_of(kind, id)),
        (View::AnyRef(kind, id), _) => Cell::Ref(kind.reference(id), book.name_of(kind, id)),
        (View::Text(term), Some(list)) => {
            Cell::Label(term.to_owned(), book.policy().term(list, term))
        }
        (View::Text(text), None) => Cell::Text(text.to_owned()),
        (View::Key(key), _) => Cell::Label(key.to_owned(), choice(field, key)),
        (View::Int(number), _) => Cell::Int(number),
        (View::Decimal(number), _) => Cell::Figure(number),
        (View::Date(date), _) => Cell::Date(date),
        (View::Group(group), _) if field.is_some_and(|field| field.key == "label") => {
            match group.get(book.policy().lang_key()) {
                View::Text(name) => Cell::Text(name.to_owned()),
                _ => Cell::Empty,
            }
        }
        (view, _) => Cell::Text(record::shown(field.unwrap_or(&Field::PLAIN), view, masks)),
    }
}

// One of several values in a cell.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Label(text, _) | Cell::Ref(text, _) => text.clone(),
        Cell::Int(number) => number.to_string(),
        Cell::Figure(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
        _ => String::new(),
    }
}

fn choice(field: Option<&'static Field>, key: &str) -> Text {
    let choice = field.and_then(|field| field.choice(key));
    choice.map_or_else(|| Text::same(key), |choice| choice.label.text())
}
