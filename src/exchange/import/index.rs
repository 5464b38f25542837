//! Records by id, name and import key: those of the book and those that the import plans.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::name::normal;
use crate::base::text::{Text, nearest};
use crate::book::Book;
use crate::facts::identity::{self, Marks, Match};
use crate::say;

// Looking for what was meant compares with every name, so it is done for so many names only.
const SUGGESTIONS: usize = 500;

/// What can be referred to.
pub(super) struct Index<'b> {
    book: &'b Book<'b>,
    keys: BTreeMap<Kind, HashMap<String, Vec<Id>>>,
    planned: HashMap<(Kind, Id), usize>,
    planned_names: BTreeMap<Kind, HashMap<String, Vec<Id>>>,
    spelled: BTreeMap<Kind, BTreeMap<String, String>>,
    planned_keys: HashMap<(Kind, String), Id>,
    // Where customers or leads are imported.
    known: Option<identity::Index>,
    asked: Cell<usize>,
}

impl<'b> Index<'b> {
    /// An index of the book alone; import keys of `kinds` only.
    pub(super) fn new(book: &'b Book<'b>, kinds: impl IntoIterator<Item = Kind>) -> Index<'b> {
        let kinds: HashSet<Kind> = kinds.into_iter().collect();
        let keys = kinds.into_iter().map(|kind| (kind, imported_keys(book, kind))).collect();
        Index {
            book,
            keys,
            planned: HashMap::new(),
            planned_names: BTreeMap::new(),
            spelled: BTreeMap::new(),
            planned_keys: HashMap::new(),
            known: None,
            asked: Cell::new(0),
        }
    }

    /// Also knows customers and leads by what tells them apart.
    pub(super) fn knowing_all(mut self) -> Index<'b> {
        self.known = Some(identity::Index::new(self.book));
        self
    }

    /// The customers and leads, of the book and planned, that have a mark in common with these.
    pub(super) fn same(&self, marks: &Marks) -> Vec<Match> {
        self.known.as_ref().map(|known| known.matches(marks)).unwrap_or_default()
    }

    /// Notes what tells a planned record apart.
    pub(super) fn know(&mut self, kind: Kind, id: &Id, marks: &Marks) {
        if let Some(known) = &mut self.known {
            known.add(kind, id, marks);
        }
    }

    /// The records of the book that were imported by a key.
    pub(super) fn imported(&self, kind: Kind, key: &str) -> &[Id] {
        self.keys.get(&kind).and_then(|keys| keys.get(key)).map_or(&[], Vec::as_slice)
    }

    /// Whether a record of that id is there or planned.
    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.book.has(kind, id) || self.planned.contains_key(&(kind, id.clone()))
    }

    /// The draft that is to become, or to change, a record.
    pub(super) fn draft(&self, kind: Kind, id: &Id) -> Option<usize> {
        self.planned.get(&(kind, id.clone())).copied()
    }

    /// Notes a planned record.
    pub(super) fn plan(
        &mut self,
        kind: Kind,
        id: &Id,
        draft: usize,
        key: &str,
        name: Option<&str>,
    ) {
        self.planned.insert((kind, id.clone()), draft);
        self.planned_keys.insert((kind, key.to_owned()), id.clone());
        if let Some(name) = name.filter(|_| kind.goes_by_name()) {
            let spelled = self.spelled.entry(kind).or_default();
            spelled.entry(normal(name)).or_insert_with(|| name.to_owned());
            let bearers =
                self.planned_names.entry(kind).or_default().entry(normal(name)).or_default();
            if !bearers.contains(id) {
                bearers.push(id.clone());
            }
        }
    }

    /// The planned records that bear a name.
    pub(super) fn planned_named(&self, kind: Kind, name: &str) -> &[Id] {
        let names = self.planned_names.get(&kind);
        names.and_then(|names| names.get(&normal(name))).map_or(&[], Vec::as_slice)
    }

    /// The record that a table calls `typed`: by id, else by name or alias, else by import key.
    ///
    /// # Errors
    /// When there is none, with what comes near; when there are several, with their ids.
    pub(super) fn find(&self, kind: Kind, typed: &str) -> Result<Id, Text> {
        if let Some(id) = Id::parse(typed).ok().filter(|id| self.has(kind, id)) {
            return Ok(id);
        }
        let mut hits: Vec<&Id> = self.book.named(kind, typed).iter().collect();
        hits.extend(self.planned_named(kind, typed));
        if hits.is_empty() {
            hits.extend(self.imported(kind, typed));
            hits.extend(self.planned_keys.get(&(kind, typed.to_owned())));
        }
        hits.sort_unstable();
        hits.dedup();
        match hits[..] {
            [one] => Ok(one.clone()),
            [] => Err(self.unknown(kind, typed)),
            _ => Err(ambiguous(kind, typed, &hits)),
        }
    }

    fn unknown(&self, kind: Kind, typed: &str) -> Text {
        let (en, zh) = (kind.label().en, kind.label().zh);
        match self.suggestion(kind, typed) {
            Some(near) => say!(
                en: "no {en} is called `{typed}`; did you mean `{near}`? If so, add it to the column's `aliases`",
                zh: "没有名为 `{typed}` 的{zh}；是否指 `{near}`？如果是，请加入该列的 `aliases`"
            ),
            None => say!(
                en: "no {en} is called `{typed}`; import it first, or add what it means to the column's `aliases`",
                zh: "没有名为 `{typed}` 的{zh}；请先导入，或在该列的 `aliases` 中写明所指"
            ),
        }
    }

    fn suggestion(&self, kind: Kind, typed: &str) -> Option<String> {
        let asked = self.asked.replace(self.asked.get() + 1);
        if asked >= SUGGESTIONS {
            return None;
        }
        let known = || self.book.all_names(kind);
        let spelled = self.spelled.get(&kind);
        let planned = spelled.into_iter().flatten().map(|(name, _)| name.as_str());
        let near = nearest(&normal(typed), known().map(|(name, _)| name).chain(planned))?;
        if let Some(name) = spelled.and_then(|spelled| spelled.get(near)) {
            return Some(name.clone());
        }
        let (_, id) = known().find(|(name, _)| *name == near)?;
        let name = self.book.name_of(kind, id);
        Some(if normal(&name) == near { name } else { near.to_owned() })
    }
}

fn ambiguous(kind: Kind, typed: &str, hits: &[&Id]) -> Text {
    let (en, zh) = (kind.plural().en, kind.label().zh);
    let list = hits.iter().take(5).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    say!(
        en: "several {en} are called `{typed}`: {list}; write the id",
        zh: "有多个{zh}名为 `{typed}`：{list}；请写编号"
    )
}

fn imported_keys(book: &Book<'_>, kind: Kind) -> HashMap<String, Vec<Id>> {
    let mut keys: HashMap<String, Vec<Id>> = HashMap::new();
    for row in book.rows(kind) {
        let View::Group(imported) = row.fields.get("imported") else { continue };
        if let View::Text(key) = imported.get("key") {
            keys.entry(key.to_owned()).or_default().push(row.id.clone());
        }
    }
    keys
}
