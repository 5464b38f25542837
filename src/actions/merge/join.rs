//! Two customers into one: what is taken over, what differs, and taking it out again.

use crate::actions::layout::Table;
use crate::base::edit::Edit;
use crate::base::field::Field;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::name::normal;
use crate::base::reach;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::model::Customer;
use crate::model::contact::Contact;
use crate::text::decode::decode;
use crate::text::emit::value_of;
use crate::text::{edit, yaml};

/// What becomes of the kept record.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// The edits of its file.
    pub edits: Vec<Edit>,
    /// What they take over: routes, and `route=text` for items of lists.
    pub took: Vec<String>,
    /// The routes where both say something else: the kept one's word stands.
    pub differs: Vec<String>,
    /// The contacts of the other one that are called otherwise now: was, now.
    pub contacts: Vec<(String, String)>,
}

// Each record has its own life and stamps; names and contacts are joined item by item.
const APART: [&str; 12] = [
    "name",
    "aliases",
    "former_names",
    "former_ids",
    "contacts",
    "grade",
    "grade_override",
    "relation",
    "moves",
    "merged_from",
    "entered",
    "imported",
];

/// What `kept` takes over from `other`.
pub(super) fn joined(kept: (&Id, &Customer), other: (&Id, &Customer)) -> Joined {
    let mut joined = Joined::default();
    joined.names(kept.1, other);
    joined.people(kept.1, other.1);
    let (own, others) = (value_of(kept.1), value_of(other.1));
    for field in Customer::FIELDS.iter().filter(|field| !APART.contains(&field.key)) {
        // Its group would be itself; its moves say whose it is.
        let is_own = field.key == "parent" && other.1.parent.as_deref() == Some(kept.0);
        let is_moved = field.key == "owner" && !kept.1.moves.is_empty();
        let leads_back = field.key == "parent" && kept.1.parent.as_deref() == Some(other.0);
        if !is_own && !is_moved && !leads_back {
            joined.field(field, own.get(field.key), others.get(field.key));
        }
    }
    joined
}

impl Joined {
    fn set(&mut self, route: Route, value: &Value) {
        self.took.push(route.to_string());
        self.edits.push(Edit::Set(route, value.clone()));
    }

    fn append(&mut self, route: &Route, value: Value) {
        let text = value.as_text().unwrap_or_default();
        self.took.push(format!("{route}={text}"));
        self.edits.push(Edit::Append(route.clone(), value));
    }

    fn names(&mut self, kept: &Customer, (id, other): (&Id, &Customer)) {
        let own = kept.aliases.iter().chain(kept.former_names.iter());
        let mut known: Vec<String> = own.map(|name| normal(name)).collect();
        known.push(normal(&kept.name));
        let current = std::iter::once(&other.name).chain(other.aliases.iter());
        let names = current.map(|name| ("aliases", name));
        for (key, name) in names.chain(other.former_names.iter().map(|name| ("former_names", name)))
        {
            let bare = normal(name);
            if !known.contains(&bare) {
                known.push(bare);
                self.append(&Route::name(key), Value::text(name));
            }
        }
        let ids = std::iter::once(id.to_string()).chain(other.former_ids.iter().cloned());
        for id in ids.filter(|id| !kept.former_ids.contains(id)) {
            self.append(&Route::name("former_ids"), Value::plain(id));
        }
    }

    // The same person has a telephone, an e-mail or the name in common.
    fn people(&mut self, kept: &Customer, other: &Customer) {
        let mut has_primary = kept.contacts.iter().any(|it| it.primary == Some(true));
        let mut ids: Vec<String> = kept.contacts.iter().map(|it| it.id.to_string()).collect();
        for contact in other.contacts.iter() {
            if let Some(same) = kept.contacts.iter().find(|own| is_same_person(own, contact)) {
                self.rename_contact(&contact.id, &same.id);
                self.fill(same, contact);
                continue;
            }
            let free = (2..).map(|n| format!("{}-{n}", contact.id));
            let id = std::iter::once(contact.id.to_string()).chain(free);
            let id = id.into_iter().find(|id| !ids.contains(id)).unwrap_or_default();
            let Value::Map(mut pairs) = value_of(contact) else { continue };
            pairs.retain(|(key, _)| key != "id" && !(key == "primary" && has_primary));
            pairs.insert(0, ("id".to_owned(), Value::plain(&id)));
            has_primary |= contact.primary == Some(true);
            self.rename_contact(&contact.id, &id);
            self.took.push(format!("contacts.{id}"));
            self.edits.push(Edit::Append(Route::name("contacts"), Value::Map(pairs)));
            ids.push(id);
        }
    }

    fn rename_contact(&mut self, was: &str, now: &str) {
        if was != now {
            self.contacts.push((was.to_owned(), now.to_owned()));
        }
    }

    fn fill(&mut self, own: &Contact, contact: &Contact) {
        let (known, more) = (value_of(own), value_of(contact));
        let route = Route::name("contacts").then(&own.id);
        for field in
            Contact::FIELDS.iter().filter(|it| !["id", "name", "primary"].contains(&it.key))
        {
            self.value(route.clone().then(field.key), known.get(field.key), more.get(field.key));
        }
    }

    fn field(&mut self, field: &Field, own: Option<&Value>, other: Option<&Value>) {
        let route = Route::name(field.key);
        match (own, other) {
            (Some(Value::Map(known)), Some(Value::Map(more))) => {
                for (key, value) in more {
                    let known = known.iter().find(|(own, _)| own == key).map(|(_, value)| value);
                    self.value(route.clone().then(key), known, Some(value));
                }
            }
            (Some(Value::List(known)), Some(Value::List(more)))
                if more.iter().all(|item| item.as_text().is_some()) =>
            {
                for item in more.iter().filter(|item| !known.contains(item)) {
                    self.append(&route, item.clone());
                }
            }
            (own, other) => self.value(route, own, other),
        }
    }

    fn value(&mut self, route: Route, own: Option<&Value>, other: Option<&Value>) {
        match (own, other) {
            (None, Some(value)) => self.set(route, value),
            (Some(own), Some(other)) if own != other => self.differs.push(route.to_string()),
            _ => {}
        }
    }
}

fn is_same_person(a: &Contact, b: &Contact) -> bool {
    let phones =
        |it: &Contact| it.phone.as_ref().map_or_else(Vec::new, |it| reach::phones(it.reveal()));
    let email = |it: &Contact| it.email.as_ref().and_then(|it| reach::email(it.reveal()));
    let own = phones(a);
    phones(b).iter().any(|phone| own.contains(phone))
        || (email(a).is_some() && email(a) == email(b))
        || normal(&a.name) == normal(&b.name)
}

/// The file of the kept record without what it took over, and what has changed since and stays.
///
/// # Errors
/// When the file cannot be edited safely.
pub(super) fn taken_out(
    text: &str,
    other: &Customer,
    took: &[String],
) -> Result<(String, Vec<String>), Text> {
    let others = value_of(other);
    let mut text = text.to_owned();
    let mut stays = Vec::new();
    for took in took.iter().rev() {
        let Some(now) = customer(&text) else { break };
        match removal(&value_of(&now), &others, took) {
            Some(route) => {
                text = edit::apply(&text, &[Edit::Remove(route)], &Table(Kind::Customer))?
            }
            None => stays.push(took.clone()),
        }
    }
    Ok((text, stays))
}

/// The customer that a file says; `None` where it cannot be read.
pub(super) fn customer(text: &str) -> Option<Customer> {
    let (tree, faults) = yaml::parse(text);
    decode(&tree).0.filter(|_| faults.is_empty())
}

// What is to go for one thing that was taken over; `None` where it is not as it was taken.
fn removal(now: &Value, others: &Value, took: &str) -> Option<Route> {
    if let Some((key, text)) = took.split_once('=') {
        let Some(Value::List(items)) = now.get(key) else { return None };
        let at = items.iter().position(|item| item.as_text() == Some(text))?;
        let route = Route::name(key);
        return Some(if items.len() == 1 { route } else { route.at(at) });
    }
    let (head, rest) = took.split_once('.').unwrap_or((took, ""));
    let inner = now.get(head)?;
    let other = others.get(head)?;
    let is_as_taken = match (head, rest) {
        (_, "") => inner == other,
        ("contacts", rest) => is_contact_as_taken(inner, other, rest),
        (_, key) => inner.get(key).is_some() && inner.get(key) == other.get(key),
    };
    let only = matches!(inner, Value::List(items) if items.len() == 1 && head == "contacts" && !rest.contains('.'));
    let route = if only { Route::name(head) } else { route_of(head, rest) };
    is_as_taken.then_some(route)
}

// Keys of tags may have dots; those of contacts are an id and a field.
fn route_of(head: &str, rest: &str) -> Route {
    let route = Route::name(head);
    match (head, rest) {
        (_, "") => route,
        ("contacts", rest) => rest.split('.').fold(route, |route, key| route.then(key)),
        (_, key) => route.then(key),
    }
}

fn is_contact_as_taken(now: &Value, other: &Value, rest: &str) -> bool {
    let (Value::List(now), Value::List(others)) = (now, other) else { return false };
    let (id, key) = rest.split_once('.').unwrap_or((rest, ""));
    let Some(own) = now.iter().find(|it| it.get("id").and_then(Value::as_text) == Some(id)) else {
        return false;
    };
    if key.is_empty() {
        return others.iter().any(|other| bare(own) == bare(other));
    }
    own.get(key).is_some() && others.iter().any(|other| other.get(key) == own.get(key))
}

fn bare(contact: &Value) -> Vec<&(String, Value)> {
    match contact {
        Value::Map(pairs) => {
            pairs.iter().filter(|(key, _)| key != "id" && key != "primary").collect()
        }
        _ => Vec::new(),
    }
}
