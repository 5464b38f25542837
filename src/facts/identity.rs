//! Whether the book knows a customer or lead already: by credit code, name, telephone, mail.
//!
//! The one room for it: `who` asks here, and `add` and `import` before they make a new one.

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::base::credit_code;
use crate::base::field::{Fields, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::name::{bare, normal};
use crate::base::reach;
use crate::base::text::Label;
use crate::base::value::Value;
use crate::base::width::normalize_width;
use crate::book::{AnyRow, Book};
use crate::model::Lead;

/// The kinds that are known by more than their name: who is a customer, and who may become one.
pub const KINDS: [Kind; 2] = [Kind::Customer, Kind::Lead];

/// What two records have in common, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// The unified social credit code.
    Code,
    /// A name, alias or former name.
    Name,
    /// A name but for its legal form.
    Bare,
    /// A telephone number.
    Phone,
    /// A mail address.
    Email,
    /// The domain of a company's mail addresses.
    Domain,
}

impl Ground {
    /// The key in machine-readable output.
    pub const fn key(self) -> &'static str {
        match self {
            Ground::Code => "credit_code",
            Ground::Name => "name",
            Ground::Bare => "bare_name",
            Ground::Phone => "phone",
            Ground::Email => "email",
            Ground::Domain => "email_domain",
        }
    }

    /// What is the same.
    pub const fn label(self) -> Label {
        match self {
            Ground::Code => Label::new("same credit code", "信用代码相同"),
            Ground::Name => Label::new("same name", "名称相同"),
            Ground::Bare => Label::new("same name but for the legal form", "除公司后缀外名称相同"),
            Ground::Phone => Label::new("same telephone", "电话相同"),
            Ground::Email => Label::new("same e-mail", "邮箱相同"),
            Ground::Domain => Label::new("same e-mail domain", "邮箱域名相同"),
        }
    }
}

/// What tells one from all others, as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks(Vec<(Ground, String)>);

impl Marks {
    /// Those of a record.
    pub fn of(fields: &dyn Fields) -> Marks {
        let mut marks = Marks::default();
        for (field, at) in fields.table().iter().zip(0..) {
            if HEADS.contains(&field.key) {
                each_text(fields.value(at), field.key, &mut |key, text| {
                    marks.note(field.key, key, text);
                });
            }
        }
        marks
    }

    /// Those of a record that is not written yet.
    pub fn of_value(value: &Value) -> Marks {
        let mut marks = Marks::default();
        let Value::Map(pairs) = value else { return marks };
        pairs.iter().for_each(|(head, value)| marks.note_value(head, head, value));
        marks
    }

    /// Notes the value of a field: the first key of its route and the last.
    pub fn note_value(&mut self, head: &str, last: &str, value: &Value) {
        if HEADS.contains(&head) {
            each_scalar(value, last, &mut |key, text| self.note(head, key, text));
        }
    }

    /// Those that a person typed, without saying which: a code, a number, an address, a domain. For
    /// a name there are none; it is looked for by its likeness.
    pub fn typed(text: &str) -> Marks {
        let mut marks = Marks::default();
        let narrow = normalize_width(text.trim());
        let code = narrow.to_uppercase();
        let is_phone = |c: char| c.is_ascii_digit() || " +-()./#".contains(c);
        if credit_code::check_character(&code).is_some() {
            marks.note("credit_code", "credit_code", &code);
        } else if narrow.contains('@') {
            marks.note("contact", "email", &narrow);
        } else if narrow.chars().all(is_phone) {
            marks.note("contact", "phone", &narrow);
        } else if narrow.is_ascii() && reach::is_host(&narrow) && !reach::is_public(&narrow) {
            marks.0.push((Ground::Domain, narrow.to_lowercase()));
        }
        marks
    }

    /// Notes the text of a field: the first key of its route and the last.
    pub fn note(&mut self, head: &str, last: &str, text: &str) {
        match (head, last) {
            ("name" | "aliases" | "former_names", _) => {
                let name = normal(text);
                self.push(Ground::Bare, bare(&name));
                self.push(Ground::Name, name);
            }
            ("credit_code", _) => {
                self.push(Ground::Code, normalize_width(text.trim()).to_uppercase());
            }
            ("contacts" | "contact", "phone") => {
                reach::phones(text).into_iter().for_each(|phone| self.push(Ground::Phone, phone));
            }
            ("contacts" | "contact", "email") => {
                let Some(email) = reach::email(text) else { return };
                if let Some(domain) = reach::own_domain(&email) {
                    self.push(Ground::Domain, domain.to_owned());
                }
                self.push(Ground::Email, email);
            }
            _ => {}
        }
    }

    fn push(&mut self, ground: Ground, text: String) {
        if !text.is_empty() && !self.has(ground, &text) {
            self.0.push((ground, text));
        }
    }

    fn has(&self, ground: Ground, text: &str) -> bool {
        self.0.iter().any(|(own, known)| *own == ground && known == text)
    }

    /// Those of other grounds.
    #[must_use]
    pub fn without(mut self, ground: Ground) -> Marks {
        self.0.retain(|(own, _)| *own != ground);
        self
    }

    /// Whether nothing tells it apart.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether nothing but a mark of `ground` tells it apart.
    pub fn only(&self, ground: Ground) -> bool {
        !self.is_empty() && self.0.iter().all(|(own, _)| *own == ground)
    }

    /// Whether they have a mark in common, of the grounds that count.
    pub fn meets(&self, other: &Marks, counts: impl Fn(Ground) -> bool) -> bool {
        self.0.iter().any(|(ground, text)| counts(*ground) && other.has(*ground, text))
    }

    fn code(&self) -> Option<&str> {
        let codes = self.0.iter().filter(|(ground, _)| *ground == Ground::Code);
        codes.map(|(_, code)| code.as_str()).find(|code| credit_code::is_valid(code))
    }

    // Two codes are two companies, whatever else they share but the whole name.
    fn tells_apart(&self, other: Option<&str>) -> bool {
        matches!((self.code(), other), (Some(own), Some(other)) if own != other)
    }
}

const HEADS: [&str; 6] = ["name", "aliases", "former_names", "credit_code", "contacts", "contact"];

fn each_text(view: View<'_>, key: &str, visit: &mut dyn FnMut(&str, &str)) {
    match view {
        View::Text(text) => visit(key, text),
        View::List(items) => (0..items.len()).for_each(|at| each_text(items.at(at), key, visit)),
        View::Group(fields) => {
            for (at, field) in fields.table().iter().enumerate() {
                each_text(fields.value(at), field.key, visit);
            }
        }
        _ => {}
    }
}

fn each_scalar(value: &Value, key: &str, visit: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::Null => {}
        Value::Scalar(scalar) => visit(key, &scalar.text),
        Value::List(items) => items.iter().for_each(|item| each_scalar(item, key, visit)),
        Value::Map(pairs) => pairs.iter().for_each(|(key, value)| each_scalar(value, key, visit)),
    }
}

/// A record that is, or may be, the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// The surest thing that they have in common.
    pub ground: Ground,
}

/// What the book knows, for many questions; takes in what is planned as well.
#[derive(Clone, Debug, Default)]
pub struct Index {
    by_mark: HashMap<(Ground, String), Vec<(Kind, Id)>>,
    codes: HashMap<(Kind, Id), String>,
}

impl Index {
    /// The index of the book's customers and open leads.
    pub fn new(book: &Book<'_>) -> Index {
        let mut index = Index::default();
        let rows = known_rows(book);
        let marks: Vec<Marks> = rows.par_iter().map(|row| Marks::of(row.fields)).collect();
        for (row, marks) in rows.iter().zip(&marks) {
            index.add(row.kind, row.id, marks);
        }
        index
    }

    /// Takes in one more record.
    pub fn add(&mut self, kind: Kind, id: &Id, marks: &Marks) {
        for mark in &marks.0 {
            self.by_mark.entry(mark.clone()).or_default().push((kind, id.clone()));
        }
        if let Some(code) = marks.code() {
            self.codes.insert((kind, id.clone()), code.to_owned());
        }
    }

    /// The records that have a mark in common with `marks`, the surest first.
    pub fn matches(&self, marks: &Marks) -> Vec<Match> {
        let shared = marks.0.iter().flat_map(|mark| {
            let bearers = self.by_mark.get(mark).map_or(&[][..], Vec::as_slice);
            bearers.iter().map(|bearer| (mark.0, bearer.clone()))
        });
        decide(shared.collect(), |of| marks.tells_apart(self.codes.get(of).map(String::as_str)))
    }
}

/// The records of the book that have a mark in common with `marks`, the surest first. Reads
/// customers and leads; for one question cheaper than an [`Index`].
pub fn matches(book: &Book<'_>, marks: &Marks) -> Vec<Match> {
    if marks.is_empty() {
        return Vec::new();
    }
    let rows = known_rows(book);
    let shared = rows.par_iter().flat_map_iter(|row| {
        let own = Marks::of(row.fields);
        let shared = own.0.iter().filter(|(ground, text)| marks.has(*ground, text));
        let apart = marks.tells_apart(own.code());
        let shared = shared.map(|(ground, _)| (*ground, (row.kind, row.id.clone()), apart));
        shared.collect::<Vec<_>>()
    });
    let shared: Vec<(Ground, (Kind, Id), bool)> = shared.collect();
    let apart: BTreeMap<(Kind, Id), bool> =
        shared.iter().map(|(_, of, apart)| (of.clone(), *apart)).collect();
    let shared = shared.into_iter().map(|(ground, of, _)| (ground, of)).collect();
    decide(shared, |of| apart.get(of).copied().unwrap_or(false))
}

// Customers, and leads from which something may still come.
fn known_rows<'b>(book: &'b Book<'_>) -> Vec<AnyRow<'b>> {
    let leads = book.iter::<Lead>().filter(|row| row.record.is_open()).map(crate::book::Row::erase);
    let mut rows = book.rows(Kind::Customer);
    rows.extend(leads);
    rows
}

fn decide(shared: Vec<(Ground, (Kind, Id))>, is_apart: impl Fn(&(Kind, Id)) -> bool) -> Vec<Match> {
    // A domain that several have is a group's or a provider's, and tells nothing.
    let mut domains: Vec<&(Kind, Id)> = Vec::new();
    domains.extend(shared.iter().filter(|(ground, _)| *ground == Ground::Domain).map(|it| &it.1));
    domains.sort_unstable();
    domains.dedup();
    let domain_counts = domains.len() == 1;
    let mut surest: BTreeMap<(Kind, Id), Ground> = BTreeMap::new();
    for (ground, of) in shared {
        let counts = match ground {
            Ground::Code | Ground::Name => true,
            Ground::Domain => domain_counts && !is_apart(&of),
            _ => !is_apart(&of),
        };
        if counts {
            let known = surest.entry(of).or_insert(ground);
            *known = ground.min(*known);
        }
    }
    let mut matches: Vec<Match> =
        surest.into_iter().map(|((kind, id), ground)| Match { kind, id, ground }).collect();
    matches.sort_by_key(|found| found.ground);
    matches
}

#[cfg(test)]
mod tests;
