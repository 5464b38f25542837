//! Which record a draft is: one of the book by its import key, or a new one with an id of its own.

use super::Job;
use super::draft::{Draft, Drafts};
use super::index::Index;
use crate::actions::known;
use crate::base::field::Shape;
use crate::base::id::{Id, derived_suffix};
use crate::base::kind::{Ids, Kind};
use crate::base::slug::slug;
use crate::base::text::Text;
use crate::exchange::cell::Cell;
use crate::exchange::mapping::{IdRule, Mapping};
use crate::facts::identity::{self, Ground, Marks};
use crate::say;

// Lengths of the derived part, until one is free.
const OF_NAMESAKES: [usize; 4] = [4, 6, 8, 12];
const OF_DEALS: [usize; 4] = [6, 8, 10, 12];
const OF_EVENTS: [usize; 3] = [8, 10, 12];

/// Meets the drafts with the book and gives ids to what is new.
///
/// What goes by name comes first, since the ids of deals begin with their customers'.
pub(super) fn identify<'p>(job: &Job<'p>, drafts: &mut Drafts<'p>) -> Index<'p> {
    let mut index = Index::new(job.book, kinds(job.mapping));
    if identity::KINDS.contains(&job.mapping.kind()) {
        index = index.knowing_all();
    }
    // What a row is stands for its record before what other rows say of it beside themselves.
    let mut sequence: Vec<usize> = (0..drafts.all.len()).collect();
    sequence.sort_by_key(|at| drafts.all[*at].part);
    for at in &sequence {
        meet(&mut index, drafts, *at);
    }
    let order = |draft: &Draft<'_>| match draft.kind() {
        kind if kind.goes_by_name() => draft.part.min(1),
        Kind::Opportunity => 3,
        _ => 2,
    };
    sequence.sort_by_key(|at| order(&drafts.all[*at]));
    for at in sequence {
        claim(job, &mut index, drafts, at);
    }
    index
}

// The kinds whose import keys are asked for: those made, and those referred to.
fn kinds(mapping: &Mapping) -> Vec<Kind> {
    let targets = mapping.records().flat_map(|record| {
        let columns = record.columns.iter().flat_map(|column| {
            let literals = column.values.values().flatten().map(|(target, _)| target);
            column.targets.iter().chain(literals)
        });
        columns.chain(record.constants.iter().map(|(target, _)| target))
    });
    let referred = targets.filter_map(|target| match target.shape.core() {
        Shape::Ref(kind) => Some(kind),
        _ => None,
    });
    mapping.records().map(|record| record.kind).chain(referred).collect()
}

fn meet(index: &mut Index<'_>, drafts: &mut Drafts<'_>, at: usize) {
    let draft = &drafts.all[at];
    let (kind, key) = (draft.kind(), draft.key.clone());
    let by_id = index.imported(kind, &key).is_empty().then(|| its_own(index, draft)).flatten();
    match by_id.as_slice().first().map_or(index.imported(kind, &key), std::slice::from_ref) {
        [] => {}
        [id] => {
            let id = id.clone();
            let name = draft.text_of("name").map(str::to_owned);
            if index.draft(kind, &id).is_none() {
                index.plan(kind, &id, at, &key, name.as_deref());
                drafts.all[at].existing = Some(id.clone());
                drafts.all[at].id = Some(id);
            }
        }
        [first, second, ..] => {
            let why = say!(
                en: "`{first}` and `{second}` were both imported by the key `{key}`",
                zh: "`{first}` 与 `{second}` 都以键 `{key}` 导入"
            );
            drafts.refuse_draft(at, &why);
        }
    }
}

// Where the ids themselves tell rows apart, a row means the record of its id.
fn its_own(index: &Index<'_>, draft: &Draft<'_>) -> Option<Id> {
    let IdRule::Column(column) = &draft.record.id else { return None };
    let is_key = draft.record.key.iter().eq([column]);
    let id = Id::parse(&draft.key).ok().filter(|_| is_key)?;
    index.has(draft.kind(), &id).then_some(id)
}

fn claim<'p>(job: &Job<'p>, index: &mut Index<'_>, drafts: &mut Drafts<'p>, at: usize) {
    let draft = &drafts.all[at];
    // Also where another draft stands for the record that was imported by this key.
    if draft.existing.is_some() || !index.imported(draft.kind(), &draft.key).is_empty() {
        return;
    }
    let (kind, is_main) = (draft.kind(), draft.part == 0);
    let name = draft.text_of("name").filter(|_| kind.goes_by_name()).map(str::to_owned);
    if let Some(name) = &name {
        let known = job.book.named(kind, name).first().map(|id| (id, None));
        let planned = index.planned_named(kind, name).first();
        let planned = planned.and_then(|id| Some((id, Some(index.draft(kind, id)?))));
        match known.or(planned) {
            Some(_) if !is_main => return,
            Some((id, by)) if !draft.record.creates_duplicates => {
                let line = by.map(|other| job.sheet.rows[drafts.all[other].rows[0]].line);
                let why = is_there(kind, name, id, line);
                return drafts.refuse_draft(at, &why);
            }
            _ => {}
        }
    }
    let marks = if is_main { marks(draft) } else { Marks::default() };
    if !draft.record.creates_duplicates
        && let Some(why) = same(job, index, drafts, kind, &marks)
    {
        return drafts.refuse_draft(at, &why);
    }
    match new_id(job, index, draft) {
        Ok(id) => {
            index.plan(kind, &id, at, &draft.key, name.as_deref());
            index.know(kind, &id, &marks);
            drafts.all[at].id = Some(id);
        }
        Err(why) => drafts.refuse_draft(at, &why),
    }
}

fn marks(draft: &Draft<'_>) -> Marks {
    let mut marks = Marks::default();
    for (target, cell) in &draft.fields {
        let last = target.route.keys().last().map(ToString::to_string);
        if let (Cell::Value(value), Some(head), Some(last)) = (cell, target.route.head(), last) {
            marks.note_value(head, &last, value);
        }
    }
    // Rows have keys of their own: whoever lists `Acme Inc` and `Acme Ltd` means two companies.
    marks.without(Ground::Bare)
}

// Why a row is a customer or lead that is known by another mark than the whole name.
fn same(
    job: &Job<'_>,
    index: &Index<'_>,
    drafts: &Drafts<'_>,
    kind: Kind,
    marks: &Marks,
) -> Option<Text> {
    let mut matches = index.same(marks).into_iter();
    let found = matches.find(|found| known::counts(job.book, kind, found, job.cx.by))?;
    let ground = found.ground.label();
    let (en, zh) =
        match index.draft(found.kind, &found.id).filter(|_| !job.book.has(found.kind, &found.id)) {
            Some(other) => {
                let line = job.sheet.rows[drafts.all[other].rows[0]].line;
                (format!("{} as on line {line}", ground.en), format!("与第 {line} 行{}", ground.zh))
            }
            None => {
                let told = known::told(job.book, &found, job.cx.today);
                (format!("known already: {}", told.en), format!("已在册：{}", told.zh))
            }
        };
    Some(say!(
        en: "{en}; if this is another, say `duplicates = \"create\"` in the mapping",
        zh: "{zh}；如果不是同一个，请在映射中写 `duplicates = \"create\"`"
    ))
}

fn is_there(kind: Kind, name: &str, id: &Id, line: Option<u64>) -> Text {
    let (key, en, zh) = (kind.key(), kind.label().en, kind.label().zh);
    match line {
        Some(line) => say!(
            en: "a {en} called `{name}` stands on line {line} already; if this is another, say `duplicates = \"create\"` in the mapping",
            zh: "第 {line} 行已有名为 `{name}` 的{zh}；如果不是同一个，请在映射中写 `duplicates = \"create\"`"
        ),
        None => say!(
            en: "`{key}/{id}` is called `{name}` already; if this is another {en}, say `duplicates = \"create\"` in the mapping",
            zh: "`{key}/{id}` 已使用名称 `{name}`；如果不是同一个{zh}，请在映射中写 `duplicates = \"create\"`"
        ),
    }
}

fn new_id(job: &Job<'_>, index: &Index<'_>, draft: &Draft<'_>) -> Result<Id, Text> {
    let cell = |column: &str| {
        let row = &job.sheet.rows[draft.rows[0]];
        job.columns.cells(row, &mut Default::default()).get(column).to_owned()
    };
    match &draft.record.id {
        IdRule::Column(column) => given(index, draft.kind(), &cell(column)),
        IdRule::Slug(column) => named(index, draft, slug(&cell(column))),
        IdRule::OfKind => match draft.kind().ids() {
            Ids::Deal => of_deal(index, draft),
            Ids::Day(prefix, _) => {
                let day = draft.text_of("on").map(str::to_owned);
                let day = day.unwrap_or_else(|| job.cx.today.to_string());
                let digits: String = day.chars().filter(char::is_ascii_digit).skip(2).collect();
                derived(index, draft, &format!("{prefix}-{digits}"), &OF_EVENTS)
            }
            Ids::Values(keys) => {
                let values = keys.iter().map(|key| draft.text_of(key));
                named(index, draft, Id::of_values(values).ok())
            }
            Ids::Name | Ids::Tag => named(index, draft, draft.text_of("name").and_then(slug)),
        },
    }
}

fn given(index: &Index<'_>, kind: Kind, text: &str) -> Result<Id, Text> {
    let id = Id::parse(text)?;
    if !index.has(kind, &id) {
        return Ok(id);
    }
    let key = kind.key();
    Err(say!(
        en: "`{key}/{id}` is there already, but was not imported by this key",
        zh: "`{key}/{id}` 已存在，但并非以此键导入"
    ))
}

// The name's slug; namesakes and names without a slug get a part that derives from the key.
fn named(index: &Index<'_>, draft: &Draft<'_>, slug: Option<Id>) -> Result<Id, Text> {
    let kind = draft.kind();
    match slug {
        Some(id) if !index.has(kind, &id) => Ok(id),
        Some(id) => derived(index, draft, &id, &OF_NAMESAKES),
        None => derived(index, draft, kind.key(), &OF_DEALS),
    }
}

fn of_deal(index: &Index<'_>, draft: &Draft<'_>) -> Result<Id, Text> {
    let is_customer = |route: &str| route == "customer";
    let customer = draft.fields.iter().find(|(target, _)| is_customer(&target.route.to_string()));
    // A customer that is not known refuses the row when its references are resolved.
    let customer = customer.and_then(|(_, cell)| match cell {
        Cell::Ref(kind, name) => index.find(*kind, name).ok(),
        _ => None,
    });
    match customer {
        Some(id) => derived(index, draft, &id, &OF_NAMESAKES),
        None => derived(index, draft, "opp", &OF_DEALS),
    }
}

fn derived(index: &Index<'_>, draft: &Draft<'_>, stem: &str, lens: &[usize]) -> Result<Id, Text> {
    let stem = Id::parse(stem)?;
    for len in lens {
        let id = stem.with_suffix(&derived_suffix(&draft.key, *len))?;
        if !index.has(draft.kind(), &id) {
            return Ok(id);
        }
    }
    Err(say!(en: "every id for `{stem}` is taken", zh: "`{stem}` 的编号已全部被占用"))
}

impl Drafts<'_> {
    /// Leaves the rows of a draft out.
    pub(super) fn refuse_draft(&mut self, at: usize, why: &Text) {
        for row in self.all[at].rows.clone() {
            self.refuse(row, why.clone());
        }
    }
}
