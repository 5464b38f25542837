//! See [`RULE`].

use super::{Check, Rule};
use crate::base::finding::{Level, Place};
use crate::base::id::Id;
use crate::base::route::Route;
use crate::base::text::{Label, Text};
use crate::book::Book;
use crate::book::views::View;
use crate::query::{Asker, Order, Path, Query, Wrong};
use crate::text::toml;

/// A saved query names what does not exist.
pub static RULE: Rule = Rule {
    name: "view-unknown-name",
    level: Level::Error,
    what: Label::new(
        "The query, the columns and the order of a view name fields, values and views that exist, and no view uses itself.",
        "视图的查询、列和排序所用的字段、值和视图都应存在，视图也不应引用自己。",
    ),
    why: Label::new(
        "A saved query that cannot be read is missed when it is needed.",
        "保存的查询读不出来，要用时才会发现。",
    ),
    example: "kind = \"opportunity\"\nquery = \"stage:negotation owner:me\"",
    remedy: Label::new(
        "Correct the name; in views write keys in full.",
        "更正名称；视图中请写完整的键。",
    ),
    clauses: &[],
    kinds: &[],
    check: Check::Book(|cx, sink| {
        // Whoever asks: a view may say `owner:me`.
        let me = Id::parse("me").ok();
        let asker = Asker { me: me.as_ref(), today: cx.today, sure: false };
        for view in cx.book.views() {
            for (place, message) in wrong(cx.book, view, asker) {
                sink.file(&view.path, place, message);
            }
        }
    }),
};

fn wrong(book: &Book<'_>, view: &View, asker: Asker<'_>) -> Vec<(Place, Text)> {
    let mut found = Vec::new();
    let source = book.text(&view.path).unwrap_or_default();
    if let Err(why) = Query::parse(book, view.kind, std::slice::from_ref(&view.query), asker) {
        found.push((place(&source, Route::name("query"), &why), why.message));
    }
    for (at, column) in view.columns.iter().enumerate() {
        if let Err(why) = Path::parse(book, view.kind, column) {
            found.push((Place::Value(Route::name("columns").at(at)), why));
        }
    }
    for (at, key) in view.sort.iter().enumerate() {
        if let Err(why) = Order::parse(book, view.kind, key) {
            found.push((place(&source, Route::name("sort").at(at), &why), why.message));
        }
    }
    found
}

// The very condition, where the text stands in the file as it is read.
fn place(source: &str, route: Route, wrong: &Wrong) -> Place {
    let (tree, _) = toml::parse(source);
    let start = tree.find(&route).and_then(|node| {
        let quoted = source.get(node.start()..node.end())?;
        Some(node.start() + quoted.find(&wrong.typed)?)
    });
    let byte = |chars: usize| wrong.typed.chars().take(chars).map(char::len_utf8).sum::<usize>();
    match start {
        Some(start) => Place::Spot(route, start + byte(wrong.at.start), start + byte(wrong.at.end)),
        None => Place::Value(route),
    }
}
