//! Records as a table that the import reads again: one column a field, by its dotted route.
//!
//! Lists of plain values stand in one cell, parted by `;`, or in one column an item where an item
//! has such a sign in it; lists of groups take one column a field and item. What the import writes
//! itself (`entered`, `imported`, `moves`, `closed`) is left out.

use std::collections::BTreeMap;

use super::target::is_own;
use crate::base::field::{Field, Fields, Items, MASK, Tag, View};
use crate::base::kind::Kind;
use crate::base::table::{Cell, Column, Row, Table, Type};
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};

// What the import parts lists at.
const PARTING: [char; 3] = [';', '；', '\n'];

/// The place of a column: the order of its steps in the tables of fields, and its route.
type Place = (Vec<usize>, String);

/// The records as a table; sensitive values are masked unless `reveal` asks for them.
pub fn table(book: &Book<'_>, kind: Kind, rows: &[AnyRow<'_>], reveal: bool) -> Table {
    let records: Vec<Record> = rows.iter().map(|row| Record::of(book, row, reveal)).collect();
    let mut columns: BTreeMap<Place, Column> = BTreeMap::new();
    for record in &records {
        for (place, value) in &record.values {
            if !columns.contains_key(place) {
                columns.insert(place.clone(), value.column(&place.1));
            }
        }
    }
    let row = |(record, row): (Record, &AnyRow<'_>)| {
        let mut values = record.values;
        let found =
            columns.keys().map(|place| values.remove(place).map_or(Cell::Empty, |v| v.cell));
        let id = Cell::Text(row.id.to_string());
        Row { cells: std::iter::once(id).chain(found).collect(), records: vec![row.reference()] }
    };
    let rows = records.into_iter().zip(rows).map(row).collect();
    let id = Column::new("id", Label::new("id", "记录编号"), Type::Text);
    Table {
        name: kind.folder().to_owned(),
        title: kind.plural().text(),
        columns: std::iter::once(id).chain(columns.into_values()).collect(),
        rows,
        total: None,
        bars: None,
    }
}

/// How many of the records have a life that a table does not carry: steps, or a close.
pub fn lives_left_out(rows: &[AnyRow<'_>]) -> usize {
    let has = |row: &&AnyRow<'_>, key: &str| !row.fields.get(key).is_absent();
    rows.iter().filter(|row| has(row, "moves") || has(row, "closed")).count()
}

/// A value on its way to a cell.
struct Value {
    cell: Cell,
    kind: Type,
    label: Text,
}

impl Value {
    fn column(&self, route: &str) -> Column {
        Column { key: route.to_owned(), label: self.label.clone(), kind: self.kind }
    }
}

/// The values of one record, by their places.
struct Record<'r, 'b> {
    book: &'r Book<'b>,
    kind: Kind,
    reveal: bool,
    values: BTreeMap<Place, Value>,
}

/// Where the walk through a record stands.
struct At {
    order: Vec<usize>,
    route: String,
    label: Text,
}

impl At {
    fn then(&self, order: usize, step: &str, label: &Text) -> At {
        let join = |a: &str, b: &str| if a.is_empty() { b.to_owned() } else { format!("{a}.{b}") };
        At {
            order: self.order.iter().copied().chain([order]).collect(),
            route: join(&self.route, step),
            label: Text {
                en: join(&self.label.en, &label.en).into(),
                zh: join(&self.label.zh, &label.zh).into(),
            },
        }
    }

    fn item(&self, at: usize) -> At {
        self.then(at, &at.to_string(), &Text::same(at.to_string()))
    }
}

impl<'r, 'b> Record<'r, 'b> {
    fn of(book: &'r Book<'b>, row: &AnyRow<'_>, reveal: bool) -> Record<'r, 'b> {
        let mut record = Record { book, kind: row.kind, reveal, values: BTreeMap::new() };
        let root = At { order: Vec::new(), route: String::new(), label: Text::same("") };
        record.group(row.fields, &root);
        record
    }

    fn group(&mut self, fields: &dyn Fields, at: &At) {
        for (index, field) in fields.table().iter().enumerate() {
            if at.order.is_empty() && is_own(field.key) {
                continue;
            }
            let at = at.then(index, field.key, &field.label.text());
            self.field(field, fields.value(index), &at);
        }
    }

    fn field(&mut self, field: &Field, view: View<'_>, at: &At) {
        if view.is_absent() {
            return;
        }
        if field.sensitive() && !self.reveal {
            return self.put(at, Cell::Text(MASK.to_owned()), Type::Text);
        }
        match view {
            View::Group(fields) => self.group(fields, at),
            View::Tags(tags) => {
                for (key, tag) in tags {
                    let at = at.then(0, key, &Text::same(key.as_str()));
                    let hidden = !self.reveal && self.book.hides_tag(self.kind, key);
                    let text = if hidden { MASK.to_owned() } else { of_tag(tag) };
                    self.put(&at, Cell::Text(text), Type::Text);
                }
            }
            View::List(items) => self.list(field, items, at),
            view => {
                let (cell, kind) = self.cell(field, view);
                self.put(at, cell, kind);
            }
        }
    }

    fn list(&mut self, field: &Field, items: &dyn Items, at: &At) {
        let plain: Option<Vec<String>> = (0..items.len()).map(|at| plain(items.at(at))).collect();
        let joined = plain.as_ref().is_some_and(|all| !all.iter().any(|one| one.contains(PARTING)));
        if let Some(all) = plain.filter(|_| joined) {
            return self.put(at, Cell::Text(all.join(";")), Type::Text);
        }
        for index in 0..items.len() {
            match items.at(index) {
                View::Group(fields) => self.group(fields, &at.item(index)),
                view => {
                    let (cell, kind) = self.cell(field, view);
                    self.put(&at.item(index), cell, kind);
                }
            }
        }
    }

    fn put(&mut self, at: &At, cell: Cell, kind: Type) {
        let value = Value { cell, kind, label: at.label.clone() };
        self.values.insert((at.order.clone(), at.route.clone()), value);
    }

    fn cell(&self, field: &Field, view: View<'_>) -> (Cell, Type) {
        match view {
            View::Ref(kind, id) => {
                (Cell::Ref(id.to_string(), self.book.name_of(kind, id)), Type::Ref)
            }
            View::Text(term) if field.terms.is_some() => {
                let name = field.terms.map(|list| self.book.policy().term(list, term));
                (Cell::Label(term.to_owned(), name.unwrap_or_default()), Type::Text)
            }
            View::Key(key) => (Cell::Label(key.to_owned(), of_choice(field, key)), Type::Text),
            View::Int(number) => (Cell::Int(number), Type::Int),
            View::Decimal(number) => (Cell::Figure(number), Type::Money),
            View::Date(date) => (Cell::Date(date), Type::Date),
            view => (Cell::Text(plain(view).unwrap_or_default()), Type::Text),
        }
    }
}

fn of_choice(field: &Field, key: &str) -> Text {
    field.choice(key).map_or_else(|| Text::same(key), |choice| choice.label.text())
}

fn of_tag(tag: &Tag) -> String {
    tag.values().join(";")
}

// A single value as files hold it.
fn plain(view: View<'_>) -> Option<String> {
    super::import::text_of(view)
}

#[cfg(test)]
mod tests;
