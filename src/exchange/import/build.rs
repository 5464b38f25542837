//! Drafts into texts: new records written, old ones edited, each read again as the book would.

use rayon::prelude::*;

use super::Job;
use super::draft::{Draft, Drafts};
use super::index::Index;
use super::life::{Life, Lives};
use super::update;
use crate::actions::layout::Table;
use crate::base::change::Change;
use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::base::value::Value;

use crate::model::{self, for_each_kind};
use crate::say;
use crate::text::decode::decode;
use crate::text::fault::Fault;
use crate::text::{edit, emit, yaml};

/// What a draft comes to: nothing where the book says the same, or another record stands for it.
pub(super) type Built = Result<Option<Change>, Text>;

/// The change of each draft.
pub(super) fn build(job: &Job<'_>, index: &Index<'_>, drafts: &mut Drafts<'_>) -> Vec<Built> {
    let lives: Vec<Life> = {
        let lives = Lives { job, index, drafts };
        drafts.all.iter().map(|draft| lives.of(draft)).collect()
    };
    let work: Vec<(&Draft<'_>, Life)> = drafts.all.iter().zip(lives).collect();
    work.into_par_iter().map(|(draft, life)| of_draft(job, draft, life)).collect()
}

fn of_draft(job: &Job<'_>, draft: &Draft<'_>, life: Life) -> Built {
    match (&draft.existing, &draft.id) {
        (Some(id), _) => update_record(job, draft, life, id),
        (None, Some(id)) => create(job, draft, life, id).map(Some),
        (None, None) => Ok(None),
    }
}

fn create(job: &Job<'_>, draft: &Draft<'_>, life: Life, id: &Id) -> Result<Change, Text> {
    let kind = draft.kind();
    let path = path(job, draft, &life, id);
    let Value::Map(mut pairs) = draft.value.clone() else {
        return Err(say!(en: "the row holds nothing", zh: "该行没有内容"));
    };
    let mut add = |key: &str, value: Value| pairs.push((key.to_owned(), value));
    if !life.moves.is_empty() {
        add("moves", Value::List(life.moves));
    }
    if let Some(closed) = life.closed {
        add("closed", closed);
    }
    let by = job.cx.by.map(|by| ("by".to_owned(), Value::plain(by)));
    let at = ("at".to_owned(), Value::plain(job.cx.now));
    add("entered", Value::Map(std::iter::once(at).chain(by).collect()));
    add("imported", imported(job, draft));
    let text = emit::emit(&Value::Map(pairs), kind.fields());
    check(kind, &text).map_err(|why| if draft.record.gathers { not_there(draft) } else { why })?;
    Ok(Change { path: path.into(), before: None, after: Some(text.into_bytes()) })
}

// Items alone are no record: what is missing stands in another table.
fn not_there(draft: &Draft<'_>) -> Text {
    let (kind, key) = (draft.kind(), &draft.key);
    let (en, en_all, zh) = (kind.label().en, kind.plural().en, kind.label().zh);
    say!(
        en: "no {en} was imported by the key `{key}`: import the {en_all} first",
        zh: "没有以键 `{key}` 导入的{zh}：请先导入{zh}"
    )
}

fn imported(job: &Job<'_>, draft: &Draft<'_>) -> Value {
    Value::map([
        ("from", Value::text(job.file_name)),
        ("key", Value::text(&draft.key)),
        ("on", Value::plain(job.cx.today)),
    ])
}

fn path(job: &Job<'_>, draft: &Draft<'_>, life: &Life, id: &Id) -> String {
    let day = first_date(draft, life).unwrap_or(job.cx.today);
    draft.record.folder.path(draft.kind(), id, day)
}

fn first_date(draft: &Draft<'_>, life: &Life) -> Option<Date> {
    let day = |value: &Value| Date::parse_iso(value.get("on")?.as_text()?).ok();
    let steps = life.moves.iter().chain(&life.closed).filter_map(day);
    steps.min().or_else(|| day(&draft.value))
}

fn update_record(job: &Job<'_>, draft: &Draft<'_>, life: Life, id: &Id) -> Built {
    let kind = draft.kind();
    let row = job.book.any(kind, id).filter(|row| row.whole).ok_or_else(|| has_faults(kind, id))?;
    let edits = update::edits(row.fields, draft, life)?;
    if edits.is_empty() {
        return Ok(None);
    }
    let before = job.book.tree().read(row.path).map_err(|error| {
        say!(en: "`{path}` cannot be read: {error}", zh: "无法读取 `{path}`：{error}", path = row.path)
    })?;
    let source = std::str::from_utf8(&before).map_err(|_| has_faults(kind, id))?;
    let text = edit::apply(source, &edits, &Table(kind))?;
    check(kind, &text)?;
    let after = Some(text.into_bytes());
    Ok(Some(Change { path: row.path.into(), before: Some(before), after }))
}

fn has_faults(kind: Kind, id: &Id) -> Text {
    let key = kind.key();
    say!(
        en: "the file of `{key}/{id}` has faults: mend it first (`check` shows them)",
        zh: "`{key}/{id}` 的文件有错误：请先修正（`check` 会列出）"
    )
}

/// Reads a text as the book would.
fn check(kind: Kind, text: &str) -> Result<(), Text> {
    match faults(kind, text).into_iter().next() {
        None => Ok(()),
        Some(fault) if fault.route.is_root() => Err(fault.message),
        Some(fault) => Err(super::about(&fault.route.to_string(), fault.message)),
    }
}

macro_rules! declare_faults {
    ($($kind:ident $record:ident $table:ident,)*) => {
        fn faults(kind: Kind, text: &str) -> Vec<Fault> {
            let (tree, faults) = yaml::parse(text);
            if !faults.is_empty() {
                return faults;
            }
            match kind {
                $( Kind::$kind => decode::<model::$record>(&tree).1, )*
            }
        }
    };
}
for_each_kind!(declare_faults);
