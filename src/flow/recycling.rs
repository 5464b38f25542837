//! What has lain idle: customers and leads whose owner has not touched them for as long as they are kept
//! (OPS-2.3.4, DEV-REG-1). They are warned of, and recycled into the public pool.

use std::sync::Arc;

use crate::base::date::Date;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::text::Text;
use crate::book::{AnyRow, Book};
use crate::facts::protection;
use crate::query::Query;

/// A customer or lead that is kept for its owner no longer, or not for long.
pub struct Idle<'b> {
    /// The record.
    pub row: AnyRow<'b>,
    /// Whose it is.
    pub owner: Id,
    /// The last day on which it is kept.
    pub until: Date,
}

impl Idle<'_> {
    /// Whether it is kept no longer.
    pub fn is_over(&self, day: Date) -> bool {
        self.until < day
    }
}

/// The records of a kind whose keeping has ended by `day`, or ends within `pool.warn_days` after it; by
/// id. Neither those with an open deal nor those that the policy exempts.
///
/// # Errors
/// When the policy's query of exemptions cannot be read.
pub fn idle<'b>(book: &'b Book<'b>, kind: Kind, day: Date) -> Result<Vec<Idle<'b>>, Text> {
    let exempt = exemption(book, kind, day)?;
    let owned = |row: &AnyRow<'_>| row.is_open() && book.owner_of(kind, row.id).is_some();
    let mut rows: Vec<AnyRow<'b>> = book.rows(kind).into_iter().filter(owned).collect();
    if let Some(exempt) = exempt {
        rows.retain(|row| !exempt.fits(book, *row));
    }
    let ids: Vec<(Kind, &Id)> = rows.iter().map(|row| (kind, row.id)).collect();
    let standings = protection::standings(book, &ids, day);
    let last = day.checked_add_days(book.policy().pool().warn_days).unwrap_or(day);
    let found = rows.into_iter().zip(standings).filter_map(|(row, standing)| {
        let standing = standing.filter(|it| it.open.is_none())?;
        let until = standing.until.filter(|until| *until <= last)?;
        Some(Idle { row, owner: standing.owner?, until })
    });
    Ok(found.collect())
}

fn exemption(book: &Book<'_>, kind: Kind, today: Date) -> Result<Option<Arc<Query>>, Text> {
    let exempt = &book.policy().pool().exempt;
    let typed = match kind {
        Kind::Customer => &exempt.customer,
        Kind::Lead => &exempt.lead,
        _ => &None,
    };
    let typed = typed.as_ref();
    typed.map(|typed| Query::of_policy(book, kind, typed, today)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    const FILES: [(&str, &str); 7] = [
        (
            "salesops.toml",
            "[pool]\nidle_days = { high = 30 }\nexempt = { customer = \"key_account:yes\" }\n",
        ),
        ("members/li-wei.yaml", "name: 李伟\n"),
        (
            "customers/near.yaml",
            "name: A\nowner: li-wei\nentered: {at: 2026-06-01T09:00:00+08:00}\n",
        ),
        (
            "customers/key.yaml",
            "name: K\nkey_account: true\nowner: li-wei\nentered: {at: 2026-01-01T09:00:00+08:00}\n",
        ),
        (
            "leads/lead-1.yaml",
            "name: B\ngrade: high\nowner: li-wei\nreceived_at: 2026-10-20T09:00:00+08:00\n",
        ),
        (
            "leads/lead-2.yaml",
            "name: C\ngrade: low\nowner: li-wei\nreceived_at: 2026-10-20T09:00:00+08:00\n",
        ),
        ("leads/lead-3.yaml", "name: D\nreceived_at: 2026-01-20T09:00:00+08:00\n"),
    ];

    fn idle_of(kind: Kind) -> Vec<String> {
        let tree = Memory::new(FILES);
        let book = Book::open(&tree).unwrap();
        let day = Date::parse_iso("2026-11-21").unwrap();
        let found = idle(&book, kind, day).unwrap();
        found.iter().map(|it| format!("{} {} {}", it.row.id, it.until, it.is_over(day))).collect()
    }

    // OPS-2.3.4, DEV-REG-1
    #[test]
    fn what_is_kept_no_longer_and_what_soon_is_not() {
        assert_eq!(idle_of(Kind::Customer), ["near 2026-11-28 false"]);
        assert_eq!(idle_of(Kind::Lead), ["lead-1 2026-11-19 true"]);
    }
}
