//! Reading a query: words to clauses.

use super::clause::{Clause, What};
use super::word::Word;
use super::wrong::{Bad, Wrong};
use super::{Asker, Query, value, walk};
use crate::base::kind::Kind;
use crate::base::width::normalize_width;
use crate::book::Book;
use crate::say;

/// Reads what was typed.
pub(super) fn query(
    book: &Book<'_>,
    kind: Kind,
    typed: &str,
    asker: Asker<'_>,
) -> Result<Query, Wrong> {
    let narrow = normalize_width(typed);
    let reader = Reader { book, kind, asker };
    let mut clauses = Vec::new();
    for (start, word) in words(&narrow) {
        let clause = reader.clause(word).map_err(|bad| {
            let bad = bad.moved(start);
            // Narrow and typed text have as many characters, not as many bytes.
            let place = |byte: usize| narrow[..byte].chars().count();
            let at = place(bad.at.start)..place(bad.at.end);
            Wrong { message: bad.message, typed: typed.to_owned(), at }
        })?;
        add(&mut clauses, clause);
    }
    Ok(Query { clauses })
}

// The words of a text with the byte at which each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
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
}

impl Reader<'_, '_> {
    fn clause(&self, word: &str) -> Result<Clause, Bad> {
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

    fn field(&self, key: &str, typed: &str) -> Result<What, Bad> {
        let path = walk::read(self.book, self.kind, key)?;
        let start = key.len() + 1;
        let test = value::parse(self.book, &path, typed, self.asker)
            .map_err(|message| Bad::new(message, start..start + typed.len()))?;
        Ok(What::Field(path, vec![test]))
    }
}
