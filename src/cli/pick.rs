//! The record that an argument means.

use anyhow::{Result, bail};

use super::context::Ctx;
use crate::actions::typed::several;
use crate::base::field::View;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::{Book, Found, Wanted};
use crate::say;
use crate::store::{Folder, state};

/// The state file with the record touched last.
pub const LAST: &str = "last";
/// The state file with the rows of the last list.
pub const LIST: &str = "list";

/// The record that `typed` means among `kinds`: `-` is the one touched last, a number a row of the
/// last list, anything else an id, a beginning of one, or a name.
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
    let remembered = remembered(ctx, folder, typed)?;
    // After `log` the record touched last is the activity; a command that takes none means the
    // deal or customer behind it.
    let follows = remembered.is_some() && !kinds.contains(&Kind::Activity);
    let and_activities = [kinds, &[Kind::Activity]].concat();
    let wanted = Wanted { kinds: if follows { &and_activities } else { kinds }, me };
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
        Found::Many(hits) => bail!(several(book, typed, &hits)),
    }
}

/// [`pick`] for commands that only read: who asks is found out only where it could decide.
///
/// # Errors
/// When none fits, or several do.
pub fn pick_to_read(
    ctx: &Ctx<'_>,
    book: &Book<'_>,
    folder: &Folder,
    typed: &str,
) -> Result<(Kind, Id)> {
    let found = pick(ctx, book, folder, typed, &Kind::ALL, None);
    if found.is_ok() {
        return found;
    }
    match ctx.me(book) {
        Ok(Some(me)) => pick(ctx, book, folder, typed, &Kind::ALL, Some(&me)),
        _ => found,
    }
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
    let typed = crate::base::width::normalize_width(typed);
    let Ok(row) = typed.parse::<usize>() else { return Ok(None) };
    let list = state::read(&state, LIST).unwrap_or_default();
    match row.checked_sub(1).and_then(|at| list.lines().nth(at)) {
        Some(reference) => Ok(Some(reference.to_owned())),
        None => bail!(say!(
            en: "the last list has no row {row}; see `salesops list opportunity`",
            zh: "上次的列表没有第 {row} 行；请见 `salesops list opportunity`"
        )),
    }
}
