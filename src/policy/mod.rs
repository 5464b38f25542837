//! The policy: `salesops.toml` over the built-in defaults, read with the same faults as records.

mod approval;
pub mod assess;
pub mod assign;
pub mod calendar;
pub mod care;
pub mod clause;
pub mod contact;
pub mod delivering;
mod judge;
mod leads;
mod lists;
mod merge;
mod ordered;
mod parameters;
pub mod people;
pub mod performance;
pub mod quality;
mod raw;
pub mod reward;
pub mod scoring;
pub mod selling;
pub mod service;
pub mod territory;
mod units;
mod unknown;

use std::sync::LazyLock;

pub use approval::Approval;
pub use lists::{Names, Phase, Stage, Track};

use crate::base::currency::Currency;
use crate::base::date::{Date, Instant, Offset};
use crate::base::field::{Field, Shape, Vocabulary};
use crate::base::finding::Level;
use crate::base::kind::Kind;
use crate::base::text::{Lang, Text};
use crate::base::typed_choice::YES_NO;
use crate::base::value::Value;
use crate::text::decode::decode;
use crate::text::fault::Fault;
use crate::text::tree::Tree;
use crate::text::{data, toml};
use raw::Raw;

/// The format of books that this version reads and writes.
pub const FORMAT: i64 = 1;

const DEFAULT: &str = include_str!("default.toml");

static DEFAULT_VALUE: LazyLock<Value> = LazyLock::new(|| {
    let (tree, _) = toml::parse(DEFAULT);
    tree.root().map_or(Value::Null, data::of)
});

/// The effective policy of a book.
#[derive(Clone, Debug)]
pub struct Policy {
    raw: Raw,
    effective: Value,
    own: Value,
}

impl Policy {
    /// The built-in policy.
    pub fn builtin() -> Policy {
        Policy::parse("").0
    }

    /// Reads `salesops.toml`. What is faulty there keeps its default; every fault is told.
    pub fn parse(source: &str) -> (Policy, Vec<Fault>) {
        let (tree, mut faults) = toml::parse(source);
        let own = tree.root().map_or(Value::Map(Vec::new()), data::of);
        let effective = merge::over(&DEFAULT_VALUE, &own);
        let (raw, found) = decode_value(&effective);
        faults.extend(found);
        let raw = raw.or_else(|| decode_value(&DEFAULT_VALUE).0);
        let raw = raw.expect("a test decodes the built-in policy");
        faults.extend(raw.faults());
        (Policy { raw, effective, own }, faults)
    }

    /// The format of the book.
    pub fn format(&self) -> i64 {
        self.raw.format
    }

    /// The currency of amounts that name none.
    pub fn currency(&self) -> Currency {
        self.raw.currency
    }

    /// The zone of the book's days.
    pub fn zone(&self) -> Offset {
        self.raw.zone
    }

    /// The language of the book.
    pub fn lang(&self) -> Lang {
        if self.raw.lang == "en" { Lang::En } else { Lang::Zh }
    }

    /// The key of the book's language.
    pub fn lang_key(&self) -> &'static str {
        match self.lang() {
            Lang::En => "en",
            Lang::Zh => "zh",
        }
    }

    /// The packs in force.
    pub fn packs(&self) -> &[String] {
        &self.raw.packs
    }

    /// Whether one of `clauses` is in force because its pack is; what names no clause always is.
    pub fn applies(&self, clauses: &[&str]) -> bool {
        clauses.is_empty() || clauses.iter().any(|id| self.is_of_pack(id))
    }

    fn is_of_pack(&self, clause: &str) -> bool {
        self.packs().iter().any(|pack| clause::pack(clause) == pack)
    }

    /// The day at `instant` in the book's zone.
    pub fn day(&self, instant: Instant) -> Option<Date> {
        instant.in_zone(self.zone()).map(Instant::date)
    }

    /// The stages in order, with their keys.
    pub fn stages(&self) -> impl Iterator<Item = (&str, &Stage)> {
        self.raw.stages.iter().filter_map(|key| Some((key.as_str(), self.raw.stage.get(key)?)))
    }

    /// The stage of that key.
    pub fn stage(&self, key: &str) -> Option<&Stage> {
        self.stage_rank(key).and_then(|_| self.raw.stage.get(key))
    }

    /// The place of a stage in the order.
    pub fn stage_rank(&self, key: &str) -> Option<usize> {
        self.raw.stages.iter().position(|stage| stage == key)
    }

    /// The stage after `key`.
    pub fn stage_after(&self, key: &str) -> Option<&str> {
        self.raw.stages.get(self.stage_rank(key)? + 1).map(String::as_str)
    }

    /// The last stage of the selling phase: where a deal is won.
    pub fn closing_stage(&self) -> Option<&str> {
        let selling = self.stages().filter(|(_, stage)| stage.phase == Phase::Selling);
        selling.last().map(|(key, _)| key)
    }

    /// The tracks in the order of their queries, with their keys.
    pub fn tracks(&self) -> impl Iterator<Item = (&str, &Track)> {
        self.raw.tracks.iter().filter_map(|key| Some((key.as_str(), self.raw.track.get(key)?)))
    }

    /// The approvals that are asked for, with their keys; none of a pack that is not in force.
    pub fn approvals(&self) -> impl Iterator<Item = (&str, &Approval)> {
        let asked = self.raw.approval.iter().filter(|(_, it)| self.is_asked(it));
        asked.map(|(key, it)| (key.as_str(), it))
    }

    /// [`Policy::approvals`] of records of a kind.
    pub fn approvals_of(&self, kind: Kind) -> impl Iterator<Item = (&str, &Approval)> {
        let of_kind = self.raw.approval.iter().filter(move |(_, it)| it.kind == kind.key());
        of_kind.filter(|(_, it)| self.is_asked(it)).map(|(key, it)| (key.as_str(), it))
    }

    fn is_asked(&self, it: &Approval) -> bool {
        it.clauses.is_empty() || it.clauses.iter().any(|clause| self.is_of_pack(clause))
    }

    /// The gates of winning a deal.
    pub fn win_gates(&self) -> &[String] {
        &self.raw.win_gates
    }

    /// A festival, by its key.
    pub fn festival(&self, key: &str) -> Option<&care::Festival> {
        self.raw.festival.get(key)
    }

    /// The level of a role; 1 is the head of the company.
    pub fn role_level(&self, role: &str) -> Option<i64> {
        self.raw.role.get(role).and_then(|names| names.level)
    }

    /// The keys and names of a list, in order.
    pub fn terms(&self, list: Vocabulary) -> Vec<(&str, Text)> {
        match list {
            Vocabulary::Stage => self.stages().map(|(key, stage)| (key, stage.name())).collect(),
            Vocabulary::Approval => self.approvals().map(|(key, it)| (key, it.name())).collect(),
            _ => self.raw.list(list).iter().map(|(key, it)| (key.as_str(), it.name())).collect(),
        }
    }

    /// The entries of a list that is no more than names, each with the clauses that name it.
    pub fn entries(&self, list: Vocabulary) -> impl Iterator<Item = (&str, &[String])> {
        let named = !matches!(list, Vocabulary::Stage | Vocabulary::Approval);
        let entries = named.then(|| self.raw.list(list).iter()).into_iter().flatten();
        entries.map(|(key, names)| (key.as_str(), &names.clauses[..]))
    }

    /// The values that a field takes, with their names, where they can be listed without the book.
    pub fn choices(&self, field: &Field) -> Vec<(&str, Text)> {
        match (field.shape.core(), field.terms) {
            (Shape::Choice(choices), _) => {
                choices.iter().map(|choice| (choice.key, choice.label.text())).collect()
            }
            (Shape::Term, Some(list)) => self.terms(list),
            (Shape::Bool, _) => YES_NO.iter().map(|(key, name)| (*key, name.text())).collect(),
            _ => Vec::new(),
        }
    }

    /// The name of a key of a list; the key itself where the list does not have it.
    pub fn term(&self, list: Vocabulary, key: &str) -> Text {
        let name = match list {
            Vocabulary::Stage => self.raw.stage.get(key).map(Stage::name),
            Vocabulary::Approval => self.raw.approval.get(key).map(Approval::name),
            _ => self.raw.list(list).get(key).map(Names::name),
        };
        name.unwrap_or_else(|| Text::same(key))
    }

    /// Whether the list has the key.
    pub fn has_term(&self, list: Vocabulary, key: &str) -> bool {
        match list {
            Vocabulary::Stage => self.stage(key).is_some(),
            Vocabulary::Approval => self.raw.approval.contains_key(key),
            _ => self.raw.list(list).contains_key(key),
        }
    }

    /// The key that a person means: a key, a name in either language, or another spelling.
    ///
    /// # Errors
    /// When the list has nothing like it, with the nearest or with all of it.
    pub fn parse_term(&self, list: Vocabulary, typed: &str) -> Result<String, Text> {
        let wanted = typed.trim().to_lowercase();
        let terms = self.terms(list);
        let hit = terms.iter().find(|(key, name)| {
            key.to_lowercase() == wanted
                || name.en.to_lowercase() == wanted
                || name.zh == wanted
                || self.spellings(list, key).iter().any(|other| other.to_lowercase() == wanted)
        });
        if let Some((key, _)) = hit {
            return Ok((*key).to_owned());
        }
        Err(unknown::term(&terms, typed))
    }

    fn spellings(&self, list: Vocabulary, key: &str) -> &[String] {
        match list {
            Vocabulary::Stage => self.raw.stage.get(key).map_or(&[], |stage| &stage.aliases),
            Vocabulary::Approval => self.raw.approval.get(key).map_or(&[], |it| &it.aliases),
            _ => self.raw.list(list).get(key).map_or(&[], |names| &names.aliases),
        }
    }

    /// The kinds that the policy demands fields of, as they are written.
    pub fn demanding_kinds(&self) -> impl Iterator<Item = &str> {
        self.raw.required.keys().map(String::as_str)
    }

    /// The fields that a kind demands, each with the stage from which it is due (`always` at once).
    pub fn required(&self, kind: &str) -> impl Iterator<Item = (&str, &str)> {
        let lists = self.raw.required.get(kind).into_iter().flatten();
        lists.flat_map(|(since, fields)| {
            fields.iter().map(move |field| (since.as_str(), field.as_str()))
        })
    }

    /// The level that the policy gives a rule; `Some(None)` switches it off.
    pub fn rule_level(&self, rule: &str) -> Option<Option<Level>> {
        let of_clause = || {
            ["owner-outside-territory", "region-unregistered"]
                .contains(&rule)
                .then_some(&self.raw.territory.check)
        };
        self.raw.rules.get(rule).or_else(of_clause).map(|level| Level::parse(level))
    }

    /// The rules that the policy mentions.
    pub fn mentioned_rules(&self) -> impl Iterator<Item = &str> {
        self.raw.rules.keys().map(String::as_str)
    }

    /// The effective values as data, defaults included.
    pub fn effective(&self) -> &Value {
        &self.effective
    }

    /// What the book's own file says, as data.
    pub fn own(&self) -> &Value {
        &self.own
    }
}

fn decode_value(value: &Value) -> (Option<Raw>, Vec<Fault>) {
    let tree = data::tree(value);
    decode::<Raw>(&tree)
}

/// The clause that a policy parameter comes from, by its dotted key.
pub fn clause_of(key: &str) -> Option<&'static str> {
    clause::all().iter().find(|clause| clause.params.iter().any(|p| p.key == key)).map(|c| &*c.id)
}

/// The line of a dotted key in a policy text, from 1.
pub fn line_of(source: &str, key: &str) -> Option<usize> {
    let (tree, _) = toml::parse(source);
    let at = find_start(&tree, key)?;
    Some(crate::text::tree::position(source, at).line)
}

fn find_start(tree: &Tree<'_>, key: &str) -> Option<usize> {
    Some(tree.find_key(&crate::base::route::Route::parse(key))?.start())
}

#[cfg(test)]
mod tests;
