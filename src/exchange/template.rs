//! The empty sheet of a kind: headings that the import reads without a mapping, what can be chosen
//! in each column, and an example row that the import passes over.

use std::collections::HashSet;

use super::begin::KEY_HEADINGS;
use super::definitions::{self, Definitions};
use super::headers::Names;
use super::sheet::EXAMPLES;
use super::target::{self, Target, is_own};
use crate::base::field::{Field, Shape};
use crate::base::form::{Entry, Form, Holds};
use crate::base::kind::{Ids, Kind};
use crate::base::text::{Label, Lang};
use crate::base::typed_choice::YES_NO;
use crate::book::Book;
use crate::model::TagDefinition;

// More than this is no list to choose from.
const LONGEST_CHOICE: usize = 2000;
const OF_CONTACTS: [&str; 5] = ["name", "position", "phone", "email", "wechat"];

/// The form of `kind` in `book`, in a language.
pub fn form(book: &Book<'_>, kind: Kind, lang: Lang) -> Form {
    let mut maker = Maker {
        book,
        kind,
        lang,
        names: Names::new(book, kind),
        definitions: Definitions::new(book),
        used: HashSet::new(),
    };
    let mut columns: Vec<Entry> = maker.key().into_iter().collect();
    for (route, field) in target::routes(kind) {
        if let Some(group) = maker.wants(&route, field) {
            columns.push(maker.of_field(&route, field, group));
        }
    }
    for row in book.iter::<TagDefinition>() {
        if row.record.is_tag()
            && let Some((owner, route)) = definitions::place(row.id, row.record)
            && owner == kind
        {
            columns.push(maker.of_tag(&route, row.record));
        }
    }
    mark_example(&mut columns, lang);
    Form { name: kind.plural().pick(lang).to_owned(), columns }
}

// The import knows the example by the beginning of its first cell.
fn mark_example(columns: &mut [Entry], lang: Lang) {
    let Some(first) = columns.first_mut() else { return };
    let mark = match lang {
        Lang::Zh => format!("{}：", EXAMPLES[0]),
        Lang::En => format!("{}: ", EXAMPLES[1]),
    };
    first.example = format!("{mark}{}", first.example);
}

struct Maker<'m, 'b> {
    book: &'m Book<'b>,
    kind: Kind,
    lang: Lang,
    names: Names,
    definitions: Definitions<'m>,
    used: HashSet<String>,
}

impl Maker<'_, '_> {
    // Where no name tells rows apart, people number them.
    fn key(&mut self) -> Option<Entry> {
        let (heading, note) = match self.kind.ids() {
            Ids::Name => return None,
            Ids::Tag => (
                Label::new("id", "id"),
                Label::new("object and key, as in customer.tier", "对象和键，如 customer.tier"),
            ),
            _ if self.kind == Kind::Lead => return None,
            _ => (
                KEY_HEADINGS,
                Label::new(
                    "a number of your own that tells rows apart; a second import finds them by it",
                    "自编的号码，用于区分各行，再次导入时据此对应",
                ),
            ),
        };
        Some(Entry {
            heading: format!("{}*", heading.pick(self.lang)),
            note: note.pick(self.lang).to_owned(),
            choices: Vec::new(),
            holds: Holds::Text,
            example: if self.kind == Kind::Tag { "customer.tier" } else { "1" }.to_owned(),
        })
    }

    // Whether a field has a column; with the group that it stands for.
    fn wants(&self, route: &str, field: &Field) -> Option<Option<&'static Field>> {
        let mut steps = route.split('.').filter(|step| *step != "0");
        let (head, inner) = (steps.next()?, steps.next());
        let group = self.kind.field(head)?;
        if is_own(head) || (group.via.is_some() && !group.required) || steps.next().is_some() {
            return None;
        }
        match inner {
            None => Some(None),
            Some(key) if head == "contacts" || head == "contact" => {
                OF_CONTACTS.contains(&key).then(|| (key == "name").then_some(group))
            }
            Some(_) if head == "label" => Some(None),
            Some(_) => {
                let named = self.names.find(group.label.zh).ok()?;
                (named.route.as_deref() == Some(route) && !field.sensitive()).then_some(Some(group))
            }
        }
    }

    fn of_field(&mut self, route: &str, field: &Field, group: Option<&Field>) -> Entry {
        let labels = [group.map(|group| group.label), Some(field.label)];
        let labels = labels.into_iter().flatten().map(|label| label.pick(self.lang).to_owned());
        let heading = self.heading(labels.collect(), route);
        let mark = if self.is_required(route, field, group) { "*" } else { "" };
        let choices = self.choices(field, route);
        let holds = match field.shape.core() {
            Shape::Date if !field.shape.is_list() => Holds::Day,
            Shape::Int | Shape::Decimal if !field.shape.is_list() => Holds::Number,
            _ => Holds::Text,
        };
        let note = group.map_or(field.doc, |group| group.doc).pick(self.lang).to_owned();
        let example = self.example(field, holds, &choices, &note);
        Entry { heading: heading + mark, note, choices, holds, example }
    }

    fn of_tag(&mut self, route: &str, tag: &TagDefinition) -> Entry {
        use crate::model::tag::TagType;
        let label = if self.lang == Lang::Zh { &tag.label.zh } else { &tag.label.en };
        let heading = self.heading(vec![label.clone()], route);
        let choices = match tag.r#type {
            TagType::YesNo => {
                YES_NO.iter().map(|(_, name)| name.pick(self.lang).to_owned()).collect()
            }
            _ if tag.many == Some(true) => Vec::new(),
            _ => self.of_values(tag),
        };
        let holds = match tag.r#type {
            TagType::Date => Holds::Day,
            TagType::Number => Holds::Number,
            _ => Holds::Text,
        };
        let mark = if tag.required == Some(true) && tag.when.is_none() { "*" } else { "" };
        let note = tag.definition.clone().unwrap_or_default();
        let example = choices.first().cloned().unwrap_or_else(|| plain_example(holds, ""));
        Entry { heading: heading + mark, note, choices, holds, example }
    }

    // The first wording that the import takes for this place, else the route itself.
    fn heading(&mut self, wordings: Vec<String>, route: &str) -> String {
        let leads_here = |wording: &String| {
            let found = self.names.find(wording);
            found.is_ok_and(|meant| meant.route.as_deref() == Some(route) && meant.scale == 1)
        };
        let free = |wording: &String| !self.used.contains(wording);
        let found = wordings.into_iter().find(|wording| leads_here(wording) && free(wording));
        let heading = found.unwrap_or_else(|| route.to_owned());
        self.used.insert(heading.clone());
        heading
    }

    fn is_required(&self, route: &str, field: &Field, group: Option<&Field>) -> bool {
        let top = !route.contains('.');
        let key = group.map_or(field.key, |group| group.key);
        let asked = self.book.policy().required(self.kind.key());
        let mut asked = asked.filter(|(since, _)| *since == "always");
        (top && field.required)
            || asked.any(|(_, wanted)| wanted == key && (top || group.is_some()))
    }

    fn choices(&self, field: &Field, route: &str) -> Vec<String> {
        if field.shape.is_list() {
            return Vec::new();
        }
        match field.shape.core() {
            Shape::Ref(kind) if kind != Kind::Customer => self.records(kind),
            Shape::Text => self.described(route),
            _ => {
                let choices = self.book.policy().choices(field).into_iter();
                choices.map(|(_, name)| name.pick(self.lang).to_owned()).collect()
            }
        }
    }

    // The values that the dictionary has for a core field.
    fn described(&self, route: &str) -> Vec<String> {
        let Ok(target) = Target::parse(self.kind, route) else { return Vec::new() };
        let found = self.definitions.of(self.kind, &target);
        found.map_or_else(Vec::new, |found| self.of_values(found))
    }

    fn of_values(&self, definition: &TagDefinition) -> Vec<String> {
        definition.values.iter().map(|value| value.label().pick(self.lang).to_owned()).collect()
    }

    // By name; by id where a name means several.
    fn records(&self, kind: Kind) -> Vec<String> {
        let ids = self.book.ids(kind);
        if ids.len() > LONGEST_CHOICE || !kind.goes_by_name() {
            return Vec::new();
        }
        let called = |id: &&crate::base::id::Id| {
            let name = self.book.name_of(kind, id);
            if self.book.named(kind, &name).len() == 1 { name } else { id.to_string() }
        };
        ids.iter().map(called).collect()
    }

    fn example(&self, field: &Field, holds: Holds, choices: &[String], note: &str) -> String {
        match field.shape.core() {
            _ if !choices.is_empty() => choices[0].clone(),
            Shape::Period => "2026-11".to_owned(),
            Shape::Currency => self.book.policy().currency().code().to_owned(),
            Shape::Instant => "2026-11-21 09:30".to_owned(),
            _ => plain_example(holds, note),
        }
    }
}

fn plain_example(holds: Holds, note: &str) -> String {
    match holds {
        Holds::Day => "2026-11-21".to_owned(),
        Holds::Number => "100".to_owned(),
        Holds::Text => note.to_owned(),
    }
}

#[cfg(test)]
mod tests;
