//! Paths: the steps from a record to values, read from dotted keys by [`walk`](super::walk).

use super::computed::Computed;
use super::tag::definition;
use super::walk;
use crate::base::date::Date;
use crate::base::field::{Field, View};
use crate::base::kind::Kind;
use crate::base::text::{Label, Text};
use crate::book::{AnyRow, Book};

/// The way from a record to values: through groups, lists, tags and references.
#[derive(Clone, Debug)]
pub struct Path {
    /// The keys in full, as records spell them.
    pub(super) key: String,
    pub(super) steps: Vec<Step>,
    /// What stands at its end.
    pub(super) end: End,
    /// What the fields on the way are called.
    pub(super) labels: Vec<Label>,
    /// Whether something on the way is masked in outputs.
    pub(super) sensitive: bool,
    /// The kinds of record that it leads to.
    pub(super) kinds: Vec<Kind>,
}

#[derive(Clone, Debug)]
pub(super) enum Step {
    Field(usize),
    /// Of the record, also where it stands in a group.
    Computed(&'static Computed),
    Id,
    Tag(Box<str>),
}

/// What stands at the end of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum End {
    /// The id of a record of the kind.
    Id(Kind),
    /// A field; of a record of the kind where it is one of its own.
    Field(&'static Field, Option<Kind>),
    /// A tag of a record of the kind.
    Tag(Kind),
}

impl Path {
    /// The path that a dotted key means: keys, names in both languages, endings of Chinese names,
    /// tags by key or name; through references.
    ///
    /// # Errors
    /// When there is no such field, with a suggestion.
    pub fn parse(book: &Book<'_>, kind: Kind, typed: &str) -> Result<Path, Text> {
        walk::read(book, kind, typed).map_err(|bad| bad.message)
    }

    /// The key in full, as records spell it: `customer.industry`, `tags.vip`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The field at its end; `None` for an id or a tag.
    pub fn field(&self) -> Option<&'static Field> {
        match self.end {
            End::Field(field, _) => Some(field),
            End::Id(_) | End::Tag(_) => None,
        }
    }

    /// The kind of the record that has the field or tag at its end; `None` inside a group.
    pub fn kind(&self) -> Option<Kind> {
        match self.end {
            End::Id(kind) | End::Tag(kind) => Some(kind),
            End::Field(_, kind) => kind,
        }
    }

    /// The kinds of record that it leads to, in their order on the way.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// Whether its values must be masked in outputs.
    pub fn sensitive(&self) -> bool {
        self.sensitive
    }

    /// What people call it: `next on`, 下一步日期.
    pub fn label(&self, book: &Book<'_>) -> Text {
        let tag = match self.end {
            End::Tag(kind) => Some((kind, self.tag().unwrap_or_default())),
            End::Id(_) | End::Field(..) => None,
        };
        // The map of tags goes without saying.
        let labels = &self.labels[..self.labels.len() - usize::from(tag.is_some())];
        let mut en: Vec<&str> = labels.iter().map(|label| label.en).collect();
        let mut zh: Vec<&str> = labels.iter().map(|label| label.zh).collect();
        if let Some((kind, key)) = tag {
            let label = definition(book, kind, key).map(|it| &it.label);
            en.push(label.map_or(key, |label| &label.en));
            zh.push(label.map_or(key, |label| &label.zh));
        }
        Text { en: en.join(" ").into(), zh: zh.concat().into() }
    }

    /// The key of the tag at its end.
    pub fn tag(&self) -> Option<&str> {
        match self.steps.last() {
            Some(Step::Tag(key)) => Some(key),
            _ => None,
        }
    }

    /// Whether one of the values that a record has on a day passes `test`. What is not there has no value; a list
    /// has those of its items.
    pub fn any<'b>(
        &self,
        book: &'b Book<'b>,
        row: AnyRow<'b>,
        day: Date,
        test: &mut dyn FnMut(View<'b>) -> bool,
    ) -> bool {
        Way { book, day }.at_record(row, &self.steps, test)
    }
}

/// What the steps are taken in.
#[derive(Clone, Copy)]
struct Way<'b> {
    book: &'b Book<'b>,
    day: Date,
}

impl<'b> Way<'b> {
    fn at_record(
        self,
        row: AnyRow<'b>,
        steps: &[Step],
        test: &mut dyn FnMut(View<'b>) -> bool,
    ) -> bool {
        match steps.split_first() {
            Some((Step::Id, _)) => test(View::Text(row.id)),
            Some((Step::Computed(it), rest)) => {
                self.at_view(it.get(self.book, row, self.day), rest, test)
            }
            _ => self.at_view(View::Group(row.fields), steps, test),
        }
    }

    fn at_view(
        self,
        view: View<'b>,
        steps: &[Step],
        test: &mut dyn FnMut(View<'b>) -> bool,
    ) -> bool {
        match (view, steps.split_first()) {
            (View::List(items), _) => {
                (0..items.len()).any(|at| self.at_view(items.at(at), steps, test))
            }
            (view, None) => !view.is_absent() && test(view),
            (View::Group(fields), Some((Step::Field(index), rest))) => {
                self.at_view(fields.value(*index), rest, test)
            }
            (View::Ref(kind, id), _) => {
                self.book.any(kind, id).is_some_and(|row| self.at_record(row, steps, test))
            }
            (View::Tags(tags), Some((Step::Tag(key), _))) => {
                let values = tags.get(&**key).map_or(&[][..], |tag| tag.values());
                values.iter().any(|value| !value.is_empty() && test(View::Text(value)))
            }
            _ => false,
        }
    }
}
