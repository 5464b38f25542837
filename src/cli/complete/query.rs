//! Queries: the dotted keys of fields, through references, and the values that they take.

use super::Hit;
use super::fields::{defined, is_stamp, tag_values, tags, within};
use super::values::{DATES, PERIODS, named, of_field, words};
use crate::base::field::Shape;
use crate::base::fold::is_same;
use crate::base::kind::Kind;
use crate::base::text::{Lang, Text};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::book::views::View;
use crate::query::{self, Path};

/// What a term of a query over records of `kind` may go on as.
pub(super) fn conditions(book: &Book<'_>, kind: Kind, typed: &str, lang: Lang) -> Vec<Hit> {
    let narrow = normalize_width(typed);
    let rest = ["not:", "非:"].into_iter().find_map(|not| narrow.strip_prefix(not));
    let rest = rest.unwrap_or(&narrow);
    let not = &narrow[..narrow.len() - rest.len()];
    let hits = match rest.split_once(':') {
        Some((key, value)) if is_view(key) => {
            within(&format!("{key}:"), views(book, Some(kind), value, lang), "")
        }
        Some((key, value)) => within(&format!("{key}:"), values(book, kind, key, value, lang), ""),
        None => {
            let mut hits = within("", paths(book, kind, rest, lang), ":");
            if !rest.is_empty() && book.views().iter().any(|view| view.kind == kind) {
                hits.extend(view_prefix(rest));
            }
            hits
        }
    };
    within(not, hits, "")
}

fn is_view(key: &str) -> bool {
    is_same(key, "view") || key == "视图"
}

/// `view:`, in the language that is typed, where that is what is begun.
pub(super) fn view_prefix(typed: &str) -> Option<Hit> {
    let begun = ["view:", "视图:"].into_iter().find(|prefix| prefix.starts_with(typed));
    begun.map(|prefix| Hit::new(prefix, ""))
}

/// The saved queries over a kind, or over any.
pub(super) fn views(book: &Book<'_>, kind: Option<Kind>, typed: &str, lang: Lang) -> Vec<Hit> {
    let fits = book.views().iter().filter(|view| kind.is_none_or(|kind| view.kind == kind));
    // Blanks part the conditions of a query.
    let label = |view: &View| match view.label.zh.contains(char::is_whitespace) {
        true => Text::same(view.name.to_string()),
        false => view.label.clone(),
    };
    named(typed, lang, fits.map(|view| (&*view.name, label(view))))
}

/// What a dotted key may go on as.
pub(super) fn paths(book: &Book<'_>, kind: Kind, typed: &str, lang: Lang) -> Vec<Hit> {
    let narrow = normalize_width(typed);
    let Some((head, last)) = narrow.rsplit_once('.') else { return of_record(kind, &narrow, lang) };
    let Ok(path) = Path::parse(book, kind, head) else { return Vec::new() };
    let hits = match (path.field().map(|field| field.shape.core()), path.kind()) {
        (Some(Shape::Ref(kind)), _) => of_record(kind, last, lang),
        (Some(Shape::Group(_)), _) => {
            let names = query::names_within(&path).into_iter();
            named(last, lang, names.map(|(key, label)| (key, label.text())))
        }
        (Some(Shape::Tags), Some(kind)) => tags(book, kind, last, lang),
        _ => Vec::new(),
    };
    within(&format!("{head}."), hits, "")
}

fn of_record(kind: Kind, typed: &str, lang: Lang) -> Vec<Hit> {
    let is_asked = |key: &str| kind.field(key).is_none_or(|field| !is_stamp(field));
    let names = query::names(kind).into_iter().filter(|(key, _)| is_asked(key));
    named(typed, lang, names.map(|(key, label)| (key, label.text())))
}

fn values(book: &Book<'_>, kind: Kind, key: &str, typed: &str, lang: Lang) -> Vec<Hit> {
    let Ok(path) = Path::parse(book, kind, key) else { return Vec::new() };
    match (path.field(), path.tag(), path.kind()) {
        (Some(field), ..) if matches!(field.shape.core(), Shape::Date | Shape::Instant) => {
            [words(typed, lang, &PERIODS), words(typed, lang, &DATES)].concat()
        }
        (Some(field), _, Some(kind)) => defined(book, kind, field, typed, lang),
        (Some(field), ..) => of_field(book, field, typed, lang),
        (None, Some(tag), Some(kind)) => tag_values(book, kind, tag, typed, lang),
        _ => Vec::new(),
    }
}
