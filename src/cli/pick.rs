//! The record that an argument means.

use anyhow::{Result, bail};

use super::context::Ctx;
use crate::actions::typed::several;
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
    let typed = remembered.as_deref().unwrap_or(typed);
    match book.find(typed, Wanted { kinds, me }) {
        Found::One(kind, id) => Ok((kind, id)),
        Found::None(why) => bail!(why),
        Found::Many(hits) => bail!(several(book, typed, &hits)),
    }
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
