//! What holds for every query.

use proptest::prelude::*;

use super::{id, open, today, tree};
use crate::base::kind::Kind;
use crate::book::Book;
use crate::query::{Asker, Query, Wrong};

const KINDS: [Kind; 3] = [Kind::Customer, Kind::Opportunity, Kind::Activity];

fn asked(book: &Book<'_>, kind: Kind, query: &str) -> Result<Vec<String>, Wrong> {
    let me = id("li-wei");
    let asker = Asker { me: Some(&me), today: today(), sure: false };
    let query = Query::parse(book, kind, &[query.to_owned()], asker)?;
    let rows = book.rows(kind).into_iter().filter(|row| query.fits(book, *row));
    Ok(rows.map(|row| row.id.to_string()).collect())
}

// Mostly what could mean something.
fn condition() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        "(stage|amount|owner|grade|customer|expected_close|next.on|tags.vip|territory|客户|金额)",
        "(customer|owner|opportunity)\\.(name|industry|tags.style|id|reports_to|contacts.phone)",
        "\\PC{0,6}",
    ];
    let value = prop_oneof![
        "(none|any|me|li-wei|acme|negotiation|A|yes|本月|10万..|..2026|48万|C39)",
        "[0-9]{0,5}(\\.\\.|～)?[0-9]{0,4}万?",
        "\\PC{0,6}",
    ];
    let bare = "\\PC{0,6}".prop_map(|word| word);
    prop_oneof![4 => (key, value).prop_map(|(key, value)| format!("{key}:{value}")), 1 => bare]
}

proptest! {
    #[test]
    fn nothing_panics(query in "\\PC{0,40}", kind in 0..KINDS.len()) {
        let tree = tree();
        let book = open(&tree);
        if let Err(wrong) = asked(&book, KINDS[kind], &query) {
            let _ = wrong.excerpt();
        }
    }

    #[test]
    fn what_is_refused_is_marked_in_what_was_typed(query in condition(), more in condition()) {
        let tree = tree();
        let book = open(&tree);
        if let Err(wrong) = asked(&book, Kind::Opportunity, &format!("{query} {more}")) {
            prop_assert!(wrong.at.end <= wrong.typed.chars().count());
            prop_assert!(wrong.excerpt()[1].ends_with('^'));
        }
    }

    #[test]
    fn not_is_the_complement(condition in condition(), kind in 0..KINDS.len()) {
        // A blank after `not:` parts two conditions.
        let words: Vec<&str> = condition.split_whitespace().collect();
        let [condition] = words[..] else { return Ok(()) };
        let tree = tree();
        let book = open(&tree);
        if let Ok(mut fits) = asked(&book, KINDS[kind], condition) {
            let others = asked(&book, KINDS[kind], &format!("not:{condition}")).unwrap();
            prop_assert!(others.iter().all(|id| !fits.contains(id)));
            fits.extend(others);
            fits.sort();
            prop_assert_eq!(fits, asked(&book, KINDS[kind], "").unwrap());
        }
    }

    #[test]
    fn a_range_is_both_its_halves(a in 0..60_u32, b in 0..60_u32) {
        let tree = tree();
        let book = open(&tree);
        let (from, to) = (a.min(b), a.max(b));
        let range = asked(&book, Kind::Opportunity, &format!("amount:{from}万..{to}万")).unwrap();
        let lower = asked(&book, Kind::Opportunity, &format!("amount:{from}万..")).unwrap();
        let upper = asked(&book, Kind::Opportunity, &format!("amount:..{to}万")).unwrap();
        let both: Vec<String> = lower.into_iter().filter(|id| upper.contains(id)).collect();
        prop_assert_eq!(range, both);
    }

    #[test]
    fn conditions_on_different_fields_narrow(one in condition()) {
        let tree = tree();
        let book = open(&tree);
        prop_assume!(!one.contains("owner") && !one.contains("负责人"));
        if let Ok(fits) = asked(&book, Kind::Opportunity, &format!("{one} owner:me")) {
            let wide = asked(&book, Kind::Opportunity, &one).unwrap();
            prop_assert!(fits.iter().all(|id| wide.contains(id)));
        }
    }
}
