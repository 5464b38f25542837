//! Reading dotted keys as people type them: field keys, names in both languages, endings of
//! Chinese names, names of the tag dictionary, shortcuts; through groups, lists and references.

use super::computed;
use super::path::{End, Path, Step};
use super::shortcut::{SHORTCUTS, Shortcut};
use super::tag;
use super::wrong::Bad;
use crate::base::field::{Field, Shape};
use crate::base::fold::is_same;
use crate::base::kind::Kind;
use crate::base::text::{Label, Text, nearest};
use crate::book::Book;
use crate::model::TagDefinition;
use crate::say;

/// Further than any question that makes sense, and few enough to be walked anywhere.
const MOST_STEPS: usize = 12;

/// The path that a dotted key means for records of a kind.
pub(super) fn read(book: &Book<'_>, kind: Kind, typed: &str) -> Result<Path, Bad> {
    let path = Path {
        key: String::new(),
        steps: Vec::new(),
        end: End::Id(kind),
        labels: Vec::new(),
        sensitive: false,
        kinds: Vec::new(),
    };
    let mut walk = Walk { book, place: Place::Record(kind), path };
    let mut start = 0;
    for step in typed.split('.') {
        if let Place::Tags(kind) = walk.place {
            walk.tag(kind, &typed[start..])
                .map_err(|message| Bad::new(message, start..typed.len()))?;
            return Ok(walk.path);
        }
        walk.step(step, typed).map_err(|message| Bad::new(message, start..start + step.len()))?;
        start += step.len() + 1;
    }
    Ok(walk.path)
}

/// What the next step is looked up in.
#[derive(Clone, Copy)]
enum Place {
    Record(Kind),
    /// A group, with its key where it is one of a record's own.
    Group(&'static [Field], Option<(Kind, &'static str)>),
    Tags(Kind),
    Value,
}

struct Walk<'p, 't> {
    book: &'p Book<'t>,
    place: Place,
    path: Path,
}

impl Walk<'_, '_> {
    fn step(&mut self, step: &str, typed: &str) -> Result<(), Text> {
        if self.path.steps.len() >= MOST_STEPS {
            return Err(say!(
                en: "`{typed}` goes too far; a query follows {MOST_STEPS} steps at most",
                zh: "`{typed}` 太长；查询最多跟随 {MOST_STEPS} 步"
            ));
        }
        if self.own(step) {
            return Ok(());
        }
        let Place::Record(kind) = self.place else {
            let of_group = match self.place {
                Place::Group(table, of) => within(table, of),
                _ => within(&[], None),
            };
            return Err(no_field(typed, step, of_group));
        };
        // A name of ours, then one of the dictionary, then a name by its ending.
        if self.shortcut(kind, step) || self.by_definition(kind, step) {
            return Ok(());
        }
        match by_ending(fields(kind), step) {
            Some(field) => self.enter(kind.fields(), field, Some(kind)),
            None => return Err(no_field(typed, step, fields(kind))),
        }
        Ok(())
    }

    // A step to what a field table says.
    fn own(&mut self, step: &str) -> bool {
        let (table, field, kind) = match self.place {
            Place::Record(kind) if is_same(step, "id") || step == "编号" => {
                self.path.labels.push(Label::new("id", "编号"));
                self.push("id", Step::Id, End::Id(kind), Place::Value);
                return true;
            }
            Place::Record(kind) => (kind.fields(), named(fields(kind), step), Some(kind)),
            Place::Group(table, of) => (table, named(within(table, of), step), None),
            Place::Tags(_) | Place::Value => return false,
        };
        if let Some(field) = field {
            self.enter(table, field, kind);
        }
        field.is_some()
    }

    fn enter(&mut self, table: &'static [Field], field: &'static Field, kind: Option<Kind>) {
        let place = match (field.shape.core(), kind) {
            (Shape::Group(fields), kind) => {
                Place::Group(fields, kind.map(|kind| (kind, field.key)))
            }
            (Shape::Ref(kind), _) => Place::Record(kind),
            (Shape::Tags, Some(kind)) => Place::Tags(kind),
            _ => Place::Value,
        };
        let own = || Step::Field(table.iter().position(|it| it.key == field.key).unwrap_or(0));
        let computed = match (self.place, kind) {
            (Place::Group(_, Some((kind, group))), _) => {
                computed::find(kind, &format!("{group}.{}", field.key))
            }
            (_, kind) => kind.and_then(|kind| computed::find(kind, field.key)),
        };
        if let (Place::Group(..), Some(_)) = (self.place, computed) {
            // It is computed from the record, not from the group.
            self.path.steps.pop();
        }
        let step = computed.map_or_else(own, Step::Computed);
        self.path.sensitive |= field.sensitive();
        self.path.labels.push(field.label);
        self.push(field.key, step, End::Field(field, kind), place);
    }

    fn push(&mut self, key: &str, step: Step, end: End, place: Place) {
        if !self.path.key.is_empty() {
            self.path.key.push('.');
        }
        self.path.key.push_str(key);
        self.path.steps.push(step);
        if let Place::Record(kind) = place {
            self.path.kinds.push(kind);
        }
        (self.path.end, self.place) = (end, place);
    }

    // All the steps of a route in keys, or none.
    fn follow(&mut self, route: &str) -> bool {
        let before = (self.path.clone(), self.place);
        let leads = route.split('.').all(|step| self.own(step));
        if !leads {
            (self.path, self.place) = before;
        }
        leads
    }

    // A value that stands further away, by a name of its own.
    fn shortcut(&mut self, kind: Kind, step: &str) -> bool {
        let called = |it: &&Shortcut| {
            is_same(step, it.key) || is_same(step, it.label.en) || step == it.label.zh
        };
        let Some(shortcut) = SHORTCUTS.iter().find(called) else { return false };
        let before = self.path.labels.len();
        let leads = shortcut.route(kind).is_some_and(|route| self.follow(route));
        if leads {
            self.path.labels.truncate(before);
            self.path.labels.push(shortcut.label);
        }
        leads
    }

    // A core field or a tag by the name that its definition gives it.
    fn by_definition(&mut self, kind: Kind, step: &str) -> bool {
        let prefix = format!("{}.", kind.key());
        for row in self.book.iter::<TagDefinition>() {
            let Some(key) = row.id.strip_prefix(&*prefix) else { continue };
            if !is_same(key, step) && !tag::is_called(row.record, step) {
                continue;
            }
            if let Some(route) = &row.record.field {
                return self.follow(route);
            }
            if row.record.is_tag() {
                return self.follow("tags") && self.tag(kind, key).is_ok();
            }
        }
        false
    }

    // A key of tags may have dots. One that nothing defines is taken where some record has it.
    fn tag(&mut self, kind: Kind, typed: &str) -> Result<(), Text> {
        let key = match tag::key(self.book, kind, typed) {
            Some(key) => key,
            None if tag::is_carried(self.book, kind, typed) => typed.to_owned(),
            None => return Err(tag::unknown(self.book, kind, typed)),
        };
        self.path.sensitive |= self.book.hides_tag(kind, &key);
        self.push(&key, Step::Tag(key.as_str().into()), End::Tag(kind), Place::Value);
        Ok(())
    }
}

/// What a step into the group at the end of a path may be called, each with its name for people;
/// none where no group stands there.
pub fn names_within(path: &Path) -> Vec<(&'static str, Label)> {
    let End::Field(field, kind) = path.end else { return Vec::new() };
    let Shape::Group(table) = field.shape.core() else { return Vec::new() };
    let parts = within(table, kind.map(|kind| (kind, field.key)));
    parts.map(|field| (field.key, field.label)).collect()
}

/// What a step at a record of the kind may be called, each with its name for people: fields, what is
/// computed besides, values that stand further away.
pub fn names(kind: Kind) -> Vec<(&'static str, Label)> {
    let mut names: Vec<_> = fields(kind).map(|field| (field.key, field.label)).collect();
    for shortcut in SHORTCUTS.iter().filter(|it| it.route(kind).is_some()) {
        if names.iter().all(|(key, _)| *key != shortcut.key) {
            names.push((shortcut.key, shortcut.label));
        }
    }
    names
}

// What a kind has: its table, and what is computed besides.
fn fields(kind: Kind) -> impl Iterator<Item = &'static Field> + Clone {
    let besides = computed::fields(kind).filter(|(key, _)| !key.contains('.'));
    kind.fields().iter().chain(besides.map(|(_, field)| field))
}

// What a group has: its table, and what is computed besides where it is one of a record's own.
fn within(
    table: &'static [Field],
    of: Option<(Kind, &'static str)>,
) -> impl Iterator<Item = &'static Field> + Clone {
    let besides = of.into_iter().flat_map(|(kind, group)| {
        let is_own = move |(key, field): &(&'static str, &'static Field)| {
            key.split_once('.') == Some((group, field.key))
        };
        computed::fields(kind).filter(is_own).map(|(_, field)| field)
    });
    table.iter().chain(besides)
}

fn named(
    mut fields: impl Iterator<Item = &'static Field> + Clone,
    step: &str,
) -> Option<&'static Field> {
    let mut again = fields.clone();
    fields
        .find(|field| is_same(field.key, step))
        .or_else(|| again.find(|it| it.label.zh == step || is_same(it.label.en, step)))
}

// `阶段` is 销售阶段 where no other name ends so: what comes before is what people leave out.
fn by_ending(fields: impl Iterator<Item = &'static Field>, step: &str) -> Option<&'static Field> {
    if step.is_ascii() || step.chars().count() < 2 {
        return None;
    }
    let mut hits = fields.filter(|field| field.label.zh.ends_with(step));
    hits.next().filter(|_| hits.next().is_none())
}

fn no_field(typed: &str, step: &str, fields: impl Iterator<Item = &'static Field> + Clone) -> Text {
    let names = fields.clone().flat_map(|field| [field.key, field.label.zh]);
    // A part of a Chinese name, as people abbreviate it, is nearer than any misspelling.
    let part = fields.clone().map(|field| field.label.zh);
    let part = part.filter(|_| !step.is_ascii()).find(|name| name.contains(step));
    if let Some(near) = part.or_else(|| nearest(step, names)) {
        return say!(
            en: "no field `{typed}`; did you mean `{near}`?",
            zh: "没有字段 `{typed}`；是否想写 `{near}`？"
        );
    }
    let keys: Vec<&str> = fields.map(|field| field.key).collect();
    let keys = keys.join(", ");
    match keys.is_empty() {
        true => say!(en: "no field `{typed}`", zh: "没有字段 `{typed}`"),
        false => {
            say!(en: "no field `{typed}`; there are {keys}", zh: "没有字段 `{typed}`；可用：{keys}")
        }
    }
}
