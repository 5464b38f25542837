//! A query after a record that it names has got another id.

use super::path::End;
use super::{read, walk};
use crate::base::field::Shape;
use crate::base::id::Id;
use crate::base::kind::Kind;
use crate::book::Book;

/// A saved query over records of `kind` with the id `new` wherever it names the record `target` by
/// its id; `None` where it does not.
pub fn renamed(
    book: &Book<'_>,
    kind: Kind,
    typed: &str,
    target: (Kind, &Id),
    new: &Id,
) -> Option<String> {
    let mut text = typed.to_owned();
    let words: Vec<(usize, &str)> = read::words(typed).collect();
    // From the end, so that places further to the front stay where they are.
    for (start, word) in words.into_iter().rev() {
        let Some((key, value)) = word.rsplit_once(':') else { continue };
        let key = key.rsplit_once(':').map_or(key, |(_, key)| key);
        let Ok(path) = walk::read(book, kind, key) else { continue };
        let named = match path.end {
            End::Id(of) => of == target.0,
            End::Field(field, _) => match field.shape.core() {
                Shape::Ref(of) => of == target.0,
                Shape::AnyRef => value.contains('/'),
                _ => false,
            },
            End::Tag(_) => false,
        };
        let full = target.0.reference(target.1);
        if named && (*value == **target.1 || value == full) {
            let end = start + word.len();
            text.replace_range(end - target.1.len()..end, new);
        }
    }
    (text != typed).then_some(text)
}
