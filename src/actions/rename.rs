//! Renaming: another id for a record, and for everything that refers to it.

use super::layout::Table;
use super::plan::Renamed;
use super::{Plan, Refusal, carry};
use crate::base::change::Change;
use crate::base::edit::Edit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::text::Text;
use crate::base::value::Value;
use crate::book::{AnyRow, Book};
use crate::model::TagDefinition;
use crate::query::renamed;
use crate::say;
use crate::store::POLICY_FILE;
use crate::text::{edit, toml};

/// Plans another id for a record. The new file comes first, then what refers to it, then the old
/// file goes.
///
/// # Errors
/// When the id is none or taken, or a file that refers to the record cannot be edited safely.
pub fn plan(book: &Book<'_>, kind: Kind, id: &Id, typed: &str) -> Result<Plan, Refusal> {
    let new = Id::parse(typed.trim())?;
    let reference = kind.reference(id);
    let mut plan = Plan::default();
    if new == *id {
        plan.done.push(say!(en: "{reference} is called so already", zh: "{reference} 已是此编号"));
        return Ok(plan);
    }
    if book.has(kind, &new) {
        let key = kind.key();
        return Err(Refusal::Cannot(say!(
            en: "{key}/{new} exists already; choose another id",
            zh: "{key}/{new} 已存在；请换一个编号"
        )));
    }
    if kind == Kind::Tag {
        refuse_tag(book, id)?;
    }
    let (from, to) = paths(book, kind, id, &new)?;
    let old = book.tree().read(&from).map_err(|_| missing(id))?;
    let text = String::from_utf8(old.clone())
        .map_err(|_| say!(en: "`{from}` is not UTF-8", zh: "`{from}` 不是 UTF-8 编码"))?;
    let own = book.any(kind, id).map_or_else(Vec::new, |row| edits(row, (kind, id), &new));
    let text = edit::apply(&text, &own, &Table(kind))?;
    plan.changes.push(Change { path: to.clone(), before: None, after: Some(text.into_bytes()) });
    plan.touched.push((kind, new.clone()));
    let others = book.referrers(kind, id).iter().filter(|other| **other != (kind, id.clone()));
    for (of, other) in others {
        if let Some(row) = book.any(*of, other) {
            plan.edit(book, *of, other, &edits(row, (kind, id), &new))?;
        }
    }
    let referrers = plan.changes.len() - 1;
    carry::verdicts(book, &mut plan)?;
    plan.changes.extend(saved_queries(book, (kind, id), &new));
    plan.changes.push(Change { path: from.clone(), before: Some(old), after: None });
    plan.renamed = Some(Renamed { kind, from: (id.clone(), from), to: (new.clone(), to) });
    plan.done.push(say!(
        en: "{reference} is now {key}/{new}; records that refer to it: {referrers}",
        zh: "{reference} 已改为 {key}/{new}；引用它的记录：{referrers}",
        key = kind.key()
    ));
    plan.done.extend(unread(book));
    Ok(plan)
}

pub(super) fn missing(id: &Id) -> Text {
    say!(en: "`{id}` does not exist", zh: "`{id}` 不存在")
}

// The file as it is and as it will be, in the same folder.
fn paths(book: &Book<'_>, kind: Kind, id: &Id, new: &Id) -> Result<(Box<str>, Box<str>), Text> {
    let from = book.path(kind, id).ok_or_else(|| missing(id))?;
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    Ok((from.into(), format!("{folder}/{new}.yaml").into()))
}

/// The edits that make every reference of a record to `target` one to `new`.
pub(super) fn edits(row: AnyRow<'_>, target: (Kind, &Id), new: &Id) -> Vec<Edit> {
    let mut edits = Vec::new();
    row.references(&mut |reference| {
        if (reference.kind, reference.id) == target {
            let value = Value::plain(reference.spelt(new));
            edits.push(Edit::Set(reference.route, value));
        }
    });
    edits
}

// Views and tracks that name the record by its id. A query that is not written in one piece, with
// escapes, is left to `check`.
fn saved_queries(book: &Book<'_>, target: (Kind, &Id), new: &Id) -> Vec<Change> {
    let views = book.views().iter();
    let views = views.map(|it| (&*it.path, Route::name("query"), it.kind, &*it.query));
    let tracks = book.policy().tracks().map(|(key, track)| {
        let route = Route::name("track").then(key).then("when");
        (POLICY_FILE, route, Kind::Opportunity, &*track.when)
    });
    let mut changes: Vec<Change> = Vec::new();
    for (path, route, kind, query) in views.chain(tracks) {
        let Some(after) = renamed(book, kind, query, target, new) else { continue };
        let at = changes.iter().position(|change| *change.path == *path);
        let source = match at {
            Some(at) => changes[at].after.clone(),
            None => book.tree().read(path).ok(),
        };
        let source = source.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        let Some(text) = replaced(&source, &route, query, &after) else { continue };
        match at {
            Some(at) => changes[at].after = Some(text.into_bytes()),
            None => changes.push(Change {
                path: path.into(),
                before: Some(source.into_bytes()),
                after: Some(text.into_bytes()),
            }),
        }
    }
    changes
}

// A TOML file with another text at a route, every other byte as it was.
fn replaced(source: &str, route: &Route, old: &str, new: &str) -> Option<String> {
    let (tree, _) = toml::parse(source);
    let node = tree.find(route)?;
    let start = node.start() + source.get(node.start()..node.end())?.find(old)?;
    let text = format!("{}{new}{}", &source[..start], &source[start + old.len()..]);
    let (tree, faults) = toml::parse(&text);
    let is_so = faults.is_empty() && tree.find(route).is_some_and(|node| node.text() == new);
    is_so.then_some(text)
}

// The key of a tag stands in every record that has it, and in no reference.
fn refuse_tag(book: &Book<'_>, id: &Id) -> Result<(), Refusal> {
    let is_tag = book.get::<TagDefinition>(id).is_some_and(|row| row.record.is_tag());
    let parts = id.split_once('.').filter(|_| is_tag);
    let object = parts.and_then(|(object, key)| Some((Kind::parse(object)?, key)));
    let Some((object, key)) = object else { return Ok(()) };
    let carriers = book.rows(object).into_iter().filter(|row| {
        matches!(row.fields.get("tags"), crate::base::field::View::Tags(tags) if tags.contains_key(key))
    });
    match carriers.count() {
        0 => Ok(()),
        n => Err(Refusal::Forbidden(say!(
            en: "records that have the tag `{key}`: {n}; a tag in use keeps its key. Define a new one and set `replaced_by` of this one",
            zh: "{n} 条记录使用了标签 `{key}`；使用中的标签不改键。请新建定义，并设置本定义的 `replaced_by`"
        ))),
    }
}

// Files that cannot be read may name the old id, and nobody can tell.
pub(super) fn unread(book: &Book<'_>) -> Option<Text> {
    let is_unread = |(kind, id): &(Kind, &Id)| book.any(*kind, id).is_none();
    let faulty = Kind::ALL
        .into_iter()
        .flat_map(|kind| book.faults(kind).into_iter().map(move |(_, id, _)| (kind, id)));
    match faulty.filter(is_unread).count() {
        0 => None,
        n => Some(say!(
            en: "files that cannot be read, and may still name the old id: {n}; see `salesops check`",
            zh: "{n} 个文件无法读取，其中可能仍有旧编号；请见 `salesops check`"
        )),
    }
}
