//! The record that an argument means.

use anyhow::{Result, bail};

use super::ask::Question;
use super::context::Ctx;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::base::width::normalize_width;
use crate::book::{Book, Candidate, Found, Wanted, several, unsure};
use crate::say;
use crate::store::{Folder, state};

/// The state file with the record touched last.
pub const LAST: &str = "last";
// The state file with the rows of the last list.
const LIST: &str = "list";

/// What the record is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Read,
    Write,
}

// More than a person chooses from.
const MOST: usize = 20;

/// The record that `typed` means among `kinds`: `-` is the one touched last, a number a row of the
/// last list, anything else an id, a beginning of one, or a name. For commands that write: what
/// only sounds or looks like a name is never taken.
///
/// # Errors
/// When none fits, or several do.
pub fn pick(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    folder: &Folder,
    typed: &str,
    kinds: &[Kind],
    me: Option<&Id>,
) -> Result<(Kind, Id)> {
    picked(ctx, book, folder, typed, Wanted { kinds, me }, Purpose::Write)
}

/// The member that `typed` means; `me` is who writes.
///
/// # Errors
/// When none fits, several do, or nobody is known to write.
pub fn member(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    folder: &Folder,
    typed: &str,
    me: Option<&Id>,
) -> Result<Id> {
    match (typed, me) {
        ("me" | "我", Some(me)) => Ok(me.clone()),
        _ => pick(ctx, book, folder, typed, &[Kind::Member], me).map(|(_, id)| id),
    }
}

fn picked(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    folder: &Folder,
    typed: &str,
    wanted: Wanted<'_>,
    purpose: Purpose,
) -> Result<(Kind, Id)> {
    let kinds = wanted.kinds;
    let remembered = remembered(ctx, folder, typed)?;
    // After `log` the record touched last is the activity; a command that takes none means the
    // deal or customer behind it.
    let follows = remembered.is_some() && !kinds.contains(&Kind::Activity);
    let and_activities = [kinds, &[Kind::Activity]].concat();
    let wanted = Wanted { kinds: if follows { &and_activities } else { kinds }, ..wanted };
    let typed = remembered.as_deref().unwrap_or(typed);
    match book.find(typed, wanted) {
        Found::One(kind, id) if kinds.contains(&kind) => Ok((kind, id)),
        Found::One(_, id) => match subject(book, &id, kinds) {
            Some(found) => Ok(found),
            None => bail!(say!(
                en: "this command does not take activity/{id}",
                zh: "此命令不接受 activity/{id}"
            )),
        },
        Found::None(why) => bail!(why),
        Found::Alike(mut hits) if purpose == Purpose::Read && hits.len() == 1 => {
            Ok(hits.swap_remove(0))
        }
        Found::Many(hits) | Found::Alike(hits)
            if ctx.asks() && (purpose == Purpose::Write || wanted.me.is_some()) =>
        {
            choose(ctx, book, typed, &hits)
        }
        Found::Many(hits) => bail!(several(book, typed, &hits)),
        Found::Alike(hits) => bail!(unsure(book, typed, &hits)),
    }
}

// Several fit: somebody says which, once.
fn choose(ctx: &Ctx<'_>, book: &Book<'_>, typed: &str, hits: &[(Kind, Id)]) -> Result<(Kind, Id)> {
    if let Some(picked) = ctx.picked.borrow().get(typed) {
        return Ok(picked.clone());
    }
    let choice = |candidate: Candidate| {
        let owner = candidate.owner.map(|owner| format!(" · {owner}")).unwrap_or_default();
        (candidate.reference, Text::same(format!("{}{owner}", candidate.name)))
    };
    let n = hits.len();
    let first = &hits[..n.min(MOST)];
    let choices: Vec<_> = book.candidates(first).into_iter().map(choice).collect();
    let question = Question {
        choices,
        ..Question::new(say!(
            en: "`{typed}` fits {n} records; which?",
            zh: "`{typed}` 对应 {n} 条记录，是哪一条？"
        ))
    };
    let read = |answer: &str| {
        let hit = hits.iter().find(|(kind, id)| answer == kind.reference(id) || answer == &**id);
        hit.cloned().ok_or_else(|| say!(en: "choose one by its number", zh: "请输入序号"))
    };
    let Some(picked) = ctx.ask(&question, read)? else { bail!(several(book, typed, hits)) };
    ctx.picked.borrow_mut().insert(typed.to_owned(), picked.clone());
    Ok(picked)
}

/// [`pick`] for commands that only read: what is like one name only is taken, and who asks is
/// found out only where it could decide.
///
/// # Errors
/// When none fits, or several do.
pub fn pick_to_read(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    folder: &Folder,
    typed: &str,
) -> Result<(Kind, Id)> {
    let of = |me| {
        let wanted = Wanted { kinds: &Kind::ALL, me };
        picked(ctx, book, folder, typed, wanted, Purpose::Read)
    };
    let found = of(None);
    if found.is_ok() {
        return found;
    }
    match ctx.me(book) {
        Ok(Some(me)) => of(Some(&me)),
        _ => found,
    }
}

/// Keeps the rows of a list just shown, as `kind/id`, for the commands that name them by number.
pub fn keep_list(ctx: &Ctx<'_>, folder: &Folder, references: impl Iterator<Item = String>) {
    let lines: String = references.map(|reference| reference + "\n").collect();
    state::keep(&ctx.state(folder), LIST, &lines);
}

// What an activity is about, among `kinds`.
fn subject(book: &Book<'_>, activity: &Id, kinds: &[Kind]) -> Option<(Kind, Id)> {
    let fields = book.fields(Kind::Activity, activity)?;
    ["opportunity", "customer", "lead"].into_iter().find_map(|key| match fields.get(key) {
        View::Ref(kind, id) if kinds.contains(&kind) => Some((kind, id.clone())),
        _ => None,
    })
}

fn remembered(ctx: &Ctx<'_>, folder: &Folder, typed: &str) -> Result<Option<String>> {
    let state = ctx.state(folder);
    if typed == "-" {
        let last = state::read(&state, LAST).map(|text| text.trim().to_owned());
        return match last {
            Some(last) => Ok(Some(last)),
            None => bail!(say!(en: "nothing has been touched yet", zh: "还没有操作过任何记录")),
        };
    }
    // A number is a row; an id that is all digits is told apart by its kind.
    let narrow = normalize_width(typed.trim());
    let digits = Some(&*narrow).filter(|typed| typed.bytes().all(|byte| byte.is_ascii_digit()));
    let Some(row) = digits.and_then(|digits| digits.parse::<usize>().ok()) else { return Ok(None) };
    let list = state::read(&state, LIST).unwrap_or_default();
    match row.checked_sub(1).and_then(|at| list.lines().nth(at)) {
        Some(reference) => Ok(Some(reference.to_owned())),
        None => {
            let n = list.lines().count();
            bail!(say!(
                en: "the last list shown has {n} rows, none is {row}; show one: `salesops list KIND` or `salesops inbox`",
                zh: "上次显示的列表有 {n} 行，没有第 {row} 行；先显示列表：`salesops list 类型` 或 `salesops inbox`"
            ))
        }
    }
}
