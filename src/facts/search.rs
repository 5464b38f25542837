//! Everything in the book that a text leads to: names, ids, codes, people, numbers, words.

use rayon::prelude::*;

use super::identity::{Ground, Marks};
use crate::base::field::{Field, Fields, MASK, View};
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::base::likeness::{Likeness, Sought};
use crate::base::text::Label;
use crate::book::{AnyRow, Book, may_bear};
use crate::text::glance::Needles;

/// How a record was found, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// By a name or its id.
    Named(Likeness),
    /// By what stands in one of its fields.
    Field,
}

impl How {
    /// The key in machine-readable output.
    pub const fn key(self) -> &'static str {
        match self {
            How::Named(likeness) => likeness.key(),
            How::Field => "field",
        }
    }

    /// The name for people.
    pub const fn label(self) -> Label {
        match self {
            How::Named(likeness) => likeness.label(),
            How::Field => Label::new("in a field", "字段内容"),
        }
    }
}

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// How it was found.
    pub how: How,
    /// Where in it, where it was not by name.
    pub place: Option<Place>,
}

/// A field that holds what was sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its dotted route without places in lists: `contacts.phone`.
    pub route: String,
    /// Its name for people.
    pub label: Label,
    /// The text around what was sought; sensitive values are masked.
    pub text: String,
}

/// The records of `kinds` that `typed` leads to, the surest first. Telephone numbers and mail
/// addresses are found by the whole of them only, so that nobody can guess them digit by digit.
pub fn search(book: &Book<'_>, typed: &str, kinds: &[Kind], reveal: bool) -> Vec<Hit> {
    let Some(sought) = Sought::new(typed) else { return Vec::new() };
    let raw = typed.trim().to_lowercase();
    // One byte is no text to be looked for.
    let texts = [raw.as_str(), sought.text()].into_iter().filter(|_| raw.len() > 1);
    let needles = Needles::new(texts);
    let wanted = Wanted { marks: Marks::typed(typed), needles, raw, sought, reveal };
    let rows: Vec<Vec<AnyRow<'_>>> = kinds.iter().map(|kind| wanted.rows(book, *kind)).collect();
    let at = |kind: Kind| kinds.iter().position(|known| *known == kind);
    let of = |kind: Kind| at(kind).map_or(&[][..], |at| rows[at].as_slice());
    let named = book.look_in(&wanted.sought, kinds, of);
    let mut hits: Vec<Hit> = named
        .into_iter()
        .map(|hit| Hit { kind: hit.kind, id: hit.id, how: How::Named(hit.likeness), place: None })
        .collect();
    for kind in kinds {
        let found = of(*kind).par_iter().filter_map(|row| wanted.in_fields(book, row));
        hits.extend(found.collect::<Vec<_>>());
    }
    hits.sort_by(|a, b| (at(a.kind), &a.id, a.how).cmp(&(at(b.kind), &b.id, b.how)));
    hits.dedup_by(|next, first| next.kind == first.kind && next.id == first.id);
    hits.sort_by_key(|hit| hit.how);
    hits
}

struct Wanted {
    sought: Sought,
    // As it was typed: free text is searched as it stands.
    raw: String,
    needles: Needles,
    marks: Marks,
    reveal: bool,
}

// What names stand in is looked up by name.
const NAMES: [&str; 4] = ["name", "label", "aliases", "former_names"];
const SHOWN: usize = 24;

impl Wanted {
    // The records that it may be found in. A number or an address may be written in many ways.
    fn rows<'b>(&self, book: &'b Book<'_>, kind: Kind) -> Vec<AnyRow<'b>> {
        let has = |keys: &[&str]| kind.fields().iter().any(|field| keys.contains(&field.key));
        let has_people = has(&["contacts", "contact"]);
        if has_people && !self.marks.is_empty() {
            return book.rows(kind);
        }
        let has_names = has_people || has(&NAMES) || has(&["email"]);
        book.sift_rows(kind, &|bytes| {
            self.needles.may_stand_in(bytes) || (has_names && may_bear(bytes, &self.sought))
        })
    }

    fn in_fields(&self, book: &Book<'_>, row: &AnyRow<'_>) -> Option<Hit> {
        let fields = row.fields;
        let entries = fields.table().iter().enumerate();
        let mut entries = entries.filter(|(_, field)| !NAMES.contains(&field.key));
        let place = entries.find_map(|(at, field)| match fields.value(at) {
            View::Tags(tags) => tags.iter().find_map(|(key, tag)| {
                let (route, masked) = (format!("tags.{key}"), book.hides_tag(row.kind, key));
                let mut values = tag.values().iter();
                values.find_map(|value| self.in_text(value, field, &route, masked))
            }),
            view => self.in_view(view, field, field.key, field.sensitive()),
        })?;
        Some(Hit { kind: row.kind, id: row.id.clone(), how: How::Field, place: Some(place) })
    }

    fn in_group(&self, fields: &dyn Fields, route: &str, masked: bool) -> Option<Place> {
        fields.table().iter().enumerate().find_map(|(at, field)| {
            let view = fields.value(at);
            if view.is_absent() {
                return None;
            }
            let route = format!("{route}.{}", field.key);
            self.in_view(view, field, &route, masked || field.sensitive())
        })
    }

    fn in_view(&self, view: View<'_>, field: &Field, route: &str, masked: bool) -> Option<Place> {
        match view {
            View::Text(text) if field.terms.is_none() => self.in_text(text, field, route, masked),
            View::List(items) => {
                (0..items.len()).find_map(|at| self.in_view(items.at(at), field, route, masked))
            }
            View::Group(fields) => self.in_group(fields, route, masked),
            _ => None,
        }
    }

    fn in_text(&self, text: &str, field: &Field, route: &str, masked: bool) -> Option<Place> {
        let place = |text: String| Place { route: route.to_owned(), label: field.label, text };
        if masked {
            let shown = if self.reveal { text } else { MASK };
            return self.is_marked(text, route).then(|| place(shown.to_owned()));
        }
        if route.starts_with("contact") && field.key == "name" {
            self.sought.likeness(&crate::base::name::normal(text))?;
            return Some(place(text.to_owned()));
        }
        Some(place(self.excerpt(text)?))
    }

    // Only the whole of a number or an address, or the domain of one.
    fn is_marked(&self, text: &str, route: &str) -> bool {
        let (head, last) = (route.split('.').next().unwrap_or(""), route.rsplit('.').next());
        let mut own = Marks::default();
        own.note(head, last.unwrap_or(""), text);
        let domain_alone = self.marks.only(Ground::Domain);
        self.marks.meets(&own, |ground| ground != Ground::Domain || domain_alone)
    }

    // The words around what was sought.
    fn excerpt(&self, text: &str) -> Option<String> {
        let (raw, plain) = (self.raw.as_str(), self.sought.text());
        if raw.len() < 2 {
            return None;
        }
        let at = match raw.is_ascii() {
            true => text.to_lowercase().find(raw)?,
            false => text.find(raw).or_else(|| text.find(plain))?,
        };
        // Lower case may move the place by some bytes; it is only where the words are cut.
        let before = text.char_indices().take_while(|(start, _)| *start < at).count();
        let from = before.saturating_sub(SHOWN / 3);
        let length = SHOWN + raw.chars().count();
        let cut: String = text.chars().skip(from).take(length).collect();
        let left = if from > 0 { "…" } else { "" };
        let right = if text.chars().count() > from + length { "…" } else { "" };
        Some(format!("{left}{}{right}", cut.replace('\n', " ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Memory;

    fn found(typed: &str, kinds: &[Kind], reveal: bool) -> Vec<String> {
        let tree = Memory::new([
            ("members/li-wei.yaml", "name: 李伟\nemail: li@example.com\n"),
            (
                "customers/xingchen.yaml",
                "name: 北京星辰科技有限公司\naliases:\n  - 星辰\ncredit_code: 91350100M000100Y43\ncontacts:\n  - id: c-1\n    name: 王芳\n    phone: \"138-0013-8000\"\n    email: wang@xingchen.cn\ntags:\n  mood: 谨慎\n  ailment: 失眠\n",
            ),
            (
                "tags/customer.ailment.yaml",
                "label: {en: ailment, zh: 病症}\ntype: text\nsensitive: true\n",
            ),
            (
                "opportunities/xingchen-1.yaml",
                "customer: xingchen\nname: 仓储二期\nstage: potential\n",
            ),
            (
                "activities/act-1.yaml",
                "type: call\non: 2026-11-01\ncustomer: xingchen\ncontent: 电话里确认了评审时间，对方要先看同行案例，还问起 Scanner 的价格\n",
            ),
        ]);
        let book = Book::open(&tree).unwrap();
        let hits = search(&book, typed, kinds, reveal);
        let told = hits.iter().map(|hit| {
            let place = hit.place.as_ref();
            let place = place.map_or(String::new(), |it| format!(" {}={}", it.route, it.text));
            format!("{}/{} {}{place}", hit.kind.key(), hit.id, hit.how.key())
        });
        told.collect()
    }

    #[test]
    fn names_come_before_words_in_fields() {
        let all = |typed: &str| found(typed, &Kind::ALL, false);
        assert_eq!(all("星辰"), ["customer/xingchen alias"]);
        assert_eq!(all("xingchen"), ["customer/xingchen exact", "opportunity/xingchen-1 prefix"]);
        assert_eq!(all("bjxc"), ["customer/xingchen initials"]);
        assert_eq!(all("wangfang"), ["customer/xingchen field contacts.name=王芳"]);
        assert_eq!(
            all("91350100M000100Y43"),
            ["customer/xingchen field credit_code=91350100M000100Y43"]
        );
        assert_eq!(all("谨慎"), ["customer/xingchen field tags.mood=谨慎"]);
        assert_eq!(all("scanner"), ["activity/act-1 field content=…行案例，还问起 Scanner 的价格"]);
        assert_eq!(found("星辰", &[Kind::Opportunity], false), ["opportunity/xingchen-1 alias"]);
        assert_eq!(all(" "), Vec::<String>::new());
    }

    // TAG-6.1.2
    #[test]
    fn numbers_and_addresses_are_found_by_the_whole_and_masked() {
        let all = |typed: &str| found(typed, &Kind::ALL, false);
        assert_eq!(all("+86 13800138000"), ["customer/xingchen field contacts.phone=***"]);
        assert_eq!(all("wang@xingchen.cn"), ["customer/xingchen field contacts.email=***"]);
        assert_eq!(all("xingchen.cn"), ["customer/xingchen field contacts.email=***"]);
        assert_eq!(all("失眠"), Vec::<String>::new(), "a sensitive tag");
        for part in ["1380013", "0013800", "13800138001", "wang@", "li@xingchen.cn", "8000"] {
            assert_eq!(all(part), Vec::<String>::new(), "{part}");
        }
        assert_eq!(
            found("13800138000", &Kind::ALL, true),
            ["customer/xingchen field contacts.phone=138-0013-8000"]
        );
    }
}
