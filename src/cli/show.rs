//! A record for people: its fields by name, references by the name of what they lead to.

use super::record::{MASK, Masks, shown};
use crate::base::field::{Field, Fields, Shape, View};
use crate::base::kind::Kind;
use crate::base::text::Lang;
use crate::base::typed_choice::YES_NO;
use crate::book::{AnyRow, Book};
use crate::output::plain;

/// The dossier of a record.
pub fn dossier(book: &Book<'_>, row: &AnyRow<'_>, lang: Lang, reveal: bool) -> String {
    let mut text = format!(
        "{} — {} ({})\n{}\n",
        plain(&row.name(book)),
        row.kind.label().pick(lang),
        row.reference(),
        plain(row.path)
    );
    let masks = Masks::new(book, row.kind, reveal);
    let printer = Printer { book, kind: row.kind, lang, masks };
    printer.group(&mut text, row.fields, 1);
    text
}

struct Printer<'p> {
    book: &'p Book<'p>,
    kind: Kind,
    lang: Lang,
    masks: Masks<'p>,
}

impl Printer<'_> {
    fn group(&self, text: &mut String, fields: &dyn Fields, depth: usize) {
        let entries: Vec<(&Field, View<'_>)> = fields
            .table()
            .iter()
            .enumerate()
            .map(|(index, field)| (field, fields.value(index)))
            .filter(|(_, view)| !view.is_absent())
            .collect();
        let widest = entries.iter().map(|(field, _)| width(self.label(field))).max().unwrap_or(0);
        for (field, view) in entries {
            let label = self.label(field);
            let pad = " ".repeat(widest - width(label));
            let indent = "  ".repeat(depth);
            let nested = matches!(view, View::Group(_))
                || (matches!(view, View::List(_)) && matches!(field.shape.core(), Shape::Group(_)));
            match nested {
                true => text.push_str(&format!("{indent}{label}")),
                false => text.push_str(&format!("{indent}{label}{pad}  ")),
            }
            self.value(text, field, view, depth);
        }
    }

    fn label(&self, field: &Field) -> &'static str {
        field.label.pick(self.lang)
    }

    fn value(&self, text: &mut String, field: &Field, view: View<'_>, depth: usize) {
        match view {
            _ if self.masks.hides(field) => text.push_str(&format!("{MASK}\n")),
            View::Group(fields) => {
                text.push('\n');
                self.group(text, fields, depth + 1);
            }
            View::List(items) if matches!(field.shape.core(), Shape::Group(_)) => {
                text.push('\n');
                let indent = "  ".repeat(depth + 1);
                for at in 0..items.len() {
                    if let View::Group(fields) = items.at(at) {
                        text.push_str(&format!("{indent}- {}\n", self.line(fields)));
                    }
                }
            }
            View::List(items) => {
                let items = (0..items.len()).map(|at| self.word(field, items.at(at)));
                let joint = if self.lang == Lang::Zh { "、" } else { ", " };
                text.push_str(&format!("{}\n", items.collect::<Vec<_>>().join(joint)));
            }
            view => {
                let words = self.word(field, view);
                let indent = "  ".repeat(depth + 2);
                text.push_str(&words.trim_end().replace('\n', &format!("\n{indent}")));
                text.push('\n');
            }
        }
    }

    // A group on one line: its values in order, named where the value does not speak for itself.
    fn line(&self, fields: &dyn Fields) -> String {
        let parts = fields.table().iter().enumerate().filter_map(|(index, field)| {
            let view = fields.value(index);
            if view.is_absent() {
                return None;
            }
            let word = match view {
                View::Group(inner) => self.line(inner),
                View::List(items) if matches!(field.shape.core(), Shape::Group(_)) => {
                    let lines = (0..items.len()).filter_map(|at| match items.at(at) {
                        View::Group(fields) => Some(self.line(fields)),
                        _ => None,
                    });
                    lines.collect::<Vec<_>>().join(" / ")
                }
                _ => self.word(field, view),
            };
            Some(format!("{} {word}", self.label(field)))
        });
        parts.collect::<Vec<_>>().join(" · ")
    }

    // Moves keep the keys of statuses; their names stand at the kind's own field.
    fn status(&self, key: &str) -> String {
        let choice = self.kind.field("status").and_then(|field| field.choice(key));
        choice.map_or(key, |choice| choice.label.pick(self.lang)).to_owned()
    }

    fn word(&self, field: &Field, view: View<'_>) -> String {
        if self.masks.hides(field) {
            return MASK.to_owned();
        }
        let word = match (view, field.terms, field.shape.core()) {
            (View::Ref(kind, id) | View::AnyRef(kind, id), ..) => self.reference(kind, id),
            (View::Text(term), Some(list), _) => {
                let name = self.book.policy().term(list, term);
                name.pick(self.lang).to_owned()
            }
            (View::Key(key), ..) => {
                let choice = field.choice(key);
                choice.map_or(key, |choice| choice.label.pick(self.lang)).to_owned()
            }
            (View::Bool(truth), ..) => YES_NO[usize::from(!truth)].1.pick(self.lang).to_owned(),
            (View::Text(status), None, _) if field.key == "status" => self.status(status),
            (View::Text(text), None, _) => {
                // Lines of a text stay lines; everything else a terminal could obey does not.
                return text
                    .lines()
                    .map(|line| plain(line).into_owned())
                    .collect::<Vec<_>>()
                    .join("\n");
            }
            (View::Tags(tags), ..) => {
                let joint = if self.lang == Lang::Zh { "，" } else { ", " };
                let tag = |(key, tag): (&String, &crate::base::field::Tag)| {
                    format!(
                        "{} {}",
                        self.tag_name(key),
                        self.masks.tag(key, tag).values().join("|")
                    )
                };
                tags.iter().map(tag).collect::<Vec<_>>().join(joint)
            }
            (view, ..) => shown(field, view, self.masks),
        };
        plain(&word).into_owned()
    }

    // What people call a tag: the label of its definition, else its key.
    fn tag_name(&self, key: &str) -> String {
        match (self.book.definition(self.kind, key), self.lang) {
            (Some(row), Lang::En) => row.record.label.en.clone(),
            (Some(row), Lang::Zh) => row.record.label.zh.clone(),
            (None, _) => key.to_owned(),
        }
    }

    fn reference(&self, kind: Kind, id: &str) -> String {
        let name = self.book.name_of(kind, id);
        if name == id { id.to_owned() } else { format!("{name} ({id})") }
    }
}

fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
