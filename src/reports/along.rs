//! Grouping along a path: any field of a deal, or of a record that it refers to.

use super::Cx;
use super::place::Key;
use crate::base::decimal::Decimal;
use crate::base::field::{Shape, View};
use crate::base::kind::Kind;
use crate::base::table::{Cell, Type};
use crate::base::text::Text;
use crate::base::typed_choice::YES_NO;
use crate::book::{AnyRow, Book};
use crate::facts::clock;
use crate::query::Path;
use crate::say;

/// A path of a query with what its values are called: `type`, `customer.industry`, `owner.team`.
#[derive(Clone, Debug)]
pub struct Along {
    kind: Kind,
    path: Path,
    label: Text,
    /// The values that the field takes, in their order.
    values: Vec<(String, Text)>,
}

impl PartialEq for Along {
    fn eq(&self, other: &Along) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Along {}

impl Along {
    /// Grouping along a path from records of `kind`.
    ///
    /// # Errors
    /// When it has several parts, and when its values are masked.
    pub(super) fn new(book: &Book<'_>, kind: Kind, path: Path) -> Result<Along, Text> {
        let key = path.key();
        if path.sensitive() {
            return Err(say!(
                en: "`{key}` is masked in outputs; a report cannot group by it",
                zh: "`{key}` 在输出中隐去，报表不能按它分组"
            ));
        }
        let parts = match path.field().map(|field| field.shape.core()) {
            Some(Shape::Group(fields)) => fields.iter().map(|field| field.key).collect(),
            Some(Shape::Tags) => vec!["KEY"],
            _ => Vec::new(),
        };
        if !parts.is_empty() {
            let parts = parts.iter().map(|part| format!("{key}.{part}")).collect::<Vec<_>>();
            let parts = parts.join(", ");
            return Err(say!(
                en: "`{key}` has several parts; group by one of {parts}",
                zh: "`{key}` 由几部分组成；请按其中之一分组：{parts}"
            ));
        }
        let values = path.field().map(|field| book.policy().choices(field)).unwrap_or_default();
        let values = values.into_iter().map(|(key, name)| (key.to_owned(), name)).collect();
        Ok(Along { kind, label: path.label(book), path, values })
    }

    /// The key of its column: the path, in full where a column of reports bears the same name.
    pub(super) fn key(&self) -> String {
        match self.path.key() {
            own @ ("amount" | "currency" | "discount" | "outcome" | "outstanding" | "overdue") => {
                format!("{}.{own}", self.kind.key())
            }
            other => other.to_owned(),
        }
    }

    /// The heading of its column.
    pub(super) fn label(&self) -> Text {
        self.label.clone()
    }

    pub(super) fn kind(&self) -> Type {
        match self.refers_to() {
            Some(_) => Type::Ref,
            None => Type::Text,
        }
    }

    /// The kinds of record that it leads to, the deals left out.
    pub(super) fn kinds(&self) -> &[Kind] {
        self.path.kinds()
    }

    /// The rows that a deal falls into: one for each of its values.
    pub(super) fn keys<'b>(&self, cx: &Cx<'b>, deal: AnyRow<'b>) -> Vec<Key<'b>> {
        let mut keys = Vec::new();
        self.path.any(cx.book, deal, cx.as_of, &mut |view| {
            keys.extend(self.value(cx.book, view));
            false
        });
        keys
    }

    fn value<'b>(&self, book: &Book<'_>, view: View<'b>) -> Option<Key<'b>> {
        match view {
            View::Text(text) | View::Key(text) => {
                let rank = self.values.iter().position(|(key, _)| key == text);
                Some(Key::ranked(rank.unwrap_or(self.values.len()), text))
            }
            view => key(book, view),
        }
    }

    /// The cell of a row.
    pub(super) fn cell(&self, book: &Book<'_>, key: &str) -> Cell {
        if let Some(kind) = self.refers_to() {
            return Cell::Ref(key.to_owned(), book.name_of(kind, key));
        }
        if let (Some(tag), Some(kind)) = (self.path.tag(), self.path.kind()) {
            let definition = book.definition(kind, tag).map(|row| row.record);
            let value = definition.and_then(|it| it.values.iter().find(|value| value.key == key));
            return match value {
                Some(value) => Cell::Label(key.to_owned(), value.label()),
                None => Cell::Text(key.to_owned()),
            };
        }
        match self.values.iter().find(|(known, _)| known == key) {
            Some((key, name)) => Cell::Label(key.clone(), name.clone()),
            None => Cell::Text(key.to_owned()),
        }
    }

    fn refers_to(&self) -> Option<Kind> {
        match self.path.field()?.shape.core() {
            Shape::Ref(kind) => Some(kind),
            _ => None,
        }
    }
}

/// A value as the key of a row, a moment as its day in the book's zone; `None` where there is none.
pub(super) fn key<'b>(book: &Book<'_>, view: View<'b>) -> Option<Key<'b>> {
    Some(match view {
        View::Text(text) | View::Key(text) => Key::new(text),
        View::Bool(truth) => {
            let rank = usize::from(!truth);
            Key::ranked(rank, YES_NO[rank].0)
        }
        View::Ref(_, id) => Key::new(&**id),
        View::AnyRef(kind, id) => Key::new(kind.reference(id)),
        View::Date(day) => Key::new(day.to_string()),
        View::Instant(instant) => Key::new(clock::day(book, instant).to_string()),
        View::Int(number) => Key::figure(Decimal::from_int(number.into())),
        View::Decimal(number) => Key::figure(number.normalized()),
        View::Absent | View::List(_) | View::Group(_) | View::Tags(_) => return None,
    })
}
