//! What headers mean without a mapping: fields and tags by route, key, label or alias, in either
//! language.
//!
//! A dotted route is followed as it stands (`metrics.revenue`, `联系人.0.电话`). A bare name means,
//! in this order: a field of the record; a tag; a field of its first contact; a field of some other
//! group. Where one rank has two answers, there is none. A group's own name means the field that
//! names it: `联系人` is the contact's name.

mod fold;

use std::collections::HashMap;

use crate::base::field::{Field, Shape};
use crate::base::kind::Kind;
use crate::base::text::{Text, nearest};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::model::TagDefinition;
use crate::say;

use super::definitions;
use super::target::{self, Target};

/// What a header means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    /// The place in the record; `None` for the id.
    pub(super) route: Option<String>,
    /// What its numbers are multiplied by.
    pub(super) scale: u32,
}

/// The names that the fields of a kind go by.
pub(super) struct Names {
    kind: Kind,
    by_name: HashMap<String, Ranked>,
    /// What people may have meant: names as they are shown.
    shown: Vec<String>,
}

/// The routes of the best rank that a name leads to.
struct Ranked {
    rank: Rank,
    routes: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Field,
    Tag,
    Contact,
    Deeper,
}

const IDS: [&str; 3] = ["id", "recordid", "记录编号"];
// The person to talk to: the first of a customer's, the only one of a lead.
const CONTACT: [&str; 2] = ["contacts.0.", "contact."];
// The fields that a group goes by, where it has one.
const NAMING: [&str; 2] = ["name", "summary"];

impl Names {
    /// The names in `book`.
    pub(super) fn new(book: &Book<'_>, kind: Kind) -> Names {
        let mut names = Names { kind, by_name: HashMap::new(), shown: Vec::new() };
        for (route, field) in target::routes(kind) {
            names.add_field(&route, field);
        }
        names.add_groups(kind.fields(), "");
        for row in book.iter::<TagDefinition>() {
            if let Some((owner, route)) = definitions::place(row.id, row.record)
                && owner == kind
            {
                names.add_definition(&route, row.id, row.record);
            }
        }
        names
    }

    fn add(&mut self, rank: Rank, name: &str, route: &str) {
        let entry = self.by_name.entry(fold::folded(name));
        let ranked = entry.or_insert_with(|| Ranked { rank, routes: Vec::new() });
        if rank < ranked.rank {
            *ranked = Ranked { rank, routes: Vec::new() };
        }
        if rank == ranked.rank && !ranked.routes.iter().any(|known| known == route) {
            ranked.routes.push(route.to_owned());
        }
    }

    fn add_names(&mut self, rank: Rank, field: &Field, route: &str) {
        // Keys of groups further down (`on`, `from`) are too plain to mean one thing.
        let key = (rank < Rank::Deeper).then_some(field.key);
        let labels = [field.label.zh, field.label.en].into_iter();
        for name in labels.chain(key).chain(field.aliases.iter().copied()) {
            self.add(rank, name, route);
        }
        if rank < Rank::Deeper {
            self.shown.extend([field.label.zh, field.label.en, field.key].map(str::to_owned));
        }
    }

    fn add_field(&mut self, route: &str, field: &Field) {
        self.add_names(rank_of(route), field, route);
    }

    // A group's own name, where one of its fields stands for it.
    fn add_groups(&mut self, fields: &'static [Field], prefix: &str) {
        for field in fields {
            let Shape::Group(inner) = field.shape.core() else { continue };
            if prefix.is_empty() && target::is_own(field.key) {
                continue;
            }
            let at = if field.shape.is_list() { ".0." } else { "." };
            let place = format!("{prefix}{}{at}", field.key);
            if let Some(naming) = naming(inner) {
                let rank = if prefix.is_empty() { Rank::Field } else { Rank::Deeper };
                self.add_names(rank, field, &format!("{place}{}", naming.key));
            }
            self.add_groups(inner, &place);
        }
    }

    fn add_definition(&mut self, route: &str, id: &str, definition: &TagDefinition) {
        if Target::parse(self.kind, route).is_err() {
            return;
        }
        let rank = if definition.field.is_none() { Rank::Tag } else { rank_of(route) };
        let key = id.split_once('.').map(|(_, key)| key).filter(|_| rank == Rank::Tag);
        let labels = [definition.label.zh.as_str(), definition.label.en.as_str()];
        let aliases = definition.aliases.iter().map(String::as_str);
        for name in labels.into_iter().chain(key).chain(aliases) {
            self.add(rank, name, route);
        }
        self.shown.extend(labels.map(str::to_owned));
    }

    /// What a header means.
    ///
    /// # Errors
    /// When it names nothing, with what comes near; when it names several things, or carries a unit
    /// that is not known.
    pub(super) fn find(&self, header: &str) -> Result<Meant, Text> {
        let (name, unit) = fold::parts(header);
        if IDS.contains(&&*name) {
            return Ok(Meant { route: None, scale: 1 });
        }
        let route = match self.by_name.get(&name) {
            Some(ranked) => match &ranked.routes[..] {
                [one] => one.clone(),
                several => return Err(ambiguous(header, several)),
            },
            None => self.by_route(header).ok_or_else(|| self.unknown(header))?,
        };
        let scale = self.scale(header, &route, unit.as_deref())?;
        Ok(Meant { route: Some(route), scale })
    }

    /// The route that a typed name means; the name itself where it is none.
    pub(super) fn route(&self, typed: &str) -> String {
        let found = self.find(typed).ok().filter(|meant| meant.scale == 1);
        found.and_then(|meant| meant.route).unwrap_or_else(|| typed.to_owned())
    }

    // Each step by key, label or alias; lists by position; what stands behind `tags.` as it is.
    fn by_route(&self, header: &str) -> Option<String> {
        let mut shape = Shape::Group(self.kind.fields());
        let mut route: Vec<String> = Vec::new();
        let header = normalize_width(header);
        for raw in header.trim().trim_matches('*').split('.').map(str::trim) {
            let step = &*fold::folded(raw);
            shape = match shape {
                Shape::Group(fields) => {
                    let field = fields.iter().find(|field| is_called(field, step))?;
                    route.push(field.key.to_owned());
                    field.shape
                }
                Shape::List(item) if step.parse::<usize>().is_ok() => {
                    route.push(step.to_owned());
                    *item
                }
                Shape::Tags => {
                    route.push(raw.to_lowercase());
                    Shape::Text
                }
                _ => return None,
            };
        }
        let route = route.join(".");
        Target::parse(self.kind, &route).is_ok().then_some(route)
    }

    fn scale(&self, header: &str, route: &str, unit: Option<&str>) -> Result<u32, Text> {
        let is_number = Target::parse(self.kind, route)
            .is_ok_and(|target| matches!(target.shape.core(), Shape::Decimal | Shape::Int));
        match unit.filter(|_| is_number) {
            None => Ok(1),
            Some(unit) => fold::scale(unit).ok_or_else(|| {
                say!(
                    en: "`{header}`: what is `{unit}` in figures? say the `scale` in a mapping",
                    zh: "`{header}`：不认识单位 `{unit}`；请在映射中用 `scale` 说明倍数"
                )
            }),
        }
    }

    fn unknown(&self, header: &str) -> Text {
        let (name, _) = fold::parts(header);
        let shown = self.shown.iter().map(String::as_str);
        // `客户负责人` says more than the name of its field.
        let part_of = |known: &&str| !known.is_ascii() && name.contains(*known);
        let longest = shown.clone().filter(part_of).max_by_key(|known| known.len());
        match nearest(&name, shown).or(longest) {
            Some(near) => say!(
                en: "`{header}` (did you mean `{near}`?)",
                zh: "`{header}`（是否指 `{near}`？）"
            ),
            None => Text::same(format!("`{header}`")),
        }
    }
}

/// Whether a header is a name but for what does not count.
pub(super) fn is_same_name(name: &str, header: &str) -> bool {
    fold::parts(header).0 == fold::folded(name)
}

fn rank_of(route: &str) -> Rank {
    match CONTACT.iter().find_map(|prefix| route.strip_prefix(prefix)) {
        Some(rest) if !rest.contains('.') => Rank::Contact,
        _ if route.contains('.') => Rank::Deeper,
        _ => Rank::Field,
    }
}

fn is_called(field: &Field, folded: &str) -> bool {
    let names = [field.key, field.label.zh, field.label.en].into_iter();
    names.chain(field.aliases.iter().copied()).any(|name| fold::folded(name) == folded)
}

// The field that names a group, else the only one that it cannot be without.
fn naming(fields: &'static [Field]) -> Option<&'static Field> {
    let named = NAMING.iter().find_map(|key| fields.iter().find(|field| field.key == *key));
    let mut needed = fields.iter().filter(|field| field.required && field.key != "id");
    let only = needed.next().filter(|_| needed.next().is_none());
    named.or(only).filter(|field| !matches!(field.shape.core(), Shape::Group(_) | Shape::Tags))
}

fn ambiguous(header: &str, routes: &[String]) -> Text {
    let list = routes.iter().map(|route| format!("`{route}`")).collect::<Vec<_>>().join(", ");
    say!(
        en: "`{header}` (it may be {list}: write one of them as the header)",
        zh: "`{header}`（可能是 {list}：请把表头改成其中之一）"
    )
}

#[cfg(test)]
mod tests;
