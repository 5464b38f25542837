//! Records: their ids by a beginning, a part or the initials of the pinyin that ids are made of.
//!
//! An id is the slug of a name, so names need not be read to find one. Records are read only to
//! show the names of those found, and a whole kind only where it is small.

use super::Hit;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::likeness::Sought;
use crate::base::slug::slug;
use crate::base::text::Lang;
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::model::Opportunity;
use crate::model::common::Outcome;

/// More than a person reads.
const MOST: usize = 100;
/// Up to so many records a kind is read whole.
const FEW: usize = 5_000;

/// The records of `kinds` that `typed` may be the beginning of.
pub(super) fn of(book: &Book<'_>, kinds: &[Kind], typed: &str, lang: Lang) -> Vec<Hit> {
    let typed = normalize_width(typed);
    if let Some((kind, rest)) = typed.split_once('/') {
        let Some(kind) = Kind::parse(kind).filter(|kind| kinds.contains(kind)) else {
            return Vec::new();
        };
        let mut hits = of(book, &[kind], rest, lang);
        hits.iter_mut().for_each(|hit| hit.value = kind.reference(&hit.value));
        return hits;
    }
    if typed.is_empty() && kinds.len() > 3 {
        let kinds = kinds.iter().filter(|kind| !book.ids(**kind).is_empty());
        return kinds
            .map(|kind| Hit::new(format!("{}/", kind.key()), kind.plural().pick(lang)))
            .collect();
    }
    let mut found = Vec::new();
    for kind in kinds {
        found.extend(ids(book, *kind, &typed).into_iter().map(|id| (*kind, id)));
        if found.len() >= MOST {
            break;
        }
    }
    found.truncate(MOST);
    found.into_iter().map(|(kind, id)| hit(book, kinds, kind, id, lang)).collect()
}

fn hit(book: &Book<'_>, kinds: &[Kind], kind: Kind, id: &Id, lang: Lang) -> Hit {
    let shared = kinds.iter().filter(|kind| book.has(**kind, id)).count() > 1;
    let value = if shared { kind.reference(id) } else { id.to_string() };
    let name = crate::output::plain(&book.name_of(kind, id)).into_owned();
    let help = match kinds.len() {
        1 => name,
        _ => format!("{name} · {}", kind.label().pick(lang)),
    };
    Hit::new(value, help)
}

fn ids<'b>(book: &'b Book<'_>, kind: Kind, typed: &str) -> Vec<&'b Id> {
    let all = book.ids(kind);
    if typed.is_empty() {
        return open_first(book, kind, all);
    }
    let chinese = !typed.is_ascii();
    let key = match chinese {
        true => slug(typed).map(|id| id.to_string()).unwrap_or_default(),
        false => typed.to_lowercase(),
    };
    let mut found = by_id(&all, &key, chinese);
    if chinese {
        // Different characters have the same reading; the names tell them apart.
        let named: Vec<&Id> =
            found.iter().copied().filter(|id| is_named(book, kind, id, typed)).collect();
        if !named.is_empty() {
            found = named;
        }
    }
    if found.is_empty() && all.len() <= FEW {
        found = by_name(book, kind, typed);
    }
    found.truncate(MOST);
    found
}

// The rungs of a ladder: the first that hits decides.
fn by_id<'b>(all: &[&'b Id], key: &str, chinese: bool) -> Vec<&'b Id> {
    if key.is_empty() {
        return Vec::new();
    }
    let from = all.partition_point(|id| &***id < key);
    let begun: Vec<&Id> =
        all[from..].iter().copied().take_while(|id| id.starts_with(key)).take(MOST).collect();
    if !begun.is_empty() && !chinese {
        return begun;
    }
    let within = |id: &&&Id| (chinese || key.len() > 2) && id.contains(key);
    let part: Vec<&Id> = all.iter().filter(within).copied().take(MOST).collect();
    if !part.is_empty() {
        return part;
    }
    let is_short = (2..=8).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_lowercase());
    let fits = |id: &&&Id| is_short && has_initials(id, key);
    all.iter().filter(fits).copied().take(MOST).collect()
}

/// Whether the syllables of an id, from its first on, begin with these letters: `bjxc` of
/// `beijingxingchenkeji`.
fn has_initials(id: &str, letters: &str) -> bool {
    let Some((first, rest)) = letters.split_at_checked(1) else { return true };
    if first.is_empty() {
        return true;
    }
    let id = id.trim_start_matches(['-', '.', '_']);
    if !id.starts_with(first) {
        return false;
    }
    let word = id.find(['-', '.', '_']).unwrap_or(id.len());
    let lengths = syllables(id).chain([word]);
    let mut lengths = lengths;
    lengths.any(|length| has_initials(&id[length..], rest))
}

const FINALS: [&str; 34] = [
    "a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao",
    "ie", "in", "ing", "iong", "iu", "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui",
    "un", "uo", "v", "ve",
];

// The lengths of the syllables that `text` may begin with.
fn syllables(text: &str) -> impl Iterator<Item = usize> {
    const INITIALS: &str = "bpmfdtnlgkhjqxrzcsyw";
    let onset = match text.as_bytes() {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [first, ..] if INITIALS.contains(char::from(*first)) => 1,
        _ => 0,
    };
    let rest = &text[onset..];
    FINALS.iter().filter(move |end| rest.starts_with(**end)).map(move |end| onset + end.len())
}

fn is_named(book: &Book<'_>, kind: Kind, id: &Id, typed: &str) -> bool {
    book.name_of(kind, id).contains(typed)
}

// Aliases, former names, other readings of a character: whatever ids do not show.
fn by_name<'b>(book: &'b Book<'_>, kind: Kind, typed: &str) -> Vec<&'b Id> {
    let Some(sought) = Sought::new(typed) else { return Vec::new() };
    let mut like = book.like(kind, &sought);
    like.sort_by_key(|(_, likeness)| *likeness);
    let all = book.ids(kind);
    let own = |id: &Id| all.binary_search(&id).ok().map(|at| all[at]);
    like.iter().filter_map(|(id, _)| own(id)).collect()
}

// Closed deals are seldom what is meant where nothing is typed yet.
fn open_first<'b>(book: &'b Book<'_>, kind: Kind, all: Vec<&'b Id>) -> Vec<&'b Id> {
    if kind != Kind::Opportunity || all.len() > FEW {
        return all.into_iter().take(MOST).collect();
    }
    let is_open = |id: &&Id| {
        let row = book.get::<Opportunity>(id);
        row.is_none_or(|row| row.record.outcome() == Outcome::Open)
    };
    all.into_iter().filter(is_open).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_begin_the_syllables() {
        for (id, letters) in [
            ("beijingxingchenkeji", "bjxc"),
            ("beijingxingchenkeji", "bj"),
            ("beijingxingchenkeji", "bjxckj"),
            ("zhongguoshihua", "zgsh"),
            ("acme-zhongguo", "azg"),
            ("xianyouse", "xays"),
            ("liwei", "lw"),
        ] {
            assert!(has_initials(id, letters), "{id} {letters}");
        }
        for (id, letters) in [("beijingxingchenkeji", "bx"), ("liwei", "wl"), ("liwei", "lwx")] {
            assert!(!has_initials(id, letters), "{id} {letters}");
        }
    }
}
