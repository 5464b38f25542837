//! Verdicts follow what they are about: when only ids change, what was approved is still approved.

use super::{Plan, Refusal};
use crate::base::edit::Edit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::route::Route;
use crate::base::value::Value;
use crate::book::Book;
use crate::facts::digest::digest;
use crate::flow::approval::Need;
use crate::model::Approval;
use crate::say;
use crate::store::Overlay;

/// A verdict that a plan gives another digest.
pub(super) struct Carried {
    /// The approval.
    pub id: Id,
    /// Its digest before.
    pub was: String,
    /// Its digest afterwards.
    pub now: String,
}

/// Gives the verdicts on records that the plan edits the digests of what will stand there, where they were
/// given for what stands there now. For plans that change nothing but ids.
///
/// # Errors
/// When the book or the file of an approval cannot be read.
pub(super) fn verdicts(book: &Book<'_>, plan: &mut Plan) -> Result<Vec<Carried>, Refusal> {
    let mut found = Vec::new();
    for (kind, id) in &plan.touched {
        let Some(row) = book.any(*kind, id) else { continue };
        for given in book.referring::<Approval>(*kind, id) {
            let Some(was) = given.record.digest.as_deref() else { continue };
            let Some(need) = Need::called(book, &given.record.what) else { continue };
            if *was == digest(row.fields, &need.asked.covers) {
                found.push((*kind, id.clone(), need, given.id, was));
            }
        }
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let unreadable = |_| Refusal::Cannot(say!(en: "the book cannot be read", zh: "无法读取账本"));
    let carried: Vec<Carried> = {
        let tree = Overlay::new(book.tree(), plan.texts());
        let after = book.planned(&tree, &plan.changes).map_err(unreadable)?;
        let carried = found.into_iter().filter_map(|(kind, id, need, of, was)| {
            let now = digest(after.any(kind, &id)?.fields, &need.asked.covers);
            (now != was).then(|| Carried { id: of.clone(), was: was.to_owned(), now })
        });
        carried.collect()
    };
    for Carried { id, now, .. } in &carried {
        let edit = Edit::Set(Route::name("digest"), Value::text(now));
        plan.edit(book, Kind::Approval, id, &[edit])?;
    }
    Ok(carried)
}
