//! Columns that a table does not have: made of those that it has, or taken from records of the book.

use crate::base::kind::Kind;

/// A column that is made.
#[derive(Clone, Debug)]
pub(in crate::exchange) struct Made {
    /// Its name.
    pub(in crate::exchange) name: String,
    /// How its cells arise.
    pub(in crate::exchange) way: Way,
}

/// How the cells of a column arise.
#[derive(Clone, Debug)]
pub(in crate::exchange) enum Way {
    /// Texts and cells behind each other.
    Text(Vec<Piece>),
    /// A value of the record that a cell names.
    Taken {
        /// The column that names the record.
        by: String,
        /// The kind of the record.
        kind: Kind,
        /// The way from it to the value, as queries write it.
        path: String,
    },
    /// A number less a share of it; the share is in parts of `whole`.
    Less {
        /// The column of the number.
        number: String,
        /// The column of the share.
        share: String,
        /// 1 or 100.
        whole: i64,
    },
    /// A number by another.
    Per {
        /// The column of the number.
        number: String,
        /// The column that it is divided by.
        by: String,
    },
}

/// A part of a text that is put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Piece {
    /// As it stands.
    Plain(String),
    /// The cell of a column.
    Cell(String),
}

impl Made {
    /// The columns that it is made of.
    pub(in crate::exchange) fn columns(&self) -> impl Iterator<Item = &str> {
        let columns: Vec<&str> = match &self.way {
            Way::Text(pieces) => pieces
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Cell(column) => Some(column.as_str()),
                    Piece::Plain(_) => None,
                })
                .collect(),
            Way::Taken { by, .. } => vec![by],
            Way::Less { number, share, .. } => vec![number, share],
            Way::Per { number, by } => vec![number, by],
        };
        columns.into_iter()
    }
}

/// The parts of `{first} {last}`.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((plain, (column, after))) =
        rest.split_once('{').and_then(|(plain, rest)| Some((plain, rest.split_once('}')?)))
    {
        pieces.push(Piece::Plain(plain.to_owned()));
        pieces.push(Piece::Cell(column.to_owned()));
        rest = after;
    }
    pieces.push(Piece::Plain(rest.to_owned()));
    pieces.retain(|piece| *piece != Piece::Plain(String::new()));
    pieces
}
