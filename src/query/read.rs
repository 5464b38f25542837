//! Reading a query: words to clauses.

use super::clause::{Clause, What};
use super::word::Word;
use super::wrong::{Bad, Wrong};
use super::{Asker, Query, value, walk};
use crate::base::fold::is_same;
use crate::base::kind::Kind;
use crate::base::text::{Text, nearest};
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::say;

/// Saved queries may use saved queries; what they come to must stay small enough to be asked.
const MOST_CONDITIONS: usize = 1000;
const MOST_VIEWS: usize = 12;

/// Reads what was typed.
pub(super) fn query(
    book: &Book<'_>,
    kind: Kind,
    typed: &str,
    asker: Asker<'_>,
) -> Result<Query, Wrong> {
    Reader { book, kind, asker, open: Vec::new(), left: MOST_CONDITIONS }.query(typed)
}

/// The words of a text with the byte at which each begins.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(move |word| (word.as_ptr() as usize - start, word))
}

// Of several values of one field, one is enough.
fn add(clauses: &mut Vec<Clause>, clause: Clause) {
    if let Clause { negated: false, what: What::Field(path, tests) } = &clause {
        for known in clauses.iter_mut().filter(|known| !known.negated) {
            match &mut known.what {
                What::Field(other, all) if other.key() == path.key() => {
                    all.extend(tests.iter().cloned());
                    return;
                }
                _ => {}
            }
        }
    }
    clauses.push(clause);
}

struct Reader<'r, 't> {
    book: &'r Book<'t>,
    kind: Kind,
    asker: Asker<'r>,
    /// The views that are being read, outermost first.
    open: Vec<Box<str>>,
    /// How many conditions there may still be.
    left: usize,
}

impl Reader<'_, '_> {
    fn query(&mut self, typed: &str) -> Result<Query, Wrong> {
        let narrow = normalize_width(typed);
        let mut clauses = Vec::new();
        for (start, word) in words(&narrow) {
            let clause = self.clause(word);
            let clause = clause.map_err(|bad| Wrong::of(bad.moved(start), &narrow, typed))?;
            add(&mut clauses, clause);
        }
        Ok(Query { clauses, day: self.asker.today })
    }

    fn clause(&mut self, word: &str) -> Result<Clause, Bad> {
        let (mut rest, mut negated) = (word, false);
        while let Some(after) = ["not:", "非:"].into_iter().find_map(|not| rest.strip_prefix(not))
        {
            (rest, negated) = (after, !negated);
        }
        let start = word.len() - rest.len();
        let what = match rest.split_once(':') {
            _ if rest.is_empty() => Err(Bad::new(
                say!(
                    en: "`not:` stands before a condition, as in `not:grade:C`",
                    zh: "`not:` 后面应有条件，如 `not:grade:C`"
                ),
                0..0,
            )),
            None => Ok(What::Word(Word::new(self.book, self.kind, rest))),
            Some((key, value)) => self.field(key, value),
        };
        Ok(Clause { negated, what: what.map_err(|bad| bad.moved(start))? })
    }

    fn field(&mut self, key: &str, typed: &str) -> Result<What, Bad> {
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            Bad::new(
                say!(
                    en: "a query has {MOST_CONDITIONS} conditions at most, those of its views included",
                    zh: "查询连同其中的视图最多 {MOST_CONDITIONS} 个条件"
                ),
                0..key.len() + 1 + typed.len(),
            )
        })?;
        if is_same(key, "view") || key == "视图" {
            return self.view(typed).map_err(|message| {
                let start = key.len() + 1;
                Bad::new(message, start..start + typed.len())
            });
        }
        let path = walk::read(self.book, self.kind, key)?;
        let start = key.len() + 1;
        let test = value::parse(self.book, &path, typed, self.asker)
            .map_err(|message| Bad::new(message, start..start + typed.len()))?;
        Ok(What::Field(path, vec![test]))
    }

    // A saved query narrows like a condition of its own, whatever else is asked of its fields.
    fn view(&mut self, typed: &str) -> Result<What, Text> {
        let Some(view) = self.book.view(typed) else { return Err(no_view(self.book, typed)) };
        let (name, kind) = (&view.name, view.kind);
        if kind != self.kind {
            let (is, asked) = (kind.label(), self.kind.label());
            let (en, zh, asked_en, asked_zh) = (is.en, is.zh, asked.en, asked.zh);
            return Err(Text {
                en: format!("view `{name}` is of kind {en}, not {asked_en}").into(),
                zh: format!("视图 `{name}` 的类型是{zh}，不是{asked_zh}").into(),
            });
        }
        if self.open.contains(name) {
            let way: Vec<&str> = self.open.iter().chain([name]).map(|name| &**name).collect();
            let way = way.join(" → ");
            return Err(
                say!(en: "the view leads back to itself: {way}", zh: "视图循环引用：{way}"),
            );
        }
        if self.open.len() >= MOST_VIEWS {
            return Err(say!(
                en: "views stand in views {MOST_VIEWS} deep at most",
                zh: "视图最多嵌套 {MOST_VIEWS} 层"
            ));
        }
        self.open.push(name.clone());
        let query = self.query(&view.query);
        self.open.pop();
        query.map(What::View).map_err(|wrong| {
            let (en, zh) = (wrong.message.en, wrong.message.zh);
            say!(en: "in view `{name}`: {en}", zh: "视图 `{name}` 中：{zh}")
        })
    }
}

/// "No such view", with the nearest or all of them.
pub fn no_view(book: &Book<'_>, typed: &str) -> Text {
    let names: Vec<&str> = book.views().iter().map(|view| &*view.name).collect();
    let labels = book.views().iter().flat_map(|view| [&*view.label.en, &*view.label.zh]);
    if let Some(near) = nearest(typed, names.iter().copied().chain(labels)) {
        return say!(
            en: "no view `{typed}`; did you mean `{near}`?",
            zh: "没有视图 `{typed}`；是否想写 `{near}`？"
        );
    }
    match names.join(", ") {
        none if none.is_empty() => say!(
            en: "no view `{typed}`; none is saved in views/",
            zh: "没有视图 `{typed}`；views/ 中没有保存的视图"
        ),
        names => {
            say!(en: "no view `{typed}`; there are {names}", zh: "没有视图 `{typed}`；可用：{names}")
        }
    }
}
